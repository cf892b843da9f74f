"""Whose people somebody is said to be, and by which names they are known, right after the words for them."""

from __future__ import annotations

from recuento.extract.phrases import coordinated, is_name, phrase_span
from recuento.extract.sides import side_of
from recuento.extract.view import NOMINAL, View
from recuento.model.span import Span

__all__ = ["with_belonging"]

_REACH = 9  # tokens between the people and the word for members
_LONGEST = 160


def with_belonging(view: View, span: Span) -> Span:
    """Return the words of a party with what follows at once: its group, or its names; else the words as they are.

    "un grupo armado, presuntamente integrantes de Los Cobos"; "gunmen believed to belong to the Cobos"; "two suspects,
    identified as Ana Ruiz and Leo Paz". The doubt that the report puts on it stays in the words.
    """
    inside = view.inside(span)
    if not inside:
        return span
    last = _group_after(view, inside[-1] + 1)
    if last is None:
        last = _names_after(view, inside[-1] + 1)
    wider = span if last is None else span.to(view.span(last))
    return wider if len(wider) <= _LONGEST else span


def _group_after(view: View, start: int) -> int | None:
    """Return the last token of "members of the Cobos", past words that only say how sure it is."""
    at = start
    while at < min(start + _REACH, len(view.tokens)) and view.folded[at] not in view.words.members:
        if view.folded[at] not in view.words.said_to_be and view.tokens[at].text != ",":
            return None
        at += 1
    if at >= min(start + _REACH, len(view.tokens)):
        return None
    nouns = [i for i in range(at + 1, min(at + 12, len(view.tokens))) if view.tokens[i].pos in {"NOUN", "PROPN"}]
    group = next((i for i in nouns if view.case_of(i) in view.words.of | view.words.to_group), None)
    if group is None or any(view.tokens[i].pos == "VERB" for i in range(at + 1, group)):
        return None
    whole = phrase_span(view, group)
    named = any(word[:1].isupper() for word in whole.of(view.text).split())
    tells = named or side_of(whole.of(view.text), view.language) == "armed_group"
    return view.inside(whole)[-1] if tells else None


def _names_after(view: View, start: int) -> int | None:
    """Return the last token of "identified as Ana Ruiz and Leo Paz"."""
    at = start + (start < len(view.tokens) and view.tokens[start].text == ",")
    if at + 1 >= len(view.tokens) or view.folded[at] not in view.words.identified:
        return None
    at += 1
    if view.folded[at] not in view.words.as_whom:
        return None
    first = next((i for i in range(at + 1, min(at + 4, len(view.tokens))) if view.tokens[i].pos in NOMINAL), None)
    if first is None or not is_name(view, first):
        return None
    listed = [i for i in coordinated(view, first) if is_name(view, i)]
    return view.inside(phrase_span(view, listed[-1]))[-1]
