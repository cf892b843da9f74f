"""By how many a toll moved is no toll: of "the death toll rose by two to 19" the figure is 19."""

from __future__ import annotations

from msgspec.structs import replace

from recuento.extract.figures import Counting
from recuento.extract.view import View
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
    at = _before_now(view, inside[-1] + 1)
    if at is None:
        return counting
    after = view.tokens[at + 1].span
    now = next((n for n in view.numerals if n.sense == "number" and n.span.covers(after)), None)  # "to about 190"
    if now is None:
        return counting
    figure = Figure(count=now.count, basis="numeral", span=now.span)
    if now.span.covers(view.tokens[at].span) and now.count.at_most is not None:
        # "hasta 14" is where it stands, no bound.
        figure = Figure(count=Count.exactly(now.count.at_most), basis="numeral", span=now.core)
    told = view.tokens[counting.head].pos in {"NOUN", "ADJ"} and view.numeral_at(counting.head) is None
    return replace(counting, figure=figure, numeral=now, span=counting.span if told else figure.span)


def _before_now(view: View, start: int) -> int | None:
    """Return the word before the number that a toll moved to, past a comma or those counted."""
    for at in range(start, min(start + _REACH, len(view.tokens) - 1)):
        if view.folded[at] in view.words.moved_to:
            return at
        if view.tokens[at].pos not in {"NOUN", "ADJ", "PUNCT"}:
            return None
    return None
