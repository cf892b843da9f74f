"""Which accounts tell of one incident. A component is clustered afresh whenever it is touched, always the same way.

Groups join by their average score and that of their best pair, best first, ties by id. Two accounts of one report meet
in one group only where they may be one telling (``one``), and never speak for it; two that a person calls different
never do. A person's *same* comes before everything.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import inf

from recuento.model import Account, Judgement

__all__ = ["cluster"]

Score = Callable[[str, str], float]
One = Callable[[str, str], bool]
_Pair = tuple[str, str]


def cluster(
    accounts: Sequence[Account],
    decisions: Sequence[Judgement],
    score: Score,
    *,
    join: float,
    best: float = 0.0,
    sure: float = inf,
    one: One = lambda _a, _b: False,
) -> tuple[tuple[str, ...], ...]:
    """Return the accounts' ids in groups, each sorted, in order of their first.

    ``score(a, b)`` depends on the two accounts alone; ``decisions`` are persons', oldest first, of which the latest on
    a pair counts. Two groups score ``best`` of their best pair and the rest of their average. ``one(a, b)`` tells of
    two accounts of one report whether they may meet; where two groups that score ``sure`` are kept apart by a few of
    one report only, those that fit less are left out. The order of ``accounts`` does not matter.
    """
    groups = _Groups.of(sorted(accounts, key=lambda a: a.id), one)
    same, different = _bound(decisions)
    groups.apart |= different
    for a, b in same:
        groups.unite(a, b, by_person=True)
        groups.settled |= {a, b}
    heap = [_offer(groups, x, y, score, best) for x, y in _pairs(sorted(groups.members))]
    heap = [offer for offer in heap if -offer[0] >= join]
    heapq.heapify(heap)
    while heap:
        away, x, y, state = heapq.heappop(heap)
        if groups.state(x, y) != state:
            continue  # one of the two has changed since: a newer offer is in the heap
        gone: tuple[str, ...] = ()
        if not groups.may_join(x, y):
            gone = _in_the_way(groups, x, y, score) if -away >= sure else ()
            if not gone:
                continue
        changed = groups.merge(x, y, gone)
        for new, other in product(changed, sorted(groups.members)):
            if other not in changed or new < other:
                offer = _offer(groups, min(new, other), max(new, other), score, best)
                if -offer[0] >= join:
                    heapq.heappush(heap, offer)
    return tuple(sorted(tuple(sorted(group)) for group in groups.members.values()))


def _in_the_way(groups: _Groups, x: str, y: str, score: Score) -> tuple[str, ...]:
    """Return the accounts that alone keep two groups apart, sorted; none if more does, or if they are many.

    Of two accounts of one report that cannot meet the one goes that fits the two groups less. An account goes once; one
    that a person placed never does.
    """
    together = [*groups.members[x], *groups.members[y]]
    gone: set[str] = set()
    for a, b in groups.between(x, y):
        if (a, b) in groups.apart:
            return ()
        if groups.documents[a] != groups.documents[b] or groups.one(a, b) or not gone.isdisjoint((a, b)):
            continue
        gone.add(min((a, b), key=lambda account: (_fit(groups, account, together, score), account)))
    few = 0 < 2 * len(gone) <= min(len(groups.members[x]), len(groups.members[y]))
    return tuple(sorted(gone)) if few and gone.isdisjoint(groups.settled) else ()


def _fit(groups: _Groups, account: str, members: Sequence[str], score: Score) -> float:
    """Return the average score of an account with those of other reports among ``members``."""
    others = [other for other in members if groups.documents[other] != groups.documents[account]]
    scores = sorted(score(min(account, other), max(account, other)) for other in others)
    return round(sum(scores) / len(scores), 9) if scores else -inf


def _pairs(ids: Sequence[str]) -> list[_Pair]:
    return [(x, y) for place, x in enumerate(ids) for y in ids[place + 1 :]]


def _offer(groups: _Groups, x: str, y: str, score: Score, best: float) -> tuple[float, str, str, tuple[int, int]]:
    """Return what orders two groups in the heap: best score first, then ids."""
    scores = sorted(score(a, b) for a, b in groups.between(x, y) if groups.documents[a] != groups.documents[b])
    if not scores:  # two accounts of one report, which alone are two
        return (inf, x, y, groups.state(x, y))
    # Summed in sorted order and rounded, so that no order of merging can tip a comparison by a rounding error.
    told = best * scores[-1] + (1 - best) * sum(scores) / len(scores)
    return (-round(told, 9), x, y, groups.state(x, y))


def _bound(decisions: Sequence[Judgement]) -> tuple[list[_Pair], set[_Pair]]:
    """Return the pairs that persons call the same, latest first, and those that they call different."""
    latest: dict[_Pair, tuple[int, str]] = {}
    for place, one in enumerate(decisions):
        latest[one.a, one.b] = (place, one.verdict)
    order = sorted(latest, key=lambda pair: -latest[pair][0])
    return [p for p in order if latest[p][1] == "same"], {p for p in order if latest[p][1] == "different"}


@dataclass(slots=True)
class _Groups:
    """Groups under the id of their least member; ``settled`` are accounts that stay in theirs."""

    members: dict[str, list[str]]
    home: dict[str, str]
    documents: dict[str, str]
    one: One
    apart: set[_Pair] = field(default_factory=set)
    settled: set[str] = field(default_factory=set)
    changed: dict[str, int] = field(default_factory=dict)
    changes: int = 0

    @classmethod
    def of(cls, accounts: Sequence[Account], one: One) -> _Groups:
        return cls(
            members={a.id: [a.id] for a in accounts},
            home={a.id: a.id for a in accounts},
            documents={a.id: a.document for a in accounts},
            one=one,
            changed={a.id: 0 for a in accounts},
        )

    def state(self, x: str, y: str) -> tuple[int, int]:
        """Return two numbers that are others once either group has changed; -1 for one that is no more."""
        return (self.changed.get(x, -1), self.changed.get(y, -1))

    def may_join(self, x: str, y: str, *, by_person: bool = False) -> bool:
        """Tell whether no report and no person keeps the two groups apart; a person overrules the report."""
        pairs = self.between(x, y)
        if any(pair in self.apart for pair in pairs):
            return False
        return by_person or all(self.documents[a] != self.documents[b] or self.one(a, b) for a, b in pairs)

    def between(self, x: str, y: str) -> list[_Pair]:
        """Return the pairs of a member of the one and a member of the other, each in order."""
        return [(min(a, b), max(a, b)) for a in self.members[x] for b in self.members[y]]

    def unite(self, a: str, b: str, *, by_person: bool) -> None:
        """Put two accounts in one group if nothing forbids it."""
        x, y = sorted((self.home[a], self.home[b]))
        if x != y and self.may_join(x, y, by_person=by_person):
            self.merge(x, y)

    def merge(self, x: str, y: str, gone: Sequence[str] = ()) -> list[str]:
        """Merge two groups but for the accounts that are ``gone``, each a group of its own now; return what changed."""
        together = [*self.members.pop(x), *self.members.pop(y)]
        del self.changed[x], self.changed[y]
        parts = [sorted(set(together).difference(gone)), *([account] for account in gone)]
        self.settled.update(gone)
        self.changes += 1
        for part in parts:
            self.members[part[0]], self.changed[part[0]] = part, self.changes
            self.home.update(dict.fromkeys(part, part[0]))
        return sorted(part[0] for part in parts)
