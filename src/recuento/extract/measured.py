"""The number that a measuring noun is said to have reached: "the number of people freed rose to 58"."""

from __future__ import annotations

from recuento.extract.view import View
from recuento.model.annotation import Numeral

__all__ = ["measured"]


def measured(view: View, head: int) -> Numeral | None:
    """Return the number that a measuring noun is said to have reached: "the number of people freed rose to 58"."""
    token = view.tokens[head]
    above = token.head if token.dep in {"nmod", "obl"} else head
    noun = next((i for i in (head, above) if view.folded[i] in view.words.numbers), None)
    if noun is None and view.language == "en":
        noun = _number_of(view, head)
    if noun is None and view.language == "en" and (behind := _numbered_behind(view, head)) is not None:
        return behind
    if noun is None and head > 1 and view.folded[head - 2 : head] in {("el", "de"), ("la", "de")}:
        noun = head  # "el número de muertos llegó a 12 y el de lesionados a 30"
    if noun is None or (view.language == "en" and _is_rate(view, noun)):
        return None
    before = next((n for i in range(max(0, noun - 3), noun) if (n := view.numeral_at(i)) is not None), None)
    if before is not None and before.sense == "number" and _reaches(view, noun, before):
        return before  # "put at 52 the number of hostages freed"
    if (opened := _opening_figure(view, noun)) is not None:
        return opened
    for at in range(noun + 1, min(len(view.tokens), noun + 14)):
        numeral = view.numeral_at(at)
        if numeral is not None and numeral.sense != "other":  # of "from 14 to 12" the 14 is gone
            return numeral if numeral.sense == "number" and _reaches(view, at, numeral) else None
        if view.tokens[at].text in {".", ";"}:
            return None
    return None


def _opening_figure(view: View, noun: int) -> Numeral | None:
    """Return the figure that opens a Spanish sentence before who gives it: "A 31 elevó el alcalde la cifra de …"."""
    numeral = view.numeral_at(1) if view.language == "es" and view.folded[0] in view.words.moved_to else None
    if numeral is None or numeral.sense != "number":
        return None
    verb = view.inside(numeral.core)[-1] + 1
    raised = verb < noun and view.folded[verb] in view.words.gives_figures
    return numeral if raised and not any(view.numeral_at(i) for i in range(verb, noun)) else None


def _is_rate(view: View, noun: int) -> bool:
    """Tell whether the number is one of every year or month: "the number of people kidnapped each year"."""
    return not view.words.distributive.isdisjoint(view.folded[noun : noun + 8])


def _numbered_behind(view: View, head: int) -> Numeral | None:
    """Return the number that a verb right behind the phrase gives: "those freed now number 46"."""
    for at in range(head + 1, min(len(view.tokens) - 1, head + 5)):
        numeral = view.numeral_at(at + 1)
        if view.folded[at] in view.words.numbers_verbs and numeral is not None:
            return numeral if numeral.sense in {"number", "identifier", "other"} else None
        if view.tokens[at].pos not in {"ADV", "VERB", "AUX"}:
            return None
    return None


def _number_of(view: View, head: int) -> int | None:
    """Return the measuring noun whose "of" leads to the phrase: "the total of those freed"."""
    for at in range(head - 1, max(-1, head - 6), -1):
        if view.folded[at] in view.words.numbers:
            return at if view.folded[at + 1] in view.words.of | {"for"} else None
        passed = view.folded[at] in view.words.of | {"for"} or view.tokens[at].pos in {
            "DET",
            "ADJ",
            "NOUN",
            "PRON",
            "ADV",
        }
        if not passed and view.tokens[at].dep != "amod":
            return None
    return None


def _reaches(view: View, at: int, numeral: Numeral) -> bool:
    first = view.inside(numeral.span)[0]
    return first > 0 and view.folded[first - 1] in view.words.reached
