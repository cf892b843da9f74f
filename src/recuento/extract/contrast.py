""" "Another" may tell somebody from who did it, not from others counted before: "charged with killing another teen"."""

from __future__ import annotations

from recuento.extract.arguments import Arguments
from recuento.extract.crimes import acts_of_the_law
from recuento.extract.figures import Counting
from recuento.extract.view import View

__all__ = ["is_other_than_the_doer"]


def is_other_than_the_doer(view: View, args: Arguments, counting: Counting) -> bool:
    """Tell whether one more of a kind is only another than who did it, or is held for it, in the same sentence.

    Both are called by one noun: "a driver stabbed another driver".
    """
    if counting.figure is None or counting.figure.count.exact != 1:
        return False
    inside = view.inside(counting.span)
    if not inside or not any(view.folded[i] in view.words.another for i in range(max(0, inside[0] - 1), inside[0] + 1)):
        return False
    before = {i for i in range(inside[0] - 1) if view.folded[i] == view.folded[counting.head]}
    if not before:
        return False
    return not before.isdisjoint(args.agents) or bool(acts_of_the_law(view))
