"""Where a ledger lives. All that is said to one database only is said here: SQLite's settings, PostgreSQL's lock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from recuento.errors import LedgerError

__all__ = ["engine_for", "naming", "reading", "writing"]

_WRITING = "recuento_writing"
_WAIT_MS = 60_000  # for another process that writes: one report takes milliseconds, but a queue may form
_ASK_AGAIN_S = 0.02
_CACHE_KB = 32_000  # of SQLite's pages: in a ledger of 100,000 reports those that lead to others take twenty megabytes
_WRITERS_CACHE_KB = 96_000  # a report writes all over the tables, which are in the order of ids: most of their indexes
_SQLITE_HEAD = b"SQLite format 3\x00"
_LOCK = 7_355_608  # any number will do, as long as every writer takes the same


def engine_for(where: str | Path, *, create: bool) -> Engine:
    """Return an engine for a path, ":memory:" or a database URL.

    Raises:
        LedgerError: the file is none of ours, its folder is missing, or ``create`` is False and there is no file.
    """
    if isinstance(where, str) and "://" in where:
        return _by_url(where)
    if str(where) == ":memory:":
        return _sqlite(create_engine("sqlite://", poolclass=StaticPool))
    path = Path(where)
    _check_file(path, create=create)
    return _sqlite(create_engine(f"sqlite:///{path}"))


def _by_url(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return engine_for(parsed.database or ":memory:", create=True)
        if parsed.drivername == "postgresql":  # with no driver named, ours: which is the usual one has changed
            parsed = parsed.set(drivername="postgresql+psycopg")
        return create_engine(parsed)
    except (ArgumentError, NoSuchModuleError) as why:
        raise LedgerError(f"{url}: not the address of a database ({why})") from why
    except ModuleNotFoundError as why:
        message = f"{url}: the driver {why.name} is missing; for PostgreSQL: pip install 'recuento[postgres]'"
        raise LedgerError(message) from why


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name a file in it for the ledger")
    if not path.exists():
        if not create:
            raise LedgerError(f"{path}: there is no ledger yet; 'recuento read' makes one")
        if not path.parent.is_dir():
            raise LedgerError(f"{path.parent}: no such folder; make it, or name another place for the ledger")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_HEAD))
    except OSError as why:
        raise LedgerError(f"{path} cannot be opened: {why.strerror}") from why
    if head not in {b"", _SQLITE_HEAD}:
        raise LedgerError(f"{path} is not a ledger (not an SQLite file); name another file")


def _sqlite(engine: Engine) -> Engine:
    @event.listens_for(engine, "connect")
    def settings(connection: Any, _record: object) -> None:
        # The driver must not open transactions by itself: `begin` below does, so that a writer locks first.
        connection.isolation_level = None
        once = (f"busy_timeout = {_WAIT_MS}", "foreign_keys = ON", "synchronous = NORMAL", f"cache_size = -{_CACHE_KB}")
        for pragma in once:
            connection.execute(f"PRAGMA {pragma}")
        _to_wal(connection)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITING, False)
        if writes and not connection.info.get(_WRITING):
            connection.exec_driver_sql(f"PRAGMA cache_size = -{_WRITERS_CACHE_KB}")
            connection.info[_WRITING] = True
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _to_wal(connection: Any) -> None:
    # A new file is turned to WAL once, and needs the file for itself. SQLite does not queue for that change as it does
    # for a lock, however long the busy timeout: of two processes that start at once, one is refused and asks again.
    until = time.monotonic() + _WAIT_MS / 1000
    while connection.execute("PRAGMA journal_mode").fetchone()[0] not in {"wal", "memory"}:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except OperationalError as why:
            if why.sqlite_errorcode != SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_ASK_AGAIN_S)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Hold the write lock from the first read to the last write; all is kept, or nothing is.

    Raises:
        LedgerError: the database refuses; the message says what it said.
    """
    with _translated(engine), engine.connect() as plain:
        connection = plain.execution_options(**{_WRITING: True})
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """See the ledger as it stands at one moment, however many questions are asked.

    Raises:
        LedgerError: as for `writing`.
    """
    with _translated(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def _translated(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DatabaseError as why:
        raise LedgerError(f"{naming(engine)}: {why.orig}; nothing of this step was kept") from why


def naming(engine: Engine) -> str:
    """Return the place of the ledger for messages, without a password."""
    return engine.url.database or ":memory:" if engine.dialect.name == "sqlite" else engine.url.render_as_string()
