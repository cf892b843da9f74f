"""A map without tiles: countries from Natural Earth as paths, incidents as dots, in Mercator's projection."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import asinh, pi, radians, tan

__all__ = ["Dot", "Placed", "WorldMap", "world_map"]

WIDTH, HEIGHT = 720, 420
_MARGIN = 0.18  # of the stretch that the dots span
_LEAST = 6.0  # degrees shown at least, so that one town is seen in its country


@dataclass(frozen=True, slots=True)
class Placed:
    """An incident with a point (WGS 84 degrees)."""

    incident: str
    latitude: float
    longitude: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """Incidents at one point; ``radius`` grows with their number, by area."""

    x: float
    y: float
    radius: float
    incidents: tuple[str, ...]
    title: str


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

    def at(self, x: float, y: float) -> tuple[float, float]:
        return round((x - self.left) * self.scale, 1), round((self.top - y) * self.scale, 1)


def world_map(placed: Sequence[Placed]) -> WorldMap | None:
    """Return a map that holds every incident, or None if there is none to show."""
    if not placed:
        return None
    points = [(each.longitude, _mercator(each.latitude)) for each in placed]
    window = _fitted(points)
    return WorldMap(lands=_lands(window), dots=_dots(placed, points, window))


def _mercator(latitude: float) -> float:
    """Return the projected latitude, in degrees of the equator."""
    return asinh(tan(radians(max(-84.0, min(84.0, latitude))))) * 180 / pi


def _fitted(points: Sequence[tuple[float, float]]) -> _Window:
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    wide = max(_LEAST, (east - west) * (1 + 2 * _MARGIN), (north - south) * (1 + 2 * _MARGIN) * WIDTH / HEIGHT)
    scale = WIDTH / wide
    return _Window((west + east) / 2 - wide / 2, (north + south) / 2 + HEIGHT / scale / 2, scale)


def _dots(placed: Sequence[Placed], points: Sequence[tuple[float, float]], window: _Window) -> tuple[Dot, ...]:
    together: dict[tuple[float, float], list[Placed]] = {}
    for each, point in zip(placed, points, strict=True):
        together.setdefault(window.at(*point), []).append(each)
    dots = [
        Dot(
            x=x, y=y, radius=round(min(24.0, 5.0 * len(group) ** 0.5), 1),
            incidents=tuple(each.incident for each in group),
            title=group[0].title if len(group) == 1 else f"{group[0].title} …",
        )
        for (x, y), group in together.items()
    ]  # fmt: skip
    return tuple(sorted(dots, key=lambda dot: -dot.radius))  # small ones on top, so that each can be reached


def _lands(window: _Window) -> tuple[str, ...]:
    return tuple(path for rings in _countries() if (path := _path(rings, window)))


def _path(rings: Iterable[Sequence[tuple[float, float]]], window: _Window) -> str:
    """Return the rings that touch the window as one path, "" if none does."""
    parts = []
    for ring in rings:
        drawn = [window.at(x, y) for x, y in ring]
        xs, ys = [x for x, _ in drawn], [y for _, y in drawn]
        if max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > HEIGHT:
            continue
        kept = [drawn[0], *(b for a, b in pairwise(drawn) if a != b)]
        parts.append("M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + "Z")
    return "".join(parts)


@cache
def _countries() -> tuple[tuple[tuple[tuple[float, float], ...], ...], ...]:
    """Return every country as projected rings, from ``data/basemap/countries.json``."""
    rows = json.loads((files("recuento.data") / "basemap" / "countries.json").read_text("utf-8"))
    return tuple(
        tuple(tuple((x / 100, _mercator(y / 100)) for x, y in ring) for ring in country["rings"]) for country in rows
    )
