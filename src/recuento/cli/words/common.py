"""What several screens say: days, places, counts, names of things."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from recuento.lexicon.codebook import codebook, event_of
from recuento.model import Count, DayRange, Document, Entry, Place

__all__ = [
    "ALLEGED",
    "SIDES",
    "STATUS",
    "count",
    "day",
    "days",
    "event_name",
    "figure",
    "long_day",
    "many",
    "outlet",
    "place",
    "publisher",
    "short",
    "span",
    "tally_line",
    "tally_name",
]

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_ID: Final = 8
SIDES: Final = {
    "civilian": "civilians",
    "state": "state forces",
    "armed_group": "armed group",
    "unknown": "side not said",
}
STATUS: Final = {
    "occurred": "",
    "attempted": "attempted",
    "planned": "planned",
    "ongoing": "ongoing",
    "denied": "denied",
    "unknown": "not known whether it happened",
}
ALLEGED: Final = "alleged"


def many(number: int, one: str, more: str | None = None) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def short(full_id: str) -> str:
    """Return the first letters of an id: enough to ask for it again."""
    return full_id[: _SHORT_ID + 2]


def day(when: date) -> str:
    """Return "22 Mar 2024"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def long_day(when: date) -> str:
    """Return "Friday 22 Mar 2024"."""
    return f"{_WEEKDAYS[when.weekday()]} {day(when)}"


def days(ranges: Sequence[DayRange], no_later_than: date | None = None) -> str:
    """Return the candidates in words ("22 Mar 2024", "May 2024", "Jan 2023 or Jan 2024"); "day not said" for none.

    Where only a bound is known it is "by 25 Mar 2024".
    """
    if not ranges and no_later_than is not None:
        return f"by {day(no_later_than)}"
    return " or ".join(_range(each) for each in ranges) or "day not said"


def _range(span: DayRange) -> str:
    first, last = span.first, span.after - timedelta(days=1)
    if first == last:
        return day(first)
    if first.day == 1 and span == DayRange.month(first.year, first.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if span == DayRange.year(first.year):
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def span(first: date, last: date) -> str:
    """Return a day, or the days from one to another."""
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def place(where: Place | None) -> str:
    """Return "Culiacán, Sinaloa, MX"."""
    if where is None:
        return "place not said"
    admin1 = where.admin1 if where.admin1 != where.name else None
    country = where.country if where.precision != "country" else None
    return ", ".join(part for part in (where.name, admin1, country) if part)


def count(number: Count) -> str:
    """Return "12", "at least 12", "more than 400", "12–14"."""
    if number.more_than is not None:
        return f"more than {number.more_than:,}"
    if number.at_most is None:
        return f"at least {number.at_least:,}"
    if number.exact is not None:
        return f"{number.exact:,}"
    return f"{number.at_least:,}–{number.at_most:,}"


def figure(best: Count, low: int, high: int | None, sources: int) -> str:
    """Return "58 (42–66, 3 sources)": the figure held, what current claims support, how many independent sources.

    A figure that rests on no source is a person's word.
    """
    top = "?" if high is None else f"{high:,}"
    span = f"{low:,}" if high == low else f"{low:,}–{top}"
    return f"{count(best)} ({span}, {many(sources, 'source') if sources else 'no source'})"


def event_name(code: str) -> str:
    """Return the name of an event ("killing")."""
    return event_of(code).name_en


def tally_name(code: str) -> str:
    """Return the name of a tally ("killed")."""
    return next(tally.name_en for tally in codebook().tally if tally.code == code)


def tally_line(entry: Entry) -> str:
    """Return what an entry counts, ready for its figure ("abducted, civilians: ")."""
    unit = f" {entry.unit}" if entry.unit != "people" else ""
    side = f", {SIDES[entry.side]}" if entry.side != "unknown" else ""
    return f"{tally_name(entry.tally)}{unit}{side}: "


def publisher(document: Document) -> str:
    """Return who published a report."""
    return document.publisher or document.source or document.external_id or document.id


def outlet(document: Document) -> str:
    """Return who published a report and when."""
    return f"{publisher(document)}, {day(document.published_on)}"
