"""All that the packaged pipelines' networks find in sentences, for many sentences at once.

It imports numpy and spaCy; import it only where a pipeline is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from sys import intern
from typing import Any, cast

import numpy as np
from msgspec import Struct
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

from recuento.annotate.lemmas import Lemmas
from recuento.annotate.name_search import NameSearch
from recuento.annotate.transitions import Transitions
from recuento.annotate.vectors import Vectors

__all__ = ["Found", "Networks", "quicken"]

Floats = NDArray[np.float32]

# What the networks and their search know a new word by; spaCy would ask whether it is like an address, and more.
_TOLD_OF_WORDS = frozenset({LOWER, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE, MORPH})
# Words that are searched together: a search has as many steps as the longest sentence needs, and what is computed for
# each word takes four kilobytes.
_AT_ONCE = 3000
_LONG = 100  # letters, from which on spaCy gives every word one shape


class Found(Struct, frozen=True):
    """What was found for the tokens of one sentence.

    ``feats`` are as UD writes them, "" for none; ``heads`` are tokens of the sentence, a root's its own; ``names`` are
    given by their first and last token, with their kind.
    """

    words: Sequence[str]
    tags: Sequence[str]
    feats: Sequence[str]
    lemmas: Sequence[str]
    heads: Sequence[int]
    deps: Sequence[str]
    names: Sequence[tuple[int, int, str]]


def quicken(pipeline: Pipeline) -> None:
    """Let a packaged pipeline ask no more of a new word than its networks look at."""
    told = cast(Any, pipeline.vocab).lex_attr_getters
    for name in told.keys() - _TOLD_OF_WORDS:
        del told[name]
    told[SHAPE] = partial(_shape, told[SHAPE])


def _shape(whole: Callable[[str], str], word: str) -> str:
    """Return a word's shape as spaCy writes it ("Xxxxx"): at most four letters alike; ``whole`` tells any word's."""
    if word.islower() and word.isalpha() and len(word) < _LONG:
        return "xxxx"[: len(word)]
    if word[:1].isupper() and word[1:].islower() and word.isalpha() and len(word) < _LONG:
        return "X" + "xxxx"[: len(word) - 1]
    return whole(word)


class Networks:
    """The components of a packaged pipeline that need networks. What they find is what spaCy's own ways find.

    Raises:
        DataError: they are not built as the packaged ones are.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        tagger, parser, names = (cast(Any, pipeline.get_pipe(name)) for name in ("morphologizer", "parser", "ner"))
        shared = cast(Any, pipeline.get_pipe("tok2vec")).model
        own, _, self._for_names = names.model.get_ref("tok2vec").layers
        _, _, self._for_syntax = parser.model.get_ref("tok2vec").layers
        self._vectors = Vectors([shared, own])
        self._tags = _Tags(pipeline, tagger)
        self._lemmas = Lemmas(pipeline)
        self._syntax = Transitions.of(parser)
        self._names = NameSearch.of(names)

    def find(self, docs: Sequence[Doc], words: Sequence[Sequence[str]]) -> list[Found]:
        """Return what is found in each sentence; ``words`` are its tokens' words."""
        found: list[Found | None] = [None] * len(docs)
        for batch in _batches(docs):
            here = self._find([docs[place] for place in batch], [words[place] for place in batch])
            for place, one in zip(batch, here, strict=True):
                found[place] = one
        return cast(list[Found], found)

    def _find(self, docs: Sequence[Doc], words: Sequence[Sequence[str]]) -> list[Found]:
        lengths = [len(doc) for doc in docs]
        flat = [word for of_sentence in words for word in of_sentence]
        shared, own = self._vectors.of(docs)
        tags, feats = self._tags.of(shared)
        lemmas = self._lemmas.of(shared, flat, tags)
        spaces = [place for place, word in enumerate(flat) if word.isspace()]
        names = self._names.names(_projected(self._for_names, own), lengths, spaces)
        trees = self._syntax.trees(docs, _projected(self._for_syntax, shared))
        starts = [0, *accumulate(lengths)]
        return [
            Found(of_sentence, tags[start:end], feats[start:end], lemmas[start:end], heads, deps, named)
            for of_sentence, start, end, (heads, deps), named in zip(
                words, starts[:-1], starts[1:], trees, names, strict=True
            )
        ]


class _Tags:
    """The tags and features that the tagger thinks likeliest."""

    def __init__(self, pipeline: Pipeline, tagger: Any) -> None:
        softmax = tagger.model.layers[-1].layers[0]
        self._weights = np.ascontiguousarray(softmax.get_param("W").T)
        self._bias = softmax.get_param("b")
        vocab = cast(Any, pipeline.vocab)
        tags, feats = tagger.cfg["labels_pos"], tagger.cfg["labels_morph"]
        # Interned, as are the names of tags in code: what is the same is then found to be so at a glance.
        self._tags = [intern(vocab.strings[tags.get(label, 0)]) for label in tagger.labels]
        # "_": none
        self._feats = [
            vocab.strings[vocab.morphology.add(feats.get(label, 0))].removeprefix("_") for label in tagger.labels
        ]

    def of(self, vectors: Floats) -> tuple[list[str], list[str]]:
        scores = vectors @ self._weights
        scores += self._bias
        likeliest = scores.argmax(axis=1).tolist()
        return [self._tags[label] for label in likeliest], [self._feats[label] for label in likeliest]


def _projected(linear: Any, vectors: Floats) -> Floats:
    projected: Floats = vectors @ linear.get_param("W").T
    projected += linear.get_param("b")
    return projected


def _batches(docs: Sequence[Doc]) -> Iterator[list[int]]:
    """Yield which sentences are searched together: those of like length."""
    batch: list[int] = []
    words = 0
    for place in sorted(range(len(docs)), key=lambda place: len(docs[place])):
        length = len(docs[place])
        if batch and words + length > _AT_ONCE:
            yield batch
            batch, words = [], 0
        batch.append(place)
        words += length
    if batch:
        yield batch
