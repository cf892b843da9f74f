"""Linking in the order in which `pipeline` drives it: keys, judgements, groups, incidents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations

from recuento.link.across import ties_across
from recuento.link.block import KEYED_BY, Keys, keys
from recuento.link.cluster import cluster
from recuento.link.compare import Comparison, compare, comparison, score, tell_one, told_if_near, total
from recuento.link.copies import Own, originals, same_reports, with_copies, worth_judging
from recuento.link.facets import Facets, facets
from recuento.link.growth import Grown, links_within
from recuento.link.incidents import incident_of, incidents_of
from recuento.link.memory import Memory
from recuento.link.ties import Tied
from recuento.link.unfold import Unfolded, unfold
from recuento.link.weights import Weights, load_weights
from recuento.model import Account, Incident, Judgement

__all__ = ["Fetch", "Linker"]

Fetch = Callable[[Sequence[str]], Sequence[Account]]
"""Gives the accounts of these ids."""


@dataclass(slots=True)
class Linker:
    """Linking under one set of weights. It remembers what it has worked out, never what it has decided."""

    weights: Weights = field(default_factory=load_weights)
    _memory: Memory = field(default_factory=Memory)
    _reading: int = 0

    @property
    def name(self) -> str:
        """Who decides, in judgements: the weights and their version."""
        return self.weights.name

    @property
    def keyed_by(self) -> str:
        """By which rules accounts are found again: a ledger that keeps keys of other rules must be given these."""
        return KEYED_BY

    def keys(self, account: Account) -> Keys:
        """Return the keys to keep for an account and those by which to look for others."""
        return keys(self._seen(account))

    def ties(self, account: Account, others: Iterable[Account]) -> list[Tied]:
        """Return how an account and others, of other reports, hang together."""
        return [tie for other in others for tie in ties_across(account, other, self.weights, self._seen)]

    def compare(self, a: Account, b: Account) -> Comparison:
        """Return the score of two accounts and its parts; a matter of the two and the weights alone."""
        return compare(self._seen(a), self._seen(b), self.weights)

    def unfold(self, a: Account, b: Account) -> Unfolded:
        """Return the score of two accounts with what was compared in each field, and the keys that find the pair."""
        return unfold(self._seen(a), self._seen(b), self.weights)

    def judgements(self, account: Account, others: Sequence[Account], at: datetime) -> tuple[Judgement, ...]:
        """Return a judgement on each of ``others`` that is near enough to ``account`` to matter."""
        mine = self._seen(account)
        return tuple(self._judge(mine, [self._seen(other) for other in others], at))

    def judged(
        self, account: Account, others: Sequence[str], fetch: Fetch, at: datetime, *, own: Own = lambda _: ()
    ) -> tuple[Judgement, ...]:
        """Return the same for accounts by their ids, but of copies only for what they are copies of, or the other way.

        ``fetch`` gives the accounts that this has not met. ``own`` tells of accounts which persons have judged: these
        stand for themselves; it is asked only where there are copies.
        """
        mine = self._seen(account)
        return tuple(self._judge(mine, worth_judging(mine, self._met(others, fetch), own), at))

    def originals(self, accounts: Iterable[str], fetch: Fetch, own: Own) -> dict[str, str]:
        """Return for each of these accounts the one whose judgements count for it: itself, but for copies."""
        return originals(self._met(sorted(accounts), fetch), own)

    def copied(self, accounts: Iterable[str], among: Sequence[Account], own: Own) -> tuple[Account, ...]:
        """Return those ``among`` accounts that stand for themselves and are like one of ``accounts``, of several."""
        seen = [self._seen(account) for account in among]
        mine = {one.digest for one in seen if one.id in set(accounts)} - {None}
        alike = [one for one in seen if one.digest in mine]
        stands = originals(alike, own)
        number = Counter(one.digest for one in alike)
        wanted = {one.id for one in alike if number[one.digest] > 1 and stands[one.id] == one.id}
        return tuple(account for account in among if account.id in wanted)

    def groups(
        self, documents: Mapping[str, str], near: Mapping[str, Mapping[str, float]], decisions: Sequence[Judgement],
        fetch: Fetch, own: Collection[str] = (), kept: Iterable[Sequence[str]] = (),
    ) -> tuple[tuple[str, ...], ...]:  # fmt: skip
        """Return which accounts of a whole component tell of one incident.

        ``documents`` names each account's report, ``near`` gives the machine's score of each other that it was judged
        near, ``decisions`` are persons', oldest first; ``fetch`` gives accounts that this has not met. Aggregates stay
        alone: leave them out. Copies follow their originals; the accounts in ``own``, and those that ``decisions``
        name, are no copies. ``kept`` are groups that stand as they came out; none of their accounts is new or judged
        anew.
        """
        seen = {one.id: one for one in self._met(sorted(documents), fetch)}
        judged = {*own, *(end for each in decisions for end in (each.a, each.b))}
        stands = originals(seen.values(), lambda _: judged)
        standing = {name: documents[name] for name, original in stands.items() if name == original}

        floor, scores = self.weights.floor, self._memory.scores

        def fit(a: str, b: str) -> float:
            known = near[a].get(b) if a in near else None
            if known is None:
                known = scores.get((a, b))
            if known is None:
                known = self._score(seen[a], seen[b])
            return known if known > floor else floor

        def one(a: str, b: str) -> bool:
            return tell_one(seen[a], seen[b])

        numbers = self.weights.numbers
        groups = cluster(
            standing, near, decisions, fit, join=numbers.join, best=numbers.best, sure=numbers.sure, one=one,
            apart=same_reports(stands, documents, one), grown=self._grown(kept, standing, near),
            keep=self._memory.keep_grown,
        )  # fmt: skip
        return with_copies(groups, stands)

    def incident(self, accounts: Sequence[Account]) -> Incident:
        """Return the incident that these accounts tell of together."""
        return incident_of(accounts, self.weights.kinds)

    def incidents(self, accounts: Sequence[Account], decisions: Sequence[Judgement]) -> tuple[Incident, ...]:
        """Return the incidents of these accounts and no others: each pair that shares a key is judged here and now."""
        told = {account.id: account for account in accounts}
        sought = {name: self.keys(account) for name, account in told.items()}
        near: dict[str, dict[str, float]] = {name: {} for name in told}
        for a, b in combinations(sorted(told), 2):
            if told[a].document != told[b].document and not sought[a].sought.isdisjoint(sought[b].kept):
                score = self._score(self._seen(told[a]), self._seen(told[b]))
                if score >= self.weights.consider:
                    near[a][b] = near[b][a] = score
        documents = {name: account.document for name, account in told.items() if not account.aggregate}
        groups = self.groups(documents, near, decisions, lambda ids: [told[name] for name in ids])
        alone = [(name,) for name, account in told.items() if account.aggregate]
        return incidents_of([*groups, *alone], accounts, self.weights.kinds)

    def forget(self, accounts: Iterable[str]) -> None:
        """Forget what was worked out of accounts that are read otherwise now."""
        self._memory.forget(accounts)

    def as_of_reading(self, number: int) -> None:
        """Forget everything if reports were read again since, by whomever: ``number`` grows with each."""
        if number != self._reading:
            self._memory.forget_all()
            self._reading = number

    def _grown(
        self, kept: Iterable[Sequence[str]], standing: Mapping[str, str], near: Mapping[str, Mapping[str, float]]
    ) -> list[Grown]:
        """Return how those of these groups grew of which it is known, copies left out."""
        found = []
        for group in kept:
            accounts = tuple(name for name in group if name in standing)
            grown = self._memory.grown(accounts)
            if grown is not None and grown.links == links_within(accounts, near):
                found.append(grown)
        return found

    def _judge(self, mine: Facets, others: Iterable[Facets], at: datetime) -> Iterable[Judgement]:
        for other in others:
            if other.document == mine.document or mine.aggregate or other.aggregate:
                continue
            first, second = (mine, other) if mine.id < other.id else (other, mine)
            copies = mine.digest is not None and mine.digest == other.digest  # numbers in short texts tell them apart
            compared = compare(mine, other, self.weights) if copies else self._if_near(first, second)
            if compared is not None:
                yield self._judgement((first.id, second.id), compared, at)

    def _if_near(self, a: Facets, b: Facets) -> Comparison | None:
        """Return how two accounts compare that are near enough to matter; most are not, and are ruled out early."""
        least = self.weights.consider
        told = told_if_near(a, b, self.weights, least)
        if told is None:
            return None
        score = total(told, self.weights)
        self._memory.keep_score((a.id, b.id), score)
        return comparison(told, self.weights) if score >= least else None

    def _judgement(self, pair: tuple[str, str], compared: Comparison, at: datetime) -> Judgement:
        return Judgement(
            a=pair[0],
            b=pair[1],
            verdict="same" if compared.score >= self.weights.join else "unsure",
            score=compared.score,
            parts=compared.parts,
            decided_by=self.name,
            decided_at=at,
        )

    def _score(self, a: Facets, b: Facets) -> float:
        known = self._memory.scores.get((a.id, b.id))
        if known is None:
            known = score(a, b, self.weights)
            self._memory.keep_score((a.id, b.id), known)
        return known

    def _seen(self, account: Account) -> Facets:
        known = self._memory.facets.get(account.id)
        if known is None:
            known = facets(account, self.weights.kinds)
            self._memory.keep_facets(known)
        return known

    def _met(self, ids: Sequence[str], fetch: Fetch) -> list[Facets]:
        """Return the facets of accounts by their ids, in the same order."""
        known = {name: seen for name in ids if (seen := self._memory.facets.get(name)) is not None}
        missing = [name for name in ids if name not in known]
        if missing:
            known |= {account.id: self._seen(account) for account in fetch(missing)}
        return [known[name] for name in ids]
