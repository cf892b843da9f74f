"""The packaged pipelines' names: spaCy's own search, and a word outside of names costs next to nothing.

What spaCy's name finder does at a word outside of a name depends on that word alone, so it is computed for all words
at once; only within a name of several words is one step taken after the other. It imports numpy; import it only where
a pipeline is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recuento.errors import DataError

__all__ = ["NameSearch"]

Floats = NDArray[np.float32]

_FEATURES = 3  # the word, the first word of the open name, the word before


@dataclass(frozen=True, slots=True)
class _Open:
    """A name of which the words up to ``next`` are known."""

    sentence: int
    first: int
    next: int
    label: str


@dataclass(frozen=True, slots=True)
class NameSearch:
    """A trained name finder of two pieces without beam, where no word is known to be in a name beforehand.

    ``weights`` has a matrix for each feature; ``none`` is what a word adds that is not there, ``bias`` is added once.
    ``moves`` are the columns of the scores by what they do ("B", "I", "L" or "U") and for which kind of name.
    """

    weights: Floats
    none: Floats
    bias: Floats
    upper: Floats
    upper_bias: Floats
    moves: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, component: Any) -> NameSearch:
        """Return the component's weights, laid out for numpy.

        Raises:
            DataError: it is not built as the packaged ones are.
        """
        model, moves = component.model, component.moves
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")
        features, hidden, pieces, width = weights.shape
        if (pieces, features) != (2, _FEATURES) or component.cfg["beam_width"] != 1 or model.attrs["unseen_classes"]:
            raise DataError(
                "the pipeline's name finder is not built as the packaged ones are; install the package again"
            )
        return cls(
            np.ascontiguousarray(weights.transpose(0, 3, 2, 1).reshape(features, width, pieces * hidden)),
            np.ascontiguousarray(lower.get_param("pad")[0].transpose(0, 2, 1).reshape(features, pieces * hidden)),
            np.ascontiguousarray(lower.get_param("b").T.reshape(pieces * hidden)),
            np.ascontiguousarray(upper.get_param("W").T),
            upper.get_param("b"),
            tuple(_move(moves.get_class_name(place)) for place in range(moves.n_moves)),
        )

    def names(self, vectors: Floats, lengths: Sequence[int], spaces: Sequence[int]) -> list[list[tuple[int, int, str]]]:
        """Return the names of each sentence: first and last token, and the kind.

        ``vectors`` has a row for each token of the sentences, one sentence after the other; ``spaces`` are the rows of
        tokens that are white space.
        """
        ends = np.cumsum(lengths).tolist()
        alone = vectors @ self.weights[0]
        alone += self.bias
        chosen = self._outside(alone, np.array(ends) - 1, np.array(spaces, dtype=np.intp))
        todo = _starts_in(chosen, self.moves, ends)
        found: list[list[tuple[int, int, str]]] = [[] for _ in lengths]
        still = [one for sentence in range(len(ends)) if (one := self._next(sentence, 0, todo, found))]
        while still:
            stays = self._stays_in(still, vectors, alone, ends)
            still = [
                following
                for one, goes_on in zip(still, stays, strict=True)
                if (following := self._step(one, goes_on=goes_on, todo=todo, found=found))
            ]
        starts = [end - length for end, length in zip(ends, lengths, strict=True)]
        return [
            [(first - start, last - start, label) for first, last, label in names]
            for start, names in zip(starts, found, strict=True)
        ]

    def _outside(self, alone: Floats, lasts: Any, spaces: Any) -> Any:
        """Return the move at each word if no name is open there."""
        does = np.array([move for move, _ in self.moves])
        barred = (does == "I") | (does == "L") | (np.array([not label for _, label in self.moves]) & (does != "O"))
        scores = self._scores(alone + self.none[1] + self.none[2])
        scores[:, barred] = -np.inf
        scores[np.ix_(lasts, does == "B")] = -np.inf  # a name of two words does not begin with the last
        scores[np.ix_(spaces, does != "O")] = -np.inf
        return scores.argmax(axis=1)

    def _scores(self, summed: Floats) -> Floats:
        hidden = len(self.upper)
        scores: Floats = np.maximum(summed[:, :hidden], summed[:, hidden:]) @ self.upper
        scores += self.upper_bias
        return scores

    def _stays_in(self, still: Sequence[_Open], vectors: Floats, alone: Floats, ends: Sequence[int]) -> list[bool]:
        """Tell, for each open name, whether it goes on after its next word."""
        words = np.array([one.next for one in still])
        summed = alone[words]
        summed += vectors[[one.first for one in still]] @ self.weights[1]
        summed += vectors[words - 1] @ self.weights[2]
        scores = self._scores(summed).tolist()
        return [
            one.next + 1 < ends[one.sentence]
            and row[self.moves.index(("I", one.label))] >= row[self.moves.index(("L", one.label))]
            for one, row in zip(still, scores, strict=True)
        ]

    def _step(
        self, one: _Open, *, goes_on: bool, todo: list[list[tuple[int, int]]], found: list[list[tuple[int, int, str]]]
    ) -> _Open | None:
        if goes_on:
            return _Open(one.sentence, one.first, one.next + 1, one.label)
        found[one.sentence].append((one.first, one.next, one.label))
        return self._next(one.sentence, one.next + 1, todo, found)

    def _next(
        self, sentence: int, at: int, todo: list[list[tuple[int, int]]], found: list[list[tuple[int, int, str]]]
    ) -> _Open | None:
        """Keep the names of one word from ``at`` on, up to the first of several words; return that."""
        waiting = todo[sentence]
        while waiting:
            word, chosen = waiting.pop()
            if word >= at:
                move, label = self.moves[chosen]
                if move == "B":
                    return _Open(sentence, word, word + 1, label)
                found[sentence].append((word, word, label))
        return None


def _move(name: str) -> tuple[str, str]:
    move, _, label = name.partition("-")
    return move, label


def _starts_in(chosen: Any, moves: Sequence[tuple[str, str]], ends: Sequence[int]) -> list[list[tuple[int, int]]]:
    """Return, for each sentence, the words at which a name may start and the moves there, the first of them last."""
    outside = moves.index(("O", ""))
    words = np.flatnonzero(chosen != outside)
    sentences = np.searchsorted(np.array(ends), words, side="right")
    found: list[list[tuple[int, int]]] = [[] for _ in ends]
    rows = zip(words.tolist(), sentences.tolist(), chosen[words].tolist(), strict=True)
    for word, sentence, move in reversed(list(rows)):
        found[sentence].append((word, move))
    return found
