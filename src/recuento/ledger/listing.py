"""Lists of incidents, as they stand or as they stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from recuento.errors import OptionError
from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.asking import incident_record
from recuento.ledger.conditions import conditions, passes
from recuento.ledger.history import alive_at
from recuento.ledger.listed import incident_listing, review_item
from recuento.ledger.listings import Listing, listing
from recuento.ledger.records import Clocks, Heading, IncidentFilter, IncidentRecord, IncidentRow, Queue, Waiting
from recuento.ledger.relisting import entries_held
from recuento.ledger.rows import actor_words, batches, place_words
from recuento.ledger.sources import outlet_name, sources_of
from recuento.ledger.wire import decode
from recuento.lexicon.sources import Register
from recuento.model import Incident

__all__ = ["After", "incident_page", "incident_rows", "past_rows", "review_queue"]

After = tuple[date, str]
"""Day and id of the last incident of a page: what a next page begins after."""

_c = incident_listing.c


def incident_rows(connection: Connection, wanted: IncidentFilter) -> Iterator[IncidentRow]:
    """Yield the incidents that pass, by first possible day (publication if undated) and id.

    One of whose reports none stands any more (withdrawn, replaced) is not listed; its id still finds it.
    """
    names = connection.execute(_listed(connection, wanted, _c.incident)).scalars().all()
    for some in batches(names):
        yield from _rows(connection, some)


def incident_page(
    connection: Connection, wanted: IncidentFilter, *, limit: int, offset: int = 0, after: After | None = None
) -> tuple[IncidentRow, ...]:
    """Return a page of `incident_rows`: those after the first ``offset``, or those that come ``after`` an incident."""
    query = _listed(connection, wanted, _c.incident).limit(limit).offset(offset)
    if after is not None:
        day = after[0].isoformat()
        query = query.where(or_(_c.day > day, and_(_c.day == day, _c.incident > after[1])))
    return _rows(connection, connection.execute(query).scalars().all())


def review_queue(connection: Connection, *, at: int, limit: int) -> Queue:
    """Return up to ``limit`` figures that wait from the ``at``-th on, counted from 0; past the end, from the last."""
    r = review_item.c
    number = _number(connection, done=False)
    at = max(0, min(at, number - 1))
    order = (r.rank, r.as_of.desc(), r.incident, r.tally, r.side, r.unit)
    query = select(r.incident, r.tally, r.side, r.unit).where(r.done.is_(False)).order_by(*order)
    keys = connection.execute(query.limit(limit).offset(at)).all()
    rows = {row.incident.id: row for row in _rows(connection, [key.incident for key in keys])}
    waiting = tuple(
        Waiting(row=rows[key.incident], entry=entry)
        for key in keys
        for entry in rows[key.incident].entries
        if (entry.tally, entry.side, entry.unit) == (key.tally, key.side, key.unit)
    )
    return Queue(at=at, waiting=waiting, open=number, done=_number(connection, done=True))


def past_rows(
    connection: Connection, wanted: IncidentFilter, clocks: Clocks, heading: Heading | None
) -> Iterator[IncidentRow]:
    """Yield the incidents that passed as they were told or held then, in the order of `incident_rows`.

    Raises:
        OptionError: something is asked that is known of today alone.
    """
    if any(value is not None for value in (wanted.reviewed, wanted.changed, wanted.words)):
        raise OptionError("reviewed, changed and words are asked of today; of a past day ask without them")
    register = sources_of(connection)
    told = []
    for name in _known_then(connection, clocks):
        record = incident_record(connection, name, clocks, heading)
        one = _listing_then(record, register)
        if one is not None and passes(one, wanted):
            told.append((one, record))
    for one, record in sorted(told, key=lambda each: (each[0].day, each[0].incident)):
        yield IncidentRow(incident=record.incident, entries=record.entries, documents=one.documents, claims=one.claims)


def _listing_then(record: IncidentRecord, register: Register) -> Listing | None:
    gone = {one.document for one in record.left_out}
    return listing(
        record.incident,
        record.claims,
        record.entries,
        outlets={one.id: outlet_name(register, one) for one in record.documents if one.id not in gone},
        done=(),
        words=(place_words(record.accounts), actor_words(record.accounts)),
    )


def _known_then(connection: Connection, clocks: Clocks) -> Iterable[str]:
    if clocks.ledger_as_of is None:
        c = t.incident.c
        known = select(c.id).where(c.first_published <= (clocks.as_of or date.max).isoformat())
    else:
        known = select(k.incident_history.c.incident).where(alive_at(k.incident_history, clocks.ledger_as_of))
    return connection.execute(known.order_by("incident" if clocks.ledger_as_of else "id")).scalars().all()


def _listed(connection: Connection, wanted: IncidentFilter, *columns: Any) -> Select[Any]:
    return select(*columns).where(*conditions(wanted, connection.dialect.name)).order_by(_c.day, _c.incident)


def _rows(connection: Connection, names: Sequence[str]) -> tuple[IncidentRow, ...]:
    """Return the rows of a few incidents, in the order of their names."""
    query = select(_c.incident, _c.documents, _c.claims, t.incident.c.body).join_from(
        incident_listing, t.incident, t.incident.c.id == _c.incident
    )
    told = {row.incident: row for row in connection.execute(query.where(_c.incident.in_(names)))}
    entries = entries_held(connection, sorted(told))
    return tuple(
        IncidentRow(
            incident=decode(told[name].body, Incident),
            entries=entries.get(name, ()),
            documents=told[name].documents,
            claims=told[name].claims,
        )
        for name in dict.fromkeys(names)
    )


def _number(connection: Connection, *, done: bool) -> int:
    query = select(func.count()).select_from(review_item).where(review_item.c.done.is_(done))
    return int(connection.execute(query).scalar_one())
