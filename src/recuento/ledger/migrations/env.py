"""Alembic's entry: migrate over the connection that `store` hands in, inside its transaction."""

from alembic import context

# Alembic gives the module a configuration only while it migrates; tools that import every file find none.
if hasattr(context, "config"):
    context.configure(connection=context.config.attributes["connection"])
    context.run_migrations()
