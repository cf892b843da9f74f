"""The table that says what the map says: each place with its incidents, and what is held of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from recuento.ledger import Ledger, PlaceSums
from recuento.lexicon.codebook import codebook
from recuento.model.totals import Total
from recuento.web.basemap import around
from recuento.web.chips import Chip, chips
from recuento.web.filters import View
from recuento.web.pages import Render, TheLedger, TheView
from recuento.web.render import tongue_of
from recuento.web.tongue import Tongue

__all__ = ["PlaceLine", "PlaceTable", "place_table", "router"]

router = APIRouter(include_in_schema=False)
_PAGE = 100
_COLUMNS = 3
_PEOPLE = frozenset(tally.code for tally in codebook().tally if tally.of == "people")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """One place, or "place not said": how many incidents lie there, the sums held of them, and the list of them."""

    name: str
    href: str
    incidents: int
    sums: Mapping[str, Total]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTable:
    """A page of the places of a view, those with most incidents first, and how many there are; and what is summed."""

    view: View
    chips: tuple[Chip, ...]
    tallies: tuple[str, ...]
    lines: tuple[PlaceLine, ...]
    places: int
    pages: int


@router.get("/incidents/places")
def places(request: Request, ledger: TheLedger, view: TheView, render: Render) -> Response:
    """Return the places of a view with what is held of the incidents there."""
    return render.page(request, "places.html", table=place_table(ledger, view, tongue_of(request)))


def place_table(ledger: Ledger, view: View, tongue: Tongue) -> PlaceTable:
    """Return the table of ``view``'s page: the figures asked for, else the three of people that most incidents have.

    Raises:
        OptionError: words are searched, and there is none.
    """
    wanted = view.asking()
    counted = ledger.counted(wanted).tallies
    best = sorted(_PEOPLE & counted.keys(), key=lambda tally: (-counted[tally], tally))[:_COLUMNS]
    tallies = (view.tally,) if view.tally in _PEOPLE else tuple(best)
    sums = ledger.place_sums(wanted, tallies, view.side)
    pages = max(1, -(-len(sums) // _PAGE))
    at = min(view.page, pages)
    shown = sums[(at - 1) * _PAGE : at * _PAGE]
    return PlaceTable(
        view=replace(view, page=at),
        chips=chips(ledger, view, tongue),
        tallies=tallies,
        lines=tuple(_line(each, view, tongue) for each in shown),
        places=sum(each.spot is not None for each in sums),
        pages=pages,
    )


def _line(each: PlaceSums, view: View, tongue: Tongue) -> PlaceLine:
    if each.spot is None:
        name, where = tongue.say("without a place on the map"), view.query(tray="unplaced")
    else:
        name = tongue.place(each.spot.incident.place)
        where = view.query(box=around(each.spot.latitude, each.spot.longitude))
    return PlaceLine(name=name, href=f"/incidents{where}", incidents=each.incidents, sums=each.sums)
