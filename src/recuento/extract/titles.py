"""Whom a headline's words are about: its place, titles before and behind names, and clauses aside are nobody."""

from __future__ import annotations

from recuento.extract.phrases import is_name, noun_of, phrase_span
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.extract.voices import Voice

__all__ = ["of_one_headline"]


def of_one_headline(view: View, match: Match, voice: Voice, patients: tuple[int, ...]) -> tuple[int, ...]:
    """Return the patients without a heading's place and without a name that only follows its title, with their kin.

    "Iguala: Ana Lima killed", "Chief of guards Ana Lima is killed", "father and daughter murdered".
    """
    kept = [view.tokens[i].head if _takes_up(view, i) else i for i in patients]
    colon = next((i for i in range(match.head - 1, -1, -1) if view.tokens[i].text == ":"), -1)
    kept = [i for i in kept if i > colon or match.head < colon] or kept
    kept = [i for i in kept if not any(j < i and _follows_its_title(view, j, i) for j in kept)]
    kept = [i for i in kept if not _only_says_who(view, i)] or kept
    if voice == "modifier" and len(kept) == 1 and (whose := _before_relative(view, match, kept[0])) is not None:
        return (whose,)
    for i in kept if voice == "modifier" and match.head - 1 in kept else []:
        above = view.tokens[i].head
        if i == match.head - 1 and view.tokens[i].dep == "conj" and i - above == 2 and noun_of(view, above) is not None:
            kept = [above, *kept]
            break
    return tuple(kept)


def _takes_up(view: View, index: int) -> bool:
    """ "Three guards, those killed with the mayor": the pronoun is those before it."""
    return view.tokens[index].dep == "appos" and view.folded[index] in view.words.definite_plural


def _follows_its_title(view: View, title: int, name: int) -> bool:
    first = view.inside(phrase_span(view, name))[0]
    last = view.inside(phrase_span(view, title))[-1]
    apart = view.tokens[title].head == view.tokens[name].head and view.tokens[title].dep.startswith("nsubj")
    return apart and view.tokens[name].dep.startswith("nsubj") and last + 1 == first and is_name(view, name)


def _before_relative(view: View, match: Match, patient: int) -> int | None:
    """Whoever did something to the patient in a clause of its own: "Gunman who killed two guards found dead"."""
    clause = next((i for i in (view.tokens[patient].head, *view.ancestors(patient)) if _is_relative(view, i)), None)
    if clause is None or not clause < patient < match.head:
        return None
    who = view.tokens[clause].head
    beside = view.tokens[match.head - 1].pos not in {"CCONJ", "PUNCT", "AUX"}
    main = view.tokens[who].dep == "ROOT" and noun_of(view, who) is not None
    return who if main and beside and who < clause else None


def _is_relative(view: View, verb: int) -> bool:
    return view.tokens[verb].dep == "acl:relcl" and any(
        view.folded[i] in view.words.relative for i in view.children(verb, "nsubj")
    )


def _only_says_who(view: View, index: int) -> bool:
    """Tell whether a bare singular after a name and a comma says who that is: "the driver of Ana Lima, mayor of"."""
    first = view.inside(phrase_span(view, index))[0]
    noun = noun_of(view, index)
    if first < 2 or first != index or noun is None or view.tokens[index].has("Number=Plur"):
        return False
    name = view.tokens[first - 2].span
    return view.tokens[first - 1].text == "," and any(n.kind == "person" and n.span.overlaps(name) for n in view.names)
