"""Whom a verb's noun falls on: "imposed sanctions on five men", "se dictó sentencia contra dos"."""

from __future__ import annotations

from recuento.extract.dislocated import named_before
from recuento.extract.naming import party_side
from recuento.extract.nearness import counted_by
from recuento.extract.phrases import fits
from recuento.extract.relatives import phrase_head
from recuento.extract.triggers import Match
from recuento.extract.verbs import by_phrases, subjects
from recuento.extract.view import VERBAL, View
from recuento.lexicon.triggers import OF_PEOPLE

__all__ = ["falls_on"]

_OPENS = frozenset({"DET", "ADJ", "NUM", "PRON", "ADV", "X"})
_LONGEST = 7


def falls_on(view: View, match: Match) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return (agents, patients) of words whose last is the preposition before those who suffer it.

    By position, whatever syntax ties them to. The agents are the verb's subject, or its "by" where it is passive
    ("sanctions were imposed on two firms by the Treasury").
    """
    verb = next((i for i in range(match.head, match.last + 1) if view.tokens[i].pos in VERBAL), None)
    if verb is None and view.tokens[match.head].dep == "obj":  # "it handed down indictments against 41"
        return subjects(view, view.tokens[match.head].head), _whom(view, match)
    verb = match.head if verb is None else verb
    whom = _right_behind(view, match)
    if whom is None and match.rule.patient in OF_PEOPLE:
        whom = named_before(view, verb)  # "a los tres les echaron mano"
    passive = match.head != verb or view.children(verb, "aux:pass", "nsubj:pass")
    acting = by_phrases(view, verb) if passive else () if _is_modifier(view, verb) else subjects(view, verb)
    if passive and not acting and whom is not None:
        acting = by_phrases(view, whom) or _by_behind(view, whom)
    return tuple(i for i in acting if i != whom and not match.head <= i <= match.last), () if whom is None else (whom,)


def _is_modifier(view: View, verb: int) -> bool:
    """Tell whether a Spanish participle only describes a noun: "600 soldados, apoyados por 90 agentes"."""
    bare = view.tokens[verb].has("VerbForm=Part") and not view.children(verb, "aux", "cop")
    return view.language == "es" and bare


def _whom(view: View, match: Match) -> tuple[int, ...]:
    found = _right_behind(view, match)
    return () if found is None else (found,)


def _right_behind(view: View, match: Match) -> int | None:
    for at in range(match.last + 1, min(len(view.tokens), match.last + _LONGEST)):
        numeral = view.numeral_at(at)
        if numeral is not None and numeral.sense == "number":
            found = counted_by(view, view.inside(numeral.core)[-1])
            if view.tokens[found].pos == "NUM":
                return found  # "nothing has been heard of the remaining two"
            return found if fits(view, found, match.rule.patient) else None
        if view.tokens[at].pos in {"NOUN", "PROPN"}:
            found = phrase_head(view, at)
            found = found if found > match.last else at
            accused = match.rule.event == "accusation" and party_side(view, found) in {"armed_group", "state"}
            return found if accused or fits(view, found, match.rule.patient) else None
        bounds = any(n.span.overlaps(view.tokens[at].span) for n in view.numerals)  # "contra al menos doce"
        described = view.tokens[at].dep == "amod" and view.tokens[at].head > at  # "the remaining two"
        if view.tokens[at].pos not in _OPENS and not bounds and not described:
            return None
    return None


def _by_behind(view: View, whom: int) -> tuple[int, ...]:
    """Return who stands behind the "by" right after a phrase: "on two firms by the Treasury"."""
    at = whom + 1
    if at >= len(view.tokens) or view.folded[at] not in view.words.agent_case:
        return ()
    found = next((i for i in range(at + 1, min(len(view.tokens), at + 6)) if _is_head(view, i)), None)
    return (found,) if found is not None else ()


def _is_head(view: View, index: int) -> bool:
    token = view.tokens[index]
    return token.pos in {"NOUN", "PROPN"} and not (token.dep in {"compound", "amod", "flat"} and token.head > index)
