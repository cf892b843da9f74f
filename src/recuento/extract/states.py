"""States that a sentence tells of others: of "two killed, three wounded" each word counts its own."""

from __future__ import annotations

from recuento.extract.figures import Counting
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View

__all__ = ["has_own_state", "other_states"]

# What had become of those whose bodies are found: "the bodies of four missing students".
_BEFORE_DEATH = frozenset({"abduction", "disappearance", "missing"})
_REACH = 5  # "with", a word or two, the wounds


def other_states(view: View, match: Match) -> frozenset[int]:
    """Return the words for other states in the sentence: of "five dead and eight wounded" each counts its own.

    Another rule that begins with the same word is no other state.
    """
    found = (m for ms in find_triggers(view) for m in ms if m.head != match.head)
    others = (m for m in found if m.rule.event != match.rule.event)
    own = {match.head, match.last}
    ends = {i for m in others if m.rule.form == "state" or m.last - m.head > 1 or _numbered_participle(view, m)
            for i in (m.head, m.last)}  # fmt: skip
    # "three dead and five wounded": a number right before a state word belongs to it.
    numbers = {i - 1 for i in ends if i >= 1 and view.numeral_at(i - 1) is not None}
    numbers |= {
        at
        for i in ends
        if i >= 2 and view.numeral_at(i - 2) is not None and view.tokens[i - 1].pos not in {"CCONJ", "PUNCT"}
        for at in (i - 2, i - 1)
    }
    return frozenset((ends | numbers) - own)


def _numbered_participle(view: View, match: Match) -> bool:
    """Tell whether a number stands right before a participle: "left one dead and 4 arrested" killed one."""
    numeral = view.numeral_at(match.head - 1) if match.head else None
    told = match.rule.form == "transitive" and "participle" in match.kinds and match.rule.counts is not None
    return told and numeral is not None and numeral.sense == "number"


def has_own_state(view: View, counting: Counting, match: Match) -> bool:
    """Tell whether another state is said of a phrase: "a man dead and a woman injured", "and an injured officer".

    Of those found, whoever is told of behind the dead may only be hurt: "found one dead and two with bullet wounds".
    """
    if match.rule.event == "body_found" and counting.head > match.last > match.head and _is_alive(view, counting):
        return True
    if match.rule.counts in {"killed", "bodies"} and _is_among_the_hurt(view, counting):
        return True
    last = view.tokens[match.last]
    left_so = match.last - match.head > 1 and (last.pos == "ADJ" or last.has("VerbForm=Part"))  # "left two men dead"
    if not (match.rule.form == "state" or (match.rule.form == "transitive" and left_so)) or counting.head <= match.last:
        return False
    inside = view.inside(counting.span)
    end = inside[-1] + 1 if inside else 0
    while end < len(view.tokens) and view.tokens[end].pos == "ADV":
        end += 1  # "a woman seriously injured"
    end = _past_relative(view, end)
    around = range(inside[0], end + 1) if inside else range(0)
    others = (m for ms in find_triggers(view) for m in ms[:1] if m.rule.event != match.rule.event)
    if match.rule.event == "body_found":
        others = (m for m in others if m.rule.event not in _BEFORE_DEATH)
    return any(m.head in around and m.head > match.last and m.rule.counts is not None for m in others)


def _past_relative(view: View, end: int) -> int:
    """Return the last word of what a Spanish clause with "que" says of a phrase: "y cuatro los que fueron heridos"."""
    if view.language != "es":
        return end
    at = end
    if at < len(view.tokens) and view.folded[at] in view.words.definite_plural:
        at += 1 + (view.tokens[min(at + 1, len(view.tokens) - 1)].pos == "NOUN")  # "tres los policías que"
    if at >= len(view.tokens) or view.folded[at] not in view.words.relative:
        return end
    return min(at + 3, len(view.tokens) - 1)


def _is_among_the_hurt(view: View, counting: Counting) -> bool:
    """Tell whether a phrase is said to be among the hurt: "Boy among wounded, mother dead" kills no boy."""
    after = view.folded[counting.head + 1 : counting.head + 4]
    if len(after) < 2 or after[0] not in view.words.among - view.words.of:
        return False
    return after[1] in view.words.hurt or (len(after) > 2 and after[2] in view.words.hurt)


def _is_alive(view: View, counting: Counting) -> bool:
    """Tell whether the words of a phrase, or those right behind it, tell of wounds: "two others with bullet wounds"."""
    inside = view.inside(counting.span)
    if not inside:
        return False
    hurt = view.words.wounds | view.words.hurt
    of_shots = view.folded[inside[-1]] in view.words.victims and view.folded[inside[-1] - 1] in view.words.victims_of
    return of_shots or any(view.folded[i] in hurt for i in range(inside[0], min(inside[-1] + _REACH, len(view.tokens))))
