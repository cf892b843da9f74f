"""Who goes on acting in a clause of time: "An officer died when troops entered the village and freed 14 people"."""

from __future__ import annotations

from recuento.extract.phrases import noun_of
from recuento.extract.triggers import find_triggers
from recuento.extract.view import VERBAL, View

__all__ = ["behind_subordinate", "of_clause_between"]

_REACH = 9  # tokens: "after insurgents on dozens of motorcycles attacked"
_PHRASE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM"})


def of_clause_between(view: View, head: int) -> tuple[int, ...]:
    """Return the subject of the clause of time before an English verb that the parser joins to the verb above it.

    So it is where whoever is the subject above only suffered something, and the joined verb tells of a deed.
    """
    token = view.tokens[head]
    if view.language != "en" or view.headline or token.dep != "conj" or not _is_deed(view, head):
        return ()
    if not _suffers(view, token.head):
        return ()
    for verb in range(head - 1, token.head, -1):
        own = [i for i in view.children(verb, "nsubj") if token.head < i < verb]
        if own and view.tokens[verb].pos in VERBAL and _at_that_time(view, token.head, own[-1]):
            return (own[-1],)
    return ()


def behind_subordinate(view: View, head: int) -> list[int]:
    """Return the people behind "after" or "when" whose verb stands past a phrase of theirs, hung elsewhere.

    "Nine died after men on motorcycles attacked a village": the parser takes "after men" for a phrase of "died".
    """
    if view.language != "en" or view.headline or not _is_deed(view, head) or view.tokens[head].has("VerbForm=Ger"):
        return []
    for at in range(head - 2, max(-1, head - _REACH), -1):
        if view.folded[at] in view.words.subordinates:
            break
        if view.tokens[at].pos not in _PHRASE:
            return []
    else:
        return []
    between = range(at + 1, head)
    who = next((i for i in between if view.tokens[i].pos == "NOUN" and at in view.children(i, "case")), None)
    past_phrase = who is not None and any(view.tokens[i].pos == "ADP" for i in range(who + 1, head))
    return [who] if who is not None and past_phrase and noun_of(view, who) is not None else []


def _is_deed(view: View, verb: int) -> bool:
    told = view.tokens[verb]
    active = not view.children(verb, "aux:pass", "nsubj", "nsubj:pass")
    return told.pos == "VERB" and active and any(i > verb for i in view.children(verb, "obj"))


def _suffers(view: View, verb: int) -> bool:
    """Tell whether the subject of a verb is whom it befell: a passive, or a rule whose subject suffers it."""
    if view.children(verb, "aux:pass", "nsubj:pass"):
        return True
    return any(m.head == verb and m.rule.form == "intransitive" for ms in find_triggers(view) for m in ms[:1])


def _at_that_time(view: View, above: int, subject: int) -> bool:
    """Tell whether a word like "when" opens the clause, between the verb above and the clause's subject."""
    return not view.words.at_once.isdisjoint(view.folded[above + 1 : subject])
