"""Days, weeks, months and years as day ranges with their TIMEX3 values."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from msgspec import Struct

from recuento.model import DayRange

__all__ = [
    "Moment",
    "day",
    "month",
    "months_from",
    "narrowed",
    "possible_day",
    "season",
    "span_of_unit",
    "week",
    "weekday_near",
    "weekend",
    "year",
    "years",
]

# First months of the seasons of the north, where most of the reports come from; winter begins in December.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Moment(Struct, frozen=True):
    """One reading of a date: every day it can mean and its TIMEX3 value."""

    days: DayRange
    value: str


def day(when: date, suffix: str = "") -> Moment:
    """Return one day; ``suffix`` is the part of the day in TIMEX3 ("TNI")."""
    return Moment(DayRange.day(when), when.isoformat() + suffix)


def possible_day(year_: int, month_: int, day_: int) -> date | None:
    """Return the day, or None where the calendar has none (30 February)."""
    if not MINYEAR <= year_ < MAXYEAR or not 1 <= month_ <= 12 or not 1 <= day_ <= monthrange(year_, month_)[1]:
        return None
    return date(year_, month_, day_)


def month(year_: int, month_: int) -> Moment:
    """Return one month."""
    return Moment(DayRange.month(year_, month_), f"{year_:04d}-{month_:02d}")


def year(year_: int) -> Moment | None:
    """Return one year, or None outside of what the calendar of Python holds."""
    return Moment(DayRange.year(year_), f"{year_:04d}") if MINYEAR <= year_ < MAXYEAR else None


def years(first: int, after: int, value: str) -> Moment | None:
    """Return a stretch of whole years, ``after`` not among them."""
    if not MINYEAR <= first < after <= MAXYEAR:
        return None
    return Moment(DayRange(date(first, 1, 1), date(after, 1, 1)), value)


def week(when: date) -> Moment:
    """Return the ISO week of ``when``, Monday to Sunday."""
    monday = when - timedelta(days=when.weekday())
    number = when.isocalendar()
    return Moment(DayRange(monday, monday + timedelta(days=7)), f"{number.year:04d}-W{number.week:02d}")


def weekend(when: date) -> Moment:
    """Return Saturday and Sunday of the ISO week of ``when``."""
    whole = week(when)
    return Moment(DayRange(whole.days.first + timedelta(days=5), whole.days.after), whole.value + "-WE")


def season(year_: int, suffix: str) -> Moment:
    """Return three months; winter ends in the year after."""
    first = _SEASONS[suffix]
    after = date(year_ + (first + 3 > 12), (first + 2) % 12 + 1, 1)
    return Moment(DayRange(date(year_, first, 1), after), f"{year_:04d}-{suffix}")


def months_from(when: date, months: int) -> tuple[int, int]:
    """Return (year, month) that many months after the month of ``when``."""
    index = when.year * 12 + when.month - 1 + months
    return index // 12, index % 12 + 1


def weekday_near(weekday: int, anchor: date, *, after: bool = False, strictly: bool = False) -> date:
    """Return the last such weekday on or before ``anchor``, or with ``after`` the first on or after it.

    ``strictly`` leaves out the anchor itself ("el pasado martes", said on a Tuesday).
    """
    ahead = (weekday - anchor.weekday()) % 7
    if after:
        return anchor + timedelta(days=ahead or (7 if strictly else 0))
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=back or (7 if strictly else 0))


def narrowed(moment: Moment, part: str) -> Moment:
    """Return the part of ``moment`` that "early" (E), "mid" (C) or "late" (K) leaves: two fifths, the middle half."""
    width = moment.days.days
    if width < 5 or not part:
        return moment
    first, after = moment.days.first, moment.days.after
    if part == "E":
        after = first + timedelta(days=-(-width * 2 // 5))
    elif part == "C":
        first, after = first + timedelta(days=width // 4), after - timedelta(days=width // 4)
    else:
        first = after - timedelta(days=-(-width * 2 // 5))
    return Moment(DayRange(first, after), moment.value)


def span_of_unit(unit: str, anchor: date, shift: int) -> Moment | None:
    """Return the calendar unit that lies ``shift`` units from the one that holds ``anchor``; None if it has no days."""
    if abs(shift) > 5000:
        return None
    if unit == "day":
        return day(anchor + timedelta(days=shift)) if abs((anchor - date(1, 1, 1)).days) > abs(shift) else None
    if unit in ("week", "fortnight"):
        weeks = shift * (2 if unit == "fortnight" else 1)
        return week(anchor + timedelta(days=7 * weeks))
    if unit == "month":
        year_, month_ = months_from(anchor, shift)
        return month(year_, month_) if year_ >= MINYEAR else None
    if unit == "year":
        return year(anchor.year + shift)
    if unit in ("decade", "century", "lustrum"):
        size = {"decade": 10, "century": 100, "lustrum": 5}[unit]
        first = (anchor.year // size + shift) * size
        return years(first, first + size, f"{first // size}" if unit != "lustrum" else f"{first:04d}")
    return None
