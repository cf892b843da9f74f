"""Fetch the listed incidents into memory once, and after each step only those that it moved: counts are never stale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

import numpy as np
from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    Engine,
    Float,
    Text,
    bindparam,
    cast,
    func,
    select,
    text,
)

from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.connect import reading
from recuento.ledger.counting import counted, spots
from recuento.ledger.listed import incident_listing
from recuento.ledger.passing import passing
from recuento.ledger.placing import place_sums
from recuento.ledger.records import Counted, IncidentFilter, Order, PlaceSums, Spot
from recuento.ledger.rows import THESE, batches
from recuento.ledger.searching import MATCHING, words_asked
from recuento.ledger.shelf import SHARE, Flags, Numbers, Shelf, bucket_of, empty_shelf
from recuento.ledger.steps import Stamp, stamp

__all__ = ["Shelved"]

_c, _held, _a, _s = incident_listing.c, t.incident_account.c, t.account.c, k.searchable.c
_THEIRS = select(incident_listing).where(_c.incident.in_(THESE))
# A report is indexed under its own id, a claim under the claim's: these names lead to reports alone.
_THEIR_TEXTS = (
    select(_s.id, _held.incident)
    .join_from(t.incident_account, t.account, _a.id == _held.account)
    .join(k.searchable, _s.ref == _a.document)
    .where(_held.incident.in_(THESE))
)
_MOST_SEARCHES = 16
_BUCKET = func.substr(_c.incident, 3, 2)
_BUCKETS = select(
    _BUCKET.label("bucket"), func.count().label("number"), func.sum(_c.digest % SHARE).label("total")
).group_by(_BUCKET)
_MANY = 400  # buckets that moved; of more than these all incidents are compared
_BETWEEN = "\x1f"
# How what is no text is read where all rows are handed over as texts: SQLite says "1" for yes, PostgreSQL "true".
_KINDS: dict[type, Callable[[str], object]] = {
    BigInteger: int,
    Boolean: {"1": True, "true": True, "0": False, "false": False}.__getitem__,
    Float: lambda degrees: float(degrees or "nan"),
}


@dataclass(frozen=True, slots=True)
class _Texts:
    """Which report, by its number in the index of words, tells of which incident, by its row on the shelf."""

    reports: Numbers
    rows: Numbers

    def renewed(self, found: _Texts, moved: Numbers, length: int) -> _Texts:
        """Return the pairs with those found in place of all of the rows that moved."""
        stale = np.zeros(length, np.bool_)
        stale[moved] = True
        kept = ~stale[self.rows]
        return _Texts(
            np.concatenate((self.reports[kept], found.reports)), np.concatenate((self.rows[kept], found.rows))
        )

    def holding(self, reports: Numbers, length: int) -> Flags:
        """Return the rows of which one of these reports tells."""
        most = 1 + max(int(self.reports.max(initial=0)), int(reports.max(initial=0)))
        asked, rows = np.zeros(most, np.bool_), np.zeros(length, np.bool_)
        asked[reports] = True
        rows[self.rows[asked[self.reports]]] = True
        return rows


@dataclass(frozen=True, slots=True)
class _Moment:
    """The shelf under the stamp of the ledger's last step; ``texts`` None until words were searched.

    ``holding`` are the rows found for words: one page asks for the same ones several times.
    """

    stamp: Stamp
    shelf: Shelf
    texts: _Texts | None
    holding: dict[str, Flags] = field(default_factory=dict)


class Shelved:
    """What can be asked of all listed incidents at once; safe from several threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._now: _Moment | None = None
        self._lock, self._reading_texts = Lock(), Lock()

    def counted(self, wanted: IncidentFilter) -> Counted:
        """Return how many of the incidents that pass are what.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        shelf, rows = self._asked(wanted)
        return counted(shelf, rows)

    def names(self, wanted: IncidentFilter, order: Order, start: int, most: int) -> tuple[str, ...]:
        """Return the incidents that pass, in order, after the first ``start``, at most ``most``.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        shelf, rows = self._asked(wanted)
        return shelf.ordered(rows, order, start, most)

    def spots(self, wanted: IncidentFilter) -> tuple[Spot, ...]:
        """Return the points at which incidents that pass stand, each with the number and one of them.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        shelf, rows = self._asked(wanted)
        with reading(self._engine) as connection:
            return spots(connection, shelf, rows)

    def place_sums(self, wanted: IncidentFilter, tallies: Sequence[str], side: str | None) -> tuple[PlaceSums, ...]:
        """Return what the incidents that pass hold at each point, those with most incidents first; last those without.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        shelf, rows = self._asked(wanted)
        with reading(self._engine) as connection:
            found = spots(connection, shelf, rows)
        ordered = sorted(found, key=lambda spot: (-spot.number, spot.point))
        return place_sums(shelf, rows, ordered, tallies, side)

    def admin1_names(self, codes: Sequence[str]) -> dict[str, str]:
        """Return what each of these states or departments is called, with its country."""
        with reading(self._engine) as connection:
            shelf = self._moment(connection).shelf
        found = {}
        for code in codes:
            rows = np.flatnonzero(shelf.texts["admin1"].equal(code) & shelf.here)
            if len(rows):
                name, country = (shelf.texts[each].text_at(int(rows[0])) for each in ("admin1_name", "country"))
                found[code] = ", ".join(part for part in (name, country) if part)
        return found

    def _asked(self, wanted: IncidentFilter) -> tuple[Shelf, Flags]:
        with reading(self._engine) as connection:
            if wanted.words is None:
                shelf = self._moment(connection).shelf
                return shelf, passing(shelf, wanted, None)
            words = words_asked(wanted.words, connection.dialect.name)
            now = self._moment(connection)
            if words not in now.holding:
                texts = self._texts(connection, now)
                query = text(MATCHING[connection.dialect.name]).bindparams(bindparam("asked", words))
                told = connection.execute(query).scalar() or ""
                reports = np.fromstring(told, np.int64, sep=" ")
                if len(now.holding) >= _MOST_SEARCHES:
                    now.holding.clear()
                now.holding[words] = texts.holding(reports, len(now.shelf.here))
            return now.shelf, passing(now.shelf, wanted, now.holding[words])

    def _moment(self, connection: Connection) -> _Moment:
        """Return the rows as they stand; what was kept is kept where no step came between."""
        # The stamp before the rows: of a step between the two, rows are fetched twice, and none is missed.
        told = stamp(connection)
        with self._lock:
            if self._now is None or self._now.stamp != told:
                self._now = _renewed(connection, told, self._now)
            return self._now

    def _texts(self, connection: Connection, now: _Moment) -> _Texts:
        """Return which reports tell of the rows; who only counts does not wait for that."""
        with self._reading_texts:
            kept = self._now
            if kept is not None and kept.stamp == now.stamp and kept.texts is not None:
                return kept.texts
            texts = _pairs(now.shelf, _all_texts(connection))
            with self._lock:
                if self._now is now:
                    self._now = replace(now, texts=texts)
            return texts


