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

__all__ = ["Counted", "Heard", "Past", "Pasts"]

_INCIDENTS = 500

_Told = tuple[tuple[object, ...], ...]


class Heard:
    """What one column's voices added up to, day after day; only what the last counting asked for is kept.

    What was held is named by a number, 0 for nothing yet: a day's voices are compared alone, not with all before them.
    """

    def __init__(self) -> None:
        self._held: dict[tuple[int, _Told], tuple[int, Belief | None]] = {}
        self._asked: dict[tuple[int, _Told], tuple[int, Belief | None]] = {}
        self._last = 0

    def of(self, before: int, told: _Told, count: Callable[[], Belief | None]) -> tuple[int, Belief | None]:
        """Return what these voices made of what was held ``before``, with its number; else what ``count`` says."""
        key = (before, told)
        found = self._asked.get(key) or self._held.get(key)
        if found is None:
            self._last += 1
            found = self._last, count()
        self._asked[key] = found
        return found

    def counted(self) -> None:
        """Forget what was not asked for since this was called last, if anything was asked for."""
        if self._asked:
            self._held, self._asked = self._asked, {}


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """What a day came to, after the day ``before`` it. What was ``new`` on it is kept: nothing else takes its place."""

    new: Sequence[Reported]
    told: frozenset[tuple[object, ...]]
    before: Counted | None
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Past:
    """One incident's days as they were counted last."""

    heard: Heard = field(default_factory=Heard)
    _days: dict[date, Counted] = field(default_factory=dict)
    _bodies: dict[int, tuple[Entry, str]] = field(default_factory=dict)

    def on(
        self, day: date, new: Sequence[Reported], before: Counted | None, count: Callable[[], tuple[Entry, ...]]
    ) -> Counted:
        """Return what ``day`` came to: as it was counted before, if the same was ``new`` on it and all ``before`` it is
        as it was; else what ``count`` says.
        """
        told = frozenset(map(_identity, new))
        held = self._days.get(day)
        if held is not None and held.before is before and held.told == told:
            return held
        self._days[day] = Counted(new, told, before, count())
        return self._days[day]

    def bodies(self, series: Sequence[Entry], write: Callable[[Entry], str]) -> list[str]:
        """Return each entry as ``write`` has it; those of the last call are not written again."""
        known = self._bodies
        self._bodies = {id(entry): known.get(id(entry)) or (entry, write(entry)) for entry in series}
        return [self._bodies[id(entry)][1] for entry in series]


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
