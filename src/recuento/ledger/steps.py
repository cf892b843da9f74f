"""When the ledger was last written, and the numbers that it gives: kept in the ledger itself."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select, update

from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.wire import instant, moment

__all__ = [
    "Stamp",
    "keep_keyed_by",
    "keyed_by",
    "last_numbers",
    "last_recorded",
    "next_reading",
    "not_before_last",
    "reading_number",
    "stamp",
]

Stamp = tuple[tuple[int, ...], str | None, str | None]
"""The last row of each table that only grows, the instant of the last step, and the user's register of sources."""

_LAST = "last_recorded"
_READINGS = "readings"
_KEYED_BY = "keyed_by"
# One statement: lists ask it before every answer.
_STAMP = select(
    *(
        select(func.max(table.c.id)).scalar_subquery()
        for table in (k.searchable, k.reading, k.decision, k.incident_history, k.account_history, t.entry)
    ),
    *(select(t.meta.c.value).where(t.meta.c.key == key).scalar_subquery() for key in (_LAST, "sources")),
)

_NUMBERS = select(
    *(select(func.max(table.c.id)).scalar_subquery() for table in (k.reading, t.judgement)),
)


def not_before_last(connection: Connection, at: datetime) -> datetime:
    """Return ``at``, or the instant of the last step if that is later; and remember it."""
    now = max(at.astimezone(UTC) if at.tzinfo else at, last_recorded(connection))
    _keep(connection, _LAST, instant(now))
    return now


def last_recorded(connection: Connection) -> datetime:
    """Return the instant of the last step; of an empty ledger, the beginning of time."""
    last = _kept(connection, _LAST)
    return moment(last) if last is not None else datetime.min.replace(tzinfo=UTC)


def stamp(connection: Connection) -> Stamp:
    """Return what is another after every step that changed what is held, decided or counted."""
    *numbers, last, sources = connection.execute(_STAMP).one()
    return tuple(number or 0 for number in numbers), last, sources


def next_reading(connection: Connection) -> int:
    """Return the number of the next reading again, 1 for the first; it is given once."""
    number = int(_kept(connection, _READINGS) or 0) + 1
    _keep(connection, _READINGS, str(number))
    return number


def reading_number(connection: Connection) -> int:
    """Return a number that grows whenever a report is read again: what was known of accounts before may be wrong."""
    return connection.execute(select(func.max(k.reading.c.id))).scalar() or 0


def keyed_by(connection: Connection) -> str | None:
    """Return by which rules the accounts are found again; None if that is not known or they have none."""
    return _kept(connection, _KEYED_BY)


def keep_keyed_by(connection: Connection, rules: str) -> None:
    """Remember by which rules the accounts are found again from now on."""
    _keep(connection, _KEYED_BY, rules)


def last_numbers(connection: Connection) -> tuple[int, int]:
    """Return the number of the last reading again, as `reading_number` does, and of the last judgement; 0 for none."""
    reading, judgement = connection.execute(_NUMBERS).one()
    return reading or 0, judgement or 0


def _kept(connection: Connection, key: str) -> str | None:
    return connection.execute(select(t.meta.c.value).where(t.meta.c.key == key)).scalar()


def _keep(connection: Connection, key: str, value: str) -> None:
    if _kept(connection, key) is None:
        connection.execute(insert(t.meta), {"key": key, "value": value})
    else:
        connection.execute(update(t.meta).where(t.meta.c.key == key).values(value=value))
