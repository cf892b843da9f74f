"""How many there are by the place of the last one: "the seventh suspect arrested", "es la séptima persona detenida"."""

from __future__ import annotations

from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure
from recuento.model.count import Count

__all__ = ["total_of_nth"]

_FAMILIES = frozenset({"state_action", "justice"})
_FIRST = 2  # "the first person arrested" is no more than the person
_BEFORE = 3  # tokens between the ordinal and its noun


def total_of_nth(view: View, match: Match) -> Figure | None:
    """Return the total that an ordinal before "person" or "suspect" gives to what is done to them; None without one.

    Only of arrests and courts, whose persons are counted up: "the fifth mayor killed" counts mayors of many crimes.
    """
    if event_of(match.rule.event).family not in _FAMILIES:
        return None
    ordinals = [n for n in view.numerals if n.sense == "ordinal"]
    for first in ordinals:
        joined = [first, *(n for n in ordinals if n.span.start == first.span.end + 1)]
        count = sum(n.count.at_least for n in joined)
        if count >= _FIRST and _is_of_somebody(view, joined[-1], match):
            return Figure(count=Count.exactly(count), basis="numeral", span=first.span.to(joined[-1].span))
    return None


def _is_of_somebody(view: View, ordinal: Numeral, match: Match) -> bool:
    """Tell whether the ordinal stands before a word for anybody who is held or tried, and by the event's word."""
    last = view.inside(ordinal.span)[-1]
    for at in range(last + 1, min(len(view.tokens), last + 1 + _BEFORE)):
        if view.folded[at] in view.words.anybody_held:
            return abs(match.head - at) <= _BEFORE or at in {match.head, *view.ancestors(match.head)}
        if view.tokens[at].pos != "ADJ":
            return False
    return False
