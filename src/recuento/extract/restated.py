"""A figure told again in a sentence without an event: "Officials had said 129.", "La cifra final es de 14."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recuento.extract.figures import Counting, is_several
from recuento.extract.phrases import noun_of
from recuento.extract.scope import is_aggregate, is_retired
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure, Speaker

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["restate"]

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
