"""Where, as far as a report commits itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Place", "Precision"]

Precision = Literal["exact", "town", "municipality", "admin1", "country"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that the gazetteer knows, or one that is only named.

    Attributes:
        name: the gazetteer's name with its accents, or the words as said where the gazetteer has none; of a quarter
            with its town ("Las Flores, Culiacán"), where the report says which.
        admin1: name of the state or department, None where unknown or where the place is a country.
        admin1_code: ISO 3166-2 ("MX-SIN"), None where unknown.
        country: ISO 3166-1 alpha-2, None where unknown.
        latitude, longitude: WGS 84 degrees; of a state or country, a point within it; of a quarter, its town's; None
            where unknown.
        precision: how narrow the place is.
        id: "geonames:4012176", "inegi:25006", "iso:MX-SIN"; None where the gazetteer has none.
        capital: seat of a national government, or the district that is nothing else; correspondents file from there
            what happened elsewhere. False where unknown.
    """

    name: str
    admin1: str | None = None
    admin1_code: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision = "town"
    id: str | None = None
    capital: bool = False
