"""Ledgers filled a report an hour, so that a test can name the moment of each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from recuento import ledger as room
from recuento.ledger import Ledger
from recuento.model import Coding
from recuento.recording import record_coding

__all__ = ["START", "at", "filled", "tables_of"]

START = datetime(2024, 4, 1, 12, tzinfo=UTC)


def at(step: int) -> datetime:
    """Return the moment at which the report of that position, from 0, is recorded."""
    return START + timedelta(hours=step)


def filled(*codings: Coding) -> Ledger:
    """Return a ledger in memory that learnt the codings an hour apart."""
    ledger = Ledger.open(":memory:")
    for step, coding in enumerate(codings):
        record_coding(ledger, coding, at=at(step))
    return ledger


def tables_of(path: Path, version: str) -> None:
    """Make the tables of a ledger at ``path`` as that migration left them, with nothing in them."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(room.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()