def _renewed(connection: Connection, told: Stamp, before: _Moment | None) -> _Moment:
    if before is None:
        return _Moment(told, empty_shelf().renewed(_all_columns(connection), ()), None)
    shelf = before.shelf
    moved, gone = _differences(connection, shelf)
    shelf = shelf.renewed(_columns(connection, moved), gone)
    if before.texts is None:
        return _Moment(told, shelf, None)
    found = [row for some in batches(moved) for row in connection.execute(_THEIR_TEXTS, {"these": some})]
    at = np.array([shelf.places[name] for name in (*moved, *gone) if name in shelf.places], np.int64)
    return _Moment(told, shelf, before.texts.renewed(_pairs(shelf, found), at, len(shelf.here)))


def _differences(connection: Connection, shelf: Shelf) -> tuple[list[str], list[str]]:
    """Return the incidents whose rows are new or other than on the shelf, and those that are listed no more."""
    sums = {row.bucket: (row.number, int(row.total)) for row in connection.execute(_BUCKETS)}
    other = [each for each in sums.keys() | shelf.buckets.keys() if sums.get(each) != shelf.buckets.get(each)]
    query = select(_c.incident, _c.digest)
    if len(other) <= _MANY:
        query = query.where(_BUCKET.in_(other))
    now = {row.incident: row.digest for row in connection.execute(query)}
    within = set(other)
    moved = [name for name, digest in now.items() if shelf.digests.get(name) != digest]
    return moved, [name for name in shelf.digests if bucket_of(name) in within and name not in now]


def _columns(connection: Connection, names: Sequence[str]) -> dict[str, Sequence[Any]]:
    """Return the rows of these incidents by their columns."""
    rows = [row for some in batches(names) for row in connection.execute(_THEIRS, {"these": some})]
    columns = list(zip(*rows, strict=True)) or [()] * len(_c)
    return dict(zip(_c.keys(), columns, strict=True))


def _all_columns(connection: Connection) -> dict[str, Sequence[Any]]:
    """Return all rows by their columns, each handed over as one text: rows of Python would take far longer."""
    told = [func.aggregate_strings(func.coalesce(cast(column, Text), ""), _BETWEEN) for column in _c]
    texts = connection.execute(select(*told)).one()
    columns = dict(zip(_c.keys(), texts, strict=True))
    if columns["incident"] is None:
        return dict.fromkeys(columns, ())
    return {name: list(map(_kind(name), whole.split(_BETWEEN))) for name, whole in columns.items()}


def _kind(name: str) -> Callable[[str], object]:
    return _KINDS.get(type(_c[name].type), str)


def _all_texts(connection: Connection) -> list[tuple[int, str]]:
    """Return the number of each report with each incident that it tells of; a join would look each of them up."""
    incidents = dict(_told(connection, _held.account, _held.incident))
    numbers = dict(_told(connection, _s.ref, _s.id, _s.ref.like("d-%")))
    return [
        (int(numbers[document]), incidents[account])
        for account, document in _told(connection, _a.id, _a.document)
        if account in incidents and document in numbers
    ]


def _told(
    connection: Connection, one: ColumnElement[Any], other: ColumnElement[Any], *where: ColumnElement[bool]
) -> Iterable[tuple[str, str]]:
    """Yield two columns of a table, handed over as two texts."""
    columns = (func.aggregate_strings(cast(column, Text), _BETWEEN) for column in (one, other))
    row = connection.execute(select(*columns).where(*where)).one()
    if row[0] is None:
        return ()
    return zip(row[0].split(_BETWEEN), row[1].split(_BETWEEN), strict=True)


def _pairs(shelf: Shelf, found: Iterable[Any]) -> _Texts:
    told = [(number, shelf.places[name]) for number, name in found if name in shelf.places]
    pairs = np.array(told, np.int64).reshape(-1, 2)
    return _Texts(pairs[:, 0], pairs[:, 1])
