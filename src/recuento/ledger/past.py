"""What this ledger held at a past moment. It is answered from what was kept then, and never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from recuento.errors import UnknownId
from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.history import held_at, incident_at
from recuento.ledger.rows import accounts_where, batches, entries_where
from recuento.ledger.wire import decode, instant
from recuento.model import Account, Coding, Entry, Incident, Relation

__all__ = ["accounts_at", "alive_then", "coding_at", "entries_at", "incident_of_name_at", "relations_at"]


def incident_of_name_at(connection: Connection, name: str, today: Incident, at: datetime) -> Incident:
    """Return the incident that ``name``, a name of ``today``'s, stood for then; with no accounts if there was none.

    Raises:
        UnknownId: what is one incident today was several then, and the name does not tell which.
    """
    known = sorted({*today.accounts, *(f"k-{alias[2:]}" for alias in today.aliases)})
    then = held_at(connection, known, at)
    own = [account for account in known if f"i-{account[2:]}".startswith((name, f"i-{name}"))]
    named = {then[account] for account in (*own, f"k-{name[2:]}") if account in then} or set(then.values())
    if len(named) > 1:
        raise UnknownId(f"{name}: at that time these were {len(named)} incidents ({', '.join(sorted(named))}); ask one")
    found = next((incident_at(connection, one, at) for one in named), None)
    if found is None:
        return replace(today, accounts=(), events=(), when=(), place=None)
    return replace(found, aliases=tuple(f"i-{account[2:]}" for account in found.accounts))


def accounts_at(connection: Connection, ids: Sequence[str], at: datetime) -> tuple[Account, ...]:
    """Return accounts as they were read then, by publication day and id."""
    rows = [
        account
        for some in batches(ids)
        for account in accounts_where(connection, select(t.account).where(t.account.c.id.in_(some)))
    ]
    earlier = {
        document: coding
        for document in sorted({account.document for account in rows})
        if (coding := coding_at(connection, document, at)) is not None
    }
    old = {account.id: account for coding in earlier.values() for account in coding.accounts}
    found = [old[a.id] if a.document in earlier else a for a in rows if a.document not in earlier or a.id in old]
    return tuple(sorted(found, key=lambda a: (a.published_on, a.id)))


def coding_at(connection: Connection, document: str, at: datetime) -> Coding | None:
    """Return what had been read in a report then; None if that is what is read in it now."""
    c = k.reading.c
    then = and_(c.document == document, c.recorded_from <= instant(at), c.recorded_to > instant(at))
    body = connection.execute(select(c.body).where(then).order_by(c.id)).scalars().first()
    return decode(body, Coding) if body is not None else None


def entries_at(connection: Connection, incident: str, at: datetime, as_of: date | None) -> tuple[Entry, ...]:
    """Return the entries held then, oldest day first; ``as_of`` leaves out later days."""
    return entries_where(connection, _entries(incident, at, as_of))


def alive_then(at: datetime | None) -> ColumnElement[bool]:
    """Return the condition under which an entry was held at an instant; None: is held."""
    c = t.entry.c
    if at is None:
        return c.recorded_to.is_(None)
    return and_(c.recorded_from <= instant(at), or_(c.recorded_to.is_(None), c.recorded_to > instant(at)))


def _entries(incident: str, at: datetime, as_of: date | None) -> ColumnElement[bool]:
    c = t.entry.c
    then = and_(c.incident == incident, alive_then(at))
    return then if as_of is None else and_(then, c.as_of <= as_of.isoformat())


def relations_at(connection: Connection, documents: Sequence[str], at: datetime) -> tuple[Relation, ...]:
    """Return the ties between people and groups that were read in these reports then."""
    c = t.relation.c
    found: list[Relation] = []
    for document in documents:
        coding = coding_at(connection, document, at)
        if coding is not None:
            found += coding.relations
        else:
            rows = connection.execute(select(c.body).where(c.document == document).order_by(c.position))
            found += [decode(row.body, Relation) for row in rows]
    return tuple(found)
