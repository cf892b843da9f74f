"""What follows a relative clause after a comma is no item of the list before it."""

from __future__ import annotations

from recuento.extract.figures import Counting
from recuento.extract.triggers import Match
from recuento.extract.view import View

__all__ = ["is_beyond"]

_FATE = frozenset({"rescue", "release", "missing"})


def is_beyond(view: View, match: Match, counting: Counting, heads: tuple[int, ...]) -> bool:
    """Tell whether the phrase opens a new clause: "to find the three who are missing, and 40 officers from the coast".

    Asked only of those freed and missing: whoever searches for them stands in the same sentence.
    """
    inside = view.inside(counting.span)
    if match.rule.event not in _FATE or not inside or view.language != "en":
        return False
    joint = inside[0] - 1
    if joint < 1 or view.tokens[joint].pos != "CCONJ" or view.tokens[joint - 1].text != ",":
        return False
    return any(_has_relative(view, head, joint) for head in heads if head < joint)


def _has_relative(view: View, head: int, end: int) -> bool:
    return any(head < i < end and view.folded[i] in view.words.relative for i in range(head + 1, min(head + 3, end)))
