"""The packaged pipelines' lemmas: the edit that the network thinks likeliest, then what the lexicon knows better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from spacy.language import Language as Pipeline

__all__ = ["Lemmas"]

_REMEMBERED = 65536


class Lemmas:
    """What spaCy's lemmatizer and ruler would say, in lower case; a word's edit is made once, rules are looked up."""

    def __init__(self, pipeline: Pipeline) -> None:
        lemmatizer = cast(Any, pipeline.get_pipe("trainable_lemmatizer"))
        output = lemmatizer.model.layers[-1].layers[0]
        self._weights = np.ascontiguousarray(output.get_param("W").T)
        self._bias = output.get_param("b")
        self._edits: list[int] = lemmatizer.cfg["labels"]
        self._tries = min(lemmatizer.top_k, len(self._edits))
        self._trees = lemmatizer.trees
        self._ruled = _ruled(cast(Any, pipeline.get_pipe("attribute_ruler")).patterns)
        self._remembered: dict[tuple[str, str, int], str] = {}

    def of(self, vectors: Any, words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """Return the lower-case lemma of each token; ``vectors`` has a row for each."""
        scores = vectors @ self._weights
        scores += self._bias
        likeliest = scores.argmax(axis=1).tolist()
        if len(self._remembered) > _REMEMBERED:
            self._remembered.clear()
        known = self._remembered.get
        return [
            known((word, tag, best)) or self._lemma(word, tag, best, scores[place])
            for place, (word, tag, best) in enumerate(zip(words, tags, likeliest, strict=True))
        ]

    def _lemma(self, word: str, tag: str, best: int, scores: Any) -> str:
        """Return the word after the likeliest edit that can be made on it, the word itself if none of the first can."""
        lemma = self._ruled.get((word.lower(), tag)) or self._trees.apply(self._edits[best], word)
        if lemma is not None:
            lemma = (lemma or word).lower()
            self._remembered[word, tag, best] = lemma
            return cast(str, lemma)
        others = np.argsort(-scores, kind="stable")[1 : self._tries].tolist()
        tried = (self._trees.apply(self._edits[other], word) for other in others)
        return next((cast(str, lemma) for lemma in tried if lemma is not None), word).lower() or word.lower()


def _ruled(rules: Sequence[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """Return the lemmas that the ruler gives to a form with a tag; of two for one the later holds."""
    found: dict[tuple[str, str], str] = {}
    for rule in rules:
        for pattern in rule["patterns"]:
            [token] = pattern
            found[token["LOWER"], token["POS"]] = rule["attrs"]["LEMMA"]
    return found
