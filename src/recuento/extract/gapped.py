"""Figures whose verb is left out: "four died in Tepic and one in Ixtlán", "en Palmira lo fueron otras nueve"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.figures import Counting, is_several
from recuento.extract.parties import unit_of
from recuento.extract.phrases import fits
from recuento.extract.view import VERBAL, View
from recuento.lexicon.codebook import event_of
from recuento.model.annotation import DateMention, PlaceMention
from recuento.model.claim import Counted, Figure, Role
from recuento.model.count import Count
from recuento.model.span import Span

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["begins_at", "gapped"]

_ENDS = frozenset({".", ":", "—", "–", "(", ")", "?", "!"})


def gapped(view: View, drafts: Sequence[Draft], used: set[int]) -> list[Draft]:
    """Return the figures that repeat the event of a counted draft before them at a place of their own.

    A bare number, or one with a noun for people, begins after a comma or "and" (or after "lo fueron") and is followed
    by where, with no verb on the way: what is left out can only be the verb before. A day beside it says so too, where
    the phrase is of "more" or the figure before has another day: "40 were freed on Monday and 12 on Tuesday".
    """
    found: list[Draft] = []
    for counting, more in _candidates(view, used):
        before = [d for d in [*drafts, *found] if _can_go_on(view, d, counting)]
        if not before:
            continue
        model = max(before, key=lambda d: d.figure.span.end if d.figure is not None else 0)
        place, day = _place_after(view, counting), _day_beside(view, counting)
        if _repeated(view, counting) or _follows(view, counting):
            told = _told_so(view, model, counting, place, more=more)
            found.append(structs.replace(told, date=day or told.date))
        elif place is not None and _verbless(view, model, counting, place.span):
            found.append(_told_so(view, model, counting, place, more=more))
        elif (
            day is not None
            and (more or _is_day_by_day(view, counting, day))
            and _verbless(view, model, counting, day.span)
        ):
            found.append(structs.replace(_told_so(view, model, counting, None, more=more), date=day))
    return found


def _candidates(view: View, used: set[int]) -> Iterator[tuple[Counting, bool]]:
    """Yield the numbers unread so far that begin a phrase of their own, each with whether "more" goes with it."""
    counted = view.counted
    for at in (at for at in range(1, len(view.tokens)) if at in counted or view.folded[at] in view.words.one):
        counting = _phrase_at(view, at)
        if counting is None or set(view.inside(counting.span)) & used:
            continue
        first = at
        while first > 0 and view.folded[first - 1] in view.words.more | view.words.fillers:
            first -= 1
        last = view.inside(counting.span)[-1]
        after = view.folded[last + 1] if last + 1 < len(view.tokens) else ""
        more = first < at or after in view.words.more | view.words.fillers
        if first and (view.folded[first - 1] in view.words.joints | view.words.be or _ends_place(view, first)):
            yield counting, more


def _phrase_at(view: View, at: int) -> Counting | None:
    """Return the counted phrase that begins with the token: a number, with or without people right after it."""
    numeral = view.numeral_at(at)
    if numeral is not None:
        if numeral.sense != "number" or is_several(numeral) or view.inside(numeral.span)[0] != at:
            return None
        last = view.inside(numeral.core)[-1]
        figure = Figure(count=numeral.count, basis="numeral", span=numeral.span)
    elif view.folded[at] in view.words.one and at + 1 not in view.counted:  # "another 12" are twelve
        last, figure = at, Figure(count=Count.exactly(1), basis="singular", span=view.span(at))
    else:
        return None
    head = last
    for noun in range(last + 1, min(last + 3, len(view.tokens))):
        if view.tokens[noun].pos == "NOUN" and fits(view, noun, "person"):
            head = noun
    return Counting(head=head, span=view.span(at, head), figure=figure, numeral=numeral)


def _ends_place(view: View, first: int) -> bool:
    """Tell whether a place or a day ends right before the token."""
    end = view.tokens[first - 1].span.end
    return any(d.span.end == end for d in view.dates) or any(p.span.end == end for p in view.places)


def _can_go_on(view: View, draft: Draft, counting: Counting) -> bool:
    """Tell whether the draft counts people and stands before, in the same stretch of the sentence."""
    if draft.figure is None or draft.tally is None or draft.tally == "seized" or draft.scope == "part":
        return False
    if draft.figure.span.end > counting.span.start or draft.status != "occurred":
        return False
    between = view.inside(draft.figure.span.to(counting.span))
    return not any(view.tokens[i].text in _ENDS for i in between)


def _repeated(view: View, counting: Counting) -> bool:
    """Tell whether a verb that stands for the one before leads to the number: "en Palmira lo fueron otras nueve"."""
    first = view.inside(counting.span)[0]
    return any(view.folded[max(0, first - n - 1) : first - 1] == run or view.folded[first - n : first] == run
               for run in (tuple(words.split()) for words in view.words.pro_verbs) for n in (len(run),))  # fmt: skip


def _follows(view: View, counting: Counting) -> bool:
    """Tell whether the phrase has a verb behind it that stands for the one before: "and 12 more followed"."""
    last = _last_of(view, counting)
    return last + 1 < len(view.tokens) and view.folded[last + 1] in view.words.follow_on


def _last_of(view: View, counting: Counting) -> int:
    """Return the last token of the phrase, "more" and the like with it."""
    last = view.inside(counting.span)[-1]
    while last + 1 < len(view.tokens) and view.folded[last + 1] in view.words.more | view.words.fillers:
        last += 1
    return last


def _place_after(view: View, counting: Counting) -> PlaceMention | None:
    """Return the place that follows the phrase at once, with its preposition: "en Mazatlán", "near Iguala"."""
    at = _last_of(view, counting) + 1
    if at >= len(view.tokens) or view.folded[at] not in view.words.where_case:
        return None
    near = range(at + 1, min(at + 7, len(view.tokens)))
    return next((p for i in near for p in view.places if p.locative and p.span.overlaps(view.tokens[i].span)), None)


def begins_at(view: View, span: Span) -> int:
    """Return the token with which a counted phrase begins, "another" and the "a" of an object with it."""
    first = view.inside(span)[0]
    while first > 0 and view.folded[first - 1] in view.words.more | view.words.fillers | view.words.object_mark:
        first -= 1
    return first


def _day_beside(view: View, counting: Counting) -> DateMention | None:
    """Return the day right before or behind the phrase: "29 volvieron el domingo y el lunes otros 14"."""
    first, last = begins_at(view, counting.span), _last_of(view, counting)
    last += last + 1 < len(view.tokens) and view.folded[last + 1] in view.words.follow_on
    beside = {i for i in (first - 1, last + 1, last + 2) if 0 <= i < len(view.tokens)}
    return next((d for d in view.dates if d.ranges and beside & set(view.inside(d.span))), None)


def _is_day_by_day(view: View, counting: Counting, day: DateMention) -> bool:
    """Tell whether the figure before has another single day, named between the two or before the first."""
    first = view.inside(counting.span)[0]
    told = [d for d in view.dates if d.span != day.span and d.span.end <= view.tokens[first].span.start]
    single = [d for d in (*told, day) if len(d.ranges) == 1 and d.ranges[0].days == 1]
    return len(told) == 1 and len(single) == 2 and told[0].ranges != day.ranges


def _verbless(view: View, model: Draft, counting: Counting, beside: Span) -> bool:
    """Tell whether no verb but the model's own stands between its figure and the end of the place, nor right after."""
    start = view.inside(model.figure.span)[-1] if model.figure is not None else 0
    first, last = view.inside(counting.span)[0], max(view.inside(beside)[-1], view.inside(counting.span)[-1])
    own = {*view.inside(model.trigger)}
    between = [i for i in range(start + 1, last + 1) if i not in own]
    if any(view.tokens[i].pos == "VERB" and view.tokens[i].dep not in {"amod", "acl"} for i in between):
        return False
    if any(view.tokens[i].pos in VERBAL for i in range(first, last + 1)):
        return False
    # "and two in Iguala were found dead": the verb that follows has a rule of its own.
    return not (last + 1 < len(view.tokens) and view.tokens[last + 1].pos in VERBAL)


def _told_so(view: View, model: Draft, counting: Counting, place: PlaceMention | None, *, more: bool) -> Draft:
    role = event_of(model.event).patient
    quote = counting.span if place is None else counting.span.to(place.span)
    side = model.counted.side
    return structs.replace(
        model,
        figure=counting.figure,
        unit=model.unit if counting.numeral is None or counting.head in view.inside(counting.numeral.core)
        else unit_of(view, counting.head, counting.span),
        counted=replace(Counted(), side=side, role=model.counted.role),
        roles=(
            *(r for r in model.roles if r.role != role),
            Role(role=role, text=counting.span.of(view.text), span=counting.span),
        ),
        scope="increment" if more else None,
        quote=quote,
        definite=False,
        retired=False,
        place=place or model.place,
        read_by=f"{model.read_by.removesuffix('+gapped')}+gapped",
    )  # fmt: skip
