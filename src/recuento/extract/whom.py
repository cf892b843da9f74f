"""Whom a verb befalls where the parser gives it no object: by what stands before, between and behind its words."""

from __future__ import annotations

from recuento.extract.nearness import counted_by, near
from recuento.extract.phrases import fits
from recuento.extract.triggers import Match
from recuento.extract.verbs import objects
from recuento.extract.view import View
from recuento.extract.voices import fellow_verb

__all__ = [
    "after_gerund",
    "after_the_verb",
    "bare_obliques",
    "between",
    "number_before",
    "own_subject_after",
    "share_behind",
    "shared_object",
    "subject_after",
    "turned_on",
]


def turned_on(view: View, match: Match) -> tuple[int, ...]:
    """Return what fire or a bomb is turned on: "dispararon contra la vivienda", "una granada contra el puesto"."""
    cases = view.words.patient_case - view.words.of - view.words.object_mark
    verb = match.head
    heads = dict.fromkeys((verb, match.last, *view.children(verb, "obj")))
    return tuple(
        i for h in heads for i in view.children(h, "obl", "nmod", "obj") if i > verb and view.case_of(i) in cases
    )


def number_before(view: View, match: Match) -> tuple[int, ...]:
    """ "They gunned down four; two died": a bare number right before the verb is its subject, not that of another."""
    at = match.head - 1
    numeral = view.numeral_at(at) if at >= 0 else None
    if numeral is None or numeral.sense != "number" or view.children(match.head, "nsubj"):
        return ()
    first = view.inside(numeral.span)[0]
    opens = first == 0 or view.tokens[first - 1].pos in {"PUNCT", "CCONJ", "SCONJ"}
    return (at,) if opens else ()


def share_behind(view: View, match: Match) -> tuple[int, ...]:
    """Return a share of a group right behind a Spanish rule's words: "ya están en casa cinco de los secuestrados"."""
    at = match.last + 1
    numeral = view.numeral_at(at) if view.language == "es" and at + 2 < len(view.tokens) else None
    if numeral is None or numeral.sense != "number" or view.children(match.head, "nsubj"):
        return ()
    of = view.inside(numeral.core)[-1] + 1
    following = view.folded[of : of + 2]
    group = len(following) == 2 and following[0] in view.words.of and following[1] in view.words.definite_plural
    return (at,) if group else ()


def after_gerund(view: View, match: Match) -> tuple[int, ...]:
    """ "bombardearon la vereda, resultando heridas tres niñas": who suffers it follows; the verb before acted."""
    if view.language != "es" or not view.tokens[match.head].has("VerbForm=Ger"):
        return ()
    return after_the_verb(view, match, ()) or near(view, match, left_first=False, both=False)


def own_subject_after(view: View, match: Match, killers: tuple[int, ...]) -> tuple[int, ...]:
    """ "hostigaron la base; en el hecho murió un soldado": who follows is its subject, not that of the verb before."""
    if view.language != "es" or view.children(match.head, "nsubj") or "participle" in match.kinds:
        return ()
    return after_the_verb(view, match, killers)


def subject_after(view: View, head: int) -> tuple[int, ...]:
    """ "Asesinado por sicarios el personero": a Spanish headline may put the participle first."""
    return tuple(i for i in view.children(head, "nsubj") if i > head) if view.language == "es" else ()


def between(view: View, match: Match) -> tuple[int, ...]:
    """Return the counted phrase between the rule's words: "resultaron cuatro personas muertas"."""
    for at in range(match.head + 1, match.last):
        numeral = view.numeral_at(at)
        if numeral is not None and numeral.sense == "number":
            found = counted_by(view, at)
            return (found,) if match.head < found < match.last and fits(view, found, match.rule.patient) else ()
    return ()


def shared_object(view: View, head: int) -> tuple[int, ...]:
    """Return the object that a verb has in common with the next: "They murder and burn a man"."""
    if (fellow := fellow_verb(view, head)) is not None:
        return view.children(fellow, "obj")
    verbs = view.children(head, "conj") if view.headline or view.language == "es" else ()
    return tuple(i for verb in verbs if verb == head + 2 for i in view.children(verb, "obj"))


def after_the_verb(view: View, match: Match, killers: tuple[int, ...]) -> tuple[int, ...]:
    """Subjects that follow a Spanish verb, taken for objects: "murieron cinco"; never the rule's own words."""
    own = {match.head, match.last}
    found = [i for i in objects(view, match) if i not in killers and i > match.head and i not in own]
    return tuple(i for i in found if fits(view, i, match.rule.patient))


def bare_obliques(view: View, head: int) -> tuple[int, ...]:
    """Items of a list after a Spanish passive that the parser takes for circumstances: counted, without preposition."""
    bare = [i for i in view.children(head, "obl", "dep", "appos", "list") if i > head and not view.case_of(i)]
    return tuple(i for i in bare if any(view.numeral_at(j) for j in (i, *view.children(i, "nummod"))))
