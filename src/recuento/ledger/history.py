"""Since when, and until when, each account belonged to which incident, and each incident was what it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, and_, insert, or_, select, update

from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.rows import THESE, batches, each_batch
from recuento.ledger.wire import decode, encode, instant
from recuento.model import Incident

__all__ = ["alive_at", "close_incidents", "held_at", "held_by", "incident_at", "move", "with_old_names"]

_now, _was = k.account_history.c, k.incident_history.c
_KNOWN = {
    k.account_history.name: select(_now.account, _now.incident).where(
        _now.account.in_(THESE), _now.recorded_to.is_(None)
    ),
    k.incident_history.name: select(_was.incident, _was.body).where(
        _was.incident.in_(THESE), _was.recorded_to.is_(None)
    ),
}
_HOLDING = select(_now.incident).where(_now.account.in_(THESE), _now.recorded_to.is_(None)).distinct()
_REPLACED = (
    select(k.account_map.c.old)
    .join(t.account, t.account.c.id == k.account_map.c.old)
    .where(k.account_map.c.new.in_(THESE), t.account.c.retired_at.is_not(None))
)


def move(connection: Connection, incidents: Sequence[Incident], at: datetime, cause: str) -> None:
    """Note that incidents now are what they are and hold the accounts they hold, where that is new."""
    bodies = {each.id: encode(replace(each, accounts=(), aliases=())) for each in incidents}
    _note(connection, k.incident_history, "incident", bodies, "body", at, cause)
    held = {account: each.id for each in incidents for account in each.accounts}
    _note(connection, k.account_history, "account", held, "incident", at, cause)


def close_incidents(connection: Connection, incidents: Iterable[str], at: datetime) -> None:
    """Note that there are no such incidents any more."""
    for table in (k.incident_history, k.account_history):
        for some in batches(sorted(incidents)):
            alive = and_(table.c.incident.in_(some), table.c.recorded_to.is_(None))
            connection.execute(update(table).where(alive).values(recorded_to=instant(at)))


def held_by(connection: Connection, accounts: Sequence[str]) -> set[str]:
    """Return the incidents that hold these accounts, or held them until now."""
    return {row.incident for row in each_batch(connection, _HOLDING, accounts)}


def alive_at(table: FromClause, at: datetime) -> ColumnElement[bool]:
    """Return the condition under which a row of a history held at that instant."""
    told = instant(at)
    return and_(table.c.recorded_from <= told, or_(table.c.recorded_to.is_(None), table.c.recorded_to > told))


def held_at(connection: Connection, accounts: Sequence[str], at: datetime) -> dict[str, str]:
    """Return the incident that held each of these accounts at that instant; accounts not yet read are left out."""
    c = k.account_history.c
    return {
        row.account: row.incident
        for some in batches(accounts)
        for row in connection.execute(
            select(c.account, c.incident).where(c.account.in_(some), alive_at(k.account_history, at))
        )
    }


def incident_at(connection: Connection, name: str, at: datetime) -> Incident | None:
    """Return an incident with the accounts that it held at that instant; None if there was none of this id."""
    c, held = k.incident_history.c, k.account_history.c
    body = connection.execute(select(c.body).where(c.incident == name, alive_at(k.incident_history, at))).scalar()
    if body is None:
        return None
    mine = select(held.account).where(held.incident == name, alive_at(k.account_history, at)).order_by(held.account)
    accounts = tuple(connection.execute(mine).scalars())
    return replace(decode(body, Incident), accounts=accounts)


def with_old_names(connection: Connection, incidents: Sequence[Incident]) -> list[Incident]:
    """Return the incidents with the ids of accounts whose place theirs took when a report was read again."""
    if not each_batch(connection, _REPLACED, [account for each in incidents for account in each.accounts]):
        return list(incidents)
    found = []
    for incident in incidents:
        old = _predecessors(connection, incident.accounts)
        names = sorted({*incident.aliases, *(f"i-{account[2:]}" for account in old)})
        found.append(replace(incident, aliases=tuple(names)) if old else incident)
    return found


def _predecessors(connection: Connection, accounts: Sequence[str]) -> set[str]:
    found: set[str] = set()
    new = set(accounts)
    while new:
        new = {row.old for row in each_batch(connection, _REPLACED, new)} - found
        found |= new
    return found


def _note(
    connection: Connection, table: Table, key: str, values: dict[str, str], value: str, at: datetime, cause: str
) -> None:
    known = _known(connection, table, values)
    changed = [name for name, told in values.items() if known.get(name) != told]
    for some in batches(sorted(name for name in changed if name in known)):
        alive = and_(table.c[key].in_(some), table.c.recorded_to.is_(None))
        connection.execute(update(table).where(alive).values(recorded_to=instant(at)))
    rows: list[dict[str, Any]] = [
        {key: name, value: values[name], "cause": cause, "recorded_from": instant(at), "recorded_to": None}
        for name in changed
    ]
    if rows:
        connection.execute(insert(table), rows)


def _known(connection: Connection, table: Table, values: Iterable[str]) -> dict[str, str]:
    return {row[0]: row[1] for row in each_batch(connection, _KNOWN[table.name], values)}
