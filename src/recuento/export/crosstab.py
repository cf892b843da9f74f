"""Figures summed over incidents, by month, state and the like: best, low and high, with zeros where nothing is held."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import IO, Literal, get_args

import msgspec

from recuento.errors import OptionError
from recuento.export.table import Told, safe_cell
from recuento.model import DayRange, Entry, FigureKey, Incident
from recuento.model.totals import all_sides

__all__ = ["DIMENSIONS", "Cell", "Dimension", "cells_json", "crosstab", "dimensions", "write_cells"]

Dimension = Literal["year", "month", "day", "country", "admin1", "place", "event", "family", "side"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

NOT_SAID = "not said"
UNCERTAIN = "not certain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: so many incidents, of which ``counted`` have the figure; sums of what is held of it.

    ``reviewed`` of those counted rest on figures that persons accepted or gave alone; None where that is not known, as
    of a past day. ``high`` is None where one of them has no ceiling. An incident whose reports give no such figure is
    no zero: it is in ``incidents`` and not in ``counted``.
    """

    by: tuple[str, ...]
    incidents: int
    counted: int
    best: int
    low: int
    high: int | None
    reviewed: int | None


@dataclass(slots=True)
class _Sum:
    """``unread``: incidents of which a figure waits for a person; ``known``: whether that can be told."""

    incidents: set[str] = field(default_factory=set)
    entries: list[Entry] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    known: bool = True


def dimensions(words: str) -> tuple[Dimension, ...]:
    """Return the dimensions of "month,admin1".

    Raises:
        OptionError: one of them is none, or comes twice.
    """
    asked = [word.strip() for word in words.split(",") if word.strip()]
    found = [known for word in asked for known in DIMENSIONS if known == word]
    if len(found) != len(asked) or len(set(found)) != len(found) or not found:
        raise OptionError(f"--by: {words!r}; name some of {', '.join(DIMENSIONS)}, each once")
    return tuple(found)


def crosstab(
    rows: Iterable[Told], by: Sequence[Dimension], tally: str, side: str | None, unit: str
) -> tuple[Cell, ...]:
    """Return one cell for each combination of what occurs, sorted, and for each period between the first and the last.

    Totals of a period or area are left out: they count no one incident. ``side`` None sums over all sides; a figure
    whose side no report says holds those of known sides (`all_sides`).
    An incident that may lie in several cells (in March or April) is in the one called "not certain".
    """
    sums: dict[tuple[str, ...], _Sum] = {}
    for incident, entries, accepted in rows:
        if not incident.aggregate:
            mine = [e for e in entries if e.tally == tally and e.unit == unit and side in {None, e.side}]
            _add(sums, incident, mine, accepted, by)
    values = [_filled(name, sorted({key[place] for key in sums})) for place, name in enumerate(by)]
    return tuple(_cell(key, sums.get(key)) for key in product(*values))


def _add(
    sums: dict[tuple[str, ...], _Sum],
    incident: Incident,
    entries: list[Entry],
    accepted: Collection[FigureKey] | None,
    by: Sequence[Dimension],
) -> None:
    of_side: Mapping[str, list[Entry]] = {e.side: [x for x in entries if x.side == e.side] for e in entries}
    parts = of_side if "side" in by and of_side else {"": entries}
    for side, mine in parts.items():
        key = tuple((side or NOT_SAID) if name == "side" else _VALUES[name](incident) for name in by)
        cell = sums.setdefault(key, _Sum(known=accepted is not None))
        cell.incidents.add(incident.id)
        cell.entries += mine
        if any(entry.key not in (accepted or ()) for entry in mine):
            cell.unread.add(incident.id)


