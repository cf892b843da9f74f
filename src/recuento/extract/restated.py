"""A figure told again in a sentence without an event: "Officials had said 129.", "La cifra final es de 14."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from recuento.extract.figures import Counting, is_several
from recuento.extract.parties import counted, unit_of
from recuento.extract.parts import parts_after
from recuento.extract.phrases import noun_of
from recuento.extract.scope import is_aggregate, is_retired
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure, Speaker

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["restate", "summed"]

_BACK = 8
_REACH = 6


def restate(view: View, before: Sequence[Draft], speakers: tuple[Speaker, ...]) -> list[Draft]:
    """Return the figure that the sentence gives anew for what was counted just before, or nothing.

    It stands beside a word for a count ("put the number at 14") or under words that withdraw it ("officials had said
    129"), and it counts people or has no noun.
    """
    model = next((d for d in reversed(before[-_BACK:]) if _is_model(view, d)), None)
    if model is None or is_aggregate(view):
        return []
    for numeral in view.numerals:
        counting = _counting(view, numeral)
        if counting is None:
            continue
        retired = is_retired(view, counting)
        if retired or _is_count(view, counting):
            return [_again(view, model, counting, speakers, retired=retired)]
    return []


def summed(view: View, before: Sequence[Draft], speakers: tuple[Speaker, ...], told: Sequence[Draft]) -> list[Draft]:
    """Return the sum of those told of before with its parts, where the sentence opens with it and ``told`` has it not.

    "«Son 39, de ellos 33 adultos y seis niños, y faltan nueve»", behind 22 and another 17 who were freed.
    """
    first = next((c for n in view.numerals if (c := _counting(view, n)) is not None), None)
    if first is None or first.figure is None or is_aggregate(view) or not _is_sum(view, first):
        return []
    near = before[-_BACK:]
    model = next((d for d in reversed(near) if _is_model(view, d)), None) or _last_addend(near, first.figure)
    if model is None:
        return []
    if any(d.figure is not None and d.figure.span.overlaps(first.span) for d in told):
        return []
    whole = _again(view, model, first, speakers, retired=False)
    return [whole, *_parts_of(view, whole)]


def _is_model(view: View, draft: Draft) -> bool:
    """Tell whether the draft counts people nearby: a figure given anew is of what was last counted."""
    counts = draft.figure is not None and draft.figure.basis == "numeral" and draft.tally not in {None, "seized"}
    near = 0 <= view.sentence.paragraph - draft.paragraph <= 1
    # What only the report's topic made a count of captives is too weak to tell what a later number is of.
    return counts and near and draft.scope not in {"part", "aggregate"} and not draft.match.rule.about


def _counting(view: View, numeral: Numeral) -> Counting | None:
    """Return the number as a count of people, None where it counts something else."""
    inside = view.inside(numeral.core)
    if numeral.sense != "number" or is_several(numeral) or not inside:
        return None
    following = inside[-1] + 1
    if following < len(view.tokens):
        token = view.tokens[following]
        other = token.pos in {"NOUN", "PROPN", "ADJ", "ADP", "SYM"} and noun_of(view, following) is None
        if other or token.text == "%":
            return None
    figure = Figure(count=numeral.count, basis="numeral", span=numeral.span)
    return Counting(head=inside[-1], span=numeral.span, figure=figure, numeral=numeral)


def _is_count(view: View, counting: Counting) -> bool:
    """Tell whether the number is said to be the count: "the number at 14", "la cifra es de 14"."""
    first = view.inside(counting.span)[0]
    words = view.folded[max(0, first - _REACH) : first]
    counts = [i for i in range(max(0, first - _REACH), first) if view.folded[i] in view.words.numbers]
    reached = bool(set(words[-2:]) & view.words.reached)
    return reached and bool(counts) and not _of_things(view, counts[-1])


def _is_sum(view: View, counting: Counting) -> bool:
    """Tell whether a Spanish sentence opens with the bare number that is a sum: "Son 39, de ellos …"."""
    inside = view.inside(counting.span)
    opening = [view.folded[i] for i in range(inside[0]) if view.tokens[i].pos != "PUNCT"]
    closed = inside[-1] + 1 < len(view.tokens) and view.tokens[inside[-1] + 1].pos == "PUNCT"
    return closed and bool(opening) and view.words.adds_up.issuperset(opening)


def _last_addend(before: Sequence[Draft], total: Figure) -> Draft | None:
    """Return the last of the drafts whose figures, all of one tally, add up to the total; None where none do."""
    last = next((d for d in reversed(before) if d.figure is not None and d.figure.basis == "numeral"), None)
    same = [d.figure.count.exact for d in before if last and d.tally == last.tally and d.figure is not None]
    return last if None not in same and len(same) > 1 and sum(n or 0 for n in same) == total.count.exact else None


def _parts_of(view: View, whole: Draft) -> list[Draft]:
    """Return the parts that the sentence tells of a sum: "de ellos 33 adultos y seis niños"."""
    if whole.figure is None:
        return []
    return [
        replace(
            whole,
            figure=part.figure,
            unit=unit_of(view, part.head, part.span),
            counted=counted(view, part.head, part.span, whole.match.rule),
            scope="part",
            part_of=0,
            quote=whole.quote.to(part.span),
            trigger=part.span,
            read_by=f"{whole.read_by}+part",
        )
        for part in parts_after(view, whole.match, whole.figure, set())
    ]


def _of_things(view: View, noun: int) -> bool:
    """Tell whether the words say that the count is of something else: "the number of shops"."""
    of = [i for i in view.children(noun, "nmod") if view.case_of(i) in view.words.of]
    return any(noun_of(view, i) is None for i in of)


def _again(view: View, model: Draft, counting: Counting, speakers: tuple[Speaker, ...], *, retired: bool) -> Draft:
    first = view.inside(counting.span)[0]
    start = max(0, first - _REACH)
    quote = view.span(start).to(counting.span)
    patient = event_of(model.event).patient
    return replace(
        model,
        figure=counting.figure,
        certainty="attributed" if speakers else "stated",
        scope=None if retired else "total",
        speakers=speakers,
        roles=tuple(role for role in model.roles if role.role != patient),
        motive=None,
        retired=retired,
        definite=False,
        quote=quote,
        trigger=counting.span,
        sentence=view.sentence.span,
        paragraph=view.sentence.paragraph,
        date=None,
        place=None,
        read_by=f"{model.read_by}+restated",
    )
