"""The dead that a noun for their killing means by itself: "a double murder", in a headline the bare "Murder"."""

from __future__ import annotations

from recuento.extract.figures import Counting
from recuento.extract.phrases import fits
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.model.claim import Figure
from recuento.model.count import Count

__all__ = ["found_alone", "is_multiple", "told_alone"]


def told_alone(view: View, match: Match) -> Counting | None:
    """Return the dead that a noun means by itself ("murder", "double homicide"); None where it is no event."""
    head, token = match.head, view.tokens[match.head]
    before = view.folded[head - 1] if head else ""
    after = view.tokens[head + 1].pos if head + 1 < len(view.tokens) else "PUNCT"
    size = view.words.multiples.get(before, 1)
    if size > 1 and view.headline:
        after = "PUNCT"  # "Triple slaying rocks Morelia": a verb that the tagger takes for a noun
    if token.has("Number=Plur") or view.children(head, "nmod:poss") or after in {"NOUN", "PROPN"}:
        return None
    if before in view.words.many:
        return None  # "multiple homicide": how many is not said
    if size == 1 and _tells_who(view, head):
        return None
    after_one = before in view.words.indefinite and view.case_of(head) in view.words.upon
    if size == 1 and (not view.headline or before in view.words.definite or (view.case_of(head) and not after_one)):
        return None  # "arrested for murder", "the murder"; "chased after a murder" tells of one
    span = view.span(head - 1 if size > 1 or before in view.words.indefinite else head, head)
    figure = Figure(count=Count.exactly(size), basis="singular" if size == 1 else "numeral", span=span)
    return Counting(head=head, span=span, figure=figure)


def found_alone(view: View, match: Match) -> Counting | None:
    """Return the one whom a headline leaves unnamed: "They find beheaded near the beach"; None where others are told.

    What is translated so has one participle for who was found.
    """
    finds = view.words.finds | view.words.identifies
    if not view.headline or view.language != "en" or view.folded[match.head] not in finds:
        return None
    after = view.tokens[match.last + 1] if match.last + 1 < len(view.tokens) else None
    if match.last != match.head + 1 or (after is not None and after.pos not in {"ADP", "PUNCT"}):
        return None
    span = view.span(match.last)
    return Counting(head=match.last, span=span, figure=Figure(count=Count.exactly(1), basis="singular", span=span))


def is_multiple(view: View, match: Match) -> bool:
    """Tell whether the noun bears how many died: "a double murder in the port of Ana Lima's birth"."""
    before = view.folded[match.head - 1] if match.head else ""
    return match.rule.form == "nominal" and before in view.words.multiples


def _tells_who(view: View, head: int) -> bool:
    """Tell whether the noun goes on with whoever suffered it: "asesinato de seis", "the murder of Ana Lima"."""
    following = view.folded[head + 1] if head + 1 < len(view.tokens) else ""
    of = view.words.of & view.words.patient_case
    named = [i for i in view.children(head, "nmod") if view.case_of(i) in view.words.patient_case]
    if any(fits(view, i, "person") or (following in of and i <= head + 4) for i in named):
        return True
    numbered = head + 2 < len(view.tokens) and view.numeral_at(head + 2) is not None
    return numbered and following in view.words.of
