"""Years and their parts, decades, centuries: "2019", "the third quarter", "los años ochenta", "siglo XXI"."""

from __future__ import annotations

import re

from recuento.annotate.date_calendar import Moment, month, narrowed, season, year, years
from recuento.annotate.date_grammar import Phrase
from recuento.annotate.date_timeline import Reading, Timeline, one, year_of
from recuento.model import DayRange

__all__ = [
    "read_century",
    "read_decade",
    "read_era",
    "read_half",
    "read_quarter",
    "read_season",
    "read_year",
    "read_year_span",
]


def read_quarter(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "the third quarter of 2022"."""
    which = phrase.number("which") or 0
    if phrase.symbols("which") == "L" or not 1 <= which <= 4:
        return None
    return _share_of_year(phrase, timeline, which, 3, "Q")


def read_half(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "el primer semestre"."""
    which = phrase.number("which") or 0
    return _share_of_year(phrase, timeline, which, 6, "H") if which in (1, 2) else None


def _share_of_year(phrase: Phrase, timeline: Timeline, which: int, months: int, letter: str) -> Reading | None:
    found = year_of(phrase, timeline)
    first_month = months * (which - 1) + 1
    year_ = found[0] if found else timeline.told_from.year - (first_month > timeline.told_from.month)
    first = month(year_, first_month).days.first
    last = month(year_, first_month + months - 1).days.after
    return one(
        Moment(DayRange(first, last), f"{year_:04d}-{letter}{which}"), found[1] if found else timeline.told_basis
    )


def read_season(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "last summer", "the spring of 1983"."""
    word = phrase.parts["season"][0].text
    if len(phrase.words) == 1 or (word == "fall" and phrase.after is not None and phrase.after.symbol == "o"):
        return None
    suffix, found = timeline.words.seasons[word], year_of(phrase, timeline)
    mark = phrase.symbols("lead") + phrase.symbols("trail")
    anchor = timeline.told_from
    if found:
        return one(narrowed(season(found[0], suffix), phrase.symbols("part").strip("ot-")), found[1])
    begun = season(anchor.year, suffix).days.first <= anchor
    year_ = anchor.year - (not begun and not timeline.history and "X" not in mark and "H" not in mark)
    return one(season(year_, suffix), timeline.told_basis)


# ---------------------------------------------------------------- years, decades, centuries


def read_year(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "2019", "late 2019"."""
    moment = year(phrase.number("year") or 0)
    return one(narrowed(moment, phrase.symbols("part").strip("ot-")), "nothing") if moment else None


def read_year_span(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "2008-2010": from the first year to the last."""
    first, last = phrase.number("year") or 0, phrase.number("to") or 0
    last = last if last >= 100 else first // 100 * 100 + last
    return one(years(first, last + 1, f"{first:04d}") if first < last <= first + 100 else year(first), "nothing")


def read_era(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "490 BC": a value, and no days that the calendar could hold."""
    return Reading((), "nothing", f"BC{phrase.number('year') or 0:04d}")


def read_decade(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "the 1990s", "los años ochenta"."""
    number = phrase.number("decade") if "decade" in phrase.parts else phrase.number("tens")
    if number is None or number % 10:
        return None
    if number < 100:
        if number < 10 or not ({"decade"} & set(phrase.parts) or _of_years(phrase, timeline)):
            return None
        number += 1900
    return one(years(number, number + 10, f"{number // 10}"), "nothing")


def _of_years(phrase: Phrase, timeline: Timeline) -> bool:
    units = [timeline.words.units.get(word.text) for word in phrase.words]
    return "decade" in units or any(word.text == "anos" for word in phrase.words[:-1]) or len(phrase.words) == 2


_ROMAN = {"i": 1, "v": 5, "x": 10}


def read_century(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "the 19th century", "siglo XXI"."""
    which = phrase.number("which") if "which" in phrase.parts else _roman(phrase.text("roman"))
    if which is None or not 1 <= which <= 21:
        return None
    return one(years(100 * (which - 1) or 1, 100 * which, f"{which - 1:02d}"), "nothing")


def _roman(text: str) -> int | None:
    if not re.fullmatch(r"[ivx]+", text):
        return None
    values = [_ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
