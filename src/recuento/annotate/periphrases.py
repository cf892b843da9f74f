"""Mend Spanish "acabar de" and an infinitive: of "a quien agentes acababan de arrestar" the arrest is what is told."""

from __future__ import annotations

from dataclasses import replace

from recuento.annotate.retied_names import hung
from recuento.lexicon.fold import fold
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Token

__all__ = ["with_just_done"]


def with_just_done(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with each infinitive behind "acabar de" in its place, and that verb as its auxiliary."""
    for token in tokens[:-2]:
        infinitive = token.index + 2
        if fold(token.text) in syntax("es").just and tokens[infinitive].head == token.index:
            tokens = _swapped(tokens, token.index, infinitive)
    return tokens


def _swapped(tokens: tuple[Token, ...], verb: int, infinitive: int) -> tuple[Token, ...]:
    if fold(tokens[verb + 1].text) != "de" or not tokens[infinitive].has("VerbForm=Inf"):
        return tokens
    above = tokens[verb]
    head = infinitive if above.head == verb else above.head
    changed = {
        infinitive: replace(tokens[infinitive], head=head, dep=above.dep),
        verb: replace(above, head=infinitive, dep="aux", pos="AUX"),
    }
    for token in tokens:
        if token.head == verb and token.index not in changed:
            changed[token.index] = replace(token, head=infinitive)
    return hung(tokens, changed)
