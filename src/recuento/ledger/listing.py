"""Lists of incidents, as they stand or as they stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from recuento.errors import OptionError
from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.asking import incident_record
from recuento.ledger.conditions import conditions, passes
from recuento.ledger.history import alive_at
from recuento.ledger.listed import incident_listing, review_item
from recuento.ledger.listings import Listing, listing
from recuento.ledger.records import (
    Clocks,
    Heading,
    IncidentFilter,
    IncidentRecord,
    IncidentRow,
    Order,
    Queue,
    Waiting,
)
from recuento.ledger.relisting import done_of, entries_held
from recuento.ledger.rows import actor_words, batches, place_words
from recuento.ledger.sources import outlet_name, sources_of
from recuento.ledger.wire import decode, instant, moment
from recuento.lexicon.sources import Register
from recuento.model import Entry, Incident

__all__ = ["After", "incident_page", "incident_rows", "past_rows", "place_in_order", "review_queue", "rows_named"]

After = tuple[str, str]
"""Of the last incident of a page, what the list is ordered by and its id: what a next page begins after."""

_c = incident_listing.c


def incident_rows(connection: Connection, wanted: IncidentFilter, order: Order = "oldest") -> Iterator[IncidentRow]:
    """Yield the incidents that pass, by first possible day (publication if undated) and id, or in another order.

    One of whose reports none stands any more (withdrawn, replaced) is not listed; its id still finds it.
    """
    names = connection.execute(_listed(connection, wanted, order)).scalars().all()
    for some in batches(names):
        yield from _rows(connection, some, reviewed_only=wanted.reviewed_only)


def incident_page(
    connection: Connection,
    wanted: IncidentFilter,
    *,
    limit: int,
    offset: int = 0,
    after: After | None = None,
    order: Order = "oldest",
) -> tuple[IncidentRow, ...]:
    """Return a page of `incident_rows`: those after the first ``offset``, or those that come ``after`` an incident."""
    query = _listed(connection, wanted, order).limit(limit).offset(offset)
    if after is not None:
        by, last = _ordered_by(order), after[0]
        beyond, next_one = by < last, _c.incident < after[1]
        if order == "oldest":
            beyond, next_one = by > last, _c.incident > after[1]
        query = query.where(or_(beyond, and_(by == last, next_one)))
    names = connection.execute(query).scalars().all()
    return _rows(connection, names, reviewed_only=wanted.reviewed_only)


def place_in_order(row: IncidentRow, order: Order) -> After:
    """Return after what the page begins that follows one which ends with this row."""
    incident = row.incident
    if order == "changed" and row.changed_at is not None:
        return instant(row.changed_at), incident.id
    return min((each.first for each in incident.when), default=incident.first_published).isoformat(), incident.id


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
    if wanted.reviewed_only or any(
        value is not None for value in (wanted.reviewed, wanted.contested, wanted.changed, wanted.words)
    ):
        raise OptionError("reviewed, contested, changed and words are asked of today; of a past day ask without them")
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


def rows_named(connection: Connection, names: Sequence[str], *, reviewed_only: bool = False) -> tuple[IncidentRow, ...]:
    """Return the rows of incidents by their ids of today; those that are not listed are left out."""
    return tuple(row for some in batches(names) for row in _rows(connection, some, reviewed_only=reviewed_only))


def _ordered_by(order: Order) -> ColumnElement[str]:
    return _c.changed_at if order == "changed" else _c.day


def _listed(connection: Connection, wanted: IncidentFilter, order: Order) -> Select[Any]:
    query = select(_c.incident).where(*conditions(wanted, connection.dialect.name))
    by = _ordered_by(order)
    return query.order_by(by, _c.incident) if order == "oldest" else query.order_by(by.desc(), _c.incident.desc())


def _rows(connection: Connection, names: Sequence[str], *, reviewed_only: bool = False) -> tuple[IncidentRow, ...]:
    """Return the rows of a few incidents, in the order of their names; ``reviewed_only``: accepted figures alone."""
    columns = (_c.incident, _c.documents, _c.claims, _c.reviewed, _c.changed_at, t.incident.c.body)
    query = select(*columns).join_from(incident_listing, t.incident, t.incident.c.id == _c.incident)
    told = {row.incident: row for row in connection.execute(query.where(_c.incident.in_(names)))}
    held = entries_held(connection, sorted(told))
    done = done_of(connection, held)
    return tuple(
        _row(told[name], held.get(name, ()), done.get(name, ()), reviewed_only=reviewed_only)
        for name in dict.fromkeys(names)
        if name in told
    )


def _row(told: Any, entries: Sequence[Entry], done: Sequence[bool], *, reviewed_only: bool) -> IncidentRow:
    accepted = [entry for entry, is_done in zip(entries, done, strict=True) if is_done]
    return IncidentRow(
        incident=decode(told.body, Incident),
        entries=tuple(accepted if reviewed_only else entries),
        documents=told.documents,
        claims=told.claims,
        reviewed=told.reviewed,
        accepted=tuple(entry.key for entry in accepted),
        changed_at=moment(told.changed_at),
    )


def _number(connection: Connection, *, done: bool) -> int:
    query = select(func.count()).select_from(review_item).where(review_item.c.done.is_(done))
    return int(connection.execute(query).scalar_one())
