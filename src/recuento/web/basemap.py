"""A map without tiles: countries from Natural Earth as paths, incidents as dots, in Mercator's projection."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import asinh, log10, pi, radians, tan

__all__ = ["Dot", "Spotted", "WorldMap", "world_map"]

WIDTH, HEIGHT = 720, 420
_MARGIN = 0.18  # of the stretch that the dots span
_MOST_DOTS = 250  # more are drawn together where they stand within a cell of this side
_CELL = 14.0
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
    placed = [(spot, window.at(*point)) for spot, point in zip(spots, points, strict=True)]
    cell = 0.1 if len({at for _, at in placed}) <= _MOST_DOTS else _CELL
    together: dict[tuple[int, int], list[tuple[Spotted, tuple[float, float]]]] = {}
    for spot, at in placed:
        together.setdefault((round(at[0] / cell), round(at[1] / cell)), []).append((spot, at))
    # Small ones on top, so that each can be reached.
    return tuple(sorted((_dot(group) for group in together.values()), key=lambda dot: -dot.radius))


def _dot(group: Sequence[tuple[Spotted, tuple[float, float]]]) -> Dot:
    number = sum(spot.number for spot, _ in group)
    longitudes, latitudes = [spot.longitude for spot, _ in group], [spot.latitude for spot, _ in group]
    return Dot(
        x=round(sum(at[0] * spot.number for spot, at in group) / number, 1),
        y=round(sum(at[1] * spot.number for spot, at in group) / number, 1),
        radius=round(min(24.0, 5.0 + 5.0 * log10(number)), 1),
        number=number,
        box=(
            min(longitudes) - _AROUND, min(latitudes) - _AROUND, max(longitudes) + _AROUND, max(latitudes) + _AROUND
        ),
        spot=(group[0][0].latitude, group[0][0].longitude) if len(group) == 1 else None,
    )  # fmt: skip


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
