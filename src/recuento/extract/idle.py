"""Events without a figure that are no news: purposes, habits, settings of what is counted beside them."""

from __future__ import annotations

from recuento.extract.arguments import Arguments
from recuento.extract.stance import hangs_on_if
from recuento.extract.times import own_date
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import VERBAL, View
from recuento.lexicon.grammar import stance, verb_set
from recuento.model.claim import Status

__all__ = ["why_idle"]

_VIOLENCE = frozenset({"attack", "bombing", "arson", "killing", "abduction", "robbery", "extortion", "threat"})

_SPEECH = frozenset({"demand", "denial", "accusation", "claim_of_responsibility"})


def why_idle(view: View, match: Match, args: Arguments, status: Status) -> str | None:
    """Return why an event that counts nobody is not one of the report's, None where it may be.

    A figure or a name makes an event; without either, an infinitive is a purpose, a perfect with a bare plural is a
    habit ("the group has bombed schools"), and an operation, a deployment or a flight is the setting of something else.
    """
    word = view.span(match.head, match.last).of(view.text)
    if status == "planned" and hangs_on_if(view, match):
        return f"“{word}” hangs on a condition"
    if status != "occurred":
        return None  # attempts and plans are told as such
    if _is_purpose(view, match):
        return f"“{word}” is a purpose, not told as done"
    if _is_habit(view, match, args):
        return f"“{word}” tells what they are wont to do"
    if match.rule.event == "operation" and _is_setting(view, match, args):
        return f"“{word}” is the setting of what is counted beside it, or names no one and nowhere"
    if match.rule.event == "deployment" and not _is_told(view, match):
        return f"“{word}” describes forces, it sends none"
    if match.rule.event == "escape" and not args.agents and not _one(view, args):
        return f"“{word}”: nobody who fled is counted or named"
    return None


def _is_purpose(view: View, match: Match) -> bool:
    """Tell whether an infinitive depends on a verb or noun that does not say that it came about."""
    token = view.tokens[match.head]
    if not token.has("VerbForm=Inf") or match.rule.event in _SPEECH:
        return False
    achieved = verb_set(stance(view.language).achieving, view.language)
    before = view.folded[max(0, match.head - 4) : match.head]
    if view.folded[token.head] in view.words.takes_time and any(n.sense == "duration" for n in view.numerals):
        return False  # "the jury took two hours to find him guilty"
    return not (achieved | view.words.upon) & {*before, view.folded[token.head]}


def _is_habit(view: View, match: Match, args: Arguments) -> bool:
    """Tell whether a perfect with bare plurals, no time and no place tells of many days: "has bombed schools"."""
    perfect = any(view.folded[i] in view.words.have for i in view.children(match.head, "aux"))
    if match.rule.event not in _VIOLENCE or not perfect or own_date(view, match) is not None:
        return False
    if any(p.locative for p in view.places):
        return False
    return bool(args.patients) and all(_is_bare_plural(view, i) for i in args.patients)


def _is_bare_plural(view: View, index: int) -> bool:
    plural = view.tokens[index].pos == "NOUN" and view.tokens[index].has("Number=Plur")
    return plural and not view.children(index, "det", "nummod", "nmod", "amod")


def _is_setting(view: View, match: Match, args: Arguments) -> bool:
    beside = (m for ms in find_triggers(view) for m in ms[:1] if m.head != match.head)
    if view.numerals and any(m.rule.counts for m in beside):
        return True
    known = bool(args.agents or args.patients)
    placed = any(p.locative for p in view.places) or own_date(view, match) is not None
    return not (known and placed)


def _is_told(view: View, match: Match) -> bool:
    """Tell whether the verb is a main one: "soldiers surround the prison", not "troops patrolling"."""
    if "noun" in match.kinds:
        return False
    token = view.tokens[match.head]
    finite = token.has("VerbForm=Fin") or any(view.tokens[i].pos == "AUX" for i in view.children(match.head))
    return finite and token.pos in VERBAL and not token.dep.startswith("acl")


def _one(view: View, args: Arguments) -> bool:
    """Tell whether one known person fled: singular and definite, or a name."""
    return any(view.tokens[i].has("Number=Sing") or view.tokens[i].pos == "PROPN" for i in args.patients)
