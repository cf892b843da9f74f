"""What only says who those are that the report has told of: "las heridas, esposa e hija del dueño, …"."""

from __future__ import annotations

from recuento.extract.figures import Counting
from recuento.extract.triggers import Match
from recuento.extract.view import View

__all__ = ["only_says_who"]


def only_says_who(view: View, counting: Counting, match: Match) -> bool:
    """Tell whether a bare noun behind a comma explains a definite plural that opens its sentence."""
    if match.rule.form != "state" or match.last != match.head or match.head != 1 or counting.head <= match.last:
        return False
    definite = view.folded[0] in view.words.definite_plural
    bare = counting.numeral is None and not view.children(counting.head, "det")
    return definite and bare and view.tokens[match.last + 1].text == ","
