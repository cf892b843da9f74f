"""Give a Spanish verb the subject right before it that the parser hangs on what opens the sentence.

"Con un panfleto que circuló el jueves, un ala del cartel se atribuyó el plagio": the wing did, nobody circulated it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from recuento.lexicon.dates import date_words
from recuento.lexicon.fold import fold
from recuento.model.annotation import Token

__all__ = ["with_preverbal_subject"]

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM"})
_BEFORE_VERB = frozenset({"PRON", "AUX", "ADV"})
_OF = frozenset({"de", "del"})
_BE = frozenset({"fue", "fueron", "era", "eran", "ser", "sido", "es", "son"})
_LONGEST = 12


def with_preverbal_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens; a phrase without preposition between a comma and a finite verb is the verb's subject.

    Only where the parser hangs it on a word before the comma, it agrees with the verb, and no other subject is there.
    """
    for verb in (t.index for t in tokens if t.pos == "VERB"):
        tokens = _with_subject(tokens, verb)
    return tokens


def _with_subject(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    group = _verb_group(tokens, verb)
    finite = next((i for i in group if tokens[i].has("VerbForm=Fin")), None)
    start = _phrase_start(tokens, group[0])
    if finite is None or start is None or tokens[start - 1].text != ",":
        return tokens
    noun = _head(tokens, start, group[0])
    if noun is None or tokens[noun].head >= start or not _agrees(tokens, start, noun, finite):
        return tokens
    others = [t.index for t in tokens if t.head == verb and t.dep.startswith("nsubj")]
    if any(i < verb for i in others):
        return tokens
    passive = any(fold(tokens[i].text) in _BE for i in group[:-1])
    changed = {noun: replace(tokens[noun], head=verb, dep="nsubj:pass" if passive else "nsubj")}
    changed |= {i: replace(tokens[i], dep="obj") for i in others}
    return tuple(changed.get(token.index, token) for token in tokens)


def _verb_group(tokens: Sequence[Token], verb: int) -> range:
    """Return the verb with the pronouns, auxiliaries and little adverbs right before it."""
    first = verb
    while first > 0 and tokens[first - 1].pos in _BEFORE_VERB and not _asks(tokens[first - 1]):
        first -= 1
    return range(first, verb + 1)


def _asks(token: Token) -> bool:
    return token.has("PronType=Int,Rel") or token.has("PronType=Rel") or fold(token.text) in {"que", "quien", "quienes"}


def _phrase_start(tokens: Sequence[Token], end: int) -> int | None:
    """Return where the phrase before ``end`` begins; None where there is none or a preposition leads it."""
    at = end
    while at > 1 and tokens[at - 1].pos in _INSIDE and end - at < _LONGEST:
        at -= 1
    if at == end or at < 2 or tokens[at].pos == "ADP":
        return None
    inside = tokens[at:end]
    plain = all(fold(t.text) in _OF for t in inside if t.pos == "ADP")
    return at if plain and not any(fold(t.text) in _dated() for t in inside) else None


def _head(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return the first noun of the phrase, None where its words do not hang together."""
    noun = next((t.index for t in tokens[start:end] if t.pos in {"NOUN", "PROPN"}), None)
    if noun is None or any(t.pos == "ADP" for t in tokens[start:noun]):
        return None
    below = (t for t in tokens[start:end] if t.index != noun)
    return noun if all(start <= t.head < end for t in below) else None


def _agrees(tokens: Sequence[Token], start: int, noun: int, finite: int) -> bool:
    """Tell whether phrase and verb are both one or both several, by the article where the noun does not say."""
    words = [tokens[noun], *(t for t in tokens[start:noun] if t.head == noun)]
    for number in ("Number=Sing", "Number=Plur"):
        if tokens[finite].has(number):
            return any(word.has(number) for word in words) or (number == "Number=Plur" and _is_many(words))
    return False


def _is_many(words: Sequence[Token]) -> bool:
    return any(word.pos == "NUM" and fold(word.text) not in {"un", "una", "1"} for word in words)


@cache
def _dated() -> frozenset[str]:
    words = date_words("es")
    return frozenset((*words.weekdays, *words.months, *words.units))
