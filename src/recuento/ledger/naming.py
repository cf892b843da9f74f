"""Claims and reports by their ids, or by the unique beginning of one."""

from __future__ import annotations

from sqlalchemy import Column, Connection, select

from recuento.errors import UnknownId
from recuento.ledger import tables as t
from recuento.ledger.corrections import corrected_claim, fixes_on
from recuento.ledger.rows import document_from
from recuento.ledger.wire import decode
from recuento.model import Claim, Document

__all__ = ["claim_named", "document_named"]


def claim_named(connection: Connection, name: str) -> Claim:
    """Return one claim as persons have corrected it.

    Raises:
        UnknownId: none bears the name, or several do.
    """
    found = _one(connection, t.claim.c.id, name, "claim")
    body = connection.execute(select(t.claim.c.body).where(t.claim.c.id == found)).scalar_one()
    return corrected_claim(decode(body, Claim), fixes_on(connection, [found]).get(found, ()))


def document_named(connection: Connection, name: str) -> Document:
    """Return one report.

    Raises:
        UnknownId: none bears the name, or several do.
    """
    found = _one(connection, t.document.c.id, name, "report")
    return document_from(connection.execute(select(t.document).where(t.document.c.id == found)).one())


def _one(connection: Connection, column: Column[str], name: str, what: str) -> str:
    begins = select(column).where(column.startswith(name, autoescape=True)).order_by(column).limit(2)
    rows = list(connection.execute(begins).scalars()) if name else []
    if len(rows) == 1 or (rows and rows[0] == name):
        return str(rows[0])
    more = f"more than one {what}'s id begins so; give more of it" if rows else f"no {what} bears this id"
    raise UnknownId(f"{name}: {more}")
