"""Narrow rows by which incidents are listed, counted and reviewed; opening the ledger fills them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID, DAY, INSTANT = sa.String(32), sa.String(10), sa.String(32)


def upgrade() -> None:
    op.create_table(
        "incident_listing",
        sa.Column("incident", ID, nullable=False),
        sa.Column("day", DAY, nullable=False),
        sa.Column("last_day", DAY, nullable=False),
        sa.Column("month", sa.String(7)),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in ("background", "aggregate")),
        sa.Column("certainty", sa.String(16), nullable=False),
        sa.Column("reviewed", sa.String(8), nullable=False),
        sa.Column("country", sa.String(8)),
        *(sa.Column(name, sa.Text()) for name in ("admin1", "point")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("events", "figures", "actors", "sources")),
        *(sa.Column(name, sa.Float()) for name in ("latitude", "longitude")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("documents", "claims")),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("admin1_name", sa.Text()),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("place_words", "actor_words")),
        sa.PrimaryKeyConstraint("incident", name="pk_incident_listing"),
    )
    op.create_index("ix_incident_listing_day", "incident_listing", ["day", "incident", "background", "aggregate"])
    op.create_table(
        "review_item",
        sa.Column("incident", ID, nullable=False),
        *(sa.Column(name, sa.String(16), nullable=False) for name in ("tally", "side")),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("as_of", DAY, nullable=False),
        sa.PrimaryKeyConstraint("incident", "tally", "side", "unit", name="pk_review_item"),
    )
    latest = sa.text("as_of DESC")
    op.create_index(
        "ix_review_item_waiting", "review_item", ["done", "rank", latest, "incident", "tally", "side", "unit"]
    )
