"""The places of a view for the map that can be moved: one point a place, with how many incidents lie there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request
from fastapi.responses import Response

from recuento.ledger import Spot
from recuento.web.basemap import around
from recuento.web.pages import TheLedger, TheView
from recuento.web.render import tongue_of
from recuento.web.tongue import Tongue

__all__ = ["points", "router"]

router = APIRouter(include_in_schema=False)
_GEOJSON = "application/geo+json"


@router.get("/incidents/points")
def as_points(request: Request, ledger: TheLedger, view: TheView) -> Response:
    """Return the view's places as GeoJSON points, WGS 84 degrees; incidents without a point are not among them."""
    told = points(ledger.spots(view.asking()), tongue_of(request), view.query)
    body = {"type": "FeatureCollection", "features": list(told)}
    return Response(json.dumps(body, ensure_ascii=False), media_type=_GEOJSON)


@router.get("/basemap")
def basemap() -> Response:
    """Return the outlines of countries (Natural Earth) as GeoJSON, WGS 84 degrees."""
    return Response(_countries(), media_type=_GEOJSON, headers={"Cache-Control": "max-age=86400"})


def points(spots: Iterable[Spot], tongue: Tongue, address: Callable[..., str]) -> Iterator[dict[str, object]]:
    """Yield a GeoJSON feature for each point at which incidents lie, the fullest last, so that small ones stay below.

    ``address`` gives the view's query with changes. A country's middle is no point of an incident.
    """
    for spot in sorted(spots, key=lambda each: (each.number, each.longitude, each.latitude)):
        yield {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": (spot.longitude, spot.latitude)},
            "properties": _told(spot, tongue, address),
        }


def _told(spot: Spot, tongue: Tongue, address: Callable[..., str]) -> dict[str, object]:
    """Return what the map says of one point, and where it leads: the incident, or the list of those of that place."""
    incident, place = spot.incident, spot.incident.place
    alone = spot.number == 1
    return {
        "number": spot.number,
        "name": tongue.place(place),
        "short": place.name if place is not None else "",
        "title": tongue.events(incident.events) if alone else tongue.many(
            "%(number)s incident", "%(number)s incidents", spot.number
        ),
        "href": f"/incidents/{incident.id}" if alone
        else f"/incidents{address(box=around(spot.latitude, spot.longitude))}",
    }  # fmt: skip


@cache
def _countries() -> str:
    rows = json.loads((files("recuento.data") / "basemap" / "countries.json").read_text("utf-8"))
    features = [
        {
            "type": "Feature",
            "properties": {},
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[[[x / 100, y / 100] for x, y in ring]] for ring in country["rings"]],
            },
        }
        for country in rows
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
