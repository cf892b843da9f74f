"""Outlets that tell of what others did: "… an attempt to free him, AP reported" has AP free nobody."""

from __future__ import annotations

from functools import cache

from recuento.extract.naming import party_span
from recuento.extract.view import View
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import saying_verbs, speech
from recuento.model.document import Language

__all__ = ["is_outlet_speaking"]


def is_outlet_speaking(view: View, index: int) -> bool:
    """Tell whether a word is an outlet, alone or with its article, as the subject of a verb of saying."""
    token = view.tokens[index]
    if not token.dep.startswith("nsubj") or view.folded[token.head] not in saying_verbs(view.language):
        return False
    words = fold(party_span(view, index).of(view.text)).split()
    if words and words[0] in view.words.definite:
        words = words[1:]
    return " ".join(words) in _outlets(view.language)


@cache
def _outlets(language: Language) -> frozenset[str]:
    return frozenset(map(fold, speech(language).outlets))
