"""Ledgers filled a report an hour, so that a test can name the moment of each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from recuento.ledger import Ledger
from recuento.model import Coding
from recuento.recording import record_coding

__all__ = ["START", "at", "filled"]

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
