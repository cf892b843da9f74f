"""Words of reports and claims, to be searched."""

import sqlalchemy as sa
from alembic import op

from recuento.ledger.searching import folded_words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.String(32)


def upgrade() -> None:
    op.create_table(
        "searchable",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("ref", ID, nullable=False),
        sa.Column("document", ID, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_searchable"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_searchable_document"),
    )
    for column in ("ref", "document"):
        op.create_index(f"ix_searchable_{column}", "searchable", [column])
    connection = op.get_bind()
    _fill(connection)
    if connection.dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE searchable_index USING fts5(words, content = 'searchable', content_rowid = 'id',"
            " tokenize = 'unicode61 remove_diacritics 2')"
        )
        op.execute("INSERT INTO searchable_index (searchable_index) VALUES ('rebuild')")
    else:
        op.execute("CREATE INDEX ix_searchable_words ON searchable USING gin (to_tsvector('simple', words))")


def _fill(connection: sa.Connection) -> None:
    add = sa.text("INSERT INTO searchable (kind, ref, document, words) VALUES (:kind, :ref, :document, :words)")
    for row in connection.execute(sa.text("SELECT id, title, text FROM document ORDER BY id")).all():
        words = folded_words(f"{row.title or ''}\n{row.text}")
        connection.execute(add, {"kind": "report", "ref": row.id, "document": row.id, "words": words})
    for row in connection.execute(sa.text("SELECT id, document, quote FROM claim ORDER BY id")).all():
        given = {"kind": "claim", "ref": row.id, "document": row.document, "words": folded_words(row.quote)}
        connection.execute(add, given)
