"""What a rule may ask beyond words: that its verb is only tried, or that those freed are held by the state."""

from __future__ import annotations

import re
from functools import cache

from recuento.extract.phrases import noun_of
from recuento.extract.view import VERBAL, View
from recuento.lexicon.grammar import saying_verbs, stance
from recuento.lexicon.inflect import noun_forms, verb_forms
from recuento.lexicon.runs import Runs
from recuento.lexicon.syntax import syntax
from recuento.lexicon.triggers import Asks, trigger_index
from recuento.model.document import Language

__all__ = ["holds_as_asked"]

_REACH = 9  # tokens back from the verb: "attacked a police convoy on the road to free"
_AHEAD = 14  # tokens ahead, to "from the police"
_HOLDER = 8
_FORCE = frozenset({"attack", "bombing", "clash", "arson"})
_TO = frozenset({"to"})
_CLAUSE_ENDS = frozenset({".", ";", ":"})
_INFINITIVE = re.compile(r"[aei]r(?:l[aeo]s?|se(?:l[ao]s?)?)?$")


def holds_as_asked(view: View, first: int, last: int, asks: Asks) -> bool:
    """Tell whether the sentence gives what a rule with words from token ``first`` to ``last`` asks for."""
    if asks == "tried":
        return _is_sought(view, first) if view.language == "es" else _is_tried(view, first)
    if asks == "to_place":
        return _leads_to_place(view, last)
    return asks == "" or _is_from_the_state(view, last)


def _leads_to_place(view: View, last: int) -> bool:
    """Tell whether "to" or "into" behind the words leads to a place: "ordered 300 more soldiers to Tumaco"."""
    for at in range(last + 1, min(len(view.tokens) - 1, last + _AHEAD)):
        if view.tokens[at].pos in VERBAL or view.tokens[at].text in _CLAUSE_ENDS:
            return False
        if view.folded[at] in view.words.into:
            near = view.span(at + 1, min(len(view.tokens) - 1, at + 3))
            area = any(view.folded[i] in view.words.areas for i in view.inside(near))
            people = any(name.kind == "person" and name.span.overlaps(near) for name in view.names)
            named = view.tokens[at + 1].pos == "PROPN" and not people
            return area or named or any(place.span.overlaps(near) for place in view.places)
    return False


def _is_sought(view: View, verb: int) -> bool:
    """Tell whether a Spanish verb is an infinitive that words of trying or of purpose lead to, past an aside.

    "Intentaban, sin conseguirlo, arrebatarle a la Marina al sobrino de un jefe".
    """
    if not _INFINITIVE.search(view.folded[verb]):
        return False
    first = verb
    while first and verb - first < _REACH and view.tokens[first - 1].text not in _CLAUSE_ENDS:
        first -= 1
    runs = _seeking(view.language)
    led = [at + len(run) for run in view.standing(runs) if (at := view.find(run, first, verb)) is not None]
    return bool(led) and not any(view.tokens[i].has("VerbForm=Fin") for i in range(max(led), verb))


def _is_tried(view: View, verb: int) -> bool:
    """Tell whether somebody tries, wants or attacks to do what an English verb says.

    "An unsuccessful effort to spring", "their goal, police say, was to free", "ambushed the convoy to free him".
    """
    if verb < 2 or view.folded[verb - 1] not in _TO | view.words.aim_case:
        return False
    if _frees_captives(view, verb):
        return _aim_before(view, verb, by_force=False)
    return _aim_before(view, verb, by_force=True)


def _aim_before(view: View, verb: int, *, by_force: bool) -> bool:
    aims = _aims(view.language)
    for at in range(verb - 2, max(-1, verb - 2 - _REACH), -1):
        if view.folded[at] in aims:
            return True
        if view.tokens[at].text in _CLAUSE_ENDS:
            return False
        told = view.tokens[at].pos == "VERB" and view.tokens[at].dep != "amod" and view.folded[at] not in view.words.be
        if told and not _is_aside(view, at):
            return by_force and view.folded[verb - 1] in _TO and _is_attack(view, at)
    return False


def _is_aside(view: View, verb: int) -> bool:
    """Tell whether a verb only says who speaks or that it failed: "tried, police said, to", "tried and failed to"."""
    return view.folded[verb] in view.words.fails or view.folded[verb] in saying_verbs(view.language)


def _is_attack(view: View, verb: int) -> bool:
    words = trigger_index(view.language).at(view.tokens[verb].text, plain=view.plain)
    following = view.folded[verb + 1] if verb + 1 < len(view.tokens) else ""
    return any(w.trigger.event in _FORCE and (not w.words or following in w.words[0]) for w in words)


def _frees_captives(view: View, verb: int) -> bool:
    nouns = (noun_of(view, i) for i in range(verb + 1, min(len(view.tokens), verb + _HOLDER)))
    return any(noun is not None and noun.victim for noun in nouns)


@cache
def _seeking(language: Language) -> Runs:
    return Runs.of((*stance(language).attempt, *stance(language).purpose))


@cache
def _aims(language: Language) -> frozenset[str]:
    table = syntax(language)
    verbs = (form for verb in table.aim_verbs for form in verb_forms(verb, language=language))
    nouns = (form for noun in table.aim_nouns for form in noun_forms(noun, language=language))
    return frozenset((*verbs, *nouns))


def _is_from_the_state(view: View, last: int) -> bool:
    """Tell whether it is a prisoner, or "from" leads to those who hold him: "from the hands of the Mexican police"."""
    end = min(len(view.tokens), last + _AHEAD)
    if any(view.folded[i] in view.words.prisoners for i in range(last + 1, min(end, last + _HOLDER))):
        return True
    starts = [i for i in range(max(0, last), end) if view.folded[i] in view.words.away_from]
    return any(_holder(view, i, end) for at in starts for i in range(at + 1, min(end, at + _HOLDER)))


def _holder(view: View, at: int, end: int) -> bool:
    noun = noun_of(view, at)
    return at < end and (view.folded[at] in view.words.custody or (noun is not None and noun.side == "state")) and (
        view.tokens[at].pos not in VERBAL
    )  # fmt: skip
