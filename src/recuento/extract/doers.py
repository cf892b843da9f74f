"""Who did it, where neither the verb's subject nor its own "by" says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recuento.extract.freed_how import freed_how
from recuento.extract.naming import party_side
from recuento.extract.phrases import fits, is_name, noun_of
from recuento.extract.ringleaders import carried_out_past_aside
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.verbs import by_phrases, subjects
from recuento.extract.view import VERBAL, View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.grammar import stance

__all__ = ["doers_around", "whose_attempt"]

# What a force does: its doer is looked for on the side of the state alone.
_OF_THE_STATE = frozenset({"arrest", "seizure", "rescue", "deployment", "operation"})
_REACH = 4
_AIM = 8  # tokens between trying and what is tried


def doers_around(view: View, match: Match, patients: tuple[int, ...]) -> tuple[int, ...]:
    """Return the heads of whoever did it, by the words around it; () where they do not tell.

    In order: whoever stands "by" inside the phrase of those who suffer it ("the arrest of two brothers by marines"),
    whose hands they fell into, whom they gave themselves up to, and who carried out the event that led to it ("a raid
    by marines led to the arrest of two").
    """
    for found in _in_turn(view, match, patients):
        told = tuple(i for i in dict.fromkeys(found) if i not in patients and _is_party(view, i))
        if told:
            return told
    return ()


def _in_turn(view: View, match: Match, patients: tuple[int, ...]) -> Iterator[Iterable[int]]:
    yield (i for p in patients for i in by_phrases(view, p))
    yield _whose_hands(view, match)
    yield _gave_up_to(view, match)
    yield _of_the_event_before(view, match)
    yield _who_tries(view, match)
    yield _before_colon(view, match)
    yield carried_out_past_aside(view, match)
    yield freed_how(view, match)
    yield _who_orders(view, match)


def _who_orders(view: View, match: Match) -> Iterator[int]:
    """Yield whoever announces or orders that some be sent: "the governor ordered the deployment of 200"."""
    if view.language != "en" or match.rule.event != "deployment" or view.tokens[match.head].pos != "NOUN":
        return
    verb = view.tokens[match.head].head
    ordered = view.tokens[match.head].dep in {"obj", "ccomp"} and view.folded[verb] in view.words.orders_that
    if ordered and match.head > verb:
        yield from (i for i in subjects(view, verb) if i < verb)


def _is_party(view: View, index: int) -> bool:
    someone = noun_of(view, index) is not None or is_name(view, index)
    return someone or party_side(view, index) != "unknown" or fits(view, index, "person")


def _whose_hands(view: View, match: Match) -> Iterator[int]:
    """ "Fell into the hands of armed men", "están en poder de la banda"."""
    for at in range(match.head, min(len(view.tokens) - 1, match.last + _REACH)):
        if view.folded[at] in view.words.hands and view.folded[at + 1] in view.words.of:
            yield from (i for i in view.children(at, "nmod") if i > at)
    if view.language == "es" and match.rule.event in {"seizure", "arrest"}:
        # "quedaron en manos de las autoridades": taken for one preposition
        near = (i for h in range(match.head, match.last + 1) for i in view.children(h, "obl", "nmod", "obl:agent"))
        held = (i for i in near if not view.words.hands.isdisjoint(view.case_of(i).split()))
        yield from (i for i in held if party_side(view, i) != "armed_group")


def _gave_up_to(view: View, match: Match) -> Iterator[int]:
    """ "Surrendered to the National Guard", "se entregaron a la Policía", "ante la Fiscalía"."""
    if match.rule.event == "arrest" and match.rule.form == "intransitive":
        near = (i for h in range(match.head, match.last + 1) for i in view.children(h, "obl", "obj", "nmod", "obl:arg"))
        cases = view.words.given_up_to
        yield from (i for i in near if view.case_of(i) in cases and party_side(view, i) == "state")


def _who_tries(view: View, match: Match) -> Iterator[int]:
    """Yield the subject of the nearest verb before an attempt: "gunmen attempted without success to wrest him …"."""
    if match.rule.event != "rescue" or view.language != "en" or view.folded[max(0, match.head - 1)] != "to":
        return
    before = range(match.head - 2, max(-1, match.head - 2 - _AIM), -1)
    verb = next((i for i in before if view.tokens[i].pos == "VERB" and view.children(i, "nsubj")), None)
    if verb is not None:
        yield from (i for i in subjects(view, verb) if party_side(view, i) != "state")


def whose_attempt(view: View, match: Match) -> Iterator[int]:
    """Yield the armed people whose a Spanish attempt is: "el intento de un comando por rescatar al detenido"."""
    if match.rule.event != "rescue" or view.language != "es":
        return
    tries = stance("es").attempt
    for noun in range(match.head - 2, max(-1, match.head - 2 - _AIM), -1):
        if view.tokens[noun].pos == "NOUN" and view.folded[noun] in tries:
            whose = (i for i in view.children(noun, "nmod") if noun < i < match.head)
            yield from (i for i in whose if view.case_of(i) in view.words.of and party_side(view, i) == "armed_group")


def _before_colon(view: View, match: Match) -> Iterator[int]:
    """Yield the force or government that a clause before a colon is about: "the state has reacted: 80 were sent"."""
    colon = next((i for i in range(match.head - 1, 0, -1) if view.tokens[i].text == ":"), None)
    if view.language != "en" or view.headline or colon is None or match.rule.event not in _OF_THE_STATE:
        return
    acting = (
        i for i in range(colon) if view.tokens[i].dep == "nsubj" and view.tokens[view.tokens[i].head].pos == "VERB"
    )
    yield from (i for i in acting if party_side(view, i) == "state")


def _of_the_event_before(view: View, match: Match) -> Iterator[int]:
    """Yield who is named with the event that is the subject of the verb above: "un operativo de la Marina dejó …"."""
    verb = next((i for i in (match.head, *view.ancestors(match.head)) if view.tokens[i].pos in VERBAL), None)
    if verb is None or event_of(match.rule.event).family == "justice" or view.children(verb, "aux:pass", "nsubj:pass"):
        return
    events = {m.head for ms in find_triggers(view) for m in ms[:1] if m.rule.form in {"nominal", "phrase"}}
    told = (i for i in subjects(view, verb) if (i in events or view.folded[i] in view.words.deeds) and i != match.head)
    for event in told:
        for doer in view.children(event, "nmod"):
            case = view.case_of(doer)
            side = party_side(view, doer)
            fits_event = side == "state" if match.rule.event in _OF_THE_STATE else side != "unknown"
            if fits_event and (case in view.words.agent_case or case in view.words.of):
                yield doer
