"""A part of the ledger's accounts with what joins them: what linking clusters, and what lies just beyond it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from recuento.ledger import tables as t
from recuento.ledger.rows import batches

__all__ = ["Vicinity", "live_accounts", "mates"]

_Pair = tuple[str, str]


class Vicinity:
    """Accounts and the judgements on them, by the machine under one name and by persons; it grows as it is asked to.

    Whole incidents come in. ``documents`` names each account's report, aggregates left out; ``aggregates`` are their
    ids; ``standing`` the incidents as they stand, each as its accounts' ids, sorted.
    """

    def __init__(self, connection: Connection, decided_by: str, off: Mapping[int, int]) -> None:
        self._connection = connection
        self._decided_by = decided_by
        self._off = off
        self._linked: dict[str, set[str]] = {}
        self._scores: dict[_Pair, float] = {}
        self.documents: dict[str, str] = {}
        self.aggregates: list[str] = []
        self.standing: set[tuple[str, ...]] = set()

    @property
    def accounts(self) -> tuple[str, ...]:
        """Return the ids of all accounts that came in."""
        return (*self.documents, *self.aggregates)

    @property
    def near(self) -> dict[_Pair, float]:
        """Return the machine's score of each pair inside that it judged near, the lesser id first."""
        inside = self.documents.keys()
        return {pair: score for pair, score in self._scores.items() if pair[0] in inside and pair[1] in inside}

    def beyond(self, accounts: Iterable[str]) -> set[str]:
        """Return the accounts that judgements join to these and that have not come in."""
        near = {end for account in accounts for end in self._linked.get(account, ())}
        return near - self._linked.keys()

    def entangled(self) -> set[str]:
        """Return the accounts beyond that are judged near to one inside and told by a report of one inside.

        Such an account may have been in a group with those inside for a while, until it was left out as in the way.
        """
        near = sorted(self.beyond(self.documents))
        reports = set(self.documents.values())
        return {row.id for row in live_accounts(self._connection, near) if row.document in reports}

    def take_in(self, accounts: Iterable[str]) -> None:
        """Let accounts in with all of their incidents."""
        groups = mates(self._connection, accounts)
        self.standing |= set(groups)
        wanted = {*accounts, *(account for group in groups for account in group)} - self._linked.keys()
        found = live_accounts(self._connection, sorted(wanted))
        for row in found:
            if row.aggregate:
                self.aggregates.append(row.id)
            else:
                self.documents[row.id] = row.document
        self._linked |= {account: set() for account in wanted}  # also one that is told of no more: it is asked for once
        for row in self._judgements([row.id for row in found]):
            if row.decision not in self._off:
                for one, other in ((row.a, row.b), (row.b, row.a)):
                    if one in self._linked:
                        self._linked[one].add(other)
                if not row.by_person:
                    self._scores[row.a, row.b] = row.score

    def _judgements(self, ids: Sequence[str]) -> Iterator[Any]:
        c = t.judgement.c
        counts = or_(c.decided_by == self._decided_by, c.by_person) & c.void_at.is_(None)
        query = select(c.a, c.b, c.score, c.by_person, c.decision).where(counts)
        for some in batches(ids):
            for end in (c.a, c.b):
                yield from self._connection.execute(query.where(end.in_(some)))


def live_accounts(connection: Connection, ids: Sequence[str]) -> list[Any]:
    """Return the id, report and kind of those of these accounts that present readings tell of, by id."""
    c = t.account.c
    query = select(c.id, c.document, c.aggregate).where(c.retired_at.is_(None)).order_by(c.id)
    return [row for some in batches(ids) for row in connection.execute(query.where(c.id.in_(some)))]


def mates(connection: Connection, accounts: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the accounts of each incident that holds one of these, sorted."""
    c = t.incident_account.c
    incidents = {
        name
        for some in batches(sorted(set(accounts)))
        for name in connection.execute(select(c.incident).where(c.account.in_(some))).scalars()
    }
    held: dict[str, list[str]] = {}
    for some in batches(sorted(incidents)):
        for row in connection.execute(select(c.incident, c.account).where(c.incident.in_(some))):
            held.setdefault(row.incident, []).append(row.account)
    return [tuple(sorted(each)) for each in held.values()]