def _cell(key: tuple[str, ...], held: _Sum | None) -> Cell:
    of_incident: dict[str, list[Entry]] = {}
    for entry in held.entries if held else []:
        of_incident.setdefault(entry.incident, []).append(entry)
    totals = [all_sides(entries) for entries in of_incident.values()]
    highs = [total.high for total in totals]
    return Cell(
        by=key,
        incidents=len(held.incidents) if held else 0,
        counted=len(totals),
        best=sum(total.best for total in totals),
        low=sum(total.low for total in totals),
        high=None if None in highs else sum(high for high in highs if high is not None),
        reviewed=None if held and not held.known else len(of_incident.keys() - (held.unread if held else set())),
    )


def _period(incident: Incident, length: int) -> str:
    """Return the year (4 letters), month (7) or day (10) in which an incident lies."""
    days = incident.when
    found = {part.isoformat()[:length] for each in days for part in (each.first, _last(each))}
    if not found:
        return NOT_SAID
    return found.pop() if len(found) == 1 else UNCERTAIN


def _last(days: DayRange) -> date:
    return days.after - timedelta(days=1)


def _admin1(incident: Incident) -> str:
    place = incident.place
    if place is None:
        return NOT_SAID
    name = place.admin1 or (place.name if place.precision == "admin1" else None)
    return ", ".join(part for part in (name, place.country) if part) if name else NOT_SAID


def _place(incident: Incident) -> str:
    place = incident.place
    if place is None or place.precision in {"country", "admin1"}:
        return NOT_SAID
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)


_VALUES: Mapping[str, Callable[[Incident], str]] = {
    "year": lambda incident: _period(incident, 4),
    "month": lambda incident: _period(incident, 7),
    "day": lambda incident: _period(incident, 10),
    "country": lambda incident: (incident.place.country if incident.place else None) or NOT_SAID,
    "admin1": _admin1,
    "place": _place,
    "event": lambda incident: incident.events[0] if incident.events else NOT_SAID,
    "family": lambda incident: incident.family,
}
_STEP = {"year": 4, "month": 7, "day": 10}
_LONGEST = 4000  # cells of one dimension; beyond that gaps are not filled


def _filled(name: Dimension, found: list[str]) -> list[str]:
    """Return the values of a dimension with the periods between the first and the last that have none."""
    told = [value for value in found if value not in {NOT_SAID, UNCERTAIN}]
    others = [value for value in found if value not in told]
    if name not in _STEP or not told:
        return told + others
    day, last = _first_day(told[0]), _first_day(told[-1])
    between: list[str] = []
    while day <= last and len(between) < _LONGEST:
        between.append(day.isoformat()[: _STEP[name]])
        day = _next(day, name)
    return (between if between and between[-1] == told[-1] else told) + others


def _first_day(value: str) -> date:
    return date.fromisoformat((value + "-01-01")[:10] if len(value) == 4 else (value + "-01")[:10])


def _next(day: date, name: Dimension) -> date:
    if name == "day":
        return day + timedelta(days=1)
    if name == "year":
        return date(day.year + 1, 1, 1)
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


_HEADS = ("incidents", "counted", "best", "low", "high", "reviewed")


def write_cells(cells: Iterable[Cell], by: Sequence[Dimension], out: IO[str]) -> None:
    """Write the cells as CSV that no spreadsheet runs; empty: no ceiling for ``high``, ``reviewed`` not known."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*by, *_HEADS])
    for cell in cells:
        writer.writerow([safe_cell(value) for value in (*cell.by, *_numbers(cell))])


def cells_json(cells: Iterable[Cell], by: Sequence[Dimension]) -> str:
    """Return one JSON object a line for each cell, with the names of its dimensions."""
    lines = (
        {**dict(zip(by, cell.by, strict=True)), **dict(zip(_HEADS, _numbers(cell), strict=True))} for cell in cells
    )
    return "".join(msgspec.json.encode(line).decode() + "\n" for line in lines)


def _numbers(cell: Cell) -> tuple[int | None, ...]:
    return (cell.incidents, cell.counted, cell.best, cell.low, cell.high, cell.reviewed)
