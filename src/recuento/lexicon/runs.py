"""Fixed runs of folded words, kept so that a sentence or a phrase is asked for all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from recuento.lexicon.fold import fold

__all__ = ["FirstRun", "Runs"]

_What = TypeVar("_What")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Runs of folded words in their order; told apart by identity, so that what was looked for can be remembered.

    ``firsts`` are the words with which they begin, ``singles`` those that are a run by themselves, ``signs`` the
    longest of each: where none of these stands no run does.
    """

    all: tuple[tuple[str, ...], ...]
    firsts: frozenset[str]
    singles: frozenset[str]
    signs: frozenset[str]
    _single: dict[str, tuple[int, ...]]
    _longer: dict[tuple[str, str], tuple[int, ...]]
    _pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, said: Iterable[str]) -> Runs:
        """Return the runs that ``said`` writes with spaces, folded."""
        runs = tuple(tuple(fold(words).split()) for words in said)
        single: dict[str, list[int]] = {}
        longer: dict[tuple[str, str], list[int]] = {}
        for place, run in enumerate(runs):
            if len(run) == 1:
                single.setdefault(run[0], []).append(place)
            else:
                longer.setdefault((run[0], run[1]), []).append(place)
        return cls(
            runs,
            frozenset(first for first, *_ in runs),
            frozenset(single),
            frozenset(max(run, key=len) for run in runs),
            {word: tuple(found) for word, found in single.items()},
            {pair: tuple(found) for pair, found in longer.items()},
            frozenset(longer),
        )

    def begun_by(self, words: Set[str], pairs: Set[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
        """Return the runs of one word that is among ``words``, and the others whose first two are, in their order."""
        # Cheapest first: words know their hashes, pairs do not.
        if self.signs.isdisjoint(words) or (self.singles.isdisjoint(words) and self._pairs.isdisjoint(pairs)):
            return ()
        found = [place for word in words & self._single.keys() for place in self._single[word]]
        found += [place for pair in pairs & self._longer.keys() for place in self._longer[pair]]
        return tuple(self.all[place] for place in sorted(found))


class FirstRun(Generic[_What]):
    """Which of many runs of words stands first in a folded text, as whole words, and what it stands for."""

    def __init__(self, entries: Iterable[tuple[str, _What]]) -> None:
        """Keep folded runs with what they stand for; of two entries for one run the first counts.

        Raises:
            ValueError: a run holds no letter and no digit.
        """
        unique: dict[str, _What] = {}
        for run, what in entries:
            unique.setdefault(run, what)
        self._by_word: dict[str, list[tuple[int, str, _What]]] = {}
        for run, what in unique.items():
            word = _WORD.search(run)
            if word is None:
                raise ValueError(f"“{run}” holds no word")
            self._by_word.setdefault(word[0], []).append((word.start(), run, what))
        for known in self._by_word.values():
            known.sort(key=lambda entry: (-entry[0], -len(entry[1])))

    def find(self, folded: str) -> tuple[str, _What] | None:
        """Return the run that begins first in ``folded``, the longest of several there, or None."""
        for match in _WORD.finditer(folded):
            for before, run, what in self._by_word.get(match[0], ()):
                start = match.start() - before
                if start >= 0 and folded.startswith(run, start) and _stands_apart(folded, start, start + len(run)):
                    return run, what
        return None

    def begins(self, folded: str, word: re.Match[str]) -> bool:
        """Tell whether one of the runs begins with ``word``, a word of ``folded``."""
        known, at = self._by_word.get(word[0]), word.start()
        return known is not None and any(
            not before and folded.startswith(run, at) and _stands_apart(folded, at, at + len(run))
            for before, run, _ in known
        )


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Tell whether no letter or digit stands right before or after the stretch."""
    return _WORD.match(text, end) is None and (start == 0 or _WORD.match(text, start - 1) is None)
