"""Alembic migrations, packaged: `store` runs them from Python."""
