"""How many they were whom a Spanish pronoun stands for, told behind the verb: "los mataron: eran ocho albañiles"."""

from __future__ import annotations

from recuento.extract.figures import Counting, count_phrase
from recuento.extract.nearness import counted_by
from recuento.extract.phrases import fits
from recuento.extract.triggers import Match
from recuento.extract.view import View

__all__ = ["told_after"]

_APART = frozenset({":", ";", ",", "—", "–", "("})
_PLURAL = frozenset({"los", "las", "les"})
_FURTHEST = 16


def told_after(view: View, match: Match) -> Counting | None:
    """Return the people counted behind the verb whose object is a plural pronoun, None where there are none.

    A number and its noun follow a colon, or a mark and a form of "be" in the past ("los mataron; eran dos taxistas").
    """
    if view.language != "es" or view.headline or not _has_plural_pronoun(view, match):
        return None
    for at in range(match.last + 1, min(len(view.tokens) - 1, match.last + _FURTHEST)):
        if view.tokens[at].text not in _APART:
            continue
        first = at + 1
        if view.folded[first] in view.words.be and first + 1 < len(view.tokens):
            first += 1
        elif view.tokens[at].text != ":":
            continue
        numeral = view.numeral_at(first)
        if numeral is not None and numeral.sense == "number":
            head = counted_by(view, view.inside(numeral.core)[-1])
            return count_phrase(view, head) if fits(view, head, "person") and view.tokens[head].pos != "NUM" else None
    return None


def _has_plural_pronoun(view: View, match: Match) -> bool:
    verb = next((i for i in range(match.head, match.last + 1) if view.tokens[i].pos == "VERB"), match.head)
    at = verb - 1
    while at > 0 and view.tokens[at].pos == "AUX":
        at -= 1
    return at >= 0 and view.folded[at] in _PLURAL and view.tokens[at].pos in {"PRON", "DET"}
