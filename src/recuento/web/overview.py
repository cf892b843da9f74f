"""The list of incidents with what surrounds it: facets, a histogram of months, a map, and a tray."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recuento.ledger import IncidentRow
from recuento.web.basemap import Placed, WorldMap, world_map
from recuento.web.filters import View
from recuento.web.tongue import SIDES, Tongue

__all__ = ["PAGE", "Bar", "Choice", "Facet", "Overview", "overview", "passing"]

PAGE = 50
_SHOWN = 8
_MOST_BARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet: how many incidents of this view have it, and the view with or without it."""

    label: str
    number: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One field by which the list can be narrowed."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One month or year of the histogram; ``share`` of the highest bar, in percent."""

    label: str
    number: int
    share: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the page shows of a view. ``unlocated`` have no place that a map could show."""

    rows: tuple[IncidentRow, ...]
    total: int
    pages: int
    facets: tuple[Facet, ...]
    bars: tuple[Bar, ...]
    map: WorldMap | None
    undated: int
    unlocated: tuple[IncidentRow, ...]


def passing(rows: Iterable[IncidentRow], view: View) -> list[IncidentRow]:
    """Return the rows that pass what the ledger is not asked: the side of a figure, the state."""
    return [
        row
        for row in rows
        if (view.side is None or any(e.side == view.side and view.tally in {None, e.tally} for e in row.entries))
        and (view.admin1 is None or view.admin1 == _admin1(row)[0])
    ]


def overview(rows: Sequence[IncidentRow], view: View, tongue: Tongue) -> Overview:
    """Return the page of ``view`` over ``rows``, all incidents that pass it."""
    pages = max(1, -(-len(rows) // PAGE))
    start = (min(view.page, pages) - 1) * PAGE
    located = [Placed(row.incident.id, place.latitude, place.longitude, tongue.events(row.incident.events))
               for row in rows if (place := row.incident.place) is not None and place.precision != "country"
               and place.latitude is not None and place.longitude is not None]  # fmt: skip
    shown = {each.incident for each in located}
    return Overview(
        rows=tuple(rows[start : start + PAGE]),
        total=len(rows),
        pages=pages,
        facets=_facets(rows, view, tongue),
        bars=_bars(rows, view, tongue),
        map=world_map(located),
        undated=sum(not row.incident.when for row in rows),
        unlocated=tuple(row for row in rows if row.incident.id not in shown),
    )


def _facets(rows: Sequence[IncidentRow], view: View, tongue: Tongue) -> tuple[Facet, ...]:
    states = {code: name for row in rows for code, name in [_admin1(row)] if code}
    facets = (
        _facet("event", tongue.say("What"), rows, view, lambda r: r.incident.events, tongue.event),
        _facet("tally", tongue.say("Figures"), rows, view, lambda r: {e.tally for e in r.entries}, tongue.tally),
        _facet("side", tongue.say("Side"), rows, view, lambda r: {e.side for e in r.entries},
               lambda code: tongue.say(SIDES[code])),
        _facet("admin1", tongue.say("State or department"), rows, view, lambda r: [_admin1(r)[0]],
               lambda code: states.get(code, code)),
    )  # fmt: skip
    return tuple(facet for facet in facets if facet.choices)


def _facet(
    field: str,
    title: str,
    rows: Sequence[IncidentRow],
    view: View,
    values: Callable[[IncidentRow], Iterable[str]],
    name: Callable[[str], str],
) -> Facet:
    counted = Counter(value for row in rows for value in set(values(row)) if value)
    chosen = getattr(view, field)
    best = sorted(counted.items(), key=lambda each: (-each[1], name(each[0])))[:_SHOWN]
    return Facet(
        title=title,
        choices=tuple(
            Choice(
                label=name(value),
                number=number,
                href=view.query(**{field: None if value == chosen else value}),
                chosen=value == chosen,
            )
            for value, number in best
        ),
    )


def _admin1(row: IncidentRow) -> tuple[str, str]:
    """Return the code and name of the state or department, empty where none is known."""
    place = row.incident.place
    if place is None or place.precision == "country":
        return "", ""
    name = place.admin1 or (place.name if place.precision == "admin1" else "")
    return place.admin1_code or name, f"{name}, {place.country}" if place.country else name


def _bars(rows: Sequence[IncidentRow], view: View, tongue: Tongue) -> tuple[Bar, ...]:
    """Return a bar for each month from the first to the last, or each year where months would be too many."""
    days = [row.incident.when[0].first for row in rows if len(row.incident.when) == 1]
    if not days:
        return ()
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    spans = _months(first, last) if months <= _MOST_BARS else _years(first, last)
    counted = _counted(days, spans, yearly=months > _MOST_BARS)
    top = max(counted)
    return tuple(
        Bar(
            label=tongue.month(a) if months <= _MOST_BARS else str(a.year),
            number=number,
            share=round(100 * number / top),
            href=view.query(since=a, until=date.fromordinal(b.toordinal() - 1)),
        )
        for (a, b), number in zip(spans, counted, strict=True)
    )


def _counted(days: Sequence[date], spans: Sequence[tuple[date, date]], *, yearly: bool) -> list[int]:
    counts = Counter((day.year, 1 if yearly else day.month) for day in days)
    return [counts[a.year, 1 if yearly else a.month] for a, _ in spans]


def _months(first: date, last: date) -> list[tuple[date, date]]:
    starts = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    ends = [*starts[1:], date(last.year + 1, 1, 1)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > first and a <= last]


def _years(first: date, last: date) -> list[tuple[date, date]]:
    return [(date(y, 1, 1), date(y + 1, 1, 1)) for y in range(first.year, last.year + 1)]
