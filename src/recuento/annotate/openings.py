"""Give a Spanish verb the subject that opens its sentence, past an aside: "una célula, cuyos jefes …, reivindicó".

The parser gives the verb somebody of the aside, or takes the opening phrase for a circumstance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recuento.model.annotation import Token

__all__ = ["with_opening_subject"]

_LATEST = 3  # tokens before the noun that opens a sentence: "Una presunta célula"
_ASIDE = frozenset({"PRON", "ADP", "ADV", "VERB", "ADJ"})
_BEFORE_VERB = frozenset({"PRON", "AUX", "ADV"})
_NUMBERS = ("Number=Sing", "Number=Plur")


def with_opening_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with the noun that opens them as the subject of the verb behind its aside, where none is."""
    noun = _opening_noun(tokens)
    if noun is None:
        return tokens
    verb = _verb_behind_aside(tokens, noun)
    if verb is None or not _agree(tokens, noun, verb):
        return tokens
    others = [t.index for t in tokens[noun + 1 : verb] if t.head == verb and t.dep.startswith("nsubj")]
    circumstance = tokens[noun].head == verb and tokens[noun].dep in {"obl", "dep", "nmod"}
    if (tokens[noun].dep.startswith("nsubj") and tokens[noun].head == verb) or not (others or circumstance):
        return tokens
    changed = {noun: replace(tokens[noun], head=verb, dep="nsubj")}
    changed |= {i: replace(tokens[i], head=noun, dep="nmod") for i in others}
    return tuple(changed.get(token.index, token) for token in tokens)


def _opening_noun(tokens: Sequence[Token]) -> int | None:
    """Return the noun of a group with its name that opens the sentence: "una facción del Cártel"."""
    for token in tokens[: _LATEST + 1]:
        if token.pos == "NOUN":
            named = any(t.head == token.index and t.dep in {"nmod", "flat"} for t in tokens[token.index + 1 :])
            return token.index if token.index and named else None
        if token.pos not in {"DET", "ADJ", "NUM"}:
            return None
    return None


def _verb_behind_aside(tokens: Sequence[Token], noun: int) -> int | None:
    """Return the verb right behind the comma that closes the aside, which opens behind the noun's own words."""
    end = next((t.index for t in tokens if t.text in {":", ";"}), len(tokens))
    commas = [t.index for t in tokens[noun:end] if t.text == ","]
    if len(commas) < 2 or any(t.has("VerbForm=Fin") for t in tokens[noun : commas[0]]):
        return None
    if tokens[commas[0] + 1].pos not in _ASIDE:
        return None
    for comma in commas[1:]:
        index = comma + 1
        while index < len(tokens) - 1 and tokens[index].pos in _BEFORE_VERB:
            index += 1
        group = tokens[comma + 1 : index + 1]
        relative = any(t.text == "que" or t.has("PronType=Rel") for t in group)
        if tokens[index].pos == "VERB" and not relative and any(t.has("VerbForm=Fin") for t in group):
            return index
    return None


def _agree(tokens: Sequence[Token], noun: int, verb: int) -> bool:
    finite = tokens[verb] if tokens[verb].has("VerbForm=Fin") else tokens[verb - 1]
    return any(finite.has(number) and tokens[noun].has(number) for number in _NUMBERS)
