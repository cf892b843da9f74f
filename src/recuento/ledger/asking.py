"""Read the ledger: lists of incidents, one incident at a time, by any id it ever had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from recuento.errors import UnknownId
from recuento.ledger import tables as t
from recuento.ledger.arithmetic import arithmetic
from recuento.ledger.records import IncidentFilter, IncidentRecord, IncidentRow, Reported
from recuento.ledger.rows import accounts_where, batches, document_from, entry_from, judgement_from
from recuento.ledger.tally import current
from recuento.ledger.wire import decode, instant
from recuento.lexicon.fold import fold
from recuento.model import Account, Document, Entry, Incident, IncidentTie, Judgement, Relation

__all__ = ["documents_in", "incident_id_of", "incident_record", "incident_rows"]


def incident_rows(connection: Connection, wanted: IncidentFilter) -> tuple[IncidentRow, ...]:
    """Return the incidents that pass, by first possible day (publication if undated) and id."""
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
    )


def incident_id_of(connection: Connection, name: str) -> str:
    """Return the id of the incident that an id, an alias or the unique beginning of one names.

    Raises:
        UnknownId: none does, or several do.
    """
    c = t.incident_alias.c
    exact = connection.execute(select(c.incident).where(c.alias == name)).scalar()
    if exact is not None:
        return str(exact)
    begins = [c.alias.startswith(start, autoescape=True) for start in (name, f"i-{name}")]
    found = sorted(connection.execute(select(c.incident).where(or_(*begins)).distinct()).scalars()) if name else []
    if not found:
        raise UnknownId(f"{name}: no incident bears this id; 'recuento incidents' lists them")
    if len(found) > 1:
        some = ", ".join(found[:3])
        raise UnknownId(f"{name}: {len(found)} incidents' ids begin so ({some} …); give more of it")
    return str(found[0])


def incident_record(
    connection: Connection, name: str, *, as_of: date | None = None, ledger_as_of: datetime | None = None
) -> IncidentRecord:
    """Return all that is known of one incident; see `IncidentRecord`.

    ``as_of`` keeps to reports published by that day, under today's judgements; ``ledger_as_of`` to what this ledger
    held at that instant, under whichever ids it then had.
    """
    incident_id = incident_id_of(connection, name)
    row = connection.execute(select(t.incident).where(t.incident.c.id == incident_id)).one()
    incident = decode(row.body, Incident)
    accounts = _accounts(connection, incident, as_of, ledger_as_of)
    documents = documents_in(connection, {account.document for account in accounts})
    series = _series(connection, incident, as_of, ledger_as_of)
    held = current(series)
    return IncidentRecord(
        incident=incident,
        accounts=accounts,
        claims=tuple(claim for account in accounts for claim in account.claims),
        documents=documents,
        relations=_relations(connection, documents),
        entries=held,
        series=series,
        remarks=arithmetic(_reported(accounts, documents), held),
        ties=_ties(connection, incident),
        judgements=_judgements(connection, incident),
        as_of=as_of,
        ledger_as_of=ledger_as_of,
    )


def documents_in(connection: Connection, ids: Iterable[str]) -> tuple[Document, ...]:
    """Return the reports with these ids, by publication day and id."""
    found = [
        document_from(row)
        for some in batches(sorted(set(ids)))
        for row in connection.execute(select(t.document).where(t.document.c.id.in_(some)))
    ]
    return tuple(sorted(found, key=lambda d: (d.published_on, d.id)))


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
    return {incident: sorted(entries, key=_entry_order) for incident, entries in found.items()}


def _entry_order(entry: Entry) -> tuple[object, ...]:
    return (entry.as_of, entry.incident, entry.tally, entry.side, entry.unit)


def _sizes(connection: Connection, incidents: Sequence[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many reports and how many claims each incident has."""
    held, account, claim = t.incident_account.c, t.account.c, t.claim.c
    reports, claims = dict.fromkeys(incidents, 0), dict.fromkeys(incidents, 0)
    for some in batches(incidents):
        mine = held.incident.in_(some)
        query = select(held.incident, func.count(account.document.distinct())).join_from(t.incident_account, t.account)
        reports |= {row[0]: row[1] for row in connection.execute(query.where(mine).group_by(held.incident))}
        query = select(held.incident, func.count()).join_from(
            t.incident_account, t.claim, claim.account == held.account
        )
        claims |= {row[0]: row[1] for row in connection.execute(query.where(mine).group_by(held.incident))}
    return reports, claims


def _accounts(
    connection: Connection, incident: Incident, as_of: date | None, ledger_as_of: datetime | None
) -> tuple[Account, ...]:
    held, account, document = t.incident_account.c, t.account.c, t.document.c
    query = select(t.account).join_from(t.account, t.incident_account).join(t.document, document.id == account.document)
    query = query.where(held.incident == incident.id)
    if as_of is not None:
        query = query.where(account.published_on <= as_of.isoformat())
    if ledger_as_of is not None:
        query = query.where(document.recorded_at <= instant(ledger_as_of))
    return accounts_where(connection, query)


def _series(
    connection: Connection, incident: Incident, as_of: date | None, ledger_as_of: datetime | None
) -> tuple[Entry, ...]:
    c = t.entry.c
    if ledger_as_of is None:
        then = and_(c.incident == incident.id, c.recorded_to.is_(None))
    else:
        at = instant(ledger_as_of)
        alive = or_(c.recorded_to.is_(None), c.recorded_to > at)
        then = and_(c.incident.in_(incident.aliases), c.recorded_from <= at, alive)
    if as_of is not None:
        then = and_(then, c.as_of <= as_of.isoformat())
    return tuple(sorted((entry_from(row) for row in connection.execute(select(t.entry).where(then))), key=_entry_order))


def _reported(accounts: Sequence[Account], documents: Sequence[Document]) -> list[Reported]:
    by_id = {document.id: document for document in documents}
    return [
        Reported(claim=claim, document=by_id[claim.document], recalled=claim.background and not account.background)
        for account in accounts
        for claim in account.claims
    ]


def _relations(connection: Connection, documents: Sequence[Document]) -> tuple[Relation, ...]:
    c = t.relation.c
    return tuple(
        decode(row.body, Relation)
        for document in documents
        for row in connection.execute(select(c.body).where(c.document == document.id).order_by(c.position))
    )


def _ties(connection: Connection, incident: Incident) -> tuple[IncidentTie, ...]:
    """Return the ties of its accounts, as ties of the incidents that hold them today."""
    tie, one, other = t.account_tie.c, t.incident_account.alias(), t.incident_account.alias()
    query = (
        select(one.c.incident.label("subject"), tie.tie, other.c.incident.label("object"), func.min(tie.reason))
        .join_from(t.account_tie, one, one.c.account == tie.subject)
        .join(other, other.c.account == tie.object)
        .where(or_(one.c.incident == incident.id, other.c.incident == incident.id))
        .where(one.c.incident != other.c.incident)
        .group_by(one.c.incident, tie.tie, other.c.incident)
        .order_by(one.c.incident, tie.tie, other.c.incident)
    )
    return tuple(
        IncidentTie(subject=row[0], tie=row[1], object=row[2], reason=row[3]) for row in connection.execute(query)
    )


def _judgements(connection: Connection, incident: Incident) -> tuple[Judgement, ...]:
    c = t.judgement.c
    mine = set(incident.accounts)
    return tuple(
        judgement_from(row)
        for some in batches(incident.accounts)
        for row in connection.execute(select(t.judgement).where(c.a.in_(some)).order_by(c.a, c.b, c.id))
        if row.b in mine
    )
