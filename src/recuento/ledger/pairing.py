"""What a name stands for when two are compared, and the judgements by which their accounts hang together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from recuento.ledger import tables as t
from recuento.ledger.asking import incident_id_of
from recuento.ledger.decisions import undone
from recuento.ledger.naming import document_named
from recuento.ledger.rows import accounts_where, batches, documents_in
from recuento.ledger.vicinity import mates
from recuento.ledger.wire import moment
from recuento.model import Account, Document

__all__ = ["Linked", "Near", "Pairing", "named_accounts", "near", "pairing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A judgement in force on two accounts, ``a`` before ``b``: the machine's with a score, a person's without one.

    ``decision`` is the number under which a person's stands in the log; None of one that was not logged.
    """

    a: str
    b: str
    verdict: str
    score: float | None
    decided_by: str
    decided_at: datetime
    decision: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """What the ledger holds of two sides.

    Attributes:
        one, other: the ids of the accounts that each side stands for.
        accounts: these, and all accounts of the incidents that hold them, by publication day and id.
        documents: the reports of these.
        incidents: the incident of each account of ``accounts``, in the same order.
        links: the judgements in force among ``accounts``, oldest first.
    """

    one: tuple[str, ...]
    other: tuple[str, ...]
    accounts: tuple[Account, ...]
    documents: tuple[Document, ...]
    incidents: tuple[str, ...]
    links: tuple[Linked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Another incident that linking judged near one, and the strongest link between the two."""

    incident: str
    link: Linked


def near(connection: Connection, incident: str, decided_by: str, *, most: int) -> tuple[Near, ...]:
    """Return the incidents that share a link in force with this one and stand apart from it, the strongest first.

    Of the machine's judgements those under the weights named count; a person's come first.
    """
    c, held = t.judgement.c, t.incident_account.c
    mine = set(connection.execute(select(held.account).where(held.incident == incident)).scalars())
    counts, off = or_(c.decided_by == decided_by, c.by_person) & c.void_at.is_(None), undone(connection)
    rows = {
        row.id: row
        for some in batches(sorted(mine))
        for row in connection.execute(select(t.judgement).where(or_(c.a.in_(some), c.b.in_(some)), counts))
        if (row.a in mine) != (row.b in mine) and row.decision not in off
    }
    homes = _incidents(connection, sorted({row.b if row.a in mine else row.a for row in rows.values()}))
    best: dict[str, Near] = {}
    for row in sorted(rows.values(), key=lambda row: (not row.by_person, -row.score, row.id)):
        home = homes.get(row.b if row.a in mine else row.a)
        if home is not None:
            best.setdefault(home, Near(incident=home, link=_linked(row)))
    return tuple(best.values())[:most]


def named_accounts(connection: Connection, name: str) -> tuple[str, ...]:
    """Return the accounts that a name stands for: a report's, an incident's, or the one account of that id; sorted.

    Raises:
        UnknownId: none bears it, or several do.
    """
    c, held = t.account.c, t.incident_account.c
    if name.startswith("d-"):
        document = document_named(connection, name).id
        mine = select(c.id).where(c.document == document, c.retired_at.is_(None)).order_by(c.id)
        return tuple(connection.execute(mine).scalars())
    incident = incident_id_of(connection, name)
    found = select(held.account).where(held.incident == incident).order_by(held.account)
    accounts = tuple(connection.execute(found).scalars())
    own = tuple(account for account in accounts if account.startswith(name))
    return own if name.startswith("k-") and own else accounts


def pairing(connection: Connection, one: Sequence[str], other: Sequence[str], decided_by: str) -> Pairing:
    """Return what is held of two sets of accounts; of the machine's judgements those under the weights named."""
    inside = sorted({name for group in mates(connection, (*one, *other)) for name in group} | {*one, *other})
    accounts = _accounts(connection, inside)
    incidents = _incidents(connection, inside)
    return Pairing(
        one=tuple(one),
        other=tuple(other),
        accounts=accounts,
        documents=documents_in(connection, {account.document for account in accounts}),
        incidents=tuple(incidents[account.id] for account in accounts),
        links=tuple(_links(connection, inside, decided_by)),
    )


def _accounts(connection: Connection, ids: Sequence[str]) -> tuple[Account, ...]:
    found = [
        account
        for some in batches(ids)
        for account in accounts_where(connection, select(t.account).where(t.account.c.id.in_(some)))
    ]
    return tuple(sorted(found, key=lambda account: (account.published_on, account.id)))


def _incidents(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    c = t.incident_account.c
    return {
        row.account: row.incident
        for some in batches(ids)
        for row in connection.execute(select(c.account, c.incident).where(c.account.in_(some)))
    }


def _links(connection: Connection, ids: Sequence[str], decided_by: str) -> Iterable[Linked]:
    c = t.judgement.c
    inside, off = set(ids), undone(connection)
    counts = or_(c.decided_by == decided_by, c.by_person) & c.void_at.is_(None)
    rows = [
        row
        for some in batches(ids)
        for row in connection.execute(select(t.judgement).where(c.a.in_(some), counts))
        if row.b in inside and row.decision not in off
    ]
    for row in sorted(rows, key=lambda row: (row.decided_at, row.decision or 0, row.id)):
        yield _linked(row)


def _linked(row: Any) -> Linked:
    return Linked(
        a=row.a,
        b=row.b,
        verdict=row.verdict,
        score=None if row.by_person else row.score,
        decided_by=row.decided_by,
        decided_at=moment(row.decided_at),
        decision=row.decision,
    )
