"""What stands near a trigger, where syntax gives no argument."""

from __future__ import annotations

from recuento.extract.phrases import fits, phrase_span
from recuento.extract.triggers import Match
from recuento.extract.view import NOMINAL, View

__all__ = ["STOPS", "counted_by", "near"]

STOPS = frozenset({";", ":", "—", "–", "("})


def near(view: View, match: Match, *, left_first: bool, both: bool = True) -> tuple[int, ...]:
    """Return the nearest counted phrase that the rule accepts, within the clause; () if there is none."""
    sides = ("left", "right") if left_first else ("right", "left")
    for side in sides if both else sides[:1]:
        found = _nearest(view, match, side)
        if found is not None:
            return (found,)
    name = _adjacent_name(view, match)
    return (name,) if name is not None and left_first else ()


def _adjacent_name(view: View, match: Match) -> int | None:
    """Return the person named just before the verb: "his wife, Judith Tebbut, was abducted"."""
    for at in range(match.head - 1, max(-1, match.head - 5), -1):
        token = view.tokens[at]
        if any(n.kind == "person" and n.span.overlaps(token.span) for n in view.names):
            return at
        if token.pos not in {"AUX", "ADV", "PUNCT"} or token.text in STOPS:
            return None
    return None


def _nearest(view: View, match: Match, side: str) -> int | None:
    right = range(match.last + 1, min(len(view.tokens), match.last + 14))
    left = range(match.head - 1, max(-1, match.head - 14), -1)
    for at in right if side == "right" else left:
        if view.tokens[at].text in STOPS or (_opens_clause(view, at) and not _controls(view, at, match)):
            return None
        numeral = view.numeral_at(at)
        if numeral is not None and numeral.sense == "number":
            head = counted_by(view, at)
            return head if fits(view, head, match.rule.patient) else None
    return None


def _opens_clause(view: View, at: int) -> bool:
    token = view.tokens[at]
    return token.pos == "VERB" and token.dep not in {"amod", "acl"} and not token.has("VerbForm=Part")


def _controls(view: View, at: int, match: Match) -> bool:
    """ "managed to evade capture", "lograron huir": the verb before an infinitive shares its subject."""
    if "infinitive" not in match.kinds or at >= match.head:
        return False
    return match.head - at <= 2 and (view.language == "es" or view.folded[match.head - 1] == "to")


def counted_by(view: View, at: int) -> int:
    token = view.tokens[at]
    if token.dep in {"nummod", "amod", "det", "advmod"} and view.tokens[token.head].pos in NOMINAL and token.head > at:
        return token.head
    following = at + 1
    while following < len(view.tokens) and view.tokens[following].pos in {"ADJ", "NUM"} and following - at < 3:
        following += 1
    if (
        following < len(view.tokens)
        and view.tokens[following].pos in {"NOUN", "PROPN"}
        and phrase_span(view, following)
    ):
        return following
    return at
