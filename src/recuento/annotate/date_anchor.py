"""The day from which a report counts: its dateline's where it has one, else its publication's; and when it narrates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Literal

from recuento.annotate.date_calendar import possible_day
from recuento.annotate.date_grammar import Phrase
from recuento.annotate.numeral_grammar import any_of
from recuento.lexicon.dates import date_words
from recuento.model.document import Language

__all__ = ["Anchor", "anchor_of", "narrates", "put_back", "weekday_beside"]

_HEAD = 160
# A history states years of its own: this many at least, and this share of them two years or more before publication.
_STATED_YEARS = 6
_SHARE_OF_OLD_YEARS = 0.6


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day to count from, and where it was said."""

    day: date
    source: Literal["publication", "dateline"]


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    words = date_words(language)
    months = any_of([*words.months, *words.short_months])
    opening = any_of([*words.weekdays, *words.before_month, "el", "los", "las"])
    place = rf"\s*(?:\[?text\]?\s*)?(?!{opening}\b)[a-z][a-z .,'()-]{{1,60}}?[,(]\s*(?:[a-z]+ )?"
    year = r"(?:\s*(?:,|de|del)?\s*(?P<year>\d{4}|\d{2}(?!\d)))?"
    close = r"\)?\s*(?:\.?\s*(?:\(|\[|-)|\.\s)"
    return (
        re.compile(rf"{place}(?P<day>\d{{1,2}})\s+(?:de\s+)?(?P<month>{months})\b\.?{year}{close}"),
        re.compile(rf"{place}(?P<month>{months})\b\.?\s+(?P<day>\d{{1,2}})\b{year}{close}"),
    )


def anchor_of(flat: str, published_on: date, language: Language) -> Anchor:
    """Return the dateline's day if ``flat`` begins with one that has a day, else the day of publication.

    A dateline without a year takes the year that brings it nearest to publication. One that lies more than a year
    from it, either way, is some other date and is not used.
    """
    words = date_words(language)
    numbers = words.short_months | words.months
    for pattern in _patterns(language):
        found = pattern.match(flat[:_HEAD])
        if not found:
            continue
        month, number = numbers[found["month"]], int(found["day"])
        stated = (
            [_full_year(int(found["year"]), published_on)]
            if found["year"]
            else [published_on.year + n for n in (-1, 0, 1)]
        )
        days = [when for year in stated if (when := possible_day(year, month, number))]
        near = min(days, key=lambda when: abs(when - published_on), default=None)
        if near and abs(near - published_on) <= timedelta(days=366):
            return Anchor(near, "dateline")
    return Anchor(published_on, "publication")


def _full_year(year: int, published_on: date) -> int:
    century = published_on.year // 100 * 100
    return (
        year if year >= 100 else min((century + year, century - 100 + year), key=lambda y: abs(y - published_on.year))
    )


def put_back(anchor: Anchor, found: Sequence[Phrase]) -> Anchor:
    """Return the day before ``anchor`` where "hoy viernes" or "ayer jueves" says that the report was written then.

    A heuristic: posts are often dated the day after the paper went to press, so that the words contradict the date. One
    day is all that it ever moves; a wider gap is an error of somebody's. A single "hoy" that agrees with the date keeps
    it, and a dateline with a day of its own is never doubted.
    """
    if anchor.source == "dateline":
        return anchor
    lags = {(anchor.day.weekday() - today) % 7 for today in _todays(found)}
    return replace(anchor, day=anchor.day - timedelta(days=1)) if 1 in lags and 0 not in lags else anchor


def _todays(found: Sequence[Phrase]) -> Iterable[int]:
    """Yield the weekday that "hoy" has by each "hoy viernes", "ayer, jueves", "este viernes, hoy" of the report."""
    for phrase in found:
        weekday = weekday_beside(phrase)
        if weekday is not None:
            yield (weekday - (phrase.number("day") or 0)) % 7
    for one, other in pairwise(found):
        named, said = (one, other) if one.kind == "weekday" else (other, one)
        shift = said.number("day") or 0
        beside = (named.kind, said.kind) == ("weekday", "deictic") and _touch(one, other)
        if beside and shift <= 0 and not _marked(named):
            yield ((named.number("weekday") or 0) - shift) % 7


def weekday_beside(phrase: Phrase) -> int | None:
    """Return the weekday said within "hoy viernes", "ayer, jueves"; None for a day ahead or where none is said."""
    if phrase.kind != "deictic" or (phrase.number("day") or 0) > 0 or phrase.words[-1].symbol != "W":
        return None
    return phrase.words[-1].number


def _touch(one: Phrase, other: Phrase) -> bool:
    """Tell whether at most a comma stands between the two."""
    next_word = one.after
    if next_word is None or next_word.start == other.start:
        return next_word is not None
    before = other.before
    return next_word.text == "," and before is not None and before.start == next_word.start


def _marked(named: Phrase) -> bool:
    """Tell whether "last Friday", "el próximo viernes" is some other Friday than today."""
    return not set(named.symbols("lead") + named.symbols("trail")) <= {"H"}


def narrates(years: Iterable[int], anchor: date) -> bool:
    """Tell whether a text with these stated years tells history rather than news.

    In a history "in May" is the May of the year last named, in news that of the year of publication.
    """
    stated = list(years)
    old = [year for year in stated if year <= anchor.year - 2]
    return len(stated) >= _STATED_YEARS and len(old) >= _SHARE_OF_OLD_YEARS * len(stated)
