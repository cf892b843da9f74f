"""People named one after another between semicolons: "Ana Ruiz, 20, of Mesa; Luis Mora, who drove; and Eva Paz, 24"."""

from __future__ import annotations

import re

from recuento.extract.sides import side_of
from recuento.extract.view import View
from recuento.model.span import Span

__all__ = ["names_on_roll"]

_NAME = r"[A-ZÁÉÍÓÚÑ]\w+(?:\s(?:de\s|la\s|del\s|de\slos\s|y\s)?[A-ZÁÉÍÓÚÑ][\w'’-]+){1,4}"
# An item begins behind the semicolon; the last one may be tied on by "and" alone.
_ITEM = re.compile(rf"\s*(?:and\s|y\s|e\s|así\scomo\s|as\swell\sas\s)?(?:a\s|el\s|la\s)?({_NAME})")
_LAST = re.compile(rf",?\s(?:and|y|e)\s(?:a\s)?({_NAME})(?=[,.;]|\s\(|\s?$)")


def names_on_roll(view: View, first: Span) -> list[Span]:
    """Return the names of the roll that ``first`` opens, itself among them; none unless each item begins so."""
    end = view.sentence.span.end
    first_end = _item_end(view.text, first.end, end)
    if first.end < first_end and _goes_on_with_a_verb(view, Span(first.end, first_end)):
        return []
    found = [first, *_tied_on(view, first.end, first_end)] if first_end == end else [first]
    at = first_end
    while at < end:
        item = _ITEM.match(view.text, at + 1, end)
        if item is None or not _is_person(view, Span(*item.span(1))):
            return []
        found.append(Span(*item.span(1)))
        stop = _item_end(view.text, item.end(), end)
        if stop >= end:
            found += _tied_on(view, item.end(), end)
        at = stop
    return found if len(found) > 1 and first_end < end else []


def _goes_on_with_a_verb(view: View, span: Span) -> bool:
    """Tell whether "and" ties a second verb to the first item, which has the roll: "killing A and hurting B; C"."""
    inside = view.inside(span)
    return any(view.tokens[i].pos == "VERB" and i > 0 and view.tokens[i - 1].pos == "CCONJ" for i in inside)


def _item_end(text: str, start: int, end: int) -> int:
    """Return where the next semicolon stands, or the end of the sentence."""
    at = text.find(";", start, end)
    return end if at < 0 else at


def _tied_on(view: View, start: int, end: int) -> list[Span]:
    """Return the name that "and" ties to the last item, none where there is none."""
    found = [Span(*m.span(1)) for m in _LAST.finditer(view.text, start, end)]
    return [span for span in found if _is_person(view, span)][:1]


def _is_person(view: View, span: Span) -> bool:
    placed = any(p.span.overlaps(span) and p.locative for p in view.places)
    return not placed and side_of(span.of(view.text), view.language) == "unknown"
