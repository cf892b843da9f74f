"""A list ordered by what the ledger wrote last is read from an index."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_incident_listing_changed", "incident_listing", ["changed_at", "incident"])
