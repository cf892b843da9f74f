"""One incident at a time, by any id it ever had, as it stands or as it stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, and_, func, or_, select

from recuento.errors import UnknownId
from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.arithmetic import arithmetic
from recuento.ledger.corrections import corrected_accounts, corrected_claim, corrected_incident, fixes_on
from recuento.ledger.decisions import decisions_on
from recuento.ledger.past import accounts_at, alive_then, entries_at, incident_of_name_at, relations_at
from recuento.ledger.records import NOW, Clocks, Heading, IncidentRecord
from recuento.ledger.rows import (
    accounts_where,
    batches,
    documents_in,
    entries_where,
    judgement_from,
    reported,
)
from recuento.ledger.sources import sources_of
from recuento.ledger.standing import is_gone, left_out
from recuento.ledger.tally import current
from recuento.ledger.tied import ties_of
from recuento.ledger.wire import decode, instant
from recuento.model import Account, Claim, Coding, Document, Entry, Incident, Judgement, Relation

__all__ = ["document_ids", "held", "incident_id_of", "incident_record", "standing_claims"]


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
        _check_read_out(connection, name)
        raise UnknownId(f"{name}: no incident bears this id; 'recuento incidents' lists them")
    if len(found) > 1:
        some = ", ".join(found[:3])
        raise UnknownId(f"{name}: {len(found)} incidents' ids begin so ({some} …); give more of it")
    return str(found[0])


def _check_read_out(connection: Connection, name: str) -> None:
    """Refuse an id of which no report is read to tell any more, in its own words.

    Raises:
        UnknownId: it was held once.
    """
    c = k.account_history.c
    account = f"k-{name[2:]}"
    ended = select(c.recorded_to).where(c.account == account, c.recorded_to.is_not(None)).order_by(c.id.desc())
    when = connection.execute(ended).scalars().first()
    if when is not None:
        raise UnknownId(
            f"{name}: no report is read to tell of it any more, since {when[:16]} UTC;"
            " 'recuento changes' or 'recuento export' with an earlier --ledger-as-of shows what was held"
        )


def incident_record(
    connection: Connection, name: str, clocks: Clocks = NOW, heading: Heading | None = None
) -> IncidentRecord:
    """Return all that is known of one incident; see `IncidentRecord`.

    ``heading`` says what the reports published by a past day tell together; without it the heading stays today's.
    """
    incident = _incident(connection, name, clocks)
    accounts = _accounts(connection, incident, clocks)
    if clocks.as_of is not None:
        incident = _as_told(connection, incident, accounts, heading)
    documents = documents_in(connection, {account.document for account in accounts})
    gone = left_out(connection, [document.id for document in documents], clocks.ledger_as_of)
    gone = {name: one for name, one in gone.items() if is_gone(one, clocks)}
    series = _series(connection, incident, clocks)
    held = current(series)
    return IncidentRecord(
        incident=incident,
        accounts=accounts,
        claims=tuple(claim for account in accounts for claim in account.claims),
        documents=documents,
        relations=_relations(connection, documents, clocks),
        entries=held,
        series=series,
        remarks=arithmetic(reported(accounts, documents, gone, sources_of(connection)), held, clocks.as_of),
        ties=ties_of(connection, incident, clocks),
        judgements=_judgements(connection, incident, clocks),
        left_out=tuple(gone[name] for name in sorted(gone)),
        decisions=decisions_on(connection, accounts, clocks.ledger_as_of),
        as_of=clocks.as_of,
        ledger_as_of=clocks.ledger_as_of,
    )


def document_ids(connection: Connection, clocks: Clocks) -> tuple[str, ...]:
    """Return the ids of the reports published and recorded by then, by publication day and id."""
    c = t.document.c
    query = select(c.id).order_by(c.published_on, c.id)
    if clocks.as_of is not None:
        query = query.where(c.published_on <= clocks.as_of.isoformat())
    if clocks.ledger_as_of is not None:
        query = query.where(c.recorded_at <= instant(clocks.ledger_as_of))
    return tuple(connection.execute(query).scalars())


def standing_claims(connection: Connection, coding: Coding, clocks: Clocks) -> tuple[Claim, ...]:
    """Return a report's claims as persons have corrected them; none of a report that no longer stands."""
    gone = left_out(connection, [coding.document.id], clocks.ledger_as_of).get(coding.document.id)
    if gone is not None and is_gone(gone, clocks):
        return ()
    fixes = fixes_on(connection, (claim.id for claim in coding.claims), clocks.ledger_as_of)
    return tuple(corrected_claim(claim, fixes.get(claim.id, ())) for claim in coding.claims)


