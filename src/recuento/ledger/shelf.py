"""The rows by which incidents are listed, held in memory by columns: filtered, ordered and counted in milliseconds.

Every text is kept once and stands in a column by its number. A condition is asked of each text once, however many
incidents have it, and counting is counting numbers. Pure: `shelving` fetches the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from recuento.ledger.records import Order
from recuento.ledger.wire import moment

__all__ = ["SHARE", "Column", "Flags", "Numbers", "Shelf", "bucket_of", "empty_shelf", "first_of", "microseconds"]

Made = TypeVar("Made")
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]

TEXTS = (
    "month", "certainty", "reviewed", "country", "admin1", "admin1_name", "point", "events", "figures", "tallies",
    "sides", "totals", "actors", "sources", "place_words", "actor_words",
)  # fmt: skip
SEVERAL = ("events", "tallies", "sides", "actors", "sources")
"""Texts that list several things: each is counted by itself."""
FLAGS = ("background", "aggregate", "contested")
_OF_FIGURES = ("tallies", "sides")
_DAYS = ("day", "last_day")
_DEGREES = ("latitude", "longitude")
_ID_LETTERS = 24  # an incident's id has 18


@dataclass(slots=True)
class Parts:
    """What the texts of a column list: which thing stands in which text. It only ever grows."""

    things: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    thing: list[int] = field(default_factory=list)
    text: list[int] = field(default_factory=list)
    arrays: tuple[Numbers, Numbers] | None = None

    def add(self, number: int, text: str) -> None:
        """Note what a text lists, which comes next by its number."""
        for thing in set(text.strip("\n").split("\n") if "\n" in text else text.split()):
            if thing not in self.known:
                self.things.append(thing)
                self.known[thing] = len(self.things) - 1
            self.thing.append(self.known[thing])
            self.text.append(number)
        self.arrays = None

    def counted(self, numbers: Numbers) -> dict[str, int]:
        """Return how many have each thing, of so many that have each text."""
        if self.arrays is None:
            self.arrays = np.array(self.thing, np.int64), np.array(self.text, np.int64)
        things, texts = self.arrays
        until = int(np.searchsorted(texts, len(numbers)))  # texts that came later are of another moment
        found = np.bincount(things[:until], numbers[texts[:until]], minlength=1)
        return {self.things[n]: int(found[n]) for n in np.flatnonzero(found)}


@dataclass(frozen=True, slots=True)
class Column:
    """One text of each row, by its number among ``texts``; these only ever grow, so that columns made before can read.

    What the ledger does not know ("" in a column) has a number too.
    """

    numbers: NDArray[np.int32]
    texts: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    parts: Parts | None = None

    def where(self, holds: Callable[[str], bool]) -> Flags:
        """Return the rows whose text passes."""
        most = len(self.texts)
        return np.fromiter((holds(text) for text in self.texts[:most]), np.bool_, most)[self.numbers]

    def text_at(self, place: int) -> str:
        """Return the text of one row."""
        return self.texts[int(self.numbers[place])]

    def equal(self, text: str) -> Flags:
        """Return the rows that have this text."""
        found: Flags = self.numbers == self.known.get(text, -1)
        return found

    def counted(self, rows: Flags) -> dict[str, int]:
        """Return how many of the rows have each text, or each of the things their texts list; none is left out."""
        numbers = np.bincount(self.numbers[rows], minlength=1)
        if self.parts is not None:
            return self.parts.counted(numbers)
        return {self.texts[n]: int(numbers[n]) for n in np.flatnonzero(numbers)}

    def with_texts(self, places: Numbers, texts: Sequence[str | None], length: int) -> Column:
        """Return the column with these texts at these places, and made longer where they lie beyond its end."""
        told = [text or "" for text in texts]
        for text in dict.fromkeys(told):
            if text not in self.known:
                self.texts.append(text)
                self.known[text] = len(self.texts) - 1
                if self.parts is not None:
                    self.parts.add(self.known[text], text)
        return replace(self, numbers=_put(self.numbers, places, [self.known[text] for text in told], length))


@dataclass(frozen=True, slots=True)
class Shelf:
    """All rows of one moment. ``here`` tells which places hold a row: that of an incident taken off the list is empty.

    ``places`` leads from an incident to its row. ``days`` are ordinals of days, ``changed`` microseconds. ``buckets``
    tell of the incidents whose ids begin alike how many there are, and the sum of their digests, modulo `SHARE`:
    what moved is looked for in those alone whose sum is another in the ledger.
    """

    digests: Mapping[str, int]
    buckets: Mapping[str, tuple[int, int]]
    places: Mapping[str, int]
    names: NDArray[np.bytes_]
    here: Flags
    texts: Mapping[str, Column]
    flags: Mapping[str, Flags]
    days: Mapping[str, Numbers]
    changed: Numbers
    degrees: Mapping[str, NDArray[np.float64]]

    def renewed(self, told: Mapping[str, Sequence[Any]], gone: Sequence[str]) -> Shelf:
        """Return the shelf with rows in place of those of the same incidents; those ``gone`` leave it.

        ``told`` are the columns of the new rows, by their names in the table.
        """
        pairs = _Cache(_tallies_and_sides)
        names = told["incident"]
        told = {**told, **{name: [pairs[each][n] for each in told["figures"]] for n, name in enumerate(_OF_FIGURES)}}
        digests, places = dict(self.digests), dict(self.places)
        for name in names:
            places.setdefault(name, len(places))
        buckets = dict(self.buckets)
        for name, digest in (*zip(names, told["digest"], strict=True), *((name, None) for name in gone)):
            _moved(buckets, name, digests.pop(name, None), digest)
            if digest is not None:
                digests[name] = digest
        at, length = np.array([places[name] for name in names], np.int64), len(places)
        here = _longer(self.here, length)
        here[at] = True
        for name in gone:
            here[places[name]] = False
        days, moments = _Cache(_ordinal), _Cache(microseconds)
        return Shelf(
            digests=digests,
            buckets=buckets,
            places=places,
            names=_put(self.names, at, [name.encode("ascii") for name in names], length),
            here=here,
            texts={name: each.with_texts(at, told[name], length) for name, each in self.texts.items()},
            flags={name: _put(each, at, told[name], length) for name, each in self.flags.items()},
            days={name: _put(each, at, [days[day] for day in told[name]], length) for name, each in self.days.items()},
            changed=_put(self.changed, at, [moments[each] for each in told["changed_at"]], length),
            degrees={name: _put(each, at, told[name], length) for name, each in self.degrees.items()},
        )

    def name(self, place: int) -> str:
        """Return the incident whose row stands at a place."""
        return bytes(self.names[place]).decode("ascii")

    def ordered(self, rows: Flags, order: Order, start: int, most: int) -> tuple[str, ...]:
        """Return the incidents of a page of these rows: by first day and id, or by what was written last and id."""
        key = self.changed if order == "changed" else self.days["day"]
        places = np.flatnonzero(rows)
        values = key[places] if order == "oldest" else -key[places]
        by = np.argsort(values, kind="stable")
        # Only the days that the page touches are put in order by id: texts are slow to compare.
        sorted_values = values[by]
        page = sorted_values[start : start + most]
        if not len(page):
            return ()
        first, last = np.searchsorted(sorted_values, page[0], "left"), np.searchsorted(sorted_values, page[-1], "right")
        near = places[by[first:last]]
        ids = np.argsort(self.names[near], kind="stable")
        near = near[ids if order == "oldest" else ids[::-1]]
        values = key[near] if order == "oldest" else -key[near]
        near = near[np.argsort(values, kind="stable")][start - first : start - first + most]
        return tuple(self.name(place) for place in near)


SHARE = 1 << 40
"""Sums of so much of every digest stay far below what a database can add up."""


def bucket_of(incident: str) -> str:
    """Return the two letters by which incidents are compared: a thousandth of them has the same."""
    return incident[2:4]


def _moved(buckets: dict[str, tuple[int, int]], name: str, old: int | None, new: int | None) -> None:
    number, total = buckets.pop(bucket_of(name), (0, 0))
    number += (new is not None) - (old is not None)
    total += (new or 0) % SHARE - (old or 0) % SHARE
    if number:
        buckets[bucket_of(name)] = number, total


def empty_shelf() -> Shelf:
    """Return a shelf without a row."""
    return Shelf(
        digests={},
        buckets={},
        places={},
        names=np.zeros(0, f"S{_ID_LETTERS}"),
        here=np.zeros(0, np.bool_),
        texts={name: Column(np.zeros(0, np.int32), parts=Parts() if name in SEVERAL else None) for name in TEXTS},
        flags={name: np.zeros(0, np.bool_) for name in FLAGS},
        days={name: np.zeros(0, np.int64) for name in _DAYS},
        changed=np.zeros(0, np.int64),
        degrees={name: np.zeros(0, np.float64) for name in _DEGREES},
    )


def first_of(numbers: NDArray[np.int32], among: Flags, most: int) -> Numbers:
    """Return for each number below ``most`` a place among these rows that has it, the first; -1 where none has."""
    found = np.full(most, -1, np.int64)
    places = np.flatnonzero(among)[::-1]
    found[numbers[places]] = places
    return found


def _longer(values: Any, length: int) -> Any:
    grown = np.zeros(length, values.dtype)
    grown[: len(values)] = values
    return grown


def _put(values: Any, at: Numbers, new: Sequence[object], length: int) -> Any:
    """Return the values with new ones at these places, and made longer where they lie beyond its end."""
    grown = _longer(values, length)
    if len(new):
        grown[at] = new
    return grown


class _Cache(dict[str, Made]):
    """What a function makes of each text, asked of it once."""

    def __init__(self, made: Callable[[str], Made]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, text: str) -> Made:
        self[text] = found = self._made(text)
        return found


def _tallies_and_sides(figures: str) -> tuple[str, str]:
    """Return what " killed/civilian killed/state " counts, and on which sides."""
    pairs = [figure.split("/") for figure in figures.split()]
    return " ".join(pair[0] for pair in pairs), " ".join(pair[1] for pair in pairs)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def microseconds(at: str) -> int:
    """Return an instant of the ledger as a number, from 1970 on."""
    since = moment(at) - moment("1970-01-01T00:00:00+00:00")
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
