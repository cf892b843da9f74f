"""Facts as JSON text in the ledger, and back. The interchange format is another one: see `recuento.export`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from recuento.errors import LedgerError
from recuento.model import Account, Claim

__all__ = ["account_from", "decode", "decode_all", "encode", "instant", "moment"]

Noun = TypeVar("Noun")


def encode(noun: object) -> str:
    """Return a dataclass as JSON; the same value always gives the same text."""
    return msgspec.json.encode(noun).decode("utf-8")


def decode(body: str, kind: type[Noun]) -> Noun:
    """Return the dataclass that `encode` wrote.

    Raises:
        LedgerError: the text is damaged or was written by another version.
    """
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError as why:
        raise _damaged(kind, why) from why


def decode_all(bodies: Iterable[str], kind: type[Noun]) -> tuple[Noun, ...]:
    """Return the dataclasses that `encode` wrote, in their order; quicker than `decode` on each of thousands.

    Raises:
        LedgerError: as for `decode`.
    """
    try:
        return msgspec.json.decode(f"[{','.join(bodies)}]", type=tuple[kind, ...])  # type: ignore[valid-type]
    except msgspec.DecodeError as why:
        raise _damaged(kind, why) from why


def _damaged(kind: type[object], why: Exception) -> LedgerError:
    return LedgerError(f"a {kind.__name__} in the ledger cannot be read ({why}): restore the file from a copy")


def account_from(body: str, claims: tuple[Claim, ...]) -> Account:
    """Return the account with its claims, which are stored apart."""
    return replace(decode(body, Account), claims=claims)


def instant(at: datetime) -> str:
    """Write an instant so that text order is time order: UTC, always with microseconds.

    Raises:
        ValueError: ``at`` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError(f"naive datetime: {at!r}")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def moment(written: str) -> datetime:
    """Return the instant that `instant` wrote."""
    return datetime.fromisoformat(written)
