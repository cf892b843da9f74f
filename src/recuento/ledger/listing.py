"""Lists of incidents, as they stand or as they stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.asking import incident_record
from recuento.ledger.history import alive_at
from recuento.ledger.records import Clocks, Heading, IncidentFilter, IncidentRecord, IncidentRow
from recuento.ledger.rows import actor_words, batches, entry_from, entry_order, place_words
from recuento.ledger.standing import left_out
from recuento.ledger.tally import current
from recuento.ledger.wire import decode
from recuento.lexicon.fold import fold
from recuento.model import Entry, Incident

__all__ = ["incident_rows", "past_rows"]


def incident_rows(connection: Connection, wanted: IncidentFilter) -> tuple[IncidentRow, ...]:
    """Return the incidents that pass, by first possible day (publication if undated) and id.

    One of whose reports none stands any more (withdrawn, replaced) is not listed; its id still finds it.
    """
    c = t.incident.c
    order = func.coalesce(c.first_day, c.first_published)
    rows = connection.execute(select(t.incident).where(*_conditions(wanted)).order_by(order, c.id)).all()
    ids = [row.id for row in rows]
    entries = _live_entries(connection, ids)
    reports, claims = _sizes(connection, ids)
    return tuple(
        IncidentRow(
            incident=decode(row.body, Incident),
            entries=current(entries.get(row.id, ())),
            documents=reports[row.id],
            claims=claims[row.id],
        )
        for row in rows
        if reports[row.id]
    )


def past_rows(
    connection: Connection, wanted: IncidentFilter, clocks: Clocks, heading: Heading | None
) -> tuple[IncidentRow, ...]:
    """Return the incidents that passed as they were told or held then, in the order of `incident_rows`."""
    records = (incident_record(connection, name, clocks, heading) for name in _known_then(connection, clocks))
    told = [record for record in records if len(record.documents) > len(record.left_out) and _passes(record, wanted)]
    return tuple(
        IncidentRow(
            incident=record.incident,
            entries=record.entries,
            documents=len(record.documents) - len(record.left_out),
            claims=sum(claim.document not in gone for claim in record.claims),
        )
        for record in sorted(told, key=lambda record: (_first_day(record.incident), record.incident.id))
        for gone in [{one.document for one in record.left_out}]
    )


def _known_then(connection: Connection, clocks: Clocks) -> Iterable[str]:
    if clocks.ledger_as_of is None:
        c = t.incident.c
        known = select(c.id).where(c.first_published <= _day(clocks.as_of))
    else:
        known = select(k.incident_history.c.incident).where(alive_at(k.incident_history, clocks.ledger_as_of))
    return connection.execute(known.order_by("incident" if clocks.ledger_as_of else "id")).scalars().all()


def _passes(record: IncidentRecord, wanted: IncidentFilter) -> bool:
    """Tell in words of Python what `_conditions` asks of the tables."""
    incident = record.incident
    first = _first_day(incident)
    last = max((d.after for d in incident.when), default=None)
    tests = (
        wanted.until is None or first <= wanted.until,
        wanted.since is None or (last > wanted.since if last else first >= wanted.since),
        wanted.place is None or fold(wanted.place) in place_words(record.accounts),
        wanted.actor is None or fold(wanted.actor) in actor_words(record.accounts),
        wanted.event is None or wanted.event in incident.events,
        wanted.tally is None or any(entry.tally == wanted.tally for entry in record.entries),
        wanted.background or not incident.background,
        wanted.aggregate or not incident.aggregate,
    )
    return all(tests)


def _first_day(incident: Incident) -> date:
    return min((d.first for d in incident.when), default=incident.first_published)


def _conditions(wanted: IncidentFilter) -> list[ColumnElement[bool]]:
    c, e = t.incident.c, t.entry.c
    first = func.coalesce(c.first_day, c.first_published)
    after = func.coalesce(c.after_day, c.first_published)
    held = select(e.id).where(e.incident == c.id, e.tally == wanted.tally, e.recorded_to.is_(None))
    asked: list[tuple[object, ColumnElement[bool]]] = [
        (wanted.until, first <= _day(wanted.until)),
        # `after` is the day after the last for a dated incident, and the day itself for an undated one.
        (wanted.since, or_(after > _day(wanted.since), and_(c.after_day.is_(None), after == _day(wanted.since)))),
        (wanted.place, c.place_words.contains(fold(wanted.place or ""), autoescape=True)),
        (wanted.actor, c.actor_words.contains(fold(wanted.actor or ""), autoescape=True)),
        (wanted.event, c.events.contains(f" {wanted.event} ", autoescape=True)),
        (wanted.tally, held.exists()),
        (None if wanted.background else True, c.background.is_(False)),
        (None if wanted.aggregate else True, c.aggregate.is_(False)),
    ]
    return [condition for value, condition in asked if value is not None]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _live_entries(connection: Connection, incidents: Sequence[str]) -> dict[str, list[Entry]]:
    c = t.entry.c
    found: dict[str, list[Entry]] = {}
    for some in batches(incidents):
        for row in connection.execute(select(t.entry).where(c.incident.in_(some), c.recorded_to.is_(None))):
            found.setdefault(row.incident, []).append(entry_from(row))
    return {incident: sorted(entries, key=entry_order) for incident, entries in found.items()}


def _sizes(connection: Connection, incidents: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """Return how many reports that stand, and how many claims of theirs, each incident has."""
    held, claim = t.incident_account.c, t.claim.c
    gone = left_out(connection)
    reports, claims = Counter[str](), Counter[str]()
    for some in batches(incidents):
        query = select(held.incident, claim.document, func.count()).join_from(
            t.incident_account, t.claim, claim.account == held.account
        )
        for row in connection.execute(query.where(held.incident.in_(some)).group_by(held.incident, claim.document)):
            if row.document not in gone:
                reports[row.incident] += 1
                claims[row.incident] += row[2]
    return reports, claims
