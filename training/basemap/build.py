"""Build ``data/basemap/countries.json``: outlines of countries from Natural Earth (public domain).

The npm package `world-atlas` carries the shapes; unpack it and name its folder:

    python -m training.basemap.build FOLDER src/recuento/data/basemap
"""

from __future__ import annotations

import argparse
import json
from itertools import groupby
from pathlib import Path

from training.gazetteer.shapes import Point, absolute, ring_of

__all__ = ["countries", "main"]

_LEAST_CORNERS = 4


def countries(topology: dict[str, object]) -> list[dict[str, object]]:
    """Return each country's ISO 3166-1 numeric code and rings, in hundredths of a degree (about a kilometre)."""
    arcs = [absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [_rounded(ring_of(ring, arcs)) for polygon in polygons for ring in polygon]
        found.append({"id": shape.get("id"), "rings": [ring for ring in rings if len(ring) >= _LEAST_CORNERS]})
    return found


def _rounded(ring: list[Point]) -> list[tuple[int, int]]:
    return [point for point, _ in groupby((round(x * 100), round(y * 100)) for x, y in ring)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("atlas", type=Path, help="the unpacked package, with countries-50m.json")
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    topology = json.loads((asked.atlas / "countries-50m.json").read_text("utf-8"))
    rows = ",\n".join(json.dumps(each, separators=(",", ":")) for each in countries(topology))
    (asked.out / "countries.json").write_text(f"[\n{rows}\n]\n", "utf-8")


if __name__ == "__main__":
    main()
