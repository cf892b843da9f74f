"""Points of countries from Natural Earth's shapes (public domain), as the npm package `world-atlas` carries them."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]


def country_points(atlas: Path) -> dict[int, Point]:
    """Return (latitude, longitude) of the centre of each country's largest piece by ISO 3166-1 numeric code."""
    topology = json.loads((atlas / "package" / "countries-50m.json").read_text("utf-8"))
    arcs = [absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    largest: dict[int, tuple[float, Point]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if "id" not in shape:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [ring_of(polygon[0], arcs) for polygon in polygons]
        # Some codes have several shapes: Australia, and the islets that it owns.
        number = int(shape["id"])
        largest[number] = max(*(_centre(ring) for ring in rings), largest.get(number, (0.0, (0.0, 0.0))))
    return {number: point for number, (_, point) in largest.items()}


def absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                y * transform["scale"][1] + transform["translate"][1],
            )
        )
    return points


def ring_of(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        # TopoJSON writes an arc walked backwards as the complement of its number.
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def _centre(ring: list[Point]) -> tuple[float, Point]:
    """Return (area, (latitude, longitude)) on an equal-area cylinder."""
    x_first, y_first = ring[0][0], math.sin(math.radians(ring[0][1]))
    # Counted from the first corner, so that a small island loses no digits.
    flat = [(x - x_first, math.sin(math.radians(y)) - y_first) for x, y in ring]
    area = cx = cy = 0.0
    for (x0, y0), (x1, y1) in pairwise([*flat, flat[0]]):
        cross = x0 * y1 - x1 * y0
        area += cross
        cx += (x0 + x1) * cross
        cy += (y0 + y1) * cross
    if not area:
        return 0.0, ring[0][::-1]
    return abs(area), (math.degrees(math.asin(y_first + cy / (3 * area))), x_first + cx / (3 * area))
