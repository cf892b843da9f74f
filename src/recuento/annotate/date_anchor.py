"""The day from which a report counts: its dateline's where it has one, else its publication's; and when it narrates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from recuento.annotate.date_calendar import possible_day
from recuento.annotate.numeral_grammar import any_of
from recuento.lexicon.dates import date_words
from recuento.model.document import Language

__all__ = ["Anchor", "anchor_of", "narrates"]

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
    close = r"\s*(?:\.?\s*(?:\(|\[|-)|\.\s)"
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


def narrates(years: Iterable[int], anchor: date) -> bool:
    """Tell whether a text with these stated years tells history rather than news.

    In a history "in May" is the May of the year last named, in news that of the year of publication.
    """
    stated = list(years)
    old = [year for year in stated if year <= anchor.year - 2]
    return len(stated) >= _STATED_YEARS and len(old) >= _SHARE_OF_OLD_YEARS * len(stated)
