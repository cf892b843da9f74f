"""Times that only say how often the like has been: "a raid, one of the biggest mounted this year"."""

from __future__ import annotations

from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.model.span import Span

__all__ = ["of_a_superlative"]

_REACH = 14  # tokens from the comma to the time
_ENDS = frozenset({",", "—", "–", "(", ";"})


def of_a_superlative(view: View, match: Match, span: Span) -> bool:
    """Tell whether an English time stands in an aside on how big or how rare it was: "the deadliest raid in months"."""
    inside = view.inside(span)
    if view.language != "en" or not inside or inside[0] <= match.last:
        return False
    before = range(inside[0] - 1, max(match.last, inside[0] - _REACH), -1)
    comma = next((i for i in before if view.tokens[i].text in _ENDS), None)
    if comma is None or view.folded[comma + 1] not in view.words.one | view.words.definite | view.words.indefinite:
        return False
    aside = range(comma + 1, min(inside[0], comma + 6))
    ranked = any(view.tokens[i].has("Degree=Sup") or view.folded[i] in view.words.ranks for i in aside)
    return ranked and not any(view.tokens[i].has("VerbForm=Fin") and view.tokens[i].has("Mood=Ind") for i in aside)
