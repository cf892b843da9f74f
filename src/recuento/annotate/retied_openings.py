"""Mend what the English parser makes of who acts behind a little word: "as", or the place with which a sentence opens.

In "A guard lost his life as troops on Friday freed nine" the troops freed them; "From the scene police took six rifles"
tells of no scene police; and a court convicts whom it is said to convict "of racketeering by a court in 2018".
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from recuento.annotate.retied_names import hung
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import speech
from recuento.lexicon.people import people, things
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Token

__all__ = ["retied_openings"]

_NOUNS = frozenset({"NOUN", "PROPN"})
_LOOSE = frozenset({"acl", "xcomp", "conj", "advcl", "parataxis"})
_DATED = frozenset({"ADP", "PROPN", "NUM"})
_OBJECTS = frozenset({"obj"})
# Tokens from "as" to the verb of its clause.
_CLAUSE = 10
_AS = frozenset({"as"})
_BE = frozenset({"was", "were"})
_OPENING = 4  # tokens: "From the scene police …"


def retied_openings(tokens: tuple[Token, ...], token: Token) -> tuple[Token, ...]:
    """Return the tokens with what ``token`` begins hung on its own."""
    if token.index == 0 and token.pos == "ADP":
        return _with_place_apart(tokens)
    if token.text in _AS and token.index + 2 < len(tokens) and tokens[token.index + 1].text in _BE:
        return _as_well(tokens, token.index)
    if token.text in _AS and token.dep == "case":
        return _as_clause(tokens, token.index)
    if token.pos == "VERB" and token.text.endswith("ing") and token.dep in {"advcl", "acl"}:
        return _as_crime(tokens, token.index)
    return tokens


def _as_well(tokens: tuple[Token, ...], mark: int) -> tuple[Token, ...]:
    """Join what follows "as were" to the subject before: "four officers were wounded, as were two civilians"."""
    what = tokens[tokens[mark].head]
    if what.index < mark or what.pos not in _NOUNS or what.head >= mark:
        return tokens
    verb = tokens[what.head]
    subject = next((t for t in tokens[:mark] if t.head == verb.index and t.dep.startswith("nsubj")), None)
    if subject is None or verb.pos != "VERB" or subject.index > verb.index:
        return tokens
    changed = {
        mark: replace(tokens[mark], head=what.index, dep="cc", pos="CCONJ"),
        mark + 1: replace(tokens[mark + 1], head=mark, dep="fixed"),
        what.index: replace(what, head=subject.index, dep="conj"),
    }
    return hung(tokens, changed)


def _as_clause(tokens: tuple[Token, ...], mark: int) -> tuple[Token, ...]:
    """Let whoever stands behind "as" and before a past tense with an object be its subject."""
    who = tokens[mark].head
    verb = next((t for t in tokens[who + 1 : mark + _CLAUSE] if t.pos == "VERB"), None)
    if verb is None or who < mark or tokens[who].pos not in _NOUNS or not _can_act(tokens, who):
        return tokens
    between = tokens[who + 1 : verb.index]
    loose = verb.dep in _LOOSE and verb.head <= who and verb.has("Tense=Past") and not verb.has("Voice=Pass")
    alone = any(t.dep == "det" and t.text in syntax("en").indefinite for t in tokens[mark:who])
    does = any(t.head == verb.index and t.dep in _OBJECTS and t.index > verb.index for t in tokens)
    acts = any(t.head == verb.index and t.dep.startswith(("nsubj", "aux", "cc", "mark")) for t in tokens[: verb.index])
    apart = any(t.pos not in _DATED and not _is_of(tokens, t, who) for t in between)
    if not loose or alone or not does or acts or apart:
        return tokens
    changed = {
        mark: replace(tokens[mark], head=verb.index, dep="mark", pos="SCONJ"),
        who: replace(tokens[who], head=verb.index, dep="nsubj"),
        verb.index: replace(verb, head=tokens[who].head, dep="advcl"),
    }
    changed |= {t.index: replace(t, head=verb.index, dep="obl") for t in between if t.head == who}
    return hung(tokens, changed)


def _can_act(tokens: tuple[Token, ...], who: int) -> bool:
    """Tell whether the noun is one of people, by itself or with the word before: "security forces"."""
    both = fold(" ".join(token.text for token in tokens[who - 1 : who + 1])) if who else ""
    return fold(tokens[who].text) in people("en") or both in _forces()


def _is_of(tokens: tuple[Token, ...], token: Token, who: int) -> bool:
    """Tell whether a word says where those before it are: "as forces in the north freed nine"."""
    for _ in range(_CLAUSE):
        if token.head == who:
            return token.dep == "nmod"
        if token.head <= who or token.head == token.index:
            return False
        token = tokens[token.head]
    return False


def _with_place_apart(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part the place that opens a sentence from who acts right behind it: "In the house detectives found rifles"."""
    if len(tokens) <= _OPENING or tokens[0].text.casefold() in syntax("en").subordinates:
        return tokens
    the, place, who, verb = tokens[1:5]
    phrase = the.dep == "det" and place.dep == "compound" and the.head == place.head == tokens[0].head == who.index
    known = fold(who.text) in people("en") and fold(place.text) in things("en")
    bare = who.pos == "NOUN" and place.pos == "NOUN" and f"{place.text} {who.text}" not in _forces()
    acts = verb.pos == "VERB" and who.head == verb.index and verb.has("Tense=Past") and not verb.has("Voice=Pass")
    rival = any(t.head == verb.index and t.dep.startswith("nsubj") and t.index != who.index for t in tokens)
    if not (phrase and known and bare and acts) or rival:
        return tokens
    changed = {
        0: replace(tokens[0], head=place.index),
        the.index: replace(the, head=place.index),
        place.index: replace(place, head=verb.index, dep="obl"),
        who.index: replace(who, dep="nsubj"),
    }
    return hung(tokens, changed)


@cache
def _forces() -> frozenset[str]:
    """Return the names of speakers in several words, which no preposition parts: "state police"."""
    return frozenset(fold(words) for kind in speech("en").speaker for words in kind.words if " " in words)


def _as_crime(tokens: tuple[Token, ...], crime: int) -> tuple[Token, ...]:
    """Let what follows a crime behind a passive be of the passive: "was convicted of smuggling by a court in May"."""
    of, verb = tokens[crime - 1], tokens[tokens[crime].head]
    passive = any(t.head == verb.index and t.dep == "aux:pass" for t in tokens[: verb.index])
    by = tokens[crime + 1] if crime + 1 < len(tokens) else of
    if crime < 1 or of.head != crime or of.text not in syntax("en").of or by.text not in syntax("en").agent_case:
        return tokens
    if not passive or not verb.index < crime:
        return tokens
    changed = {
        of.index: replace(of, dep="case", pos="ADP"),
        crime: replace(tokens[crime], dep="obl", pos="NOUN", feats="Number=Sing"),
    }
    changed |= {t.index: replace(t, head=verb.index) for t in tokens[crime + 1 :] if t.head == crime}
    return hung(tokens, changed)
