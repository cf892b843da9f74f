"""What is found and not seized: "soldiers found a camp with 12 rifles", "la policía localizó una fosa y tres armas"."""

from __future__ import annotations

from recuento.extract.figures import Counting
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.grammar import stance, verb_set
from recuento.lexicon.people import left_there

__all__ = ["without_left_there"]


def without_left_there(view: View, match: Match, found: list[Counting]) -> list[Counting]:
    """Return what was seized: of what is only found, not the places, nor what tells police where to look.

    With a verb of seizing they are: "aseguraron dos casas".
    """
    if match.rule.counts != "seized":
        return found
    if view.folded[match.head] not in verb_set(stance(view.language).comes_upon, view.language):
        return found
    return [counting for counting in found if view.folded[counting.head] not in left_there(view.language)]
