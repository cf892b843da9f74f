"""An event that only tells how long ago the news was not yet: "killed on Thursday, three days after gunmen shot 14"."""

from __future__ import annotations

from datetime import timedelta

from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.dates import date_words
from recuento.model.annotation import DateMention
from recuento.model.days import DayRange
from recuento.model.span import Span

__all__ = ["day_counted_back"]

# Days in a unit, and how far the telling can be off: "a month after" is seldom thirty days.
_UNITS = {"day": (1, 0), "week": (7, 2), "fortnight": (14, 3), "month": (30, 8), "year": (365, 60)}
_REACH = 12  # tokens between "after" and what the event is named by
_NEWS = 4  # a date wider than this is no day of the news
_MOST = 400


def day_counted_back(view: View, match: Match) -> DateMention | None:
    """Return when the event was that the words count from, or None where they count nothing.

    The days are counted back from the sentence's own date, else from the day before publication. Hours and nights give
    no day.
    """
    if view.words.after.isdisjoint(view.folded):
        return None
    for at in range(max(1, match.head - _REACH), match.head):
        if view.folded[at] not in view.words.after or not _governs(view, at, match):
            continue
        told = _span_of_time(view, at)
        if told is not None:
            return _shifted(view, *told)
    return None


def _governs(view: View, at: int, match: Match) -> bool:
    """Tell whether the event is the first thing after "after", with no clause between."""
    between = range(at + 1, match.head)
    if any(view.tokens[i].text in {",", ";", ":", "."} for i in between):
        return False
    above = {at, *view.ancestors(at)}
    return match.head in above or at in view.ancestors(match.head)


def _span_of_time(view: View, at: int) -> tuple[Span, int, int] | None:
    """Return the words before "after" with the days that they say and how far they can be off."""
    unit = _UNITS.get(date_words(view.language).units.get(view.folded[at - 1], ""))
    if unit is None or at < 2:
        return None
    numeral = view.numeral_at(at - 2)
    many = numeral.count.exact if numeral is not None else int(view.folded[at - 2] in view.words.begins_item) or None
    if many is None or not 0 < many * unit[0] <= _MOST * 10:
        return None
    first = view.tokens[at - 2].span if numeral is None else numeral.span
    return first.to(view.tokens[at].span), int(many) * unit[0], unit[1]


def _shifted(view: View, words: Span, days: int, off: int) -> DateMention:
    """Return the day that lies so many days before the news."""
    own = [d for d in view.dates if len(d.ranges) == 1 and d.ranges[0].days <= _NEWS and not d.span.overlaps(words)]
    near = min(own, key=lambda d: abs(d.span.start - words.start), default=None)
    news = near.ranges[0] if near else DayRange(view.published - timedelta(days=1), view.published + timedelta(days=1))
    back = DayRange(news.first - timedelta(days=days + off), news.after - timedelta(days=days - off))
    basis = near.relative_to if near else "publication"
    return DateMention(span=words, ranges=(back,), relative_to=basis, is_counted_back=True)
