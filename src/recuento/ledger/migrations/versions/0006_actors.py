"""The actors that each incident names; opening the ledger fills them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "incident_actor",
        sa.Column("incident", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "words", "parts")),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("incident", "actor", name="pk_incident_actor"),
    )
    op.create_index("ix_incident_actor_actor", "incident_actor", ["actor", "incident"])
