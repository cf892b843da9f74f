"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID, DAY, INSTANT = sa.String(32), sa.String(10), sa.String(32)


def upgrade() -> None:
    _facts()
    _linking()
    _derived()
    _entries()


def _facts() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )
    op.create_table(
        "document",
        sa.Column("id", ID, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("published_on", DAY, nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("source", "publisher")),
        sa.Column("language", sa.String(8)),
        *(sa.Column(name, sa.Text()) for name in ("title", "dateline")),
        sa.Column("fetched_at", INSTANT),
        *(sa.Column(name, sa.Text()) for name in ("source_path", "external_id")),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
    )
    op.create_index("ix_document_published_on", "document", ["published_on"])
    op.create_table(
        "account",
        sa.Column("id", ID, nullable=False),
        sa.Column("document", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("published_on", DAY, nullable=False),
        sa.Column("family", sa.String(32), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("aggregate", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_account_document"),
    )
    op.create_index("ix_account_document", "account", ["document"])
    op.create_table(
        "claim",
        sa.Column("id", ID, nullable=False),
        sa.Column("document", ID, nullable=False),
        sa.Column("account", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(32), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("certainty", sa.String(16), nullable=False),
        sa.Column("tally", sa.String(16)),
        sa.Column("at_least", sa.Integer()),
        sa.Column("at_most", sa.Integer()),
        sa.Column("scope", sa.String(16)),
        sa.Column("side", sa.String(16), nullable=False),
        sa.Column("unit", sa.Text()),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("quote", "read_by", "body")),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_claim_document"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_claim_account"),
    )
    for column in ("document", "account", "event", "tally"):
        op.create_index(f"ix_claim_{column}", "claim", [column])
    op.create_table(
        "relation",
        sa.Column("document", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("tie", sa.String(16), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document", "position", name="pk_relation"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_relation_document"),
    )
    op.create_table(
        "unread",
        sa.Column("document", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document", "position", name="pk_unread"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_unread_document"),
    )


def _linking() -> None:
    op.create_table(
        "account_key",
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("account", ID, nullable=False),
        sa.PrimaryKeyConstraint("key", "account", name="pk_account_key"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_account_key_account"),
    )
    op.create_table(
        "account_tie",
        sa.Column("subject", ID, nullable=False),
        sa.Column("tie", sa.String(16), nullable=False),
        sa.Column("object", ID, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "tie", "object", name="pk_account_tie"),
        sa.ForeignKeyConstraint(["subject"], ["account.id"], name="fk_account_tie_subject"),
        sa.ForeignKeyConstraint(["object"], ["account.id"], name="fk_account_tie_object"),
    )
    op.create_index("ix_account_tie_object", "account_tie", ["object"])
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("a", ID, nullable=False),
        sa.Column("b", ID, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.Column("by_person", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_judgement"),
        sa.ForeignKeyConstraint(["a"], ["account.id"], name="fk_judgement_a"),
        sa.ForeignKeyConstraint(["b"], ["account.id"], name="fk_judgement_b"),
        sa.UniqueConstraint("a", "b", "decided_by", "decided_at", name="uq_judgement_a"),
        sa.CheckConstraint("a < b", name=op.f("ck_judgement_ordered")),
    )
    op.create_index("ix_judgement_b", "judgement", ["b"])


def _derived() -> None:
    op.create_table(
        "incident",
        sa.Column("id", ID, nullable=False),
        sa.Column("family", sa.String(32), nullable=False),
        sa.Column("events", sa.Text(), nullable=False),
        sa.Column("first_day", DAY),
        sa.Column("after_day", DAY),
        sa.Column("first_published", DAY, nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("aggregate", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("place_words", "actor_words", "body")),
        sa.PrimaryKeyConstraint("id", name="pk_incident"),
    )
    for name, key in (("incident_account", "account"), ("incident_alias", "alias")):
        op.create_table(
            name,
            sa.Column(key, ID, nullable=False),
            sa.Column("incident", ID, nullable=False),
            sa.PrimaryKeyConstraint(key, name=f"pk_{name}"),
            sa.ForeignKeyConstraint(["incident"], ["incident.id"], name=f"fk_{name}_incident"),
            *(
                [sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_incident_account_account")]
                if key == "account"
                else []
            ),
        )
        op.create_index(f"ix_{name}_incident", name, ["incident"])


def _entries() -> None:
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("incident", ID, nullable=False),
        sa.Column("tally", sa.String(16), nullable=False),
        sa.Column("side", sa.String(16), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("as_of", DAY, nullable=False),
        sa.Column("at_least", sa.Integer(), nullable=False),
        sa.Column("at_most", sa.Integer()),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer()),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("recorded_from", INSTANT, nullable=False),
        sa.Column("recorded_to", INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
    )
    op.create_index("ix_entry_incident_recorded", "entry", ["incident", "recorded_from"])
    op.create_index(
        "uq_entry_live",
        "entry",
        ["incident", "tally", "side", "unit", "as_of"],
        unique=True,
        sqlite_where=sa.text("recorded_to IS NULL"),
        postgresql_where=sa.text("recorded_to IS NULL"),
    )
