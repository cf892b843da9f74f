"""An event that only tells how long ago the news was not yet: "killed on Thursday, three days after gunmen shot 14"."""

from __future__ import annotations

from datetime import timedelta

from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.dates import date_words
from recuento.model.annotation import DateMention, Numeral
from recuento.model.days import DayRange
from recuento.model.span import Span

__all__ = ["counted_from", "day_counted_back"]

# Days in a unit, and how far the telling can be off: "a month after" is seldom thirty days.
_UNITS = {
    "minute": (0, 0),
    "hour": (1, 0),
    "day": (1, 0),
    "week": (7, 2),
    "fortnight": (14, 3),
    "month": (30, 8),
    "year": (365, 60),
}
_OF_A_DAY = frozenset({"minute", "hour"})
_TO_THE_DAY = frozenset({("to", "the", "day")})
_REACH = 12  # tokens between "after" and what the event is named by
_NEWS = 4  # a date wider than this is no day of the news
_MOST = 400
_CLOSES = frozenset({",", ";", ":", ".", "(", ")", "—", "–"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_BEGINS = frozenset({"DET", "NUM", "PRON"})
_PHRASE = _NOMINAL | _BEGINS | {"ADJ", "ADP"}


def day_counted_back(view: View, match: Match) -> DateMention | None:
    """Return when the event was that the words count from or that they count to, or None where they count nothing.

    "Freed on Tuesday, a day after 42 were": the days are counted back from the sentence's own date, else from the day
    before publication, unless the words give the event a day of its own. "A day after 42 were freed on Monday, troops
    moved in": what they count to has the other's day, and so many more; "a day before", as many less. An hour after or
    before it was the same day.
    """
    if (view.words.after | view.words.ahead).isdisjoint(view.folded):
        return None
    first = _first_of_row(view, match.head)
    for at in range(max(1, first - _REACH), first):
        if view.folded[at] not in view.words.after or not _governs(view, at, first):
            continue
        told = _span_of_time(view, at)
        if told is not None and told[1]:
            return None if _dates_within(view, at, match.head) else _shifted(view, *told)
    return _counted_to(view, match)


def counted_from(view: View) -> DateMention | None:
    """Return the day right before words that count from it: "freed those held on Friday, a day after 31 others"."""
    if (view.words.after | view.words.ahead).isdisjoint(view.folded):
        return None
    for at in range(1, len(view.tokens)):
        if view.folded[at] not in view.words.after | view.words.ahead or (told := _span_of_time(view, at)) is None:
            continue
        for day in view.dates:
            between = view.text[day.span.end : told[0].start]
            if _is_of_news(day) and between.strip() in {"", ","} and day.span.end <= told[0].start:
                return day
    return None


def _counted_to(view: View, match: Match) -> DateMention | None:
    """Return the day of an event that the words put so many days after, or before, one of a day that they name."""
    for at in range(1, len(view.tokens)):
        if view.folded[at] not in view.words.after | view.words.ahead:
            continue
        told = _span_of_time(view, at)
        if told is None:
            continue
        end = next((i for i in range(at, len(view.tokens)) if view.tokens[i].text in _CLOSES), len(view.tokens))
        own = [d for d in view.dates if _is_of_news(d)]
        inside = [d for d in own if at < (view.at(d.span.start) or 0) < end]
        if len(inside) != 1 or own != inside or at < match.head < end:
            continue
        words, days, off = told
        sign = 1 if view.folded[at] in view.words.after else -1
        day = inside[0].ranges[0]
        on = DayRange(day.first + timedelta(days=sign * days - off), day.after + timedelta(days=sign * days + off))
        return DateMention(span=words, ranges=(on,), relative_to=inside[0].relative_to)
    return None


def _is_of_news(date: DateMention) -> bool:
    return len(date.ranges) == 1 and date.ranges[0].days <= _NEWS


def _dates_within(view: View, at: int, head: int) -> bool:
    """Tell whether the clause behind "after" names the day of its own event: "after 30 were abducted on Monday"."""
    days = [i for d in view.dates if _is_of_news(d) and (i := view.at(d.span.start)) is not None and i > head]
    return any(not _CLOSES & {view.tokens[j].text for j in range(at, i)} for i in days)


def _first_of_row(view: View, head: int) -> int:
    """Return the first verb of those told in a row: "days after gunmen cut the road, burned a bus and took nine"."""
    while view.tokens[head].dep == "conj" and view.tokens[head].head < head and not view.children(head, "nsubj"):
        above = view.tokens[head].head
        if view.tokens[above].pos != "VERB" or any(d.span.start > view.tokens[above].span.end for d in view.dates):
            return head
        head = above
    return head


def _governs(view: View, at: int, head: int) -> bool:
    """Tell whether the event is the first thing after "after", with no clause between."""
    between = range(at + 1, head)
    if any(view.tokens[i].text in _CLOSES for i in between):
        return False
    above = {at, *view.ancestors(at)}
    return head in above or at in view.ancestors(head) or _is_told_of_one(view, between)


def _is_told_of_one(view: View, between: range) -> bool:
    """Tell whether one noun phrase and auxiliaries stand between, though the parser hangs them elsewhere.

    "A day after 42 had been freed": of "a day after the attack 42 were freed" a number or an article begins anew.
    """
    last = len(between)
    while last and view.tokens[between[last - 1]].pos in {"AUX", "ADV", "PART"}:
        last -= 1
    parts = [view.tokens[i].pos for i in between[:last]]
    heads = [i for i, part in enumerate(parts) if part in _NOMINAL]
    if not 0 < last < len(between) or not _PHRASE.issuperset(parts):
        return False
    return _BEGINS.isdisjoint(parts[heads[0] + 1 :]) if heads else parts == ["NUM"]


def _span_of_time(view: View, at: int) -> tuple[Span, int, int] | None:
    """Return the words before "after" with the days that they say, none of hours, and how far they can be off."""
    last = at - 1
    exact = tuple(view.folded[max(0, at - 3) : at]) in _TO_THE_DAY  # "a week to the day after"
    if exact:
        last = at - 4
    named = date_words(view.language).units.get(view.folded[last], "") if last > 0 else ""
    unit = _UNITS.get(named)
    if unit is None:
        return None
    numeral = view.numeral_at(last - 1)
    said = _units_said(numeral) if numeral is not None else int(view.folded[last - 1] in view.words.begins_item) or None
    days = int(said) * unit[0] if said is not None and 0 < said * unit[0] <= _MOST * _MOST else 0
    if named == "hour":
        days = days // 24 if days % 24 == 0 else 0
    if named not in _OF_A_DAY and not 0 < days <= _MOST * 10:
        return None
    first = view.tokens[last - 1].span if numeral is None else numeral.span
    return first.to(view.tokens[at].span), days, 0 if exact else unit[1]


def _units_said(numeral: Numeral) -> float | None:
    """Return how many units are said; "less than 24 hours after" is told of the next day."""
    under = numeral.count.at_least == 1 and numeral.count.at_most
    return under + 1 if under and not numeral.count.exact else numeral.count.exact


def _shifted(view: View, words: Span, days: int, off: int) -> DateMention:
    """Return the day that lies so many days before the news."""
    own = [d for d in view.dates if _is_of_news(d) and not d.span.overlaps(words)]
    near = min(own, key=lambda d: abs(d.span.start - words.start), default=None)
    news = near.ranges[0] if near else DayRange(view.published - timedelta(days=1), view.published + timedelta(days=1))
    back = DayRange(news.first - timedelta(days=days + off), news.after - timedelta(days=days - off))
    basis = near.relative_to if near else "publication"
    return DateMention(span=words, ranges=(back,), relative_to=basis, is_counted_back=True)
