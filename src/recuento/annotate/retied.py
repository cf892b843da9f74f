"""Mend what the Spanish parser hangs on a wrong word: on a place what belongs to the verb, on a doubt its noun.

A counted phrase behind a place is object or subject of the verb: "hallaron en el lugar 14 fusiles". It has a number and
no preposition before it, so it describes nothing. Nor does a clause of time: "cayeron en una caseta, cuando huían".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Token

__all__ = ["retied"]

_DESCRIBES = frozenset({"amod", "nmod", "appos", "flat", "nummod"})
_PLAIN = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({*_PLAIN, "ADJ"})  # "quedaron asegurados 14 fusiles"


def retied(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with each such word hung on its own, a counted one as object; ``tokens`` if there is none."""
    mended = tokens
    doubtful = syntax("es").presumed
    for token in tokens:
        if token.pos == "NOUN" and token.text in doubtful:
            mended = _as_adjective(mended, token.index)
        if token.dep == "mark" and token.pos == "SCONJ" and token.text != "que":
            mended = _as_adverbial(mended, token.head)
        if token.pos == "NUM" and token.index and tokens[token.index - 1].pos in _BEFORE:
            mended = _mended(mended, token.index)
    return mended


def _as_adjective(tokens: tuple[Token, ...], word: int) -> tuple[Token, ...]:
    """Let the noun behind a word of doubt be the head: "nueve presuntos sicarios" are sicarios."""
    noun = word + 1
    if noun >= len(tokens) or tokens[noun].head != word or tokens[noun].pos not in {"NOUN", "ADJ"}:
        return tokens
    above = tokens[word]
    head = noun if above.head == word else above.head
    changed = {noun: replace(tokens[noun], head=head, dep=above.dep, pos="NOUN")}
    changed[word] = replace(above, head=noun, dep="amod", pos="ADJ")
    for token in tokens:
        if token.head == word and token.index not in changed:
            changed[token.index] = replace(token, head=noun)
    return tuple(changed.get(token.index, token) for token in tokens)


def _as_adverbial(tokens: tuple[Token, ...], clause: int) -> tuple[Token, ...]:
    noun = tokens[clause].head
    if not tokens[clause].dep.startswith("acl") or noun >= clause:
        return tokens
    verb = _verb_above(tokens, noun)
    if verb is None or verb > noun:
        return tokens
    return (*tokens[:clause], replace(tokens[clause], head=verb, dep="advcl"), *tokens[clause + 1 :])


def _mended(tokens: tuple[Token, ...], number: int) -> tuple[Token, ...]:
    head = _counted(tokens, number)
    place = tokens[head].head
    if place >= number or tokens[head].dep not in _DESCRIBES or not _leads(tokens, place):
        return tokens
    verb = _verb_above(tokens, place)
    if verb is None or verb > place:
        return tokens
    noun = "NOUN" if tokens[head].pos == "ADJ" else tokens[head].pos
    changed = {head: replace(tokens[head], head=verb, dep="obj", pos=noun)}
    if head != number:
        changed[number] = replace(tokens[number], head=head, dep="nummod")
    if head == number and (shared := _of_which(tokens, number, place)) is not None:
        changed[shared] = replace(tokens[shared], head=number)
    return tuple(changed.get(token.index, token) for token in tokens)


def _counted(tokens: Sequence[Token], number: int) -> int:
    """Return the noun that the number counts, or the number itself where it stands alone."""
    above, following = tokens[number].head, number + 1
    if tokens[number].dep == "nummod" and above > number:
        return above
    if following < len(tokens) and tokens[following].head == above and tokens[following].pos in _BEFORE:
        return following  # "quedaron asegurados 14 fusiles": number and noun on the participle
    return number


def _verb_above(tokens: Sequence[Token], index: int) -> int | None:
    """Return the verb that the place hangs on, through its participle ("quedaron asegurados en la casa")."""
    seen = {index}
    while tokens[index].head not in seen:
        index = tokens[index].head
        seen.add(index)
        if tokens[index].pos in {"VERB", "AUX"}:
            return index
    return None


def _leads(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the word is a place with its preposition, or a participle that its verb only carries."""
    if tokens[place].pos == "ADJ":
        return tokens[place - 1].index == tokens[place].head
    case = any(token.head == place and token.dep == "case" for token in tokens[max(0, place - 4) : place])
    return case and tokens[place].pos in _PLAIN


def _of_which(tokens: Sequence[Token], number: int, place: int) -> int | None:
    """Return the noun of "nueve de los plagiados" that the parser hung on the place before."""
    if number + 1 >= len(tokens) or tokens[number + 1].text != "de":
        return None
    of = tokens[number + 1].head
    return of if of > number and tokens[of].head == place else None
