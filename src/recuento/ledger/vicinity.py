"""A part of the ledger's accounts with what joins them: what linking clusters, and what lies just beyond it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from sqlalchemy import Connection, select, union_all

from recuento.ledger import tables as t
from recuento.ledger.links import Links
from recuento.ledger.recall import Live
from recuento.ledger.rows import THESE, each_batch

__all__ = ["Originals", "Vicinity", "judged_by_persons", "live_accounts", "mates"]

_Pair = tuple[str, str]

Originals = Callable[[Collection[str], Callable[[Collection[str]], Collection[str]]], Mapping[str, str]]
"""Gives for each account the one whose judgements count for it; asks which of some accounts persons have judged."""

_a, _j, _held, _mate = t.account.c, t.judgement.c, t.incident_account.alias(), t.incident_account.alias()
_gone = t.account.alias().c
# Not by the column itself: it stands behind the body, and each would be read. Those that are gone have an index.
_GONE = select(_gone.id).where(_gone.retired_at.is_not(None), _gone.id.in_(THESE))
_LIVE = select(_a.id, _a.document, _a.aggregate).where(_a.id.in_(THESE), _a.id.not_in(_GONE)).order_by(_a.id)
_MATES = (
    select(_mate.c.incident, _mate.c.account)
    .join_from(_held, _mate, _mate.c.incident == _held.c.incident)
    .where(_held.c.account.in_(THESE))
    .distinct()
)
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
        self, connection: Connection, off: Mapping[int, int], originals: Originals, live: dict[str, Live], links: Links,
    ) -> None:  # fmt: skip
        self._connection = connection
        self._off = off
        self._originals = originals
        self._known = live
        self._links = links
        self._sought: set[str] = set()
        self._inside: set[str] = set()
        self._asked: set[str] = set()
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
    def near(self) -> dict[str, Mapping[str, float]]:
        """Return for each account inside, copies aside, those that the machine judged near it, with their scores."""
        return {account: self._links.near(account) for account in self._asked}

    def beyond(self, accounts: Iterable[str]) -> set[str]:
        """Return the accounts that judgements join to these and that have not come in."""
        found: set[str] = set()
        for account in accounts:
            if account in self._asked:
                found.update(self._links.near(account))
            if account in self.judged:
                found |= self._links.said(account, self._off)
        return found - self._inside

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
        wanted = {*accounts, *(account for group in groups for account in group)} - self._inside
        found = self._live(wanted)
        for row in found:
            if row.aggregate:
                self.aggregates.append(row.id)
            else:
                self.documents[row.id] = row.document
        self._inside |= wanted  # also one that is told of no more: it is asked for once
        self._links.read(self._connection, (row.id for row in found))
        for row in found:
            if said := self._links.said(row.id, self._off):
                self.judged |= {row.id, *said}
        stands = self._originals(self.documents.keys(), self.judged.intersection)
        self._asked.update(name for name, original in stands.items() if name == original)
        self._asked.update(self.aggregates)

    def _live(self, ids: Iterable[str]) -> list[Live]:
        """Return what `live_accounts` does; each account that is not known is asked for once."""
        wanted, known = sorted(ids), self._known
        if unknown := [name for name in wanted if name not in known and name not in self._sought]:
            self._sought.update(unknown)
            known.update((one.id, one) for one in live_accounts(self._connection, unknown))
        return [known[name] for name in wanted if name in known]


def live_accounts(connection: Connection, ids: Iterable[str]) -> list[Live]:
    """Return those of these accounts that present readings tell of, by id."""
    return [Live(*row) for row in each_batch(connection, _LIVE, ids)]


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
