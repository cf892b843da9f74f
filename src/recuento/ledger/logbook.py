"""What was decided on one thing: an incident, a claim, a report."""

from __future__ import annotations

from sqlalchemy import Connection, select

from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.asking import incident_record
from recuento.ledger.decisions import decisions, decisions_on
from recuento.ledger.naming import claim_named, document_named
from recuento.ledger.rows import accounts_where
from recuento.model import Decision

__all__ = ["decisions_about"]


def decisions_about(connection: Connection, name: str) -> tuple[Decision, ...]:
    """Return the decisions on what bears the name, oldest first; also what was undone.

    Raises:
        UnknownId: nothing does, or several things do.
    """
    if name.startswith("c-"):
        c = k.correction.c
        on_claim = select(c.decision).where(c.target == claim_named(connection, name).id)
        numbers = set(connection.execute(on_claim).scalars())
        return tuple(one for one in decisions(connection) if one.id in numbers)
    if name.startswith("d-"):
        document = document_named(connection, name).id
        accounts = accounts_where(connection, select(t.account).where(t.account.c.document == document))
        found = {one.id for one in decisions_on(connection, accounts)}
        return tuple(one for one in decisions(connection) if one.id in found or one.subject == document)
    return incident_record(connection, name).decisions
