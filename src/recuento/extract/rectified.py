"""A figure that its own sentence takes back for another: "los muertos no son cuatro sino seis" (Spanish)."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from recuento.extract.figures import Counting
from recuento.extract.view import View
from recuento.model.annotation import Numeral

__all__ = ["rectified"]

_INSTEAD = 5  # tokens from the number to "sino"


def rectified(view: View, counting: Counting) -> Counting:
    """Return the counting with the number that stands behind "sino" where its own is denied, else as it is."""
    if view.words.rather.isdisjoint(view.present) or counting.numeral is None or counting.figure is None:
        return counting
    inside = view.inside(counting.numeral.span)
    denied = bool(inside) and inside[0] > 1 and view.folded[inside[0] - 2] == view.words.no
    if not denied or view.folded[inside[0] - 1] not in view.words.amounts_to:
        return counting
    said = _instead(view, inside[-1] + 1)
    if said is None:
        return counting
    figure = replace(counting.figure, count=said.count, span=said.span)
    return structs.replace(counting, figure=figure, span=counting.span.to(said.span), numeral=said)


def _instead(view: View, start: int) -> Numeral | None:
    end = len(view.tokens)
    mark = next((i for i in range(start, min(end, start + _INSTEAD)) if view.folded[i] in view.words.rather), None)
    after = range(mark + 1, min(end, mark + 4)) if mark is not None else range(0)
    for at in after:
        numeral = view.numeral_at(at)
        if numeral is not None:
            return numeral if numeral.sense == "number" else None
        if view.folded[at] not in view.words.before_amount | view.words.amounts_to:
            return None
    return None
