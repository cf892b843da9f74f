"""How groups grew, step by step: a group that nothing new joins grows the same way again, and is not worked out anew.

Of groups that stand apart each grew by itself: no pair of accounts of two of them was ever good enough, at its time, to
join them. So what grew alone grows alone again, as long as what is new joins none of its parts.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Growing", "Grown", "Step", "links_within"]

Step = tuple[float, str, str]
"""The score, with a minus, at which two groups joined, and their ids, the lesser first: the best comes first."""

_Due = tuple[float, str, str, int]


@dataclass(frozen=True, slots=True)
class Grown:
    """A group of accounts, sorted, with the steps in which it grew, and how many links its accounts had then."""

    accounts: tuple[str, ...]
    steps: tuple[Step, ...]
    links: int


def links_within(accounts: Iterable[str], linked: Mapping[str, Mapping[str, float]]) -> int:
    """Return how many links accounts have to one another, each seen from both ends."""
    mine = set(accounts)
    return sum(len(mine.intersection(linked[account])) for account in mine if account in linked)


class Growing:
    """Groups that grow as they did before, in parts; what is new may join one of these, and then it is on its own."""

    def __init__(self, grown: Sequence[Grown]) -> None:
        self._grown = list(grown)
        self._at = [0] * len(self._grown)
        self._of = {account: number for number, each in enumerate(self._grown) for account in each.accounts}
        self._due: list[_Due] = [(*each.steps[0], number) for number, each in enumerate(self._grown) if each.steps]
        heapq.heapify(self._due)

    def __contains__(self, account: str) -> bool:
        return account in self._of

    def __bool__(self) -> bool:
        return bool(self._due)

    @property
    def due(self) -> _Due:
        """The best step of any of them that comes next."""
        return self._due[0]

    @property
    def goes_on(self) -> bool:
        """Whether that step is of two parts that are as they were. It was the best of all pairs of them."""
        _, x, y, _ = self._due[0]
        return x in self._of and y in self._of

    def step(self) -> Step:
        """Take that step: return it, and have the next one of its group due."""
        away, x, y, number = self._due[0]
        self._at[number] += 1
        steps = self._grown[number].steps
        if self._at[number] < len(steps):
            heapq.heapreplace(self._due, (*steps[self._at[number]], number))
        else:
            heapq.heappop(self._due)
        return away, x, y

    def take_out(self, accounts: Iterable[str]) -> None:
        """Take out a part, all of its accounts: the others go on until a step is due that had joined it to one."""
        for account in accounts:
            del self._of[account]

    def let_go(self) -> tuple[str, ...]:
        """Leave the group whose step is due to itself from now on, and return what is left of its accounts."""
        number = self._due[0][3]
        heapq.heappop(self._due)
        left = tuple(account for account in self._grown[number].accounts if account in self._of)
        for account in left:
            del self._of[account]
        return left
