"""Which accounts tell of one incident: groups that grow from near pairs, always the same way.

Groups join by their average score and that of their best pair, best first, ties by id. Two accounts of one report meet
in one group only where they may be one telling (``one``), and never speak for it; two that a person calls different
never do. A person's *same* comes before everything.

Only groups that a near pair connects can join, so no other pair is looked at before it must be. Scores are added as
whole millionths: a sum is the same in whatever order, and that of two groups joined is the sum of theirs.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor, inf

from recuento.link.groups import Groups, One
from recuento.link.growth import Growing, Grown, Step, links_within
from recuento.model import Judgement

__all__ = ["cluster"]

Score = Callable[[str, str], float]
_Pair = tuple[str, str]
_Offer = tuple[float, str, str, int, int]
_UNIT = 1_000_000  # scores have six decimals


def cluster(
    documents: Mapping[str, str],
    near: Mapping[str, Mapping[str, float]],
    decisions: Sequence[Judgement],
    score: Score,
    *,
    join: float,
    best: float = 0.0,
    sure: float = inf,
    one: One = lambda _a, _b: False,
    apart: Iterable[_Pair] = (),
    grown: Sequence[Grown] = (),
    keep: Callable[[Grown], None] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Return the accounts' ids in groups, each sorted, in order of their first.

    ``documents`` names each account's report; ``near`` gives for each the accounts worth a look: where no such pair
    connects two groups they stay apart. ``score(a, b)``, a before b, depends on the two accounts alone; ``decisions``
    are persons', oldest first, of which the latest on a pair counts. Two groups score ``best`` of their best pair and
    the rest of their average. ``one(a, b)`` tells of two accounts of one report whether they may meet; where two groups
    that score ``sure`` are kept apart by a few of one report only, those that fit less are left out. The pairs
    ``apart`` never meet either. No order matters.

    ``grown`` are groups as they came out before all others were there, and as they would without these; ``keep`` is
    given those that come out. They save work, and change nothing; where persons decided, nothing is known of them.
    """
    same, different = _bound(decisions)
    parted = different | set(apart)
    known = () if same or parted else grown
    work = _Work(
        groups=Groups.of(documents, one), score=score, join=join, best=best, sure=sure, near=near,
        growing=Growing(known),
    )  # fmt: skip
    work.groups.apart |= parted
    for a, b in same:
        work.groups.unite(a, b)
    work.connect()
    work.run()
    if keep is not None and not (same or parted):
        for each in work.grown(known):
            keep(each)
    return tuple(sorted(tuple(sorted(group)) for group in work.groups.members.values()))


def _bound(decisions: Sequence[Judgement]) -> tuple[list[_Pair], set[_Pair]]:
    """Return the pairs that persons call the same, latest first, and those that they call different."""
    latest: dict[_Pair, tuple[int, str]] = {}
    for place, one in enumerate(decisions):
        latest[one.a, one.b] = (place, one.verdict)
    order = sorted(latest, key=lambda pair: -latest[pair][0])
    return [p for p in order if latest[p][1] == "same"], {p for p in order if latest[p][1] == "different"}


_Cross = tuple[int, int, int]
"""The scores between two groups, in millionths, of pairs of two reports: their sum, the highest, how many.

A plain tuple: of a long story thousands are made.
"""

_NONE: _Cross = (0, -(10**12), 0)


