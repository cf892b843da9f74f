"""Who goes on acting in a clause of time: "An officer died when troops entered the village and freed 14 people"."""

from __future__ import annotations

from recuento.extract.triggers import find_triggers
from recuento.extract.view import VERBAL, View

__all__ = ["of_clause_between"]


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
