"""The people right behind a verb: what a past tense has and a participle has not."""

from __future__ import annotations

from recuento.extract.nearness import counted_by
from recuento.extract.phrases import fits, noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.triggers import OF_PEOPLE

__all__ = ["object_behind"]

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "PUNCT"})
_LONGEST = 5


def object_behind(view: View, match: Match) -> int | None:
    """Return the head of the people named right behind an English verb, None where something else stands there.

    "Members of the gang abducted at least 12 people", "armed men carried off a nurse": by position, whatever the parser
    ties them to. A number or an indefinite article opens the phrase; a word for people closes it.
    """
    at = match.last + 1
    if view.language != "en" or match.rule.patient not in OF_PEOPLE or at >= len(view.tokens):
        return None
    numeral = next((n for i in range(at, min(at + 4, len(view.tokens))) if (n := view.numeral_at(i)) is not None), None)
    if numeral is not None and numeral.sense == "number" and view.inside(numeral.span)[0] == at:
        found = counted_by(view, view.inside(numeral.core)[-1])
        return found if noun_of(view, found) is not None and fits(view, found, "person") else None
    if view.folded[at] not in view.words.indefinite:
        return None
    for index in range(at + 1, min(at + _LONGEST, len(view.tokens))):
        if view.tokens[index].pos not in _INSIDE:
            return None
        following = view.tokens[index + 1].pos if index + 1 < len(view.tokens) else "PUNCT"
        if noun_of(view, index) is not None and following not in {"NOUN", "PROPN"}:
            return index
    return None
