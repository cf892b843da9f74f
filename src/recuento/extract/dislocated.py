"""Whom Spanish names before the verb and takes up again with a pronoun: "a los ocho los bajó del bus un comando".

By the order of the words: the parser hangs such a phrase on the date or the place before it.
"""

from __future__ import annotations

from recuento.extract.nearness import counted_by
from recuento.extract.phrases import fits
from recuento.extract.triggers import Match
from recuento.extract.view import NOMINAL, VERBAL, View

__all__ = ["is_taken_up", "named_before"]

_LONGEST = 12
_WITH_ASIDES = 18
_ASIDE = frozenset({",", '"', "“", "”", "'", "‘", "’", "«", "»", "(", ")"})
_REFLEXIVE = "se"
_SINGULAR = frozenset({"lo", "la", "le"})
_INSIDE = frozenset({"DET", "NUM", "NOUN", "PROPN", "ADJ", "ADP", "ADV", "PRON", "X"})


def named_before(view: View, verb: int) -> int | None:
    """Return the head of the people named before a Spanish verb and its object pronoun; None where there are none."""
    pronoun = _pronoun_before(view, verb)
    if pronoun is None:
        return None
    at = pronoun - 1
    if at >= 0 and view.folded[at] == _REFLEXIVE:
        at -= 1
    if at >= 0 and view.tokens[at].text == ",":
        at -= 1
    mark = _mark(view, at)
    if mark is None:
        return None
    head = _head(view, mark, at)
    one = view.folded[pronoun] in _SINGULAR
    return head if head is not None and fits(view, head, "person") and _is_one(view, mark, head) == one else None


def is_taken_up(view: View, match: Match) -> bool:
    """Tell whether a rule that begins with a pronoun, and counts nobody, has its people before: "a tres los detuvo"."""
    alone = match.rule.form == "phrase" and match.rule.patient == "none" and match.last > match.head
    if not alone or view.folded[match.head] not in view.words.clitics:
        return False
    verbs = (i for i in range(match.head + 1, match.last + 1) if view.tokens[i].pos in VERBAL)
    return named_before(view, next(verbs, match.last)) is not None


def _pronoun_before(view: View, verb: int) -> int | None:
    at = verb - 1
    while at > 0 and view.tokens[at].pos == "AUX":
        at -= 1
    if view.language != "es" or view.headline or at < 1 or view.folded[at] not in view.words.clitics:
        return None
    return at if view.tokens[at].pos in {"PRON", "DET"} else None  # "a dos músicos los mató": tagged an article


def _mark(view: View, last: int) -> int | None:
    """Return the "a" that opens the phrase that ends at ``last``.

    Names set apart may stand in it where it opens the clause: "A su jefe, Iván Mora, "El Cabo", lo detuvieron".
    """
    asides = False
    for at in range(last, max(-1, last - (_WITH_ASIDES if asides else _LONGEST)), -1):
        if view.folded[at] in view.words.object_mark and view.tokens[at].pos == "ADP":
            return at if not asides or _opens_clause(view, at) else None
        aside = view.tokens[at].text in _ASIDE
        asides = asides or aside
        if (view.tokens[at].pos not in _INSIDE and not aside) or view.folded[at] in view.words.relative:
            return None
    return None


def _opens_clause(view: View, mark: int) -> bool:
    return mark == 0 or view.tokens[mark - 1].text in {";", ":", "."} or view.tokens[mark - 1].pos == "CCONJ"


def _head(view: View, mark: int, last: int) -> int | None:
    """Return what is counted behind the mark, or the first noun."""
    for at in range(mark + 1, last + 1):
        numeral = view.numeral_at(at)
        if numeral is not None and numeral.sense == "number":
            found = counted_by(view, view.inside(numeral.core)[-1])
            return found if found <= last else at
        if view.tokens[at].pos in NOMINAL and view.tokens[at].pos != "PRON":
            return at
    return None


def _is_one(view: View, mark: int, head: int) -> bool:
    numeral = next((n for i in range(mark + 1, head + 1) if (n := view.numeral_at(i)) is not None), None)
    if numeral is not None:
        return numeral.count.exact == 1
    return not (view.tokens[head].has("Number=Plur") or view.folded[head].endswith("s"))
