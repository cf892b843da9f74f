"""The packaged networks' vectors of words in their context, with the same weights and in a fraction of spaCy's time.

Two thirds of what spaCy computes for a sentence are the vectors of its words in their context. The first step towards
them looks at each word by itself, and most words of a report have been met before: their vectors are remembered. The
rest is done for many sentences at once, in a few large matrix products that share their memory. It imports numpy and
spaCy; import it only where a pipeline is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Ragged

from recuento.errors import DataError

__all__ = ["Vectors"]

Floats = NDArray[np.float32]

# Words whose vectors are remembered, at 400 bytes for each network.
_MOST_WORDS = 20_000
_SMALLEST = np.float32(1e-8)
# Words that are computed together: with more, what is computed for them leaves the processor's cache.
_AT_ONCE = 700
_PIECES = 3


class Vectors:
    """The vectors that several networks have for the same words.

    Raises:
        DataError: the networks are not built as the packaged ones are.
    """

    def __init__(self, models: Sequence[Any]) -> None:
        self._words = _Words([model.layers[0] for model in models])
        self._contexts = [_Contexts(model.layers[1]) for model in models]

    def of(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return a matrix for each network, with a row for each token of ``docs``."""
        rows = self._words.of(docs)
        lengths = [len(doc) for doc in docs]
        return [contexts.of(found, lengths) for contexts, found in zip(self._contexts, rows, strict=True)]


class _Words:
    """The vectors of words by themselves."""

    def __init__(self, embeds: Sequence[Any]) -> None:
        self._columns = [list(embed.layers[0].attrs["columns"]) for embed in embeds]
        self._embeds = [(embed.layers[2], embed.layers[3]) for embed in embeds]
        self._places: dict[bytes, int] = {}
        self._known: list[Floats] = [np.empty((_MOST_WORDS, embed.get_dim("nO")), np.float32) for embed in embeds]

    def of(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return a matrix for each network, with a row for each token of ``docs``."""
        keys = _keys(docs)
        get = self._places.get
        places = [get(key) for key in keys]
        if None in places:
            missing = {key: at for at, key in enumerate(keys) if places[at] is None}
            if len(self._places) + len(missing) > _MOST_WORDS:
                self._places.clear()
                missing = {key: at for at, key in enumerate(keys)}
            ids = [np.concatenate([doc.to_array(columns) for doc in docs]) for columns in self._columns]
            if len(missing) > _MOST_WORDS:
                return [_compute(*embed, of_embed) for embed, of_embed in zip(self._embeds, ids, strict=True)]
            self._learn(list(missing), [of_embed[list(missing.values())] for of_embed in ids])
            places = [self._places[key] for key in keys]
        at = np.array(places)
        return [known.take(at, axis=0) for known in self._known]

    def _learn(self, words: Sequence[bytes], ids: Sequence[Any]) -> None:
        first = len(self._places)
        self._places |= {key: first + number for number, key in enumerate(words)}
        for embed, known, of_embed in zip(self._embeds, self._known, ids, strict=True):
            known[first : first + len(words)] = _compute(*embed, of_embed)


def _compute(tables: Any, mix: Any, ids: Any) -> Floats:
    lengths: Any = np.asarray([len(ids)], dtype=np.int32)
    return cast(Floats, mix.predict(tables.predict(Ragged(ids, lengths))).dataXd)


def _keys(docs: Sequence[Doc]) -> list[bytes]:
    """Return what tells each token from others: its form and its normal form ("n't": "not"); all else rests on them."""
    table = np.concatenate([doc.to_array(["ORTH", "NORM"]) for doc in docs])
    return cast(list[bytes], table.view("V16").ravel().tolist())


@dataclass(frozen=True, slots=True)
class _Room:
    """Memory in which one layer after the other works: new memory for each would cost a third of the time."""

    windows: Floats
    pieces: Floats
    best: Floats

    @classmethod
    def of(cls, rows: int, width: int) -> _Room:
        wide = (rows, _PIECES * width)
        return cls(np.empty(wide, np.float32), np.empty(wide, np.float32), np.empty((rows, width), np.float32))


@dataclass(frozen=True, slots=True)
class _Layer:
    """A window of three words through a maxout of three pieces, normed."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, residual: Any) -> _Layer:
        _, within = residual.layers[0].layers
        maxout, norm = within.layers[0].layers
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        out, pieces, width = weights.shape
        if pieces != _PIECES or width != _PIECES * out:
            raise DataError("the pipeline's vectors are not built as the packaged ones are; install the package again")
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(width, pieces * out)),
            np.ascontiguousarray(bias.T.reshape(pieces * out)),
            norm.get_param("G"),
            norm.get_param("b"),
        )

    def add_to(self, rows: Floats, room: _Room) -> None:
        """Add to each row what it and its neighbours make of it."""
        count, width = rows.shape
        windows, pieces, best = room.windows[:count], room.pieces[:count], room.best[:count]
        windows[0, :width] = 0
        windows[1:, :width] = rows[:-1]
        windows[:, width : 2 * width] = rows
        windows[:-1, 2 * width :] = rows[1:]
        windows[-1, 2 * width :] = 0
        np.matmul(windows, self.weights, out=pieces)
        pieces += self.bias
        np.maximum(pieces[:, :width], pieces[:, width : 2 * width], out=best)
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= (np.add.reduce(best, axis=1) / np.float32(width))[:, None]
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + _SMALLEST
        best *= (spread ** np.float32(-0.5))[:, None]
        best *= self.gain
        best += self.shift
        rows += best


class _Contexts:
    """The vectors of words as their neighbours change them."""

    def __init__(self, encode: Any) -> None:
        chained = encode.layers[0]
        self._layers = [_Layer.of(residual) for residual in chained.layers]
        self._between = int(encode.attrs["pad"])

    def of(self, rows: Floats, lengths: Sequence[int]) -> Floats:
        """Return the rows, those of each sentence in its own context, no other's."""
        stretches = _stretches(lengths)
        padding = self._between * (max(len(within) for within in stretches) + 1)
        room = _Room.of(max(sum(within) for within in stretches) + padding, rows.shape[1])
        done = 0
        for within in stretches:
            stretch = rows[done : done + sum(within)]
            self._put_in_context(stretch, within, room)
            done += len(stretch)
        return rows

    def _put_in_context(self, rows: Floats, lengths: Sequence[int], room: _Room) -> None:
        places = _places(lengths, self._between)
        padded: Floats = np.zeros((len(rows) + self._between * (len(lengths) + 1), rows.shape[1]), np.float32)
        padded[places] = rows
        for layer in self._layers:
            layer.add_to(padded, room)
        padded.take(places, axis=0, out=rows)


def _stretches(lengths: Sequence[int]) -> list[list[int]]:
    """Return the lengths of sentences that are computed together."""
    found: list[list[int]] = [[]]
    words = 0
    for length in lengths:
        if words and words + length > _AT_ONCE:
            found.append([])
            words = 0
        found[-1].append(length)
        words += length
    return found


def _places(lengths: Sequence[int], between: int) -> Any:
    """Return where each word stands when there are ``between`` empty rows before each sentence."""
    return np.arange(sum(lengths)) + np.repeat(np.arange(1, len(lengths) + 1) * between, lengths)
