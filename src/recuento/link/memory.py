"""What linking has worked out and may need again: facets of accounts, scores of pairs, how groups grew.

The older is forgotten first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from recuento.link.facets import Facets
from recuento.link.growth import Grown

__all__ = ["Memory"]

_ACCOUNTS = 30_000  # each about five kilobytes
_SCORES = 300_000
_GROUPS = 5_000

Key = TypeVar("Key")
Value = TypeVar("Value")


class _Kept(Generic[Key, Value]):
    """As many as there is room for: when it is full the oldest quarter goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.held: dict[Key, Value] = {}

    def keep(self, key: Key, value: Value) -> None:
        self.held.pop(key, None)
        if len(self.held) >= self._most:
            self.held = dict(list(self.held.items())[self._most // 4 :])
        self.held[key] = value


class Memory:
    """Facets by account, scores by pair, groups by their accounts.

    All of it can be worked out again, so nothing depends on what is kept.
    """

    def __init__(self) -> None:
        self._facets: _Kept[str, Facets] = _Kept(_ACCOUNTS)
        self._scores: _Kept[tuple[str, str], float] = _Kept(_SCORES)
        self._grown: _Kept[str, Grown] = _Kept(_GROUPS)

    @property
    def facets(self) -> Mapping[str, Facets]:
        return self._facets.held

    @property
    def scores(self) -> Mapping[tuple[str, str], float]:
        return self._scores.held

    def grown(self, accounts: tuple[str, ...]) -> Grown | None:
        """Return how the group of just these accounts, sorted, grew; None if it is not known."""
        known = self._grown.held.get(accounts[0]) if accounts else None
        return known if known is not None and known.accounts == accounts else None

    def keep_facets(self, seen: Facets) -> None:
        self._facets.keep(seen.id, seen)

    def keep_score(self, pair: tuple[str, str], score: float) -> None:
        self._scores.keep(pair, score)

    def keep_grown(self, grown: Grown) -> None:
        self._grown.keep(grown.accounts[0], grown)  # in place of what it was before

    def forget(self, accounts: Iterable[str]) -> None:
        """Forget what was worked out of these accounts."""
        gone = set(accounts)
        for name in gone:
            self._facets.held.pop(name, None)
        for pair in [pair for pair in self._scores.held if not gone.isdisjoint(pair)]:
            del self._scores.held[pair]
        for name in [name for name, grown in self._grown.held.items() if not gone.isdisjoint(grown.accounts)]:
            del self._grown.held[name]

    def forget_all(self) -> None:
        self._facets.held.clear()
        self._scores.held.clear()
        self._grown.held.clear()