def held(connection: Connection, name: str, clocks: Clocks) -> tuple[Entry, ...]:
    """Return the entries of an incident in force on the day asked, by tally, side and unit; no other day is read."""
    incident = incident_id_of(connection, name)
    if clocks.ledger_as_of is not None:
        incident = _incident(connection, name, clocks).id
    c = t.entry.c
    then = and_(c.incident == incident, alive_then(clocks.ledger_as_of))
    told = then if clocks.as_of is None else and_(then, c.as_of <= clocks.as_of.isoformat())
    day = connection.execute(select(func.max(c.as_of)).where(told)).scalar()
    return entries_where(connection, and_(then, c.as_of == day)) if day is not None else ()


def _incident(connection: Connection, name: str, clocks: Clocks) -> Incident:
    """Return the incident that the name has now, or that it had then."""
    incident_id = incident_id_of(connection, name)
    body = connection.execute(select(t.incident.c.body).where(t.incident.c.id == incident_id)).scalar_one()
    incident = decode(body, Incident)
    if clocks.ledger_as_of is None:
        return incident
    return incident_of_name_at(connection, name, incident, clocks.ledger_as_of)


def _as_told(
    connection: Connection, incident: Incident, accounts: Sequence[Account], heading: Heading | None
) -> Incident:
    """Return the incident with the heading that these accounts give it; it keeps its ids."""
    if not accounts:
        return replace(incident, events=(), when=(), place=None)
    told = heading(accounts) if heading else incident
    fixes = fixes_on(connection, incident.accounts)
    told = corrected_incident(told, (fix for mine in fixes.values() for fix in mine))
    return replace(told, id=incident.id, aliases=incident.aliases, accounts=incident.accounts)


def _accounts(connection: Connection, incident: Incident, clocks: Clocks) -> tuple[Account, ...]:
    if clocks.ledger_as_of is not None:
        found = accounts_at(connection, incident.accounts, clocks.ledger_as_of)
    else:
        held = t.incident_account.c
        query = select(t.account).join_from(t.account, t.incident_account).where(held.incident == incident.id)
        found = accounts_where(connection, query)
    told = tuple(a for a in found if clocks.as_of is None or a.published_on <= clocks.as_of)
    return corrected_accounts(connection, told, clocks.ledger_as_of)


def _series(connection: Connection, incident: Incident, clocks: Clocks) -> tuple[Entry, ...]:
    c = t.entry.c
    if clocks.ledger_as_of is not None:
        return entries_at(connection, incident.id, clocks.ledger_as_of, clocks.as_of)
    then = and_(c.incident == incident.id, c.recorded_to.is_(None))
    if clocks.as_of is not None:
        then = and_(then, c.as_of <= clocks.as_of.isoformat())
    return entries_where(connection, then)


def _relations(connection: Connection, documents: Sequence[Document], clocks: Clocks) -> tuple[Relation, ...]:
    c = t.relation.c
    if clocks.ledger_as_of is not None:
        return relations_at(connection, [document.id for document in documents], clocks.ledger_as_of)
    return tuple(
        decode(row.body, Relation)
        for document in documents
        for row in connection.execute(select(c.body).where(c.document == document.id).order_by(c.position))
    )


def _judgements(connection: Connection, incident: Incident, clocks: Clocks) -> tuple[Judgement, ...]:
    c = t.judgement.c
    mine = set(incident.accounts)
    at = clocks.ledger_as_of
    valid = or_(c.void_at.is_(None), c.void_at > instant(at)) if at is not None else c.void_at.is_(None)
    known = [valid] if at is None else [valid, c.decided_at <= instant(at)]
    return tuple(
        judgement_from(row)
        for some in batches(incident.accounts)
        for row in connection.execute(select(t.judgement).where(c.a.in_(some), *known).order_by(c.a, c.b, c.id))
        if row.b in mine
    )
