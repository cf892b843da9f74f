"""What is listed tells contested figures and sums of people, and by a digest whether it moved; opening fills them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (
        sa.Column("contested", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("totals", sa.Text(), nullable=False, server_default=""),
        sa.Column("digest", sa.BigInteger(), nullable=False, server_default="0"),
    ):
        op.add_column("incident_listing", column)
    op.create_index("ix_incident_listing_digest", "incident_listing", ["incident", "digest"])
