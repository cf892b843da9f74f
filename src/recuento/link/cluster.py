"""Which accounts tell of one incident. A component is clustered afresh whenever it is touched, always the same way.

Groups join by their average score and that of their best pair, best first, ties by id; two accounts of one report
never meet in one group, nor do two that a person calls different. A person's *same* comes before everything.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from recuento.model import Account, Judgement

__all__ = ["cluster"]

Score = Callable[[str, str], float]
_Pair = tuple[str, str]


def cluster(
    accounts: Sequence[Account], decisions: Sequence[Judgement], score: Score, *, join: float, best: float = 0.0
) -> tuple[tuple[str, ...], ...]:
    """Return the accounts' ids in groups, each sorted, in order of their first.

    ``score(a, b)`` depends on the two accounts alone; ``decisions`` are persons', oldest first, of which the latest on
    a pair counts. Two groups score ``best`` of their best pair and the rest of their average. The order of
    ``accounts`` does not matter.
    """
    groups = _Groups.of(sorted(accounts, key=lambda a: a.id))
    same, different = _bound(decisions)
    groups.apart |= different
    for a, b in same:
        groups.unite(a, b, by_person=True)
    heap = [_offer(groups, x, y, score, best) for x, y in _pairs(sorted(groups.members))]
    heap = [offer for offer in heap if -offer[0] >= join]
    heapq.heapify(heap)
    while heap:
        _, x, y, sizes = heapq.heappop(heap)
        if groups.sizes(x, y) != sizes or not groups.may_join(x, y):
            continue  # one of the two has grown since: a newer offer is in the heap
        groups.merge(x, y)
        for other in sorted(groups.members):
            if other != x:
                offer = _offer(groups, min(x, other), max(x, other), score, best)
                if -offer[0] >= join:
                    heapq.heappush(heap, offer)
    return tuple(sorted(tuple(sorted(group)) for group in groups.members.values()))


def _pairs(ids: Sequence[str]) -> list[_Pair]:
    return [(x, y) for place, x in enumerate(ids) for y in ids[place + 1 :]]


def _offer(groups: _Groups, x: str, y: str, score: Score, best: float) -> tuple[float, str, str, tuple[int, int]]:
    """Return what orders two groups in the heap: best score first, then ids."""
    scores = sorted(score(min(a, b), max(a, b)) for a in groups.members[x] for b in groups.members[y])
    # Summed in sorted order and rounded, so that no order of merging can tip a comparison by a rounding error.
    told = best * scores[-1] + (1 - best) * sum(scores) / len(scores)
    return (-round(told, 9), x, y, groups.sizes(x, y))


def _bound(decisions: Sequence[Judgement]) -> tuple[list[_Pair], set[_Pair]]:
    """Return the pairs that persons call the same, latest first, and those that they call different."""
    latest: dict[_Pair, tuple[int, str]] = {}
    for place, one in enumerate(decisions):
        latest[one.a, one.b] = (place, one.verdict)
    order = sorted(latest, key=lambda pair: -latest[pair][0])
    return [p for p in order if latest[p][1] == "same"], {p for p in order if latest[p][1] == "different"}


@dataclass(slots=True)
class _Groups:
    """Groups under the id of their least member."""

    members: dict[str, list[str]]
    home: dict[str, str]
    documents: dict[str, str]
    apart: set[_Pair] = field(default_factory=set)

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> _Groups:
        return cls(
            members={a.id: [a.id] for a in accounts},
            home={a.id: a.id for a in accounts},
            documents={a.id: a.document for a in accounts},
        )

    def sizes(self, x: str, y: str) -> tuple[int, int]:
        return (len(self.members.get(x, ())), len(self.members.get(y, ())))

    def may_join(self, x: str, y: str, *, by_person: bool = False) -> bool:
        """Tell whether no report and no person keeps the two groups apart; a person overrules the report."""
        pairs = [(min(a, b), max(a, b)) for a in self.members[x] for b in self.members[y]]
        if any(pair in self.apart for pair in pairs):
            return False
        return by_person or all(self.documents[a] != self.documents[b] for a, b in pairs)

    def unite(self, a: str, b: str, *, by_person: bool) -> None:
        """Put two accounts in one group if nothing forbids it."""
        x, y = sorted((self.home[a], self.home[b]))
        if x != y and self.may_join(x, y, by_person=by_person):
            self.merge(x, y)

    def merge(self, x: str, y: str) -> None:
        """Move the members of ``y`` to ``x``, which sorts before it."""
        for account in self.members[y]:
            self.home[account] = x
        self.members[x] = sorted((*self.members[x], *self.members.pop(y)))
