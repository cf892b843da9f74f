"""Fixed runs of folded words, kept so that a sentence or a phrase is asked for all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from recuento.lexicon.fold import fold

__all__ = ["FirstRun", "Runs"]

_What = TypeVar("_What")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Runs of folded words in their order; told apart by identity, so that what was looked for can be remembered.

    ``firsts`` are the words with which they begin, ``singles`` those that are a run by themselves.
    """

    all: tuple[tuple[str, ...], ...]
    firsts: frozenset[str]
    singles: frozenset[str]
    _places: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, said: Iterable[str]) -> Runs:
        """Return the runs that ``said`` writes with spaces, folded."""
        runs = tuple(tuple(fold(words).split()) for words in said)
        places: dict[str, list[int]] = {}
        for place, (first, *_) in enumerate(runs):
            places.setdefault(first, []).append(place)
        singles = frozenset(run[0] for run in runs if len(run) == 1)
        return cls(runs, frozenset(places), singles, {first: tuple(found) for first, found in places.items()})

    def begun_by(self, words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return the runs that begin with one of ``words``, in their order."""
        firsts = self.firsts.intersection(words)
        return tuple(self.all[place] for place in sorted(place for first in firsts for place in self._places[first]))


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

    def begins(self, folded: str, at: int) -> bool:
        """Tell whether one of the runs begins with the word at ``at``."""
        word = _WORD.match(folded, at)
        known = self._by_word.get(word[0], ()) if word else ()
        return any(
            not before and folded.startswith(run, at) and _stands_apart(folded, at, at + len(run))
            for before, run, _ in known
        )


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Tell whether no letter or digit stands right before or after the stretch."""
    return _WORD.match(text, end) is None and (start == 0 or _WORD.match(text, start - 1) is None)
