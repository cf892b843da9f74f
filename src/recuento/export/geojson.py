"""Incidents as GeoJSON (RFC 7946): points for those with a place, and a list of those without one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime

import msgspec

from recuento.export.table import Told
from recuento.model import Entry, FigureKey, Incident, Place

__all__ = ["geojson", "geojson_parts"]


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """One figure; ``high`` None is no ceiling. ``reviewed``: a person accepted it or gave it; None where not known."""

    tally: str
    side: str
    unit: str
    as_of: str
    best: str
    low: int
    high: int | None
    sources: int
    reviewed: bool | None


class Properties(msgspec.Struct, frozen=True, kw_only=True):
    """What a map shows of an incident; days are half-open ranges, several are candidates.

    ``no_later_than``: no day is known, but what came of it by then.
    """

    id: str
    events: tuple[str, ...]
    days: tuple[tuple[str, str], ...]
    no_later_than: date | None
    place: str | None
    admin1: str | None
    country: str | None
    precision: str | None
    background: bool
    aggregate: bool
    tallies: tuple[Tally, ...]


class Point(msgspec.Struct, frozen=True, kw_only=True, tag="Point"):
    """Longitude before latitude, as the standard has it."""

    coordinates: tuple[float, float]


class Feature(msgspec.Struct, frozen=True, kw_only=True, tag="Feature"):
    """One incident on the map."""

    id: str
    geometry: Point
    properties: Properties


def geojson(rows: Iterable[Told], as_of: date | None = None, ledger_as_of: datetime | None = None) -> bytes:
    """Return a feature collection; ``as_of`` and ``ledger_as_of`` are the clocks that were asked.

    An incident known only by its country is listed as unlocated, never put in the country's middle. A point of
    precision "admin1" stands somewhere within the state: maps should draw it as such. ``unlocated`` and the clocks are
    foreign members, which readers of GeoJSON pass over.
    """
    return b"".join(geojson_parts(rows, as_of, ledger_as_of))


def geojson_parts(
    rows: Iterable[Told], as_of: date | None = None, ledger_as_of: datetime | None = None
) -> Iterator[bytes]:
    """Yield what `geojson` returns, feature by feature."""
    clocks = (msgspec.json.encode(as_of), msgspec.json.encode(ledger_as_of))
    yield b'{"type":"FeatureCollection","as_of":%s,"ledger_as_of":%s,"features":[' % clocks
    unlocated = []
    comma = b""
    for incident, entries, accepted in rows:
        properties = _properties(incident, entries, accepted)
        point = _point(incident.place)
        if point is None:
            unlocated.append(msgspec.json.encode(properties))
        else:
            yield comma + msgspec.json.encode(Feature(id=incident.id, geometry=point, properties=properties))
            comma = b","
    yield b'],"unlocated":[%s]}' % b",".join(unlocated)


def _point(place: Place | None) -> Point | None:
    if place is None or place.precision == "country" or place.latitude is None or place.longitude is None:
        return None
    return Point(coordinates=(place.longitude, place.latitude))


def _properties(incident: Incident, entries: Iterable[Entry], accepted: Collection[FigureKey] | None) -> Properties:
    place = incident.place
    return Properties(
        id=incident.id,
        events=incident.events,
        days=tuple((d.first.isoformat(), d.after.isoformat()) for d in incident.when),
        no_later_than=incident.no_later_than,
        place=place.name if place else None,
        admin1=place.admin1 if place else None,
        country=place.country if place else None,
        precision=place.precision if place else None,
        background=incident.background,
        aggregate=incident.aggregate,
        tallies=tuple(_tally(entry, accepted) for entry in entries),
    )


def _tally(entry: Entry, accepted: Collection[FigureKey] | None) -> Tally:
    return Tally(
        tally=entry.tally,
        side=entry.side,
        unit=entry.unit,
        as_of=entry.as_of.isoformat(),
        best=str(entry.best),
        low=entry.low,
        high=entry.high,
        sources=entry.sources,
        reviewed=None if accepted is None else entry.key in accepted,
    )
