"""Agents that no verb and no "by" names: whose soldiers are sent, whose hostages are held, which court it is in."""

from __future__ import annotations

from collections.abc import Iterator

from recuento.extract.figures import Counting
from recuento.extract.naming import party_side
from recuento.extract.speakers import kind_of
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.triggers import trigger_index

__all__ = ["implied_agents"]


def implied_agents(view: View, match: Match, counting: Counting | None) -> tuple[int, ...]:
    """Return the heads of agents that the phrase of those counted names, or the court where it happens.

    "300 soldiers from the Mexican Army" are sent by that army, "hostages of the Cobos" held by them, and so are
    those whose noun is left out: "200 soldados del Ejército y 80 de la Guardia Nacional".
    """
    event = match.rule.event
    if event_of(event).family == "justice":
        return tuple(_courts(view, match))[:1]
    if counting is None:
        return ()
    if event == "deployment" and not _goes_along(view, match):
        return (*_who_sent(view, counting), *_belongs_to(view, counting, "state"))[:1]
    if event in {"abduction", "release", "missing"}:
        return tuple(_belongs_to(view, counting, "armed_group"))[:1]
    return ()


def _who_sent(view: View, counting: Counting) -> Iterator[int]:
    """Yield the subject of a Spanish clause that says who sent those counted: "500 soldados que Quito mandó"."""
    if view.language != "es":
        return
    heads = view.inside(counting.span)
    clauses = (t.index for t in view.tokens if t.dep.startswith("acl") and t.head in heads and t.index > heads[0])
    for verb in clauses:
        known = trigger_index(view.language).at(view.tokens[verb].text, plain=view.plain)
        if any(word.trigger.event == "deployment" for word in known):
            yield from (i for i in view.children(verb, "nsubj") if view.folded[i] not in view.words.relative)


def _goes_along(view: View, match: Match) -> bool:
    """Tell whether Spanish only adds some to those sent before: "los acompañan 90 marinos", "con ellos van 60 agentes".

    Whoever sent the first sent them too.
    """
    if view.language != "es" or match.rule.form != "intransitive":
        return False
    if match.head < 1:
        return False
    led = match.head > 1 and view.tokens[match.head - 2].pos == "ADP" and view.tokens[match.head - 1].pos == "PRON"
    return led or view.folded[match.head - 1] in view.words.clitics


def _belongs_to(view: View, counting: Counting, side: str) -> Iterator[int]:
    for index in view.inside(counting.span):
        if (index == counting.head and counting.numeral is None) or view.tokens[index].pos not in {"NOUN", "PROPN"}:
            continue
        named = view.tokens[index].text[:1].isupper()
        if named and view.case_of(index) in view.words.belongs_to and party_side(view, index) == side:
            yield index


def _courts(view: View, match: Match) -> Iterator[int]:
    """Yield nouns for a court or a judge that the verb or what depends on it puts the matter before."""
    for index in view.subtree(match.head):
        token = view.tokens[index]
        before = token.pos in {"NOUN", "PROPN"} and view.case_of(index) in view.words.before_court
        if before and kind_of(token.text, view.language) == "court":
            yield index
