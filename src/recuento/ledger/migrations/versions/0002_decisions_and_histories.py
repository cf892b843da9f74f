"""Persons' decisions, earlier readings, and since when each incident was what it was."""

import json

import sqlalchemy as sa
from alembic import op

from recuento.ledger.address import address

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID, INSTANT = sa.String(32), sa.String(32)


def upgrade() -> None:
    op.add_column("document", sa.Column("address", sa.Text()))
    op.create_index("ix_document_address", "document", ["address"])
    op.add_column("account", sa.Column("retired_at", INSTANT))
    op.add_column("judgement", sa.Column("decision", sa.Integer()))
    op.add_column("entry", sa.Column("cause", sa.String(64)))
    _decisions()
    _readings()
    _histories()
    _fill_addresses()
    _fill_histories()


def _decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(160), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("body", "decided_by", "why")),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.Column("undoes", sa.Integer()),
        *(sa.Column(name, sa.String(64), nullable=False) for name in ("before", "hash")),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    for column in ("kind", "subject", "undoes"):
        op.create_index(f"ix_decision_{column}", "decision", [column])
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("target", ID, nullable=False),
        sa.Column("field", sa.String(16), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
        sa.ForeignKeyConstraint(["decision"], ["decision.id"], name="fk_correction_decision"),
    )
    for column in ("decision", "target"):
        op.create_index(f"ix_correction_{column}", "correction", [column])


def _readings() -> None:
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document", ID, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("recorded_from", INSTANT, nullable=False),
        sa.Column("recorded_to", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_reading_document"),
    )
    op.create_index("ix_reading_document", "reading", ["document"])
    op.create_table(
        "account_map",
        sa.Column("old", ID, nullable=False),
        sa.Column("new", ID, nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("old", "new", name="pk_account_map"),
    )
    op.create_index("ix_account_map_new", "account_map", ["new"])


def _histories() -> None:
    of = {"account_history": ("account", "incident"), "incident_history": ("incident", "body")}
    for name, (key, value) in of.items():
        op.create_table(
            name,
            sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
            sa.Column(key, ID, nullable=False),
            sa.Column(value, sa.Text() if value == "body" else ID, nullable=False),
            sa.Column("cause", sa.String(64), nullable=False),
            sa.Column("recorded_from", INSTANT, nullable=False),
            sa.Column("recorded_to", INSTANT),
            sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        )
        op.create_index(f"ix_{name}_{key}", name, [key])
        op.create_index(
            f"uq_{name}_live",
            name,
            [key],
            unique=True,
            sqlite_where=sa.text("recorded_to IS NULL"),
            postgresql_where=sa.text("recorded_to IS NULL"),
        )
    op.create_index("ix_account_history_incident_recorded", "account_history", ["incident", "recorded_from"])
    op.create_index("ix_account_history_recorded_from", "account_history", ["recorded_from"])


def _fill_addresses() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.text("SELECT id, source FROM document WHERE source LIKE 'http%'")).all():
        where = {"id": row.id, "address": address(row.source)}
        connection.execute(sa.text("UPDATE document SET address = :address WHERE id = :id"), where)


def _fill_histories() -> None:
    """Begin the histories with what is held: an account is taken to have been where it is since it was read."""
    connection = op.get_bind()
    connection.execute(
        sa.text(
            "INSERT INTO account_history (account, incident, cause, recorded_from)"
            " SELECT held.account, held.incident, 'upgrade', document.recorded_at FROM incident_account AS held"
            " JOIN account ON account.id = held.account JOIN document ON document.id = account.document"
            " ORDER BY document.recorded_at, held.account"
        )
    )
    rows = connection.execute(
        sa.text(
            "SELECT i.id, i.body, min(h.recorded_from) AS began FROM incident AS i"
            " JOIN account_history AS h ON h.incident = i.id GROUP BY i.id, i.body ORDER BY i.id"
        )
    )
    for row in rows.all():
        bare = json.loads(row.body) | {"accounts": [], "aliases": []}
        body = json.dumps(bare, ensure_ascii=False, separators=(",", ":"))
        connection.execute(
            sa.text(
                "INSERT INTO incident_history (incident, body, cause, recorded_from)"
                " VALUES (:incident, :body, 'upgrade', :began)"
            ),
            {"incident": row.id, "body": body, "began": row.began},
        )
