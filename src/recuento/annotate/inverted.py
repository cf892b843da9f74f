"""Mend the Spanish parser where the subject follows its verb: "Detiene la Marina a cuatro sicarios".

It takes whoever acts for the object, and hangs those on whom it falls on them. A person as object has its "a"; whoever
stands between the verb and that "a" without one acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from recuento.lexicon.fold import fold
from recuento.lexicon.inflect import verb_forms
from recuento.lexicon.people import people, side_words
from recuento.lexicon.syntax import syntax
from recuento.lexicon.triggers import triggers
from recuento.model.annotation import Token

__all__ = ["opening_verb", "subject_behind"]

_REACH = 7  # tokens from the verb to the "a": "detiene la Policía de la Ciudad de México a"
_NUMBERS = ("Number=Sing", "Number=Plur")
_PLAIN = frozenset({"NOUN", "PROPN"})


def subject_behind(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    """Return the tokens with whoever follows the finite verb as its subject, ``tokens`` where nobody does.

    Asked of a verb that opens its clause, with an article or a name behind it.
    """
    who = _who_follows(tokens, verb)
    if who is None or not _may_act(tokens, verb, who):
        return tokens
    whom = _marked(tokens, verb, who)
    if whom is None:
        whom = _counted_on(tokens, who)
    if whom is None and not _thing_too(tokens, verb, who):
        return tokens
    changed = {who: replace(tokens[who], dep="nsubj", head=verb)}
    if whom is not None:
        changed[whom] = replace(tokens[whom], dep="obj", head=verb)
    return tuple(changed.get(token.index, token) for token in tokens)


def opening_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with their first word as the verb of the one behind it: "Libera el ELN a seis soldados".

    The parser takes such a word for a name or hangs it on whoever acts. ``tokens`` where it is no verb of some rule.
    """
    if len(tokens) < 4 or tokens[1].pos != "DET" or tokens[0].dep not in {"nsubj", "det", "amod", "dep", "nmod"}:
        return tokens
    who = tokens[0].head
    if tokens[who].head != who or who not in (2, 3) or tokens[0].text.lower() not in _finite():
        return tokens
    changed = [replace(t, head=0) if t.head == who and t.index not in (0, 1) else t for t in tokens]
    changed[0] = replace(tokens[0], pos="VERB", dep="ROOT", head=0, feats="Mood=Ind|Number=Sing|Person=3|VerbForm=Fin")
    changed[who] = replace(tokens[who], pos="PROPN", dep="nsubj", head=0)
    return tuple(changed)


@cache
def _finite() -> frozenset[str]:
    """Return the finite forms of the verbs with which the rules on what somebody does begin."""
    verbs = {lemma.split()[0] for rule in triggers("es") if rule.form == "transitive" for lemma in rule.lemmas}
    forms = (verb_forms(verb, language="es").items() for verb in verbs if verb.endswith("r"))
    return frozenset(form for told in forms for form, kinds in told if "finite" in kinds)


def _who_follows(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the head of the phrase right behind the verb, if it opens with an article or is a name."""
    at = verb + 1
    while at < min(len(tokens), verb + 4) and (tokens[at].pos == "DET" or tokens[at].head in range(at + 1, at + 3)):
        if tokens[at].pos not in {"DET", "ADJ", "NUM"}:
            break
        at += 1
    if at >= len(tokens) or tokens[at].pos not in _PLAIN or tokens[at].head != verb:
        return None
    return at if tokens[at].dep in {"obj", "nsubj", "obl"} else None


def _may_act(tokens: Sequence[Token], verb: int, who: int) -> bool:
    """Tell whether the word names somebody who acts, of the verb's number, and no other subject stands there."""
    if any(t.head == verb and t.dep.startswith("nsubj") and t.index != who for t in tokens):
        return False
    number = next((n for n in _NUMBERS if tokens[verb].has(n)), None)
    if number is not None and any(tokens[who].has(n) for n in _NUMBERS if n != number):
        return False
    return tokens[who].pos == "PROPN" or fold(tokens[who].text) in _acting()


def _marked(tokens: Sequence[Token], verb: int, who: int) -> int | None:
    """Return the people behind the "a": counted, or known as people."""
    for at in range(who + 1, min(len(tokens) - 1, who + _REACH)):
        if tokens[at].pos in {"VERB", "PUNCT", "CCONJ", "SCONJ"}:
            return None
        if tokens[at].pos == "ADP" and tokens[at].text in syntax("es").object_mark and tokens[at + 1].dep != "fixed":
            noun = tokens[at].head
            hung = noun > at and tokens[noun].pos in _PLAIN and tokens[noun].head in (verb, who)
            known = fold(tokens[noun].text) in people("es")
            return noun if hung and known else None
    return None


def _counted_on(tokens: Sequence[Token], who: int) -> int | None:
    """Return what is counted right behind the one who acts, hung on him: "aseguró la Guardia Nacional 14 fusiles"."""
    for token in tokens[who + 1 : who + _REACH]:
        if token.pos in {"ADP", "PUNCT"}:
            return None
        counted = any(n.pos == "NUM" and n.head == token.index and n.dep == "nummod" for n in tokens[who : token.index])
        if counted and token.pos in _PLAIN and token.head == who:
            return token.index
    return None


def _thing_too(tokens: Sequence[Token], verb: int, who: int) -> bool:
    """Tell whether a counted thing follows as another object: "pidieron los captores 80 mil dólares"."""
    if fold(tokens[who].text) not in people("es") or tokens[who].pos == "PROPN":
        return False
    others = [t for t in tokens[who + 1 : who + _REACH] if t.head == verb and t.dep == "obj"]
    counted = [t for t in others if any(n.pos == "NUM" and n.head == t.index for n in tokens[who + 1 : t.index])]
    return bool(counted) and fold(counted[0].text) not in people("es")


@cache
def _acting() -> frozenset[str]:
    """Return folded words for whoever acts: people, forces, groups and courts."""
    sides = (words for words, _ in side_words("es") if " " not in words)
    return frozenset((*people("es"), *sides, *syntax("es").courts))
