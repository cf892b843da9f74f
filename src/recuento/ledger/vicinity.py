"""A part of the ledger's accounts with what joins them: what linking clusters, and what lies just beyond it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, union_all

from recuento.ledger import tables as t
from recuento.ledger.rows import THESE, batches, each_batch
from recuento.model import Account

__all__ = ["Originals", "Vicinity", "judged_by_persons", "live_accounts", "mates"]

_Pair = tuple[str, str]

Originals = Callable[[Collection[str], Callable[[Collection[str]], Collection[str]]], Mapping[str, str]]
"""Gives for each account the one whose judgements count for it; asks which of some accounts persons have judged."""

_a, _j, _held, _mate = t.account.c, t.judgement.c, t.incident_account.alias(), t.incident_account.alias()
_LIVE = select(_a.id, _a.document, _a.aggregate).where(_a.retired_at.is_(None), _a.id.in_(THESE)).order_by(_a.id)
_MATES = (
    select(_mate.c.incident, _mate.c.account)
    .join_from(_held, _mate, _mate.c.incident == _held.c.incident)
    .where(_held.c.account.in_(THESE))
    .distinct()
)
_COUNTS = or_(_j.decided_by == bindparam("by"), _j.by_person) & _j.void_at.is_(None)
_ALL = select(_j.a, _j.b, _j.score, _j.by_person, _j.decision).where(_COUNTS)
# Of a long story nearly every pair was judged: each comes once, though it has two ends.
_JUDGED = union_all(_ALL.where(_j.a.in_(THESE)), _ALL.where(_j.b.in_(THESE), _j.a.not_in(THESE)))
_SAID = select(_j.a, _j.b, _j.score, _j.by_person, _j.decision).where(_j.by_person, _j.void_at.is_(None))
_BY_PERSONS = union_all(_SAID.where(_j.a.in_(THESE)), _SAID.where(_j.b.in_(THESE), _j.a.not_in(THESE)))


class Vicinity:
    """Accounts and the judgements on them, by the machine under one name and by persons; it grows as it is asked to.

    Whole incidents come in. ``documents`` names each account's report, aggregates left out; ``aggregates`` are their
    ids; ``standing`` the incidents as they stand, each as its accounts' ids, sorted. ``by_person`` tells whether a
    person judged any of them, ``judged`` which. Of copies the machine's judgements are left out: those of their
    originals count for them.
    """

    def __init__(
        self, connection: Connection, decided_by: str, off: Mapping[int, int], originals: Originals,
        read: Mapping[str, Account],
    ) -> None:  # fmt: skip
        self._connection = connection
        self._decided_by = decided_by
        self._off = off
        self._originals = originals
        self._read = read
        self._asked: set[str] = set()
        self._known: dict[str, Any] = {}
        self._linked: dict[str, set[str]] = {}
        self._scores: dict[_Pair, float] = {}
        self.documents: dict[str, str] = {}
        self.aggregates: list[str] = []
        self.standing: set[tuple[str, ...]] = set()
        self.judged: set[str] = set()

    @property
    def by_person(self) -> bool:
        return bool(self.judged)

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
        reports = set(self.documents.values())
        return {row.id for row in self._live(self.beyond(self.documents)) if row.document in reports}

    def take_in(self, accounts: Iterable[str]) -> None:
        """Let accounts in with all of their incidents."""
        groups = mates(self._connection, accounts)
        self.standing |= set(groups)
        wanted = {*accounts, *(account for group in groups for account in group)} - self._linked.keys()
        found = self._live(wanted)
        for row in found:
            if row.aggregate:
                self.aggregates.append(row.id)
            else:
                self.documents[row.id] = row.document
        self._linked |= {account: set() for account in wanted}  # also one that is told of no more: it is asked for once
        stands = self._originals(self.documents.keys(), self._judged)
        standing = {name for name, original in stands.items() if name == original}
        standing.update(self.aggregates)
        self._look_at(_JUDGED, standing - self._asked)
        self._asked |= standing

    def _judged(self, copies: Collection[str]) -> set[str]:
        """Return which of some copies persons have judged; what they said joins accounts as well."""
        self._look_at(_BY_PERSONS, set(copies) - self._asked)
        return self.judged.intersection(copies)

    def _look_at(self, query: Any, accounts: set[str]) -> None:
        linked, scores = self._linked, self._scores
        # Of a long story there are hundreds for each report: plain tuples, and no look-up that is not needed.
        for a, b, score, by_person, decision in self._judgements(query, sorted(accounts)):
            if decision is None or decision not in self._off:
                if a in linked:
                    linked[a].add(b)
                if b in linked:
                    linked[b].add(a)
                if by_person:
                    self.judged |= {a, b}
                else:
                    scores[a, b] = score

    def _live(self, ids: Iterable[str]) -> list[Any]:
        """Return what `live_accounts` does, or the account itself where it was read; each is asked for once."""
        wanted = sorted(ids)
        new = [name for name in wanted if name not in self._known]
        for name in new:
            self._known[name] = self._read.get(name)
        unread = [name for name in new if self._known[name] is None]
        self._known |= {row.id: row for row in live_accounts(self._connection, unread)}
        return [row for name in wanted if (row := self._known[name]) is not None]

    def _judgements(self, query: Any, ids: list[str]) -> list[Any]:
        told = {"by": self._decided_by} if query is _JUDGED else {}
        return [row for some in batches(ids) for row in self._connection.execute(query, told | {"these": some}).all()]


def live_accounts(connection: Connection, ids: Iterable[str]) -> list[Any]:
    """Return the id, report and kind of those of these accounts that present readings tell of, by id."""
    return each_batch(connection, _LIVE, ids)


def judged_by_persons(connection: Connection, accounts: Iterable[str], off: Collection[int]) -> set[str]:
    """Return those of these accounts on which a judgement of a person is in force."""
    wanted = set(accounts)
    rows = each_batch(connection, _BY_PERSONS, wanted)
    return {end for row in rows if row.decision not in off for end in (row.a, row.b)} & wanted


def mates(connection: Connection, accounts: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the accounts of each incident that holds one of these, sorted."""
    held: dict[str, set[str]] = {}
    for row in each_batch(connection, _MATES, accounts):
        held.setdefault(row.incident, set()).add(row.account)
    return [tuple(sorted(each)) for each in held.values()]
