"""The packaged pipelines' word vectors, with the same weights and in a fraction of spaCy's time.

Two thirds of what spaCy computes for a sentence are the vectors of its words in their context. The first step towards
them looks at each word by itself, and most words of a report have been met before: their vectors are remembered. The
rest is done for all sentences at once, in a few large matrix products and without copies. It imports numpy and spaCy;
import it only where a pipeline is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import (  # type: ignore[import-not-found]  # compiled, without stubs
    IS_SPACE,
    LOWER,
    MORPH,
    NORM,
    PREFIX,
    SHAPE,
    SUFFIX,
)
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from thinc.api import Model, Ragged

from recuento.annotate.transitions import Transitions
from recuento.errors import DataError

__all__ = ["Networks", "quicken"]

Floats = NDArray[np.float32]

# Words whose vectors are remembered, at 400 bytes each.
_MOST_WORDS = 20_000
# What the networks and their search know a new word by; spaCy would ask whether it is like an address, and more.
_TOLD_OF_WORDS = frozenset({LOWER, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE, MORPH})
_SMALLEST = np.float32(1e-8)
# Words that are read together: with more, what is computed for them leaves the processor's cache.
_AT_ONCE = 900


def quicken(pipeline: Pipeline) -> None:
    """Put quicker vectors into a packaged pipeline; what it finds stays the same but for the rounding of floats.

    Raises:
        DataError: it is not built as the packaged pipelines are.
    """
    told = cast(Any, pipeline.vocab).lex_attr_getters
    for name in told.keys() - _TOLD_OF_WORDS:
        del told[name]
    tok2vec = cast(Any, pipeline.get_pipe("tok2vec"))
    tok2vec.model = _vectors(tok2vec.model)
    names = cast(Any, pipeline.get_pipe("ner")).model.get_ref("tok2vec")
    names.layers[0] = _vectors(names.layers[0])


class Networks:
    """The components of a packaged pipeline that need networks, those that `quicken` has made quicker.

    Raises:
        DataError: they are not built as the packaged ones are.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        self._tagging = [cast(Any, pipeline.get_pipe(name)) for name in ("tok2vec", "morphologizer")]
        self._searching = [Transitions.of(pipeline.get_pipe(name)) for name in ("parser", "ner")]

    def run(self, docs: Sequence[Doc]) -> None:
        """Give the sentences their vectors, tags, syntax and names."""
        for batch in _batches(docs):
            for component in self._tagging:
                component.set_annotations(batch, component.predict(batch))
            for search in self._searching:
                search.component.set_annotations(batch, search.states(batch))


def _batches(docs: Sequence[Doc]) -> Iterator[list[Doc]]:
    """Yield sentences of like length together: a search has as many steps as the longest needs."""
    batch: list[Doc] = []
    words = 0
    for doc in sorted(docs, key=len):
        if batch and words + len(doc) > _AT_ONCE:
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    if batch:
        yield batch


def _vectors(model: Any) -> Any:
    words, contexts = _Words(model.layers[0]), _Contexts(model.layers[1])

    def forward(_: Any, docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Any]:
        if is_train:
            raise DataError("a pipeline that was made quicker cannot be trained")
        return contexts.of(words.of(docs), [len(doc) for doc in docs]), None

    return Model("quick_tok2vec", forward, dims={"nO": words.width})


class _Words:
    """The vectors of words by themselves."""

    def __init__(self, embed: Any) -> None:
        extract, _, self._tables, self._mix, _ = embed.layers
        self._columns = list(extract.attrs["columns"])
        self.width = int(embed.get_dim("nO"))
        self._places: dict[bytes, int] = {}
        self._known: Floats = np.empty((_MOST_WORDS, self.width), np.float32)

    def of(self, docs: Sequence[Doc]) -> Floats:
        """Return one row for each token of ``docs``."""
        keys = [_keys(doc) for doc in docs]
        flat = [key for of_doc in keys for key in of_doc]
        missing = sum(key not in self._places for key in flat)
        if missing:
            if len(self._places) + missing > _MOST_WORDS:
                self._places.clear()
            if len(flat) > _MOST_WORDS:
                return self._compute(np.concatenate([doc.to_array(self._columns) for doc in docs]))
            self._learn(docs, keys)
        return self._known[[self._places[key] for key in flat]]

    def _learn(self, docs: Sequence[Doc], keys: Sequence[Sequence[bytes]]) -> None:
        rows, first = [], len(self._places)
        for doc, of_doc in zip(docs, keys, strict=True):
            ids: Any = None
            for at, key in enumerate(of_doc):
                if key not in self._places:
                    ids = doc.to_array(self._columns) if ids is None else ids
                    self._places[key] = len(self._places)
                    rows.append(ids[at])
        self._known[first : first + len(rows)] = self._compute(np.stack(rows))

    def _compute(self, ids: Any) -> Floats:
        lengths: Any = np.asarray([len(ids)], dtype=np.int32)
        ragged = Ragged(ids, lengths)
        return cast(Floats, self._mix.predict(self._tables.predict(ragged)).dataXd)


def _keys(doc: Doc) -> list[bytes]:
    """Return what tells each token from others: its form and its normal form ("n't": "not"); all else rests on them."""
    return cast(list[bytes], doc.to_array(["ORTH", "NORM"]).view("V16").ravel().tolist())


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
        if pieces != 3 or width != 3 * out:
            raise DataError("the pipeline's vectors are not built as the packaged ones are; install the package again")
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(width, pieces * out)),
            np.ascontiguousarray(bias.T.reshape(pieces * out)),
            norm.get_param("G"),
            norm.get_param("b"),
        )

    def added_to(self, rows: Floats) -> Floats:
        """Return the rows with what their neighbours add to them."""
        width = rows.shape[1]
        windows: Floats = np.zeros((len(rows), 3 * width), np.float32)
        windows[1:, :width] = rows[:-1]
        windows[:, width : 2 * width] = rows
        windows[:-1, 2 * width :] = rows[1:]
        pieces = windows @ self.weights
        pieces += self.bias
        best: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= (np.add.reduce(best, axis=1) / np.float32(width))[:, None]
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + _SMALLEST
        best *= (spread ** np.float32(-0.5))[:, None]
        best *= self.gain
        best += self.shift
        best += rows
        return best


class _Contexts:
    """The vectors of words as their neighbours change them."""

    def __init__(self, encode: Any) -> None:
        chained = encode.layers[0]
        self._layers = [_Layer.of(residual) for residual in chained.layers]
        self._between = int(encode.attrs["pad"])

    def of(self, rows: Floats, lengths: Sequence[int]) -> list[Floats]:
        """Return the rows of each sentence in its own context, no other's."""
        starts = _starts(lengths, self._between)
        padded: Floats = np.zeros((len(rows) + self._between * (len(lengths) + 1), rows.shape[1]), np.float32)
        done = 0
        for start, length in zip(starts, lengths, strict=True):
            padded[start : start + length] = rows[done : done + length]
            done += length
        for layer in self._layers:
            padded = layer.added_to(padded)
        return [padded[start : start + length] for start, length in zip(starts, lengths, strict=True)]


def _starts(lengths: Iterable[int], between: int) -> list[int]:
    found, at = [], between
    for length in lengths:
        found.append(at)
        at += length + between
    return found
