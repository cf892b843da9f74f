"""By how many a toll moved is no toll: of "the death toll rose by two to 19" the figure is 19."""

from __future__ import annotations

from dataclasses import replace

from recuento.extract.figures import Counting
from recuento.extract.view import View
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure
from recuento.model.count import Count

__all__ = ["past_the_difference"]

_REACH = 4  # from a number over a comma, or the people counted, to the word before where the toll stands now


def past_the_difference(view: View, counting: Counting) -> Counting:
    """Return the count with the number to which a toll moved in place of the one by which it did."""
    if counting.numeral is None:
        return counting
    inside = view.inside(counting.numeral.span)
    if not inside or inside[0] == 0 or view.folded[inside[0] - 1] not in view.words.moved_by:
        return counting
    now = _moved_to(view, inside[-1] + 1)
    if now is None:
        return counting
    # "hasta 14" is where it stands, no bound.
    bound = now.count.at_most is not None and now.span != now.core
    figure = Figure(count=Count.exactly(now.count.at_most or 0) if bound else now.count, basis="numeral", span=now.core)
    told = view.tokens[counting.head].pos in {"NOUN", "ADJ"} and view.numeral_at(counting.head) is None
    return replace(counting, figure=figure, numeral=now, span=counting.span if told else now.core)


def _moved_to(view: View, start: int) -> Numeral | None:
    for at in range(start, min(start + _REACH, len(view.tokens) - 1)):
        if view.folded[at] in view.words.moved_to:
            numeral = view.numeral_at(at + 1)
            return numeral if numeral is not None and numeral.sense == "number" else None
        if view.tokens[at].pos not in {"NOUN", "ADJ", "PUNCT"}:
            return None
    return None
