"""Joins that a person should look at: incidents that linking nearly joined, and tellings that it only just took in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from recuento.ledger import tables as t
from recuento.ledger.decisions import undone
from recuento.ledger.records import Doubt, Doubts
from recuento.ledger.rows import THESE, each_batch

__all__ = ["doubts"]

_j = t.judgement.c
_one, _other = t.incident_account.alias("one"), t.incident_account.alias("other")
_LINKS = (
    select(_j.a, _j.b, _j.score, _j.decision, _one.c.incident.label("one"), _other.c.incident.label("other"))
    .join_from(t.judgement, _one, _one.c.account == _j.a)
    .join(_other, _other.c.account == _j.b)
    .where(_j.void_at.is_(None))
)
_STRONG = select(_j.a, _j.b).where(_j.void_at.is_(None))
_REPORTS = (
    select(t.incident_account.c.incident, t.account.c.document)
    .join_from(t.incident_account, t.account, t.account.c.id == t.incident_account.c.account)
    .where(t.incident_account.c.incident.in_(THESE))
)


def doubts(connection: Connection, decided_by: str, *, held: float, at: int, limit: int) -> Doubts:
    """Return up to ``limit`` doubtful joins from the ``at``-th on, counted from 0; past the end, from the last.

    Those left apart come first, the strongest link first; then those joined, the weakest first. A telling was only just
    taken in when no link to the rest of its incident scores ``held``. What a person judged is no doubt any more, nor
    are two incidents of which one report tells both: it tells them apart. Only judgements of ``decided_by`` count.
    """
    off = undone(connection)
    mine = _j.decided_by == decided_by, _j.by_person.is_(False)
    links = connection.execute(_LINKS.where(*mine, or_(_one.c.incident != _other.c.incident, _j.score < held))).all()
    said = [row for row in connection.execute(_LINKS.where(_j.by_person)).all() if row.decision not in off]
    apart = _apart(connection, [row for row in links if row.one != row.other], said)
    inside = [row for row in links if row.one == row.other]
    strong = _strong(connection, {end for row in inside for end in (row.a, row.b)}, mine, held)
    known = {end for row in said if row.one == row.other for end in (row.a, row.b)}
    found = (*apart, *_joined(inside, strong | known))
    at = max(0, min(at, len(found) - 1))
    return Doubts(at=at, doubts=found[at : at + limit], open=len(found), judged=len({row.decision for row in said}))


def _apart(connection: Connection, links: Sequence[Any], said: Sequence[Any]) -> list[Doubt]:
    """Return the strongest link of each two incidents, where neither a person nor a report tells them apart."""
    told = {frozenset((row.one, row.other)) for row in said}
    best: dict[frozenset[str], Any] = {}
    for row in sorted(links, key=_strongest_first):
        best.setdefault(frozenset((row.one, row.other)), row)
    open_ones = {pair: row for pair, row in best.items() if pair not in told}
    reports: dict[str, set[str]] = {}
    for row in each_batch(connection, _REPORTS, {name for pair in open_ones for name in pair}):
        reports.setdefault(row.incident, set()).add(row.document)
    return [_doubt(row) for row in open_ones.values() if not reports[row.one] & reports[row.other]]


def _joined(links: Iterable[Any], held: set[str]) -> list[Doubt]:
    """Return the strongest link of each telling that nothing stronger holds, the weakest of these first."""
    best: dict[str, Any] = {}
    for row in sorted(links, key=_strongest_first):
        for end in (row.a, row.b):
            best.setdefault(end, row)
    weak = {(row.a, row.b): row for end, row in best.items() if end not in held}
    return [_doubt(row) for row in sorted(weak.values(), key=lambda row: (row.score, row.a, row.b))]


def _strong(connection: Connection, accounts: Iterable[str], mine: Sequence[Any], held: float) -> set[str]:
    """Return those of these accounts that a link of so much or more holds."""
    told = {
        end
        for side in (_j.a, _j.b)
        for row in each_batch(connection, _STRONG.where(*mine, _j.score >= held, side.in_(THESE)), accounts)
        for end in (row.a, row.b)
    }
    return told & set(accounts)


def _strongest_first(row: Any) -> tuple[float, str, str]:
    return -row.score, row.a, row.b


def _doubt(row: Any) -> Doubt:
    return Doubt(a=row.a, b=row.b, score=row.score, incidents=(row.one, row.other))