@dataclass(slots=True, kw_only=True)
class _Work:
    """One clustering under way: the groups, and what is known between those that a near pair connects."""

    groups: Groups
    score: Score
    join: float
    best: float
    sure: float
    near: Mapping[str, Mapping[str, float]]
    growing: Growing
    steps: list[Step] = field(default_factory=list)
    parted: set[str] = field(default_factory=set)
    between: dict[str, dict[str, _Cross]] = field(default_factory=dict)
    heap: list[_Offer] = field(default_factory=list)

    def connect(self) -> None:
        """Look at all groups that a near pair connects, but for those that grow as they did."""
        home, near, growing = self.groups.home, self.near, self.growing
        pairs: set[_Pair] = set()
        for a, x in home.items():
            if a not in growing:
                pairs.update((x, y) if x < y else (y, x) for b in near.get(a, ()) if (y := home.get(b, x)) != x)
        self.look_at(pairs)

    def look_at(self, pairs: Iterable[_Pair]) -> None:
        """Look at pairs of groups, the lesser first, at which nobody looked before."""
        between, changed, join, heap = self.between, self.groups.changed, self.join, self.heap
        for x, y in pairs:
            cross = self.cross(x, y)
            for one, other in ((x, y), (y, x)):
                if one in between:
                    between[one][other] = cross
                else:
                    between[one] = {other: cross}
            told = cross[0] / _UNIT if cross[2] == 1 else self.told(cross)
            if told >= join:
                heap.append((-told, x, y, changed[x], changed[y]))
        heapq.heapify(heap)

    def run(self) -> None:
        """Join groups, best first, until none is left to join."""
        heap, growing, changed = self.heap, self.growing, self.groups.changed
        while heap or growing:
            if growing and (not heap or growing.due < heap[0]):
                if growing.goes_on:
                    self.merge(*growing.step())
                else:
                    self.look_around({self.groups.home[account] for account in growing.let_go()})
                continue
            away, x, y, before, ago = heapq.heappop(heap)
            if changed.get(x) != before or changed.get(y) != ago:
                continue  # one of the two has changed since, or is no more: a newer offer is in the heap
            if self.groups.may_join(x, y):
                self.take_out(x, y)
                self.merge(away, x, y)
            elif -away >= self.sure and (gone := self.in_the_way(x, y)):
                self.take_out(x, y)
                self.merge_without(x, y, gone)

    def take_out(self, *groups: str) -> None:
        """Have these grow no more as parts of what grew before: they are about to become what was not there then."""
        out = [x for x in groups if x in self.growing]
        for x in out:
            self.growing.take_out(self.groups.members[x])
        self.look_around(out)

    def look_around(self, groups: Iterable[str]) -> None:
        """Look at these groups and all that a near pair connects to them, as far as nobody did."""
        between = self.between
        pairs: set[_Pair] = set()
        for x in groups:
            known = between.get(x, {})
            pairs.update((x, y) if x < y else (y, x) for y in self.neighbours(x) if y not in known)
        if pairs:
            self.look_at(pairs)

    def grown(self, known: Sequence[Grown]) -> Iterator[Grown]:
        """Yield how each group grew, but those that are ``known``, and any that accounts were left out of."""
        home = self.groups.home
        steps: dict[str, list[Step]] = {}
        for step in self.steps:
            steps.setdefault(home[step[1]], []).append(step)
        still = {each.accounts for each in known}
        for name, members in self.groups.members.items():
            accounts = tuple(sorted(members))
            if accounts not in still and self.parted.isdisjoint(accounts):
                yield Grown(accounts, tuple(steps.get(name, ())), links_within(accounts, self.near))

    def merge(self, away: float, x: str, y: str) -> None:
        """Join two groups: what lies between them and others adds up."""
        self.steps.append((away, x, y))
        ours, theirs = self.pop(x), self.pop(y)
        ours.pop(y, None)
        theirs.pop(x, None)
        both: dict[str, _Cross] = {}
        cross = self.cross
        for other, (total, most, number) in ours.items():
            more = theirs.pop(other, None) or cross(y, other)
            both[other] = (total + more[0], most if most > more[1] else more[1], number + more[2])
        for other, (total, most, number) in theirs.items():
            more = cross(x, other)
            both[other] = (total + more[0], most if most > more[1] else more[1], number + more[2])
        (new,) = self.groups.merge(x, y)
        self.surround(new, both)

    def merge_without(self, x: str, y: str, gone: Sequence[str]) -> None:
        """Join two groups but for a few accounts: what lies around is worked out afresh."""
        self.pop(x), self.pop(y)
        self.parted.update(self.groups.members[x], self.groups.members[y])
        for new in self.groups.merge(x, y, gone):
            self.surround(new, {other: self.cross(new, other) for other in self.neighbours(new)})

    def in_the_way(self, x: str, y: str) -> tuple[str, ...]:
        """Return the accounts that alone keep two groups apart, sorted; none if more does, or if they are many.

        Of two accounts of one report that cannot meet the one goes that fits the two groups less. An account goes once;
        one that a person placed never does.
        """
        groups = self.groups
        if any({groups.home.get(a), groups.home.get(b)} == {x, y} for a, b in groups.apart):
            return ()
        together = [*groups.members[x], *groups.members[y]]
        gone: set[str] = set()
        for a, b in groups.between(x, y):
            if groups.documents[a] == groups.documents[b] and gone.isdisjoint((a, b)) and not groups.one(a, b):
                gone.add(min((a, b), key=lambda account: (self.fit(account, together), account)))
        few = bool(gone) and all(
            2 * len(gone.intersection(groups.members[z])) <= len(groups.members[z]) for z in (x, y)
        )
        return tuple(sorted(gone)) if few and gone.isdisjoint(groups.settled) else ()

    def fit(self, account: str, members: Sequence[str]) -> float:
        """Return the average score of an account with those of other reports among ``members``."""
        documents = self.groups.documents
        scores = [
            round(self.score(min(account, other), max(account, other)) * _UNIT)
            for other in members
            if documents[other] != documents[account]
        ]
        return round(sum(scores) / len(scores) / _UNIT, 9) if scores else -inf

    def neighbours(self, x: str) -> set[str]:
        """Return the groups that a near pair connects to this one."""
        home, near = self.groups.home, self.near
        found = {home[b] for a in self.groups.members[x] for b in near.get(a, ()) if b in home}
        return found - {x}

    def cross(self, x: str, y: str) -> _Cross:
        documents, score = self.groups.documents, self.score
        ours, theirs = self.groups.members[x], self.groups.members[y]
        if len(ours) == len(theirs) == 1:  # as all are at first
            if documents[x] == documents[y]:
                return _NONE
            only = round((score(x, y) if x < y else score(y, x)) * _UNIT)
            return (only, only, 1)
        scores = [
            round((score(a, b) if a < b else score(b, a)) * _UNIT)
            for a in ours
            for b in theirs
            if documents[a] != documents[b]
        ]
        return (sum(scores), max(scores), len(scores)) if scores else _NONE

    def pop(self, x: str) -> dict[str, _Cross]:
        """Return what is known around a group that is about to change, and forget it."""
        mine = self.between.pop(x, {})
        for other in mine:
            self.between[other].pop(x, None)
        return mine

    def surround(self, x: str, crosses: dict[str, _Cross]) -> None:
        """Keep what is around a group that has changed, and offer it to be joined to those for which it is enough."""
        self.between.setdefault(x, {}).update(crosses)
        between, changed, heap, join, told_of = self.between, self.groups.changed, self.heap, self.join, self.told
        state, enough = changed[x], floor(join * _UNIT)
        for other, cross in crosses.items():
            if other in between:
                between[other][x] = cross
            else:
                between[other] = {x: cross}
            if cross[1] < enough:  # no pair is enough alone: an average of them is neither
                continue
            told = told_of(cross)
            if told < join:
                continue
            if x < other:
                heapq.heappush(heap, (-told, x, other, state, changed[other]))
            else:
                heapq.heappush(heap, (-told, other, x, changed[other], state))

    def told(self, cross: _Cross) -> float:
        """Return the score of two groups; two accounts of one report, which alone are two, have none."""
        total, most, number = cross
        return round((self.best * most + (1 - self.best) * (total / number)) / _UNIT, 9) if number else -inf
