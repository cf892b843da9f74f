"""Subjects that did no violence but had it: "the girl received death threats", "el joven presentaba tres heridas"."""

from __future__ import annotations

from recuento.extract.naming import party_side
from recuento.extract.triggers import Match
from recuento.extract.verbs import subjects
from recuento.extract.view import View
from recuento.lexicon.grammar import stance, verb_set

__all__ = ["only_undergoes", "who_has_it"]


def only_undergoes(view: View, match: Match, agent: int) -> bool:
    """Tell whether the subject has or receives what the rule's words name, is a town, or half a word for a shooting."""
    return _has_it(view, match, agent) or _is_a_town(view, agent) or _is_half_a_word(view, agent)


def who_has_it(view: View, match: Match, patients: tuple[int, ...]) -> tuple[int, ...]:
    """Return who has the wounds where Spanish counts these, and who gets threats.

    "Presentaba tres heridas de bala" hurts one; "the mayor received death threats" threatens him.
    """
    if match.rule.event == "threat":
        verb = view.tokens[match.last].head
        return (subjects(view, verb) if view.folded[verb] in _undergoing(view) else ()) or patients
    if view.language != "es" or match.rule.counts != "wounded" or view.folded[match.head] not in _undergoing(view):
        return patients
    counted = any(view.folded[i] in view.words.wounds and i > match.head for i in patients)
    return tuple(i for i in subjects(view, match.head) if i < match.head) if counted else patients


def _undergoing(view: View) -> frozenset[str]:
    return verb_set(stance(view.language).undergoes, view.language)


def _has_it(view: View, match: Match, agent: int) -> bool:
    verb = view.tokens[agent].head
    return view.folded[verb] in _undergoing(view) and agent < verb <= match.last and match.head != agent


def _is_a_town(view: View, agent: int) -> bool:
    """Tell whether the parser took a town or a state for who did it: "a shooting in Dayton, Ohio, killed two".

    Countries wage war; a gang named after its town has a side.
    """
    named = (p for p in view.places if p.span.covers(view.tokens[agent].span))
    return any(p.place.precision != "country" for p in named) and party_side(view, agent) == "unknown"


def _is_half_a_word(view: View, agent: int) -> bool:
    behind = [token.text for token in view.tokens[agent + 1 : agent + 3]]
    return view.language == "en" and behind == ["-", "by"]
