"""What a person should look at next: contested figures, then those of one source, then the rest; new before old."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recuento.ledger import IncidentFilter, IncidentRow, Ledger
from recuento.ledger.decisions import is_what_was_accepted
from recuento.model import Entry
from recuento.model.decision import Accepted, Decision

__all__ = ["Item", "Key", "Queue", "is_contested", "key_of", "queue"]

Key = tuple[str, str, str]
"""Tally, side and unit: which figure of an incident."""
_AHEAD = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One figure of one incident that nobody has accepted as it stands."""

    row: IncidentRow
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The item at hand, those that come after it, and how many are open and done."""

    at: int
    item: Item | None
    ahead: tuple[Item, ...]
    open: int
    done: int


def queue(ledger: Ledger, at: int) -> Queue:
    """Return the queue from its ``at``-th item on, counted from 0; past its end, from its last."""
    accepted = ledger.accepted()
    rows = ledger.incidents(IncidentFilter(aggregate=False))
    every = [Item(row=row, entry=entry) for row in rows for entry in row.entries]
    waiting = sorted((each for each in every if not _is_done(each, accepted)), key=_order)
    at = max(0, min(at, len(waiting) - 1))
    return Queue(
        at=at,
        item=waiting[at] if waiting else None,
        ahead=tuple(waiting[at + 1 : at + 1 + _AHEAD]),
        open=len(waiting),
        done=len(every) - len(waiting),
    )


def key_of(entry: Entry) -> Key:
    """Return which figure of its incident an entry is."""
    return entry.tally, entry.side, entry.unit


def is_contested(entry: Entry) -> bool:
    """Tell whether current claims support more than one figure."""
    return (entry.low, entry.high) != (entry.best.at_least, entry.best.at_most)


def _is_done(item: Item, accepted: Mapping[tuple[str, str, str, str], Decision]) -> bool:
    """A person's own word and what a person accepted as it stands need no second look."""
    if not item.entry.rests_on:
        return True
    made = accepted.get((f"k-{item.row.incident.id[2:]}", *key_of(item.entry)))
    return made is not None and isinstance(made.what, Accepted) and is_what_was_accepted(item.entry, made.what)


def _order(item: Item) -> tuple[object, ...]:
    entry, incident = item.entry, item.row.incident
    return (
        not is_contested(entry),
        entry.sources > 1,
        incident.background,
        -entry.as_of.toordinal(),
        incident.id,
        key_of(entry),
    )
