"""How many incidents of a list are what: facets, months and places, counted on the shelf of all that are listed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import numpy as np
from sqlalchemy import Connection, select

from recuento.ledger import tables as t
from recuento.ledger.records import Counted, Spot
from recuento.ledger.rows import THESE, batches
from recuento.ledger.shelf import Flags, Shelf, first_of, microseconds
from recuento.ledger.wire import decode, instant
from recuento.model import Incident

__all__ = ["counted", "spots"]

_LATELY = 31  # days
_DAY = 86_400 * 1_000_000  # microseconds
_EPOCH = date(1970, 1, 1)
_BODIES = select(t.incident.c.id, t.incident.c.body).where(t.incident.c.id.in_(THESE))


def counted(shelf: Shelf, rows: Flags) -> Counted:
    """Return how many of these rows are what."""
    numbers = {name: column.counted(rows) for name, column in shelf.texts.items() if name in _COUNTED}
    months, points = numbers["month"], numbers["point"]
    undated, unplaced = months.pop("", 0), points.pop("", 0)
    return Counted(
        total=int(rows.sum()),
        events=numbers["events"],
        tallies=numbers["tallies"],
        sides=numbers["sides"],
        countries=_known(numbers["country"]),
        admin1=_known(numbers["admin1"]),
        groups=numbers["actors"],
        sources=_known(numbers["sources"]),
        certainty=_known(numbers["certainty"]),
        reviewed=_known(numbers["reviewed"]),
        months={date.fromisoformat(f"{month}-01"): number for month, number in months.items()},
        points={point_of(point): number for point, number in points.items()},
        changed=_changed(shelf, rows),
        contested=int((rows & shelf.flags["contested"]).sum()),
        undated=undated,
        unplaced=unplaced,
    )


_COUNTED = frozenset(
    {"events", "tallies", "sides", "country", "admin1", "actors", "sources", "certainty", "reviewed", "month", "point"}
)


def _changed(shelf: Shelf, rows: Flags) -> dict[date, int]:
    """Return how many were written last on each of the last days."""
    since = microseconds(instant(datetime.now(UTC) - timedelta(days=_LATELY)))
    days, numbers = np.unique(shelf.changed[rows & (shelf.changed > since)] // _DAY, return_counts=True)
    return {_EPOCH + timedelta(days=int(day)): int(n) for day, n in zip(days, numbers, strict=True)}


def spots(connection: Connection, shelf: Shelf, rows: Flags) -> tuple[Spot, ...]:
    """Return the points at which these incidents stand, each with the number and one of them."""
    column = shelf.texts["point"]
    points = column.counted(rows)
    points.pop("", None)
    firsts = first_of(column.numbers, rows, len(column.texts))
    chosen = {point: int(firsts[column.known[point]]) for point in points}
    names = {point: shelf.name(place) for point, place in chosen.items()}
    told = {
        row.id: decode(row.body, Incident)
        for some in batches(sorted(names.values()))
        for row in connection.execute(_BODIES, {"these": some})
    }
    latitude, longitude = shelf.degrees["latitude"], shelf.degrees["longitude"]
    return tuple(
        Spot(
            incident=told[names[point]],
            number=number,
            latitude=float(latitude[chosen[point]]),
            longitude=float(longitude[chosen[point]]),
        )
        for point, number in points.items()
        if names[point] in told
    )


def point_of(words: str) -> tuple[float, float]:
    """Return the latitude and longitude of a point as it is listed ("24.80,-107.40")."""
    latitude, longitude = words.split(",")
    return float(latitude), float(longitude)


def _known(column: Mapping[str, int]) -> dict[str, int]:
    return {value: number for value, number in column.items() if value}
