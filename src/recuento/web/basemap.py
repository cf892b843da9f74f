"""A map without tiles: countries from Natural Earth as paths, incidents as dots, in Mercator's projection."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import asinh, dist, log10, pi, radians, tan

__all__ = ["Dot", "Spotted", "WorldMap", "around", "world_map"]

WIDTH, HEIGHT = 720, 420
_MARGIN = 0.18  # of the stretch that the dots span
_MOST_DOTS = 250  # of more places each dot has more room, and stands for all that lie in it
_ROOM, _MORE_ROOM = 24.0, 52.0  # between the middles of any two dots
_AROUND = 0.006  # degrees: a spot is known to a hundredth
_LEAST = 6.0  # degrees shown at least, so that one town is seen in its country


@dataclass(frozen=True, slots=True)
class Spotted:
    """A point (WGS 84 degrees) and how many incidents stand at it."""

    latitude: float
    longitude: float
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """Incidents at one point, or so near one another that one dot stands for them; ``radius`` grows with their number.

    ``box``: west, south, east and north of its spots, a little more than they span. ``spot``: the one it stands for;
    None for several.
    """

    x: float
    y: float
    radius: float
    number: int
    box: tuple[float, float, float, float]
    spot: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldMap:
    """A drawing of ``width`` by ``height``: the outlines of countries in view as SVG paths, and dots."""

    lands: tuple[str, ...]
    dots: tuple[Dot, ...]
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class _Window:
    """What part of the projected world is drawn: its left and top, and how many units one of it takes."""

    left: float
    top: float
    scale: float

    def touches(self, box: tuple[float, float, float, float]) -> bool:
        """Tell whether any of a box (least x and y, greatest x and y) may be in view."""
        right, bottom = self.left + WIDTH / self.scale, self.top - HEIGHT / self.scale
        return box[0] <= right and box[2] >= self.left and box[1] <= self.top and box[3] >= bottom

    def at(self, x: float, y: float) -> tuple[float, float]:
        return round((x - self.left) * self.scale, 1), round((self.top - y) * self.scale, 1)


@dataclass(frozen=True, slots=True)
class _Ring:
    """One closed outline, projected, and the least and greatest x and y that it reaches."""

    points: tuple[tuple[float, float], ...]
    box: tuple[float, float, float, float]


def world_map(spots: Sequence[Spotted]) -> WorldMap | None:
    """Return a map that holds every spot, or None if there is none to show."""
    if not spots:
        return None
    points = [(each.longitude, _mercator(each.latitude)) for each in spots]
    window = _fitted(points)
    return WorldMap(lands=_lands(window), dots=_dots(spots, points, window))


def _mercator(latitude: float) -> float:
    """Return the projected latitude, in degrees of the equator."""
    return asinh(tan(radians(max(-84.0, min(84.0, latitude))))) * 180 / pi


def _fitted(points: Sequence[tuple[float, float]]) -> _Window:
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    wide = max(_LEAST, (east - west) * (1 + 2 * _MARGIN), (north - south) * (1 + 2 * _MARGIN) * WIDTH / HEIGHT)
    scale = WIDTH / wide
    return _Window((west + east) / 2 - wide / 2, (north + south) / 2 + HEIGHT / scale / 2, scale)


def _dots(spots: Sequence[Spotted], points: Sequence[tuple[float, float]], window: _Window) -> tuple[Dot, ...]:
    """Return dots that never lie on one another: the fullest places stand where they are, and take in those beside."""
    placed = sorted(
        ((spot, window.at(*point)) for spot, point in zip(spots, points, strict=True)),
        key=lambda each: (-each[0].number, each[1]),
    )
    room = _ROOM if len(placed) <= _MOST_DOTS else _MORE_ROOM
    groups: dict[tuple[float, float], list[Spotted]] = {}
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for spot, at in placed:
        home = _within_reach(cells, at, room)
        if home is None:
            cells.setdefault((int(at[0] // room), int(at[1] // room)), []).append(at)
        groups.setdefault(home or at, []).append(spot)
    return tuple(_dot(at, group, room) for at, group in groups.items())


def _within_reach(
    cells: Mapping[tuple[int, int], Sequence[tuple[float, float]]], at: tuple[float, float], room: float
) -> tuple[float, float] | None:
    """Return the nearest of the dots that stand less than ``room`` from here."""
    x, y = int(at[0] // room), int(at[1] // room)
    near = [dot for a in (x - 1, x, x + 1) for b in (y - 1, y, y + 1) for dot in cells.get((a, b), ())]
    best = min(near, key=lambda dot: dist(dot, at), default=None)
    return best if best is not None and dist(best, at) < room else None


def _dot(at: tuple[float, float], group: Sequence[Spotted], room: float) -> Dot:
    number = sum(spot.number for spot in group)
    longitudes, latitudes = [spot.longitude for spot in group], [spot.latitude for spot in group]
    return Dot(
        x=at[0],
        y=at[1],
        radius=round(min(room / 2 - 1, 5.0 + 5.0 * log10(number)), 1),
        number=number,
        box=(*corner(min(latitudes), min(longitudes), -1), *corner(max(latitudes), max(longitudes), 1)),
        spot=(group[0].latitude, group[0].longitude) if len(group) == 1 else None,
    )


def corner(latitude: float, longitude: float, side: int) -> tuple[float, float]:
    """Return longitude and latitude a little beyond a point, to its south-west (-1) or north-east (1)."""
    return round(longitude + side * _AROUND, 3), round(latitude + side * _AROUND, 3)


def around(latitude: float, longitude: float) -> tuple[float, float, float, float]:
    """Return the box (west, south, east, north) that holds one point, which is known to a hundredth of a degree."""
    latitude, longitude = round(latitude, 2), round(longitude, 2)
    return *corner(latitude, longitude, -1), *corner(latitude, longitude, 1)


@lru_cache(maxsize=64)
def _lands(window: _Window) -> tuple[str, ...]:
    return tuple(path for rings in _countries() if (path := _path(rings, window)))


def _path(rings: Iterable[_Ring], window: _Window) -> str:
    """Return the rings that touch the window as one path, "" if none does."""
    parts = []
    for ring in rings:
        if not window.touches(ring.box):
            continue
        drawn = [window.at(x, y) for x, y in ring.points]
        kept = [drawn[0], *(b for a, b in pairwise(drawn) if a != b)]
        parts.append("M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + "Z")
    return "".join(parts)


@cache
def _countries() -> tuple[tuple[_Ring, ...], ...]:
    """Return every country as projected rings, from ``data/basemap/countries.json``."""
    rows = json.loads((files("recuento.data") / "basemap" / "countries.json").read_text("utf-8"))
    return tuple(
        tuple(_ring(tuple((x / 100, _mercator(y / 100)) for x, y in ring)) for ring in country["rings"])
        for country in rows
    )


def _ring(points: tuple[tuple[float, float], ...]) -> _Ring:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return _Ring(points, (min(xs), min(ys), max(xs), max(ys)))
