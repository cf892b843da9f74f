"""Whom a clause behind "cuando" or "when" befalls: "el alcalde salía cuando lo mataron" has him killed, not killing.

Parsers give the verb the subject of the clause before. Whom the pronoun means did not do it.
"""

from __future__ import annotations

from recuento.extract.mistied import agree
from recuento.extract.naming import party_side
from recuento.extract.phrases import noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import View

__all__ = ["is_several", "is_somebody", "may_go_on", "stands_for", "whom_before", "without_whom_it_befell"]

_BEFALLS = frozenset({"killing", "wounding", "attack", "abduction", "arrest"})
_MASCULINE, _FEMININE = frozenset({"lo", "los"}), frozenset({"la", "las"})


def without_whom_it_befell(view: View, verb: int, subjects: tuple[int, ...]) -> tuple[int, ...]:
    """Return the subjects of a verb without those before its "cuando" whom the pronoun at the verb stands for."""
    if view.language != "es" or not subjects:
        return subjects
    mark = next((i for i in view.children(verb, "mark") if i < verb), None)
    pronoun = _pronoun(view, verb)
    if mark is None or pronoun is None:
        return subjects
    return tuple(i for i in subjects if not (i < mark and stands_for(view, pronoun, i)))


def whom_before(view: View, match: Match, patients: tuple[int, ...]) -> tuple[int, ...]:
    """Return whom an English pronoun behind "when" stands for: "the mayor was leaving when gunmen shot him dead".

    The subject of the clause before, where it is people of the pronoun's number; else the patients as they are.
    """
    verb, above = match.head, view.tokens[match.head].head
    if view.language != "en" or view.tokens[verb].dep != "advcl" or above > verb or match.rule.event not in _BEFALLS:
        return patients  # "the families wept when they brought them home": not the families
    reach = range(verb + 1, min(match.last + 2, len(view.tokens)))
    pronoun = next((i for i in reach if view.folded[i] in view.words.object_pronouns), None)
    if pronoun is None or any(i not in {pronoun} for i in patients if i > verb):
        return patients
    acting = [i for i in view.children(verb, "nsubj") if view.folded[i] not in view.words.persons]
    before = [i for i in view.children(above, "nsubj", "nsubj:pass") if i < above and is_somebody(view, i)]
    if not acting or len(before) != 1 or before[0] in acting:
        return patients
    many = view.folded[pronoun] in view.words.object_they
    return (before[0],) if many == _are_several(view, before[0]) else patients


def may_go_on(view: View, verb: int, subject: int) -> bool:
    """Tell whether a verb can have the subject of the clause before: not in "salía cuando le dispararon".

    Nor in "the mayor was leaving when they killed him". Of a group or a force both are said: "el comando llegó y
    dispararon", "the gang fled when they saw police".
    """
    if view.language == "en":
        they = any(view.folded[i] in view.words.they for i in view.children(verb, "nsubj"))
        return not they or _are_several(view, subject) or is_several(view, subject)
    if not view.tokens[verb].has("VerbForm=Fin") or agree(view, verb, subject):
        return True
    return _pronoun(view, verb) is None and is_several(view, subject)


def _are_several(view: View, noun: int) -> bool:
    joined = view.children(noun, "conj")
    return bool(joined) or not view.tokens[noun].has("Number=Sing")


def is_several(view: View, index: int) -> bool:
    """Tell whether a singular names a body of people: a group, or a force ("la policía", but not "el policía")."""
    noun = noun_of(view, index)
    if noun is None:
        return view.folded[index] in view.words.measures or party_side(view, index) in {"armed_group", "state"}
    return noun.unit or (noun.force and view.language == "es" and view.tokens[index].has("Gender=Fem"))


def _pronoun(view: View, verb: int) -> int | None:
    return next((i for i in view.children(verb, "obj", "iobj") if view.folded[i] in view.words.clitics), None)


def is_somebody(view: View, index: int) -> bool:
    """Tell whether the token is the head of a noun for people, or of a full name that is the subject of a verb."""
    token = view.tokens[index]
    if token.pos != "PROPN":
        return token.pos in {"NOUN", "ADJ"} and noun_of(view, index) is not None
    full = any(view.tokens[i].pos == "PROPN" for i in view.children(index, "flat"))
    return noun_of(view, index) is not None or (token.dep == "nsubj" and full and party_side(view, index) == "unknown")


def stands_for(view: View, pronoun: int, noun: int) -> bool:
    """Tell whether an object pronoun has the number and gender of a noun, or of several joined by "y"."""
    word, token = view.folded[pronoun], view.tokens[noun]
    joined = bool(view.children(noun, "conj"))
    if (joined or token.has("Number=Plur")) != word.endswith("s"):
        return False
    feminine = token.has("Gender=Fem") and not joined
    return not (word in _MASCULINE and feminine) and not (word in _FEMININE and token.has("Gender=Masc"))
