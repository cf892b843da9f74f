"""Bring the tables of a ledger up to date, and refuse what is not ours."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from recuento.errors import LedgerError
from recuento.ledger.connect import naming, reading, writing
from recuento.ledger.relisting import relist_all

__all__ = ["HEAD", "KNOWN", "upgrade"]

KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""Every migration there is, oldest first. Kept here so that opening a ledger that is up to date never loads Alembic."""

HEAD = KNOWN[-1]
# Tables that are derived by code as it is now are filled once all migrations are through, never within one.
_UNLISTED = frozenset({"0001", "0002", "0003", "0004", "0005", "0006", "0007"})


def upgrade(engine: Engine) -> None:
    """Create or upgrade the tables; a ledger that is up to date is only looked at.

    Raises:
        LedgerError: the file belongs to another program, or to a newer Recuento.
    """
    with reading(engine) as connection:
        version = _version(connection, naming(engine))
    if version == HEAD:
        return
    with writing(engine) as connection:  # looks again under the lock: another process may have been first
        version = _version(connection, naming(engine))
        if version != HEAD:
            _migrate(connection)
        if version in _UNLISTED:
            relist_all(connection)


def _version(connection: Connection, where: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise LedgerError(f"{where} is the database of another program; name another file for the ledger")
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version is None or version in KNOWN:
        return version
    raise LedgerError(f"{where} was written by a newer Recuento (tables {version}, we know {HEAD}): upgrade Recuento")


def _migrate(connection: Connection) -> None:
    # Alembic takes a quarter of a second to load; only a new or an old ledger pays for it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
