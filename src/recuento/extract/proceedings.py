"""Steps of the law that are only asked for, ordered or put off: "the court ordered the arrest of", "was adjourned"."""

from __future__ import annotations

from functools import cache

from recuento.extract.triggers import Match
from recuento.extract.view import VERBAL, View
from recuento.lexicon.grammar import stance, verb_set
from recuento.lexicon.runs import Runs
from recuento.model.document import Language

__all__ = ["is_still_to_come"]

_ORDERED = frozenset({"arrest", "extradition"})
_DATED = frozenset(
    {"sentence", "trial", "extradition", "charge", "conviction", "deportation", "prison_release", "plea"}
)
# "Ordered the", "orders for the": the order stands right before the noun.
_NEAR = 4


def is_still_to_come(view: View, match: Match) -> bool:
    """Tell whether a noun for a step of the law has a verb by which it has not come about yet.

    Who orders a killing may have had it done; an arrest that a court orders has yet to be made.
    """
    if "noun" not in match.kinds:
        return False
    event = match.rule.event
    return (event in _ORDERED and _is_ordered(view, match)) or (event in _DATED and _is_put_off(view, match))


@cache
def _orders(language: Language) -> Runs:
    return Runs.of(stance(language).orders)


def _is_ordered(view: View, match: Match) -> bool:
    if not stance(view.language).orders:
        return False
    return view.has_any(_orders(view.language), max(0, match.head - _NEAR), match.head)


def _is_put_off(view: View, match: Match) -> bool:
    """Tell whether its own verb puts it off or sets a day for it: "her sentencing is set for May"."""
    verbs = verb_set(stance(view.language).put_off, view.language)
    token = view.tokens[match.head]
    if token.dep.split(":")[0] not in {"nsubj", "obj"} or view.folded[token.head] not in verbs:
        return False
    return view.tokens[token.head].pos in VERBAL | {"ADJ"}  # "is set for May"
