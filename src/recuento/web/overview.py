"""The list of incidents with what surrounds it: facets, a histogram of months, a map, and a tray."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recuento.ledger import Counted, IncidentRow, Ledger
from recuento.ledger.listings import CERTAINTIES, REVIEWED
from recuento.web.basemap import Spotted, WorldMap, world_map
from recuento.web.chips import TITLES, Chip, chips, namers
from recuento.web.filters import FACETS, View
from recuento.web.histogram import Histogram, histogram
from recuento.web.tongue import Tongue

__all__ = ["LATELY", "PAGE", "Choice", "Facet", "Overview", "overview"]

PAGE = 50
_SHOWN = 8
LATELY = (("today", 0), ("in 7 days", 6), ("in 30 days", 29))  # days before today
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
class Overview:
    """What the page shows of a view; ``view`` is the one asked for, on its last page if it asked for one beyond.

    ``unplaced`` have no place that a map could show, ``undated`` no one span of days; ``tray`` are the first unplaced.
    ``empty``: the ledger holds no report at all. ``here`` are the incidents of this page that stand alone at their
    point, by latitude and longitude.
    """

    view: View
    rows: tuple[IncidentRow, ...]
    total: int
    pages: int
    facets: tuple[Facet, ...]
    chips: tuple[Chip, ...]
    histogram: Histogram | None
    map: WorldMap | None
    undated: int
    unplaced: int
    tray: tuple[IncidentRow, ...]
    here: Mapping[tuple[float, float], IncidentRow]
    empty: bool


def overview(ledger: Ledger, view: View, tongue: Tongue, *, today: date) -> Overview:
    """Return the page of ``view``; what changed lately is counted back from ``today``.

    Raises:
        OptionError: words are searched, and there is none.
    """
    wanted = view.asking()
    counted = ledger.counted(wanted)
    pages = max(1, -(-counted.total // PAGE))
    at = replace(view, page=min(view.page, pages))
    rows = ledger.listed(wanted, view.sort, start=(at.page - 1) * PAGE, most=PAGE)
    tray = ledger.listed(replace(wanted, placed=False), view.sort, start=0, most=_IN_TRAY) if counted.unplaced else ()
    return Overview(
        view=at,
        rows=rows,
        total=counted.total,
        pages=pages,
        facets=(_first(counted, view, tongue, today), *_facets(ledger, counted, view, tongue)),
        chips=chips(ledger, view, tongue),
        histogram=histogram(counted.months, tongue, lambda a, b: view.query(since=a, until=b)),
        map=world_map([Spotted(*point, number) for point, number in counted.points.items()]),
        undated=counted.undated,
        unplaced=counted.unplaced,
        tray=tray,
        empty=counted.total == 0 and view.is_bare and next(iter(ledger.document_ids()), None) is None,
        here={point: row for row in rows for point in _point(row) if counted.points.get(point) == 1},
    )


def _point(row: IncidentRow) -> list[tuple[float, float]]:
    place = row.incident.place
    if place is None or place.latitude is None or place.longitude is None:
        return []
    return [(float(f"{place.latitude:.2f}"), float(f"{place.longitude:.2f}"))]


def _first(counted: Counted, view: View, tongue: Tongue, today: date) -> Facet:
    """Return what a desk looks at first: what is contested, and what this ledger learned lately."""
    choices = [
        Choice(
            label=tongue.say("contested"),
            number=counted.contested,
            href=view.query(contested=not view.contested),
            chosen=view.contested,
        )
    ]
    for words, days in LATELY:
        since = today - timedelta(days=days)
        chosen = view.changed == since
        number = sum(n for day, n in counted.changed.items() if day >= since)
        label = tongue.say("changed %(lately)s", lately=tongue.say(words))
        choices.append(Choice(label=label, number=number, href=view.query(changed=None if chosen else since),
                              chosen=chosen))  # fmt: skip
    return Facet(title=tongue.say("Look first"), choices=tuple(choices))


def _facets(ledger: Ledger, counted: Counted, view: View, tongue: Tongue) -> tuple[Facet, ...]:
    named = namers(ledger, _best(counted.admin1, (), view.admin1), tongue)
    numbers_of: Mapping[str, Mapping[str, int]] = {
        "event": counted.events, "tally": counted.tallies, "side": counted.sides, "country": counted.countries,
        "admin1": counted.admin1, "group": counted.groups, "source": counted.sources,
        "certainty": counted.certainty, "reviewed": counted.reviewed,
    }  # fmt: skip
    facets = (
        Facet(title=tongue.say(TITLES[field]), choices=_choices(field, numbers_of[field], view, named[field]))
        for field in FACETS
        if field != "country" or len(numbers_of[field]) > 1 or view.country  # one country narrows nothing
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
