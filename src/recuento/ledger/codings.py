"""One report with all that is read in it now."""

from __future__ import annotations

from sqlalchemy import Connection, select

from recuento.ledger import tables as t
from recuento.ledger.rows import accounts_where, documents_in
from recuento.ledger.wire import decode
from recuento.model import Claim, Coding, Relation, Unread

__all__ = ["coding_of"]


def coding_of(connection: Connection, name: str) -> Coding:
    """Return what is read in a report that the ledger holds: claims, accounts, ties and what was left unread."""
    (document,) = documents_in(connection, [name])
    live = t.account.c.retired_at.is_(None)
    accounts = accounts_where(connection, select(t.account).where(t.account.c.document == name, live))
    claims = select(t.claim.c.body).where(t.claim.c.document == name).order_by(t.claim.c.position)
    relations = select(t.relation.c.body).where(t.relation.c.document == name).order_by(t.relation.c.position)
    unread = select(t.unread.c.body).where(t.unread.c.document == name).order_by(t.unread.c.position)
    positions = select(t.account.c.id).where(t.account.c.document == name, live).order_by(t.account.c.position)
    order = list(connection.execute(positions).scalars())
    return Coding(
        document=document,
        claims=tuple(decode(row.body, Claim) for row in connection.execute(claims)),
        accounts=tuple(sorted(accounts, key=lambda a: order.index(a.id))),
        relations=tuple(decode(row.body, Relation) for row in connection.execute(relations)),
        unread=tuple(decode(row.body, Unread) for row in connection.execute(unread)),
    )
