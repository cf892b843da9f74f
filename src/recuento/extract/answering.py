"""Who is held or tried for a deed did it, not who holds or tries him: "a judge jailed a driver for killing two"."""

from __future__ import annotations

from recuento.extract.phrases import is_name, noun_of
from recuento.extract.view import NOMINAL, View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.triggers import trigger_index

__all__ = ["accused", "answers_for"]


def accused(view: View, head: int) -> tuple[int, ...]:
    """Return whom a Spanish verb accuses of what an infinitive tells: "acusa a los soldados de matar a su hijo"."""
    if view.language != "es" or not view.tokens[head].has("VerbForm=Inf") or head < 1:
        return ()
    above = view.tokens[head].head
    verb = view.tokens[above].head if view.tokens[above].pos in NOMINAL else above
    words = trigger_index(view.language).at(view.tokens[verb].text, plain=view.plain)
    if view.folded[head - 1] not in view.words.of or not any(w.trigger.event == "accusation" for w in words):
        return ()
    return tuple(i for i in view.children(verb, "obj", "obl", "obl:arg") if view.case_of(i) in view.words.object_mark)


def answers_for(view: View, head: int) -> tuple[int, ...] | None:
    """Return whom the law holds for what the verb at ``head`` tells, () where it names nobody.

    None where the verb is no ground of an arrest or a court's act, or that act stands in the passive: its subject is
    then who did it ("was jailed for killing two").
    """
    if not any(view.folded[i] in view.words.answered_for for i in view.children(head, "mark", "case")):
        return None
    above = view.tokens[head].head
    held = above if view.tokens[above].pos in NOMINAL else None
    verb = above if held is None else view.tokens[held].head
    if not _is_of_the_law(view, verb) or not view.children(verb, "nsubj") or view.children(verb, "aux:pass"):
        return None
    if held is not None:
        return (held,) if view.tokens[held].dep in _OBJECTS and _is_somebody(view, held) else None
    return tuple(i for i in view.children(verb, *_OBJECTS) if i < head and _is_somebody(view, i))


_OBJECTS = ("obj", "iobj", "obl:arg")


def _is_of_the_law(view: View, verb: int) -> bool:
    words = trigger_index(view.language).at(view.tokens[verb].text, plain=view.plain)
    return any(w.trigger.event == "arrest" or event_of(w.trigger.event).family == "justice" for w in words)


def _is_somebody(view: View, index: int) -> bool:
    return noun_of(view, index) is not None or is_name(view, index) or view.tokens[index].pos == "PRON"
