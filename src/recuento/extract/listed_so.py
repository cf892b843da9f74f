"""Spanish phrases of people that the parser parts from the word that tells their fate, found by the order of words."""

from __future__ import annotations

from recuento.extract.nearness import counted_by
from recuento.extract.phrases import fits, noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import View

__all__ = ["bounded_behind", "whole_list"]

_LONGEST = 8
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "ADP"})


def bounded_behind(view: View, match: Match) -> list[int]:
    """Return those whom a noun is of where a bound stands before their number: "el secuestro de cerca de 40 peones"."""
    of = match.last + 1
    if view.language != "es" or of + 2 >= len(view.tokens) or view.folded[of] not in view.words.of:
        return []
    start = view.tokens[of + 1].span.start
    numeral = next((n for n in view.numerals if n.span.start == start and n.span != n.core), None)
    if numeral is None or numeral.sense != "number":
        return []
    head = counted_by(view, view.inside(numeral.core)[-1])
    return [head] if fits(view, head, match.rule.patient) else []


def whole_list(view: View, state: int, patients: tuple[int, ...]) -> tuple[int, ...]:
    """Return all of a list of people that a plural word behind its last item describes.

    "Dejó a dos mujeres, un joven y una niña muertos": the plural is not the girl's alone. ``patients`` where there is
    no such list.
    """
    last = state - 1
    described = view.tokens[state].has("Number=Plur") and (view.tokens[state].pos in {"VERB", "ADJ", "NOUN"})
    if view.language != "es" or view.headline or not described or not _is_one(view, last):
        return patients
    items = [last]
    while (before := _item_before(view, items[-1])) is not None and len(items) < _LONGEST:
        items.append(before)
    joined = any(view.tokens[i].pos == "CCONJ" for i in range(items[-1], last)) and not set(items).isdisjoint(patients)
    return tuple(dict.fromkeys([*reversed(items), *patients])) if joined else patients


def _is_one(view: View, noun: int) -> bool:
    one = noun > 0 and view.folded[noun - 1] in view.words.indefinite and not view.tokens[noun].has("Number=Plur")
    return one and noun_of(view, noun) is not None


def _item_before(view: View, item: int) -> int | None:
    """Return the counted people that a comma or "y" parts from the item behind them; None where the list begins."""
    start = item
    while start > 0 and view.tokens[start - 1].pos in {"DET", "NUM", "ADJ"}:
        start -= 1
    joint = start - 1
    if joint < 1 or not (view.tokens[joint].pos == "CCONJ" or view.tokens[joint].text == ","):
        return None
    if view.tokens[joint].pos == "CCONJ" and view.tokens[joint - 1].text == ",":
        joint -= 1
    for at in range(joint - 1, max(-1, joint - _LONGEST), -1):
        if view.numeral_at(at) is not None or view.folded[at] in view.words.indefinite:
            head = counted_by(view, at) if view.numeral_at(at) is not None else at + 1
            return head if head < joint and noun_of(view, head) is not None else None
        if view.tokens[at].pos not in _INSIDE:
            return None
    return None
