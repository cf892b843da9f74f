"""The list of incidents with what surrounds it: facets, a histogram of months, a map, and a tray."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from recuento.ledger import Counted, IncidentRow, Ledger
from recuento.ledger.listings import CERTAINTIES, REVIEWED
from recuento.lexicon.actors import registry
from recuento.web.basemap import Spotted, WorldMap, world_map
from recuento.web.counts import Counts
from recuento.web.filters import View
from recuento.web.tongue import SIDES, Tongue

__all__ = ["PAGE", "Bar", "Choice", "Facet", "Overview", "overview"]

PAGE = 50
_SHOWN = 8
_MOST_BARS = 60
_IN_TRAY = 20


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
    """What the page shows of a view; ``view`` is the one asked for, on its last page if it asked for one beyond.

    ``unplaced`` have no place that a map could show, ``undated`` no one span of days; ``tray`` are the first unplaced.
    ``here`` are the incidents of this page that stand alone at their point, by latitude and longitude.
    """

    view: View
    rows: tuple[IncidentRow, ...]
    total: int
    pages: int
    facets: tuple[Facet, ...]
    bars: tuple[Bar, ...]
    map: WorldMap | None
    undated: int
    unplaced: int
    tray: tuple[IncidentRow, ...]
    here: Mapping[tuple[float, float], IncidentRow]


def overview(ledger: Ledger, counts: Counts, view: View, tongue: Tongue) -> Overview:
    """Return the page of ``view``.

    Raises:
        OptionError: words are searched, and there is none.
    """
    wanted = view.asking()
    counted = counts.of(wanted)
    pages = max(1, -(-counted.total // PAGE))
    at = replace(view, page=min(view.page, pages))
    rows = ledger.incident_page(wanted, limit=PAGE, offset=(at.page - 1) * PAGE, order=view.sort)
    tray = (
        ledger.incident_page(replace(wanted, placed=False), limit=_IN_TRAY, order=view.sort) if counted.unplaced else ()
    )
    return Overview(
        view=at,
        rows=rows,
        total=counted.total,
        pages=pages,
        facets=_facets(ledger, counted, view, tongue),
        bars=_bars(counted.months, view, tongue),
        map=world_map([Spotted(*point, number) for point, number in counted.points.items()]),
        undated=counted.undated,
        unplaced=counted.unplaced,
        tray=tray,
        here={point: row for row in rows for point in _point(row) if counted.points.get(point) == 1},
    )


def _point(row: IncidentRow) -> list[tuple[float, float]]:
    place = row.incident.place
    if place is None or place.latitude is None or place.longitude is None:
        return []
    return [(float(f"{place.latitude:.2f}"), float(f"{place.longitude:.2f}"))]


def _facets(ledger: Ledger, counted: Counted, view: View, tongue: Tongue) -> tuple[Facet, ...]:
    states = ledger.admin1_names(_best(counted.admin1, (), view.admin1))
    named: tuple[tuple[str, str, Mapping[str, int], Callable[[str], str]], ...] = (
        ("event", "What", counted.events, tongue.event),
        ("tally", "Figures", counted.tallies, tongue.tally),
        ("side", "Side", counted.sides, lambda code: tongue.say(SIDES[code])),
        ("country", "Country", counted.countries, tongue.country),
        ("admin1", "State or department", counted.admin1, lambda code: states.get(code, code)),
        ("group", "Groups and forces", counted.groups, _group),
        ("source", "Sources", counted.sources, str),
        ("certainty", "Certainty", counted.certainty, lambda code: tongue.say(f"certainty:{code}")),
        ("reviewed", "Reviewed", counted.reviewed, lambda code: tongue.say(f"reviewed:{code}")),
    )
    facets = (
        Facet(title=tongue.say(title), choices=_choices(field, numbers, view, name))
        for field, title, numbers, name in named
        if field != "country" or len(numbers) > 1 or view.country  # one country narrows nothing
    )
    return tuple(facet for facet in facets if facet.choices)


def _choices(field: str, numbers: Mapping[str, int], view: View, name: Callable[[str], str]) -> tuple[Choice, ...]:
    order = {"certainty": CERTAINTIES, "reviewed": REVIEWED}.get(field, ())
    chosen = getattr(view, field)
    return tuple(
        Choice(
            label=name(value),
            number=numbers.get(value, 0),
            href=view.query(**{field: None if value == chosen else value}),
            chosen=value == chosen,
        )
        for value in _best(numbers, order, chosen)
    )


def _best(numbers: Mapping[str, int], order: Sequence[str], chosen: str | None) -> list[str]:
    """Return the values with most incidents, or those of a known order; the chosen one is among them."""
    known = [value for value in order if value in numbers]
    best = known or sorted(numbers, key=lambda value: (-numbers[value], value))[:_SHOWN]
    return best if chosen is None or chosen in best else [chosen, *best]


def _group(actor: str) -> str:
    """Return an actor's name; one of a user's own file goes by its id, as words."""
    known = registry().actors.get(actor)
    return known.name if known and known.name else actor.removeprefix("a-").replace("-", " ").title()


def _bars(months: Mapping[date, int], view: View, tongue: Tongue) -> tuple[Bar, ...]:
    """Return a bar for each month from the first to the last, or each year where months would be too many."""
    if not months:
        return ()
    first, last = min(months), max(months)
    number = (last.year - first.year) * 12 + last.month - first.month + 1
    yearly = number > _MOST_BARS
    spans = _years(first, last) if yearly else _months(first, last)
    counted = [sum(n for month, n in months.items() if a <= month < b) for a, b in spans]
    top = max(counted)
    return tuple(
        Bar(
            label=str(a.year) if yearly else tongue.month(a),
            number=number,
            share=round(100 * number / top),
            href=view.query(since=a, until=date.fromordinal(b.toordinal() - 1)),
        )
        for (a, b), number in zip(spans, counted, strict=True)
    )


def _months(first: date, last: date) -> list[tuple[date, date]]:
    starts = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    ends = [*starts[1:], date(last.year + 1, 1, 1)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > first and a <= last]


def _years(first: date, last: date) -> list[tuple[date, date]]:
    return [(date(y, 1, 1), date(y + 1, 1, 1)) for y in range(first.year, last.year + 1)]
