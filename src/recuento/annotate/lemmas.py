"""The packaged pipelines' lemmas: the edit that the network thinks likeliest, then what the lexicon knows better."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, cast

import numpy as np
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

__all__ = ["Lemmas"]

_REMEMBERED = 65536


class Lemmas:
    """What spaCy's lemmatizer and ruler would say; each word's edit is made once, and rules are looked up."""

    def __init__(self, pipeline: Pipeline) -> None:
        lemmatizer = cast(Any, pipeline.get_pipe("trainable_lemmatizer"))
        output = lemmatizer.model.layers[-1].layers[0]
        self._weights = np.ascontiguousarray(output.get_param("W").T)
        self._bias = output.get_param("b")
        self._edits: list[int] = lemmatizer.cfg["labels"]
        self._tries = min(lemmatizer.top_k, len(self._edits))
        self._edited = lru_cache(_REMEMBERED)(lemmatizer.trees.apply)
        self._ruled = _ruled(cast(Any, pipeline.get_pipe("attribute_ruler")).patterns)

    def of(self, doc: Doc, words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """Return the lemma of each token of a document that has its vectors and tags."""
        scores = doc.tensor @ self._weights
        scores += self._bias
        likeliest = scores.argmax(axis=1).tolist()
        return [
            self._ruled.get((word.lower(), tag)) or self._lemma(word, scores[place], best)
            for place, (word, tag, best) in enumerate(zip(words, tags, likeliest, strict=True))
        ]

    def _lemma(self, word: str, scores: Any, best: int) -> str:
        """Return the word after the likeliest edit that can be made on it, the word itself if none of the first can."""
        lemma = self._edited(self._edits[best], word)
        if lemma is not None:
            return cast(str, lemma)
        others = np.argsort(-scores, kind="stable")[1 : self._tries].tolist()
        tried = (self._edited(self._edits[other], word) for other in others)
        return next((cast(str, lemma) for lemma in tried if lemma is not None), word)


def _ruled(rules: Sequence[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """Return the lemmas that the ruler gives to a form with a tag; of two for one the later holds."""
    found: dict[tuple[str, str], str] = {}
    for rule in rules:
        for pattern in rule["patterns"]:
            [token] = pattern
            found[token["LOWER"], token["POS"]] = rule["attrs"]["LEMMA"]
    return found
