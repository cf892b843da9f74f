"""A vague number that the words right behind make precise: "more than a dozen dead, at least 15, in a gunfight"."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from recuento.extract.figures import Counting
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.model.annotation import Numeral

__all__ = ["made_precise"]

_OPENS = frozenset({",", "(", ":", "–", "—", "-"})


def made_precise(view: View, match: Match, counting: Counting) -> Counting:
    """Return the counting with the number in the aside behind it or behind the match, where its own has no ceiling.

    The aside holds the number alone ("dozens of dead (31, police say)"), and no smaller one: of "more than a dozen
    people, two of them girls," two are a part, of "more than 20 dead, 30 wounded" the 30 are others.
    """
    said = counting.numeral
    if said is None or counting.figure is None or said.count.at_most is not None:
        return counting
    inside = view.inside(counting.span)
    ends = (inside[-1], match.last) if inside else ()
    number = next((found for end in ends if (found := _in_aside(view, end + 1)) is not None), None)
    if number is None or number.count.at_least < said.count.at_least:
        return counting
    figure = replace(counting.figure, count=number.count, span=number.span)
    return structs.replace(counting, figure=figure, span=counting.span.to(number.span), numeral=number)


def _in_aside(view: View, at: int) -> Numeral | None:
    """Return the number that stands alone behind the mark at ``at``; None where it counts something itself."""
    if at + 1 >= len(view.tokens) or view.tokens[at].text not in _OPENS:
        return None
    start = view.tokens[at + 1].span.start  # of "at least 15", no number yet
    number = next((n for n in view.numerals if n.span.start == start), None)
    if number is None or number.sense != "number":
        return None
    after = view.inside(number.span)[-1] + 1
    return number if after < len(view.tokens) and view.tokens[after].pos == "PUNCT" else None
