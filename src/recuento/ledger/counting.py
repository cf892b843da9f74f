"""How many incidents of a list are what: facets, months and places, from one pass over narrow rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, func, select

from recuento.ledger import tables as t
from recuento.ledger.conditions import conditions
from recuento.ledger.listed import incident_listing
from recuento.ledger.records import Counted, IncidentFilter, Spot
from recuento.ledger.rows import batches
from recuento.ledger.wire import decode, instant
from recuento.model import Incident

__all__ = ["admin1_names", "counted", "spots"]

_c = incident_listing.c
_BETWEEN = "\x1f"
_LATELY = 31  # days
_SINGLE = (_c.figures, _c.country, _c.admin1, _c.certainty, _c.reviewed, _c.month, _c.point)
_SEVERAL = (_c.events, _c.actors, _c.sources)


def counted(connection: Connection, wanted: IncidentFilter) -> Counted:
    """Return how many incidents that pass are what.

    The database filters and hands each column over as one text, which is cut and counted here: it would sort the rows
    once for every column it groups by, and a row of Python for each incident takes longer still.
    """
    where = conditions(wanted, connection.dialect.name)
    columns = (*_SINGLE, *_SEVERAL)
    told = [func.aggregate_strings(func.coalesce(column, ""), _BETWEEN) for column in columns]
    row = connection.execute(select(func.count(), *told).where(*where)).one()
    total, *texts = row
    single = [Counter(text.split(_BETWEEN)) if total else Counter[str]() for text in texts[: len(_SINGLE)]]
    figures, countries, admin1, certainty, reviewed, months, points = single
    events, groups, sources = (text or "" for text in texts[len(_SINGLE) :])
    pairs = [([pair.split("/") for pair in words.split()], number) for words, number in figures.items()]
    undated, unplaced = months.pop("", 0), points.pop("", 0)
    return Counted(
        total=total,
        events=_words(events),
        tallies=_each(([pair[0] for pair in each], number) for each, number in pairs),
        sides=_each(([pair[1] for pair in each], number) for each, number in pairs),
        countries=_known(countries),
        admin1=_known(admin1),
        groups=_words(groups),
        sources=_known(Counter(sources.replace(_BETWEEN, "").split("\n"))),
        certainty=_known(certainty),
        reviewed=_known(reviewed),
        months={date.fromisoformat(f"{month}-01"): number for month, number in months.items()},
        points={_point(point): number for point, number in points.items()},
        changed=_changed(connection, wanted),
        contested=_contested(connection, wanted),
        undated=undated,
        unplaced=unplaced,
    )


def _changed(connection: Connection, wanted: IncidentFilter) -> dict[date, int]:
    """Return how many were written last on each of the last days: of a large ledger these are few, and in an index."""
    day, since = func.substr(_c.changed_at, 1, 10), datetime.now(UTC) - timedelta(days=_LATELY)
    where = (*conditions(wanted, connection.dialect.name), _c.changed_at > instant(since))
    rows = connection.execute(select(day, func.count()).where(*where).group_by(day))
    return {date.fromisoformat(row[0]): row[1] for row in rows}


def _contested(connection: Connection, wanted: IncidentFilter) -> int:
    if wanted.contested is False:
        return 0
    where = conditions(replace(wanted, contested=True), connection.dialect.name)
    return int(connection.execute(select(func.count()).select_from(incident_listing).where(*where)).scalar_one())


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


def _known(column: Mapping[str, int]) -> dict[str, int]:
    return {value: number for value, number in column.items() if value}


def _words(text: str) -> dict[str, int]:
    """Return how often each word stands in a text: once for each incident that has it."""
    return dict(Counter(text.replace(_BETWEEN, "").split()))


def _each(several: Iterable[tuple[Iterable[str], int]]) -> dict[str, int]:
    """Return how many incidents have each value, where one may have several, or one twice."""
    found: Counter[str] = Counter()
    for values, number in several:
        for value in set(values):
            found[value] += number
    return dict(found)


def _point(words: str) -> tuple[float, float]:
    latitude, longitude = words.split(",")
    return float(latitude), float(longitude)
