"""Whom captives are handed to: "entregaron a los tres rehenes a la Cruz Roja" frees three, and not the Red Cross."""

from __future__ import annotations

from recuento.extract.phrases import coordinated
from recuento.extract.preverbal import has_clitic
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.grammar import stance, verb_set

__all__ = ["without_recipients"]


def without_recipients(view: View, match: Match, patients: tuple[int, ...]) -> tuple[int, ...]:
    """Return the patients of a Spanish verb of handing over without those who are given the others.

    "A" stands before both. Those with a number are given; else those named first, or whom a pronoun before the verb
    has taken up: "y los entregó al CICR".
    """
    if view.language != "es" or match.rule.event != "release" or not patients:
        return patients
    if view.folded[match.head] not in verb_set(stance("es").hands_over, "es"):
        return patients
    marked = [i for i in patients if i > match.head and view.case_of(i) in view.words.object_mark]
    if has_clitic(view, match.head):
        return tuple(i for i in patients if i not in marked)
    given = [i for i in marked if view.numeral_at(i) is not None or view.children(i, "nummod")] or marked[:1]
    kept = {j for i in given for j in coordinated(view, i)}
    return tuple(i for i in patients if i not in marked or i in kept)
