"""Until when the machine's judgements and ties of an earlier reading held."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":  # "different" has nine letters; SQLite never minded
        op.alter_column("judgement", "verdict", type_=sa.String(16))
    op.add_column("judgement", sa.Column("void_at", sa.String(32)))
    for name in ("recorded_at", "void_at"):
        op.add_column("account_tie", sa.Column(name, sa.String(32)))
