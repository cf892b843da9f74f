"""Mend the Spanish parser at "a quien" and "al que": whom a clause tells of stands before it, and is no subject of it.

"Cuatro jóvenes a quienes unos sicarios se llevaron siguen desaparecidos", "un ganadero al que un comando levantó".
"""

from __future__ import annotations

from dataclasses import replace

from recuento.annotate.retied_names import hung
from recuento.lexicon.fold import fold
from recuento.lexicon.people import people
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Token

__all__ = ["with_whom"]

_NOUNS = frozenset({"NOUN", "PROPN"})
_LOST = frozenset({"advcl", "conj", "parataxis", "ccomp"})


def with_whom(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with each relative pronoun behind "a" as object, and its clause hung on whoever it is about."""
    relative = syntax("es").relative
    for token in tokens:
        if token.pos == "PRON" and fold(token.text) in relative and token.head > token.index:
            mark = _mark_before(tokens, token.index)
            if mark is not None and mark > 0:
                tokens = _mended(tokens, token.index, mark)
    return tokens


def _mark_before(tokens: tuple[Token, ...], pronoun: int) -> int | None:
    """Return the "a" or "al" before the pronoun and its article, None where there is none."""
    at = pronoun - 1
    if at > 0 and tokens[at].pos == "DET":
        at -= 1
    return at if at >= 0 and fold(tokens[at].text) in syntax("es").object_mark else None


def _mended(tokens: tuple[Token, ...], pronoun: int, mark: int) -> tuple[Token, ...]:
    verb = tokens[pronoun].head
    tokens = hung(
        tokens,
        {
            pronoun: replace(tokens[pronoun], dep="obj"),
            mark: replace(tokens[mark], head=pronoun, dep="case"),
        },
    )
    who = _whom(tokens, mark)
    if who is None or tokens[verb].dep.startswith("acl"):
        return tokens
    if tokens[who].head == verb:
        return _with_main_verb(tokens, who, verb)
    if tokens[verb].dep in _LOST and tokens[mark - 1].text == ",":
        return hung(tokens, {verb: replace(tokens[verb], head=who, dep="acl:relcl")})
    return tokens


def _whom(tokens: tuple[Token, ...], mark: int) -> int | None:
    who = mark - 2 if tokens[mark - 1].text == "," and mark > 1 else mark - 1
    while tokens[who].dep in {"flat", "amod"} and tokens[who].head < who:
        who = tokens[who].head
    if tokens[who].dep == "nmod" and fold(tokens[who].text) not in people("es"):
        above = tokens[who].head
        # "policías del pueblo, a quienes"
        who = above if above < who and fold(tokens[above].text) in people("es") else who
    return who if tokens[who].pos in _NOUNS else None


def _with_main_verb(tokens: tuple[Token, ...], who: int, verb: int) -> tuple[Token, ...]:
    """Let the finite verb behind the clause be that of whom it is about, where the parser hung it on the clause's."""
    main = next((t.index for t in tokens[verb + 1 :] if t.head == verb and _is_main(tokens, t)), None)
    if main is None:
        return tokens
    above = tokens[verb]
    changed = {
        who: replace(tokens[who], head=main, dep="nsubj"),
        verb: replace(above, head=who, dep="acl:relcl"),
        main: replace(tokens[main], head=main if above.head == verb else above.head, dep=above.dep),
    }
    return hung(tokens, changed)


def _is_main(tokens: tuple[Token, ...], token: Token) -> bool:
    led = any(t.head == token.index and t.dep in {"mark", "cc"} for t in tokens)
    return (
        token.pos in {"VERB", "AUX"} and token.has("VerbForm=Fin") and not led and token.dep not in {"aux", "aux:pass"}
    )
