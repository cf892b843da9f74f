"""How many a plural without a number is, by the names beside it: "the owners, Ana Ruiz, 60, and Luis Mora, 64,"."""

from __future__ import annotations

import re

from recuento.extract.phrases import noun_of
from recuento.extract.sides import side_of
from recuento.extract.view import View
from recuento.model.span import Span

__all__ = ["is_surname", "names_in_apposition"]

_NAME = r"[A-ZÁÉÍÓÚÑ][\w'’-]+(?:\s(?:de\s|la\s|del\s)*[A-ZÁÉÍÓÚÑ][\w'’-]+){1,3}"
_AGED = rf"{_NAME}(?:,\s\d{{1,2}})?"
# Two names or more, each with its age or without, between commas.
_ROW = re.compile(rf",\s({_AGED}(?:,\s{_AGED})*,?\sand\s{_AGED}),\s")
_REACH = 60
_ONE = r"[A-ZÁÉÍÓÚÑ][\w'’-]+(?:\s(?:de\s|la\s|del\s)*[A-ZÁÉÍÓÚÑ][\w'’-]+){0,3}"
_BESIDE = re.compile(rf"\s({_ONE}(?:,\s{_ONE})*,?\s(?:and|y|e)\s{_ONE})")


def names_in_apposition(view: View, head: int) -> tuple[int, Span] | None:
    """Return how many people stand named in apposition to an English plural, and their words; None where none do.

    The row must close with a comma before the verb, so that it adds nobody ("the owners, Ana Ruiz and Luis Mora were"),
    or stand right behind the noun: "the brothers Ana and Luis Mora", "los hermanos Rafael y Ramón Cuello".
    """
    beside = _right_beside(view, head)
    if beside is not None:
        return beside
    noun = noun_of(view, head)
    if view.language != "en" or noun is None or noun.unit or not view.tokens[head].has("Number=Plur"):
        return None
    end = view.tokens[head].span.end
    match = _ROW.search(view.text, end, min(len(view.text), end + _REACH + 160))
    if match is None or match.start() - end > _REACH or match.end() > view.sentence.span.end:
        return None
    between = view.inside(Span(end, match.start())) if match.start() > end else []
    if any(view.tokens[i].pos in {"VERB", "AUX", "PUNCT", "CCONJ"} for i in between):
        return None
    span = Span(*match.span(1))
    return len(re.findall(_NAME, span.of(view.text))), span


def _right_beside(view: View, head: int) -> tuple[int, Span] | None:
    noun = noun_of(view, head)
    if noun is None or noun.unit or noun.victim or not view.folded[head].endswith("s"):
        return None
    if view.numeral_at(head - 1) is not None or (head and view.tokens[head].head > head):
        return None
    match = _BESIDE.match(view.text, view.tokens[head].span.end, view.sentence.span.end)
    if match is None or any(p.span.overlaps(Span(*match.span(1))) and p.locative for p in view.places):
        return None
    span = Span(*match.span(1))
    return len(re.findall(_ONE, span.of(view.text))), span


def is_surname(view: View, head: int) -> bool:
    """Tell whether one capitalised word goes on an English list of names, though it may be a place's elsewhere.

    "Salas, Ferrer, Brandt and Ana Ruiz were charged" are four; courts name defendants so.
    """
    token = view.tokens[head]
    if view.language != "en" or view.headline or token.pos != "PROPN" or token.dep != "conj":
        return False
    if not token.text.istitle() or view.children(head, "det", "case", "nummod", "amod", "compound", "flat", "nmod"):
        return False
    if head + 1 < len(view.tokens) and view.tokens[head + 1].pos == "PROPN":
        return False
    placed = any(p.span.overlaps(token.span) and p.locative for p in view.places)
    return not placed and noun_of(view, head) is None and side_of(token.text, view.language) == "unknown"
