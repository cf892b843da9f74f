"""How many incidents of a list are what: facets, months and places, from one pass over narrow rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, func, select

from recuento.ledger import tables as t
from recuento.ledger.conditions import conditions
from recuento.ledger.listed import incident_listing
from recuento.ledger.records import Counted, IncidentFilter, Spot
from recuento.ledger.rows import batches
from recuento.ledger.wire import decode
from recuento.model import Incident

__all__ = ["admin1_names", "counted", "spots"]

_c = incident_listing.c
_COLUMNS = (
    _c.events, _c.figures, _c.country, _c.admin1, _c.actors, _c.sources, _c.certainty, _c.reviewed, _c.month, _c.point,
)  # fmt: skip


def counted(connection: Connection, wanted: IncidentFilter) -> Counted:
    """Return how many incidents that pass are what.

    The database filters, and each column is counted here: it would sort the rows once for every column it groups by,
    which takes longer than to hand them over.
    """
    where = conditions(wanted, connection.dialect.name)
    rows = connection.execute(select(*_COLUMNS).where(*where)).fetchall()
    columns = [Counter(column) for column in zip(*rows, strict=True)] or [Counter() for _ in _COLUMNS]
    events, figures, countries, admin1, groups, sources, certainty, reviewed, months, points = columns
    pairs = [([pair.split("/") for pair in words.split()], number) for words, number in _known(figures).items()]
    return Counted(
        total=len(rows),
        events=_each((words.split(), number) for words, number in _known(events).items()),
        tallies=_each(([pair[0] for pair in each], number) for each, number in pairs),
        sides=_each(([pair[1] for pair in each], number) for each, number in pairs),
        countries=_known(countries),
        admin1=_known(admin1),
        groups=_each((words.split(), number) for words, number in _known(groups).items()),
        sources=_each((words.strip("\n").split("\n"), number) for words, number in _known(sources).items()),
        certainty=_known(certainty),
        reviewed=_known(reviewed),
        months={date.fromisoformat(f"{month}-01"): number for month, number in _known(months).items()},
        points={_point(point): number for point, number in _known(points).items()},
        undated=months[None],
        unplaced=points[None],
    )


def spots(connection: Connection, wanted: IncidentFilter) -> tuple[Spot, ...]:
    """Return the points at which incidents that pass stand, each with the number and the least of their ids."""
    where = (*conditions(wanted, connection.dialect.name), _c.point.is_not(None))
    query = select(func.min(_c.incident), func.count(), func.min(_c.latitude), func.min(_c.longitude))
    rows = connection.execute(query.where(*where).group_by(_c.point)).all()
    body = t.incident.c
    told = {
        row.id: decode(row.body, Incident)
        for some in batches([row[0] for row in rows])
        for row in connection.execute(select(body.id, body.body).where(body.id.in_(some)))
    }
    return tuple(Spot(incident=told[row[0]], number=row[1], latitude=row[2], longitude=row[3]) for row in rows)


def admin1_names(connection: Connection, codes: Iterable[str]) -> dict[str, str]:
    """Return what each of these states or departments is called, with its country."""
    found = {}
    for code in codes:
        row = connection.execute(select(_c.admin1_name, _c.country).where(_c.admin1 == code).limit(1)).first()
        if row is not None:
            found[code] = ", ".join(part for part in (row.admin1_name, row.country) if part)
    return found


def _known(column: Mapping[str | None, int]) -> dict[str, int]:
    return {value: number for value, number in column.items() if value is not None}


def _each(several: Iterable[tuple[Iterable[str], int]]) -> dict[str, int]:
    """Return how many incidents have each value, where one may have several, or one twice."""
    found: Counter[str] = Counter()
    for values, number in several:
        for value in set(values):
            found[value] += number
    found.pop("", None)
    return dict(found)


def _point(words: str) -> tuple[float, float]:
    latitude, longitude = words.split(",")
    return float(latitude), float(longitude)
