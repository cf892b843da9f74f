"""The Spanish subject before a relative clause: "una célula, a cuya cabeza estaría su primo, se atribuyó el plagio"."""

from __future__ import annotations

from recuento.extract.mistied import agree
from recuento.extract.naming import party_side
from recuento.extract.phrases import noun_of
from recuento.extract.view import View

__all__ = ["past_relative_aside"]

_LONGEST = 40  # tokens of the aside
_NOUNS = frozenset({"NOUN", "PROPN"})
_STOPS = frozenset({",", ";", ":", ".", "—", "–", "(", ")"})


def past_relative_aside(view: View, head: int, own: list[int]) -> list[int]:
    """Return the people before a comma and a relative clause that a second comma closes right before the verb.

    Only where the parser found the verb's subject inside that clause, behind the verb, or not at all.
    """
    if view.language != "es" or view.headline or not view.tokens[head].has("VerbForm=Fin"):
        return []
    close = head - 1
    while close > 0 and view.tokens[close].pos in {"PRON", "AUX", "ADV"}:
        close -= 1
    if close < 1 or view.tokens[close].text != ",":
        return []
    opening = _opening(view, close)
    if opening is None or any(i < opening for i in own):
        return []
    who = _before(view, opening)
    return [who] if who is not None and agree(view, head, who) else []


def _opening(view: View, close: int) -> int | None:
    """Return the first comma before the verb that a relative word follows, with a preposition or without."""
    first = max(1, close - _LONGEST)
    commas = [i for i in range(first, close) if view.tokens[i].text == ","]
    return next((i for i in commas if {view.folded[i + 1], view.folded[i + 2]} & view.words.relative), None)


def _before(view: View, comma: int) -> int | None:
    """Return the head of the phrase that the comma closes, if it is people without a preposition."""
    start = comma - 1
    while start > 0 and view.tokens[start - 1].text not in _STOPS:
        start -= 1
    inside = range(start, comma)
    if any(view.tokens[i].has("VerbForm=Fin") for i in inside):
        return None
    first = next((i for i in inside if view.tokens[i].pos in _NOUNS), None)
    if first is None or any(view.tokens[i].pos == "ADP" for i in range(start, first)):
        return None
    return first if noun_of(view, first) is not None or party_side(view, first) != "unknown" else None
