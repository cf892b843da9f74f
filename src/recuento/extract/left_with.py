"""Whom Spanish leaves in a state that it names first: "dejó muertos a once de ellos y herido a un agente"."""

from __future__ import annotations

from recuento.extract.nearness import counted_by
from recuento.extract.nouns import causers
from recuento.extract.phrases import fits, noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.grammar import verb_set

__all__ = ["left_with"]

_OPENS = frozenset({"DET", "ADJ", "ADP", "NUM", "PRON", "ADV", "X"})
_REACH = 7
_APART = 14  # tokens between the verb and the second state of a row


def left_with(view: View, match: Match) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return (agents, patients) of a state behind a verb of leaving and before "a"; None where it does not stand so.

    The states of a row share the verb: "dejó sin vida a un marino y heridos a otros dos".
    """
    mark = match.last + 1
    if view.language != "es" or mark + 1 >= len(view.tokens) or view.folded[mark] not in view.words.object_mark:
        return None
    if view.tokens[mark].pos != "ADP" or _leaving_before(view, match.head) is None:
        return None
    whom = _whom(view, mark)
    if whom is None or not fits(view, whom, "human"):
        return None
    return tuple(i for i in causers(view, match.head) if i != whom), (whom,)


def _leaving_before(view: View, state: int) -> int | None:
    """Return the verb of leaving right before the state, or before the first state of its row."""
    leaves = verb_set(view.words.leaves, view.language)
    if state and view.folded[state - 1] in leaves:
        return state - 1
    joined = state and (view.tokens[state - 1].pos == "CCONJ" or view.tokens[state - 1].text == ",")
    if not joined:
        return None
    for at in range(state - 2, max(-1, state - _APART), -1):
        if view.folded[at] in leaves:
            return at
        if view.tokens[at].has("VerbForm=Fin"):
            return None
    return None


def _whom(view: View, mark: int) -> int | None:
    for at in range(mark + 1, min(len(view.tokens), mark + _REACH)):
        numeral = view.numeral_at(at)
        if numeral is not None:
            return counted_by(view, view.inside(numeral.core)[-1]) if numeral.sense == "number" else None
        if view.tokens[at].pos in {"NOUN", "PROPN"} or noun_of(view, at) is not None:
            return at
        if view.tokens[at].pos not in _OPENS:
            return None
    return None
