"""The gazetteer that ships with Recuento: names of places and what they can mean, read-only, looked up in SQLite.

`training/gazetteer` builds the file; its manifest beside it names sources and licences.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from recuento.annotate.place_fold import fold
from recuento.errors import DataError
from recuento.model import Place
from recuento.model.place import Precision

__all__ = ["Candidate", "Gazetteer", "Kind", "open_gazetteer"]

_INEGI_IDS = 100_000_000
_OWN_IDS = 200_000_000
_REMEMBERED = 200_000  # names, some 40 MB
# Governments that sit elsewhere than in the capital by law (La Paz, The Hague), and states that hold little but one.
_SEATS = frozenset(
    [
        "geonames:3911925",
        "geonames:2747373",
        "iso:AR-C",
        "iso:BR-DF",
        "iso:CO-DC",
        "iso:MX-CMX",
        "iso:US-DC",
        "iso:VE-A",
    ]
)
_DOZENS = 48
_BATCH = 480  # below SQLite's oldest limit on parameters


class Kind(IntEnum):
    """How wide a place is, widest first; ``REGION`` is a continent, a sea or a region of no one state."""

    REGION = 0
    COUNTRY = 1
    ADMIN1 = 2
    MUNICIPALITY = 3
    TOWN = 4


# Asked for thousands of times a report: before Python 3.12 to get at a member takes ten times as long as at a name.
_COUNTRY, _ADMIN1 = Kind.COUNTRY, Kind.ADMIN1
_KINDS = tuple(Kind)

_PRECISION: dict[Kind, Precision] = {
    Kind.REGION: "country",
    Kind.COUNTRY: "country",
    Kind.ADMIN1: "admin1",
    Kind.MUNICIPALITY: "municipality",
    Kind.TOWN: "town",
}


class Candidate(Struct, frozen=True):
    """One place that a name can mean.

    Attributes:
        number: row of the gazetteer.
        preferred: the name asked for is the place's main name, not an alternative one.
        country: ISO 3166-1 alpha-2; None for what lies in several.
        admin1, admin1_code: name and ISO 3166-2 code of the state or department; of a state, its own.
        latitude, longitude: WGS 84 degrees; of an area, a town near its populated centre.
        population: inhabitants, 0 where unknown.
        capital: of its country.
    """

    number: int
    kind: Kind
    name: str
    preferred: bool
    country: str | None
    admin1: str | None
    admin1_code: str | None
    latitude: float
    longitude: float
    population: int
    capital: bool

    @property
    def id(self) -> str | None:
        """Return "iso:MX-SIN", "inegi:25006" or "geonames:4012176"; None for our own regions."""
        if self.kind is Kind.COUNTRY:
            return f"iso:{self.country}"
        if self.kind is Kind.ADMIN1 and self.admin1_code:
            return f"iso:{self.admin1_code}"
        if self.number >= _OWN_IDS:
            return None
        if self.number >= _INEGI_IDS:
            return f"inegi:{self.number - _INEGI_IDS:05d}"
        return f"geonames:{self.number}"

    def holds(self, other: Candidate) -> bool:
        """Tell whether ``other`` lies in this state or country."""
        if self.country != other.country:
            return False
        if self.kind is _COUNTRY:
            return other.kind > _COUNTRY
        return self.kind is _ADMIN1 and other.kind > _ADMIN1 and other.admin1 == self.admin1

    def holds_place(self, place: Place) -> bool:
        """Tell whether ``place``, resolved before, lies in this state or country."""
        if self.kind is Kind.COUNTRY:
            return place.country == self.country
        return self.kind is Kind.ADMIN1 and (place.country, place.admin1) == (self.country, self.admin1)

    def place(self) -> Place:
        """Return it as the place of a record."""
        return Place(
            name=self.name,
            admin1=self.admin1,
            admin1_code=self.admin1_code,
            country=self.country,
            latitude=self.latitude,
            longitude=self.longitude,
            precision=_PRECISION[self.kind],
            id=self.id,
            capital=self.capital or self.id in _SEATS,
        )


_COLUMNS = (
    "p.id, p.kind, p.name, p.country, a.name, a.code, p.latitude, p.longitude, p.population, p.capital, p.code"
    " FROM place p LEFT JOIN place a ON a.id = p.admin1"
)


def _candidate(
    row: tuple[int, int, str, str | None, str | None, str | None, int, int, int, int, str | None], preferred: int
) -> Candidate:
    number, kind, name, country, admin1, admin1_code, latitude, longitude, population, capital, code = row
    if kind == Kind.ADMIN1:
        admin1, admin1_code = name, code
    return Candidate(
        number,
        _KINDS[kind],
        name,
        bool(preferred),
        country,
        admin1,
        admin1_code,
        latitude / 1e4,
        longitude / 1e4,
        population,
        bool(capital),
    )


def _rank(candidate: Candidate) -> tuple[bool, float, int]:
    # A town comes before the municipality that it heads and that bears its name.
    people = candidate.population / 4 if candidate.kind is Kind.MUNICIPALITY else candidate.population
    return not candidate.preferred, -people, candidate.number


class Gazetteer:
    """Looks names up; keeps what it has looked up, so one object serves a whole run.

    Raises:
        DataError: the file is missing or not a gazetteer.
    """

    __slots__ = ("_by_code", "_database", "_found", "_words")

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise DataError(f"{path}: the gazetteer is missing; install Recuento again")
        # immutable: nobody writes it, so that SQLite takes no locks, also on a read-only disk.
        self._database = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._found: dict[str, tuple[Candidate, ...]] = {}
        self._by_code: dict[str, Candidate | None] = {}
        try:
            self._words = dict(self._database.execute("SELECT folded, flags FROM word"))
        except sqlite3.DatabaseError as error:
            raise DataError(f"{path}: not a gazetteer ({error}); install Recuento again") from error

    def find(self, name: str) -> tuple[Candidate, ...]:
        """Return what ``name`` can mean, accents and capitals aside: main names first, then by population."""
        return self.find_folded((fold(name),))[fold(name)]

    def find_folded(self, names: Iterable[str]) -> dict[str, tuple[Candidate, ...]]:
        """Return the candidates of each folded name; an unknown name has none."""
        wanted = set(names)
        if len(self._found) > _REMEMBERED:
            self._found.clear()
        unknown = sorted(name for name in wanted if name not in self._found)
        for start in range(0, len(unknown), _BATCH):
            self._look_up(unknown[start : start + _BATCH])
        return {name: self._found[name] for name in wanted}

    def _look_up(self, names: list[str]) -> None:
        rows: dict[str, list[Candidate]] = {name: [] for name in names}
        # Asked for in dozens, the last again and again: SQLite keeps what it has made of a few lengths of lists.
        names = [*names, *names[-1:] * (-len(names) % _DOZENS)]
        marks = ",".join("?" * len(names))
        query = f"SELECT n.folded, n.preferred, {_COLUMNS} JOIN name n ON n.place = p.id WHERE n.folded IN ({marks})"
        for folded, preferred, *row in self._database.execute(query, names):
            rows[folded].append(_candidate(tuple(row), preferred))
        for name, found in rows.items():
            self._found[name] = tuple(sorted(found, key=_rank))

    def by_code(self, code: str) -> Candidate | None:
        """Return the place "MX", "MX-SIN", "geonames:4012176" or "inegi:25006"; None if unknown."""
        if code not in self._by_code:
            kind, _, number = code.rpartition(":")
            condition, value = (
                ("p.id = ?", int(number) + _INEGI_IDS * (kind == "inegi")) if kind else ("p.code = ?", code)
            )
            row = self._database.execute(f"SELECT {_COLUMNS} WHERE {condition}", (value,)).fetchone()
            self._by_code[code] = _candidate(row, 1) if row else None
        return self._by_code[code]

    def is_common(self, folded: str, language: str) -> bool:
        """Tell whether the name is also a common word of the language ("en" or "es")."""
        return bool(self._words.get(folded, 0) & (1 if language == "en" else 2))

    def is_personal(self, folded: str) -> bool:
        """Tell whether the name is also borne by people."""
        return bool(self._words.get(folded, 0) & 4)


@cache
def open_gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with the package, opened once a process."""
    return Gazetteer(Path(str(files("recuento") / "data" / "gazetteer" / "gazetteer.sqlite")))
