"""How incidents hang together, by the ties that reports tell: now, as of a day, as this ledger held it then."""

from __future__ import annotations

from sqlalchemy import Connection, and_, or_, select, true

from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.history import alive_at
from recuento.ledger.records import Clocks
from recuento.ledger.standing import is_gone, left_out
from recuento.ledger.wire import instant
from recuento.model import Incident, IncidentTie

__all__ = ["ties_of"]


def ties_of(connection: Connection, incident: Incident, clocks: Clocks) -> tuple[IncidentTie, ...]:
    """Return the ties of its accounts, as ties of the incidents that hold them, each once, sorted.

    Both reports that tell of a tie, or the one, must have been published by the day asked, and must stand.
    """
    at = clocks.ledger_as_of
    holds = t.incident_account if at is None else k.account_history
    tie, one, other = t.account_tie.c, holds.alias(), holds.alias()
    first, second = t.account.alias(), t.account.alias()
    then = [true(), true()] if at is None else [alive_at(one, at), alive_at(other, at)]
    told = (
        [tie.void_at.is_(None)]
        if at is None
        else [
            or_(tie.recorded_at.is_(None), tie.recorded_at <= instant(at)),
            or_(tie.void_at.is_(None), tie.void_at > instant(at)),
        ]
    )
    if clocks.as_of is not None:
        told += [each.c.published_on <= clocks.as_of.isoformat() for each in (first, second)]
    rows = connection.execute(
        select(one.c.incident, tie.tie, other.c.incident, tie.reason, first.c.document, second.c.document)
        .join_from(t.account_tie, one, and_(one.c.account == tie.subject, then[0]))
        .join(other, and_(other.c.account == tie.object, then[1]))
        .join(first, first.c.id == tie.subject)
        .join(second, second.c.id == tie.object)
        .where(or_(one.c.incident == incident.id, other.c.incident == incident.id))
        .where(one.c.incident != other.c.incident, *told)
        .order_by(one.c.incident, tie.tie, other.c.incident, tie.reason)
    ).all()
    gone = left_out(connection, {document for row in rows for document in row[4:]}, at) if rows else {}
    fallen = {name for name, each in gone.items() if is_gone(each, clocks)}
    found: dict[tuple[str, str, str], IncidentTie] = {}
    for subject, kind, object_, reason, *documents in rows:
        if fallen.isdisjoint(documents):
            found.setdefault(
                (subject, kind, object_), IncidentTie(subject=subject, tie=kind, object=object_, reason=reason)
            )
    return tuple(found.values())
