"""What an incident's tally came to day by day, kept so that the next report need not count all days before it again.

A day's figures are a matter of what had been told by then and of nothing else, so they stand as long as that does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from recuento.ledger.belief import Belief
from recuento.ledger.records import Reported
from recuento.model import Entry

__all__ = ["Heard", "Past", "Pasts"]

_INCIDENTS = 500

_Told = tuple[tuple[object, ...], ...]


class Heard:
    """What one column's voices added up to, by all of them in order; only what the last counting asked for is kept."""

    def __init__(self) -> None:
        self._held: dict[_Told, Belief | None] = {}
        self._asked: dict[_Told, Belief | None] = {}

    def of(self, told: _Told, count: Callable[[], Belief | None]) -> Belief | None:
        """Return what these voices added up to before, else what ``count`` says."""
        if told not in self._asked:
            self._asked[told] = self._held[told] if told in self._held else count()
        return self._asked[told]

    def counted(self) -> None:
        """Forget what was not asked for since this was called last, if anything was asked for."""
        if self._asked:
            self._held, self._asked = self._asked, {}


@dataclass(frozen=True, slots=True)
class _Day:
    """What was known on a day and what it came to. What is known is kept, so that nothing else takes its place."""

    known: Sequence[Reported]
    told: frozenset[tuple[object, ...]]
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Past:
    """One incident's days as they were counted last."""

    heard: Heard = field(default_factory=Heard)
    _days: dict[date, _Day] = field(default_factory=dict)

    def on(self, day: date, known: Sequence[Reported], count: Callable[[], tuple[Entry, ...]]) -> tuple[Entry, ...]:
        """Return the entries of ``day``: those counted before if the same was known then, else what ``count`` says."""
        told = frozenset(map(_identity, known))
        before = self._days.get(day)
        if before is not None and before.told == told:
            return before.entries
        entries = count()
        self._days[day] = _Day(known, told, entries)
        return entries


class Pasts:
    """The pasts of the incidents counted last; when there are too many the older half goes."""

    def __init__(self) -> None:
        self._held: dict[str, Past] = {}

    def of(self, incident: str) -> Past:
        """Return an incident's past, an empty one if nothing is known of it."""
        past = self._held.pop(incident, None) or Past()
        if len(self._held) >= _INCIDENTS:
            self._held = dict(list(self._held.items())[_INCIDENTS // 2 :])
        self._held[incident] = past
        return past


def _identity(one: Reported) -> tuple[object, ...]:
    """Return what tells two reported claims apart: facts are read once, so the same one is the same object."""
    return (id(one.claim), id(one.document), one.recalled, one.left_out, id(one.outlet), id(one.wire))
