"""Keys of accounts are kept once, and those that count no more have an index."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    retired = sa.text("retired_at IS NOT NULL")
    op.create_index(
        "uq_account_retired", "account", ["id"], unique=True, sqlite_where=retired, postgresql_where=retired
    )
    if op.get_bind().dialect.name != "sqlite":
        return  # PostgreSQL keeps a table and its key apart in any case
    op.create_table(
        "account_key_once",
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("account", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("key", "account", name="pk_account_key"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_account_key_account"),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO account_key_once (key, account) SELECT key, account FROM account_key ORDER BY key, account")
    op.drop_table("account_key")
    op.rename_table("account_key_once", "account_key")
