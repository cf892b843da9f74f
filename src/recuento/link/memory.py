"""What linking has worked out and may need again: facets of accounts and scores of pairs, the older forgotten first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from recuento.link.facets import Facets

__all__ = ["Memory"]

_ACCOUNTS = 10_000  # each about ten kilobytes
_SCORES = 300_000

Key = TypeVar("Key")
Value = TypeVar("Value")


class _Kept(Generic[Key, Value]):
    """As many as there is room for: when it is full the older half goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.held: dict[Key, Value] = {}

    def keep(self, key: Key, value: Value) -> None:
        if len(self.held) >= self._most:
            self.held = dict(list(self.held.items())[self._most // 2 :])
        self.held[key] = value


class Memory:
    """Facets by account and scores by pair. All of it can be worked out again, so nothing depends on what is kept."""

    def __init__(self) -> None:
        self._facets: _Kept[str, Facets] = _Kept(_ACCOUNTS)
        self._scores: _Kept[tuple[str, str], float] = _Kept(_SCORES)

    @property
    def facets(self) -> Mapping[str, Facets]:
        return self._facets.held

    @property
    def scores(self) -> Mapping[tuple[str, str], float]:
        return self._scores.held

    def keep_facets(self, seen: Facets) -> None:
        self._facets.keep(seen.id, seen)

    def keep_score(self, pair: tuple[str, str], score: float) -> None:
        self._scores.keep(pair, score)

    def forget(self, accounts: Iterable[str]) -> None:
        """Forget what was worked out of these accounts."""
        gone = set(accounts)
        for name in gone:
            self._facets.held.pop(name, None)
        for pair in [pair for pair in self._scores.held if not gone.isdisjoint(pair)]:
            del self._scores.held[pair]

    def forget_all(self) -> None:
        self._facets.held.clear()
        self._scores.held.clear()
