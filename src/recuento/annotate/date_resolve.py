"""Which days a phrase means, counted from the anchor or from the date said before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from recuento.annotate.date_anchor import Anchor
from recuento.annotate.date_calendar import (
    Moment,
    day,
    month,
    narrowed,
    possible_day,
    season,
    span_of_unit,
    week,
    weekday_near,
    weekend,
    year,
    years,
)
from recuento.annotate.date_grammar import Phrase
from recuento.lexicon.dates import DateWords
from recuento.model import DayRange

__all__ = ["Reading", "Timeline", "resolve"]

Basis = Literal["nothing", "publication", "dateline", "mention"]
# A day and month without a year lie ahead when that is much nearer: "March 9" said in January, "Dec. 7" said in October.
_NEAR_AHEAD = 60
_FAR_BEHIND = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means: candidates (earliest first), TIMEX3 value, and what it was counted from."""

    moments: tuple[Moment, ...]
    basis: Basis
    value: str | None = None

    @property
    def timex(self) -> str | None:
        return self.value or (self.moments[0].value if self.moments else None)


@dataclass(slots=True)
class Timeline:
    """Where the telling stands. ``last`` is the date last said; a history counts from it.

    ``cue`` tells on which side of the anchor the words around a phrase put it: -1 before, 1 after, 0 unknown.
    """

    anchor: Anchor
    words: DateWords
    history: bool
    cue: Callable[[Phrase], int]
    last: DayRange | None = None
    last_basis: Basis = field(default="nothing")

    @property
    def today(self) -> date:
        return self.anchor.day

    @property
    def said(self) -> date:
        """The day last mentioned; the anchor where there is none."""
        return self.last.first if self.last else self.anchor.day

    @property
    def told_from(self) -> date:
        """The day from which years are completed: the mention in a history, the anchor in news."""
        return self.said if self.history and self.last else self.today

    @property
    def told_basis(self) -> Basis:
        return "mention" if self.history and self.last else self.anchor.source


def resolve(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Return what ``phrase`` means, or None if it is no date after all."""
    return _RESOLVERS[phrase.kind](phrase, timeline)


def _one(moment: Moment | None, basis: Basis) -> Reading | None:
    return Reading((moment,), basis) if moment else None


# ---------------------------------------------------------------- days and months by name


def _tail_year(phrase: Phrase, timeline: Timeline) -> tuple[int, Basis] | None:
    """Return the year of "of last year", "de ese año"."""
    words = phrase.parts.get("tail", ())
    if not words or not any(timeline.words.units.get(word.text) == "year" for word in words):
        return None
    marks = {word.symbol for word in words}
    if marks & {"V", "F", "R"}:
        return timeline.said.year + ("F" in marks) - ("R" in marks), "mention"
    return timeline.today.year - ("L" in marks) + ("X" in marks), timeline.anchor.source


def _full_date(phrase: Phrase, timeline: Timeline) -> Reading | None:
    if phrase.before is not None and phrase.before.text in timeline.words.no_dates_after and "year" not in phrase.parts:
        return None
    month_, number = (
        phrase.number("month") or 0,
        phrase.number("first") or sum(w.number for w in phrase.parts.get("day", ())),
    )
    if number > 31:
        return None
    stated, tail = phrase.number("year"), _tail_year(phrase, timeline)
    if stated is not None or tail is not None:
        year_, basis = (stated, "nothing") if stated is not None else tail or (0, "nothing")
        when = possible_day(year_, month_, number)
    else:
        when, basis = _day_without_year(month_, number, phrase, timeline), timeline.told_basis
    to = phrase.number("to")
    if when and to and when.day < to and possible_day(when.year, when.month, to):
        last = date(when.year, when.month, to)
        value = last if phrase.kind == "range_dmy" else when
        return _one(Moment(DayRange(when, last + timedelta(days=1)), value.isoformat()), basis)
    return _one(day(when, _suffix(phrase, timeline)), basis) if when else None


def _day_without_year(month_: int, number: int, phrase: Phrase, timeline: Timeline) -> date | None:
    if timeline.last is None and (timeline.today.month, timeline.today.day) == (month_, number):
        return timeline.today  # the dateline itself
    if timeline.history and timeline.last:
        return possible_day(_next_year_of_story(month_, timeline), month_, number)
    today = timeline.today
    behind = [d for back in range(9) if (d := possible_day(today.year - back, month_, number)) and d <= today]
    ahead = [d for on in range(9) if (d := possible_day(today.year + on, month_, number)) and d > today]
    cue = -1 if phrase.symbols("back") else timeline.cue(phrase)
    if not ahead or not behind:
        return next(iter(behind or ahead), None)
    soon = (ahead[0] - today).days <= _NEAR_AHEAD and (today - behind[0]).days >= _FAR_BEHIND
    nearby = (ahead[0] - today).days < (today - behind[0]).days
    return ahead[0] if (cue > 0 and nearby) or (cue == 0 and soon) else behind[0]


def _next_year_of_story(month_: int, timeline: Timeline) -> int:
    """Return the year of a month in a history: the last mention's, or the next after its turn ("November … March")."""
    said = timeline.said
    wide = timeline.last is not None and timeline.last.days > 60
    return said.year + 1 if not wide and said.month - month_ >= 8 else said.year


def _month(phrase: Phrase, timeline: Timeline) -> Reading | None:
    if not _is_month(phrase, timeline):
        return None
    month_, part = phrase.number("month") or 0, phrase.symbols("part").strip("ot-")
    tail = _tail_year(phrase, timeline)
    marks = phrase.symbols("lead") + phrase.symbols("trail") + phrase.symbols("back")
    if tail:
        return _one(narrowed(month(tail[0], month_), part), tail[1])
    if timeline.history and timeline.last:
        return _one(narrowed(month(_next_year_of_story(month_, timeline), month_), part), "mention")
    today = timeline.today
    if month_ == today.month and set(marks) & set("Lb"):
        # "back in January", said in January: last year's or this one's, and the words do not tell.
        return Reading((month(today.year - 1, month_), month(today.year, month_)), timeline.anchor.source)
    after = "X" in marks or (
        not set(marks) & set("LbH") and timeline.cue(phrase) > 0 and (month_ - today.month) % 12 <= 6
    )
    year_ = today.year + (month_ < today.month) if after else today.year - (month_ > today.month)
    return _one(narrowed(month(year_, month_), part), timeline.anchor.source)


def _is_month(phrase: Phrase, timeline: Timeline) -> bool:
    """Tell a month from a name or a verb: "in May" and "Plaza de Mayo"."""
    word = phrase.parts["month"][0]
    if word.text not in timeline.words.name_months or len(phrase.words) > 1 + ("tail" in phrase.parts) * len(
        phrase.parts.get("tail", ())
    ):
        return True
    return phrase.before is not None and phrase.before.text in timeline.words.before_month


def _month_year(phrase: Phrase, timeline: Timeline) -> Reading | None:
    part = phrase.symbols("part").strip("ot-")
    return _one(narrowed(month(phrase.number("year") or 0, phrase.number("month") or 0), part), "nothing")


def _month_day(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "el pasado 12", "el día 8", "el 16": the nearest such day of a month on the side that the words give."""
    number = phrase.number("day") or phrase.number("bare") or 0
    if phrase.words[0].text not in ("el", "al", "del"):
        return None
    today = timeline.told_from
    marks = phrase.symbols("lead")
    after = "X" in marks or ("L" not in marks and timeline.cue(phrase) > 0)
    for shift in range(4):
        year_, month_ = _shifted(today, shift if after else -shift)
        when = possible_day(year_, month_, number)
        if when and (when >= today if after else when <= today):
            return _one(day(when), timeline.told_basis)
    return None


def _shifted(anchor: date, months: int) -> tuple[int, int]:
    index = anchor.year * 12 + anchor.month - 1 + months
    return index // 12, index % 12 + 1


# ---------------------------------------------------------------- days by weekday and from today


def _suffix(phrase: Phrase, timeline: Timeline) -> str:
    words = phrase.parts.get("time") or phrase.parts.get("after") or ()
    return timeline.words.parts.get(words[0].text, "") if words else ""


def _weekday(phrase: Phrase, timeline: Timeline) -> Reading | None:
    number = phrase.number("weekday") or 0
    marks = phrase.symbols("lead") + phrase.symbols("trail")
    if timeline.history and timeline.last:
        return _one(day(weekday_near(number, timeline.said, after=True), _suffix(phrase, timeline)), "mention")
    after = "X" in marks or ("L" not in marks and timeline.cue(phrase) > 0)
    strictly = "L" in marks or "X" in marks
    when = weekday_near(number, timeline.today, after=after, strictly=strictly)
    return _one(day(when, _suffix(phrase, timeline)), timeline.anchor.source)


def _weekday_day(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "viernes 24": the nearest such day of a month, at the weekday where one fits."""
    number, weekday = phrase.number("day") or 0, phrase.number("weekday")
    months = [_shifted(timeline.today, shift) for shift in (0, -1, 1, -2, 2)]
    days = [when for year_, month_ in months if (when := possible_day(year_, month_, number))]
    fitting = [when for when in days if when.weekday() == weekday] or days
    nearest = min(fitting, key=lambda when: abs(when - timeline.today), default=None)
    return _one(day(nearest), timeline.anchor.source) if nearest else None


def _deictic(phrase: Phrase, timeline: Timeline) -> Reading | None:
    when = timeline.today + timedelta(days=phrase.number("day") or 0)
    return _one(day(when, _suffix(phrase, timeline)), timeline.anchor.source)


def _day_before(phrase: Phrase, timeline: Timeline) -> Reading | None:
    shift = -1 if "B" in phrase.symbols("before") else 1
    deictic = phrase.parts["before"][-1].number
    if deictic == 0 or (deictic > 0) != (shift > 0):
        return None
    return _one(day(timeline.today + timedelta(days=2 * shift)), timeline.anchor.source)


def _part_of_day(phrase: Phrase, timeline: Timeline) -> Reading | None:
    last = "L" in phrase.symbols("lead")
    if last and phrase.parts["time"][0].text == "manana":
        return _one(day(timeline.today + timedelta(days=2)), timeline.anchor.source)
    when = timeline.today - timedelta(days=last)
    return _one(day(when, _suffix(phrase, timeline)), timeline.anchor.source)


def _tomorrow(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read Spanish "mañana" where it is no morning."""
    if phrase.parts["time"][0].text != "manana":
        return None
    if phrase.before is not None and phrase.before.symbol in "tHViaoXRgN":
        return None
    return _one(day(timeline.today + timedelta(days=1)), timeline.anchor.source)


def _mention_day(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "the day before", "al día siguiente", "ese mismo día": from the day last said, else from the anchor."""
    symbols = "".join(word.symbol for word in phrase.words)
    back = bool(phrase.symbols("back"))
    shift = -1 if back else 0 if phrase.symbols("same") else 1
    if symbols.endswith(("B", "A")) and phrase.after is not None and phrase.after.symbol in "taTWMduo":
        return None
    if timeline.last is None or timeline.last.days > 31:
        return _one(day(timeline.today + timedelta(days=shift)), timeline.anchor.source) if shift else None
    base = timeline.last.after - timedelta(days=1) if shift > 0 else timeline.last.first
    return _one(day(base + timedelta(days=shift)), "mention")


# ---------------------------------------------------------------- so many days ago


def _many(phrase: Phrase) -> int | None:
    """Return how many units are said, or None for "several"."""
    total = 0
    for word in phrase.parts["many"]:
        if word.symbol == "q":
            return None
        if word.symbol == "p":
            return 2
        total += 1 if word.symbol == "a" else word.number
    return total or None


def _ago(phrase: Phrase, timeline: Timeline) -> Reading | None:
    return _distant(phrase, timeline, sign=-1, anchor=timeline.today, basis=timeline.anchor.source)


def _within(phrase: Phrase, timeline: Timeline) -> Reading | None:
    return _distant(phrase, timeline, sign=1, anchor=timeline.today, basis=timeline.anchor.source)


def _later(phrase: Phrase, timeline: Timeline) -> Reading | None:
    # "three days before the vote" counts from something that is no date.
    side = phrase.parts["side"][0]
    if phrase.after is not None and side.text in ("before", "after", "antes", "despues", "prior"):
        if phrase.after.symbol in "tadYWMTHVo" or phrase.after.symbol == "." and side.text in ("before", "after"):
            return None
    sign = -1 if side.symbol == "B" else 1
    basis: Basis = "mention" if timeline.last else timeline.anchor.source
    return _distant(phrase, timeline, sign=sign, anchor=timeline.said, basis=basis)


def _distant(phrase: Phrase, timeline: Timeline, *, sign: int, anchor: date, basis: Basis) -> Reading | None:
    unit = timeline.words.units.get(phrase.parts["unit"][0].text, "")
    many = _many(phrase)
    if many is None:
        return Reading((), basis, "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in ("hour", "minute"):
        days = sign * many // 24 if unit == "hour" and many % 24 == 0 else 0
        return _one(day(anchor + timedelta(days=days)), basis) if abs(days) < 400 else None
    return _one(span_of_unit(unit, anchor, sign * many), basis)


# ---------------------------------------------------------------- weeks, months, years


_SHIFTS = {"L": -1, "X": 1, "H": 0, "V": 0, "F": 1, "R": -1}


def _unit(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "last week", "el año pasado", "ese mismo mes", "the following year"."""
    unit = timeline.words.units.get(phrase.parts["unit"][0].text, "")
    if phrase.parts["unit"][0].text.endswith("s") and unit != "month":
        return None
    mark = (phrase.symbols("lead") or phrase.symbols("trail")).strip("u")[0]
    from_mention = mark in "VFR" or (timeline.history and mark in "LX" and timeline.last is not None)
    if from_mention and timeline.last is None:
        return None
    anchor = timeline.said if from_mention else timeline.today
    basis: Basis = "mention" if from_mention else timeline.anchor.source
    moment = span_of_unit(unit, anchor, _SHIFTS[mark])
    return _one(narrowed(moment, phrase.symbols("part").strip("ot-")), basis) if moment else None


def _start_of(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "a finales de mes", "the end of the year": the unit that holds the anchor."""
    unit = timeline.words.units.get(phrase.parts["unit"][0].text, "")
    if unit not in ("month", "year", "week") or phrase.parts["unit"][0].text.endswith("s"):
        return None
    moment = span_of_unit(unit, timeline.told_from, 0)
    return _one(narrowed(moment, phrase.symbols("part")), timeline.told_basis) if moment else None


def _weekend(phrase: Phrase, timeline: Timeline) -> Reading | None:
    if "fin" in phrase.parts and timeline.words.units.get(phrase.parts["fin"][0].text) != "week":
        return None
    mark = (phrase.symbols("lead") + phrase.symbols("trail")).strip("u")[:1]
    if mark == "V" and timeline.last:
        return _one(weekend(timeline.said), "mention")
    today = timeline.today
    ahead = mark == "X" or mark == "H" or (mark == "" and timeline.cue(phrase) > 0)
    if ahead:
        return _one(weekend(today + timedelta(days=7 * (mark == "X" and today.weekday() >= 5))), timeline.anchor.source)
    back = 7 if today.weekday() < 5 or mark == "L" else 0
    return _one(weekend(today - timedelta(days=back)), timeline.anchor.source)


def _year_of(phrase: Phrase, timeline: Timeline) -> tuple[int, Basis] | None:
    stated = phrase.number("year")
    return (stated, "nothing") if stated is not None else _tail_year(phrase, timeline)


def _quarter(phrase: Phrase, timeline: Timeline) -> Reading | None:
    which = phrase.number("which") or 0
    if phrase.symbols("which") == "L" or not 1 <= which <= 4:
        return None
    return _share_of_year(phrase, timeline, which, 3, "Q")


def _half(phrase: Phrase, timeline: Timeline) -> Reading | None:
    which = phrase.number("which") or 0
    return _share_of_year(phrase, timeline, which, 6, "H") if which in (1, 2) else None


def _share_of_year(phrase: Phrase, timeline: Timeline, which: int, months: int, letter: str) -> Reading | None:
    found = _year_of(phrase, timeline)
    first_month = months * (which - 1) + 1
    year_ = found[0] if found else timeline.told_from.year - (first_month > timeline.told_from.month)
    first = month(year_, first_month).days.first
    last = month(year_, first_month + months - 1).days.after
    return _one(
        Moment(DayRange(first, last), f"{year_:04d}-{letter}{which}"), found[1] if found else timeline.told_basis
    )


def _season(phrase: Phrase, timeline: Timeline) -> Reading | None:
    word = phrase.parts["season"][0].text
    if len(phrase.words) == 1 or (word == "fall" and phrase.after is not None and phrase.after.symbol == "o"):
        return None
    suffix, found = timeline.words.seasons[word], _year_of(phrase, timeline)
    mark = phrase.symbols("lead") + phrase.symbols("trail")
    anchor = timeline.told_from
    if found:
        return _one(narrowed(season(found[0], suffix), phrase.symbols("part").strip("ot-")), found[1])
    begun = season(anchor.year, suffix).days.first <= anchor
    year_ = anchor.year - (not begun and not timeline.history and "X" not in mark and "H" not in mark)
    return _one(season(year_, suffix), timeline.told_basis)


# ---------------------------------------------------------------- years, decades, centuries


def _year(phrase: Phrase, timeline: Timeline) -> Reading | None:
    moment = year(phrase.number("year") or 0)
    return _one(narrowed(moment, phrase.symbols("part").strip("ot-")), "nothing") if moment else None


def _year_span(phrase: Phrase, timeline: Timeline) -> Reading | None:
    first, last = phrase.number("year") or 0, phrase.number("to") or 0
    last = last if last >= 100 else first // 100 * 100 + last
    return _one(years(first, last + 1, f"{first:04d}") if first < last <= first + 100 else year(first), "nothing")


def _era(phrase: Phrase, timeline: Timeline) -> Reading | None:
    return Reading((), "nothing", f"BC{phrase.number('year') or 0:04d}")


def _decade(phrase: Phrase, timeline: Timeline) -> Reading | None:
    number = phrase.number("decade") if "decade" in phrase.parts else phrase.number("tens")
    if number is None or number % 10:
        return None
    if number < 100:
        if number < 10 or not ({"decade"} & set(phrase.parts) or _of_years(phrase, timeline)):
            return None
        number += 1900
    return _one(years(number, number + 10, f"{number // 10}"), "nothing")


def _of_years(phrase: Phrase, timeline: Timeline) -> bool:
    units = [timeline.words.units.get(word.text) for word in phrase.words]
    return "decade" in units or any(word.text == "anos" for word in phrase.words[:-1]) or len(phrase.words) == 2


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _century(phrase: Phrase, timeline: Timeline) -> Reading | None:
    which = phrase.number("which") if "which" in phrase.parts else _roman(phrase.text("roman"))
    if which is None or not 1 <= which <= 21:
        return None
    return _one(years(100 * (which - 1) or 1, 100 * which, f"{which - 1:02d}"), "nothing")


def _roman(text: str) -> int | None:
    if not re.fullmatch(r"[ivx]+", text):
        return None
    values = [_ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


_RESOLVERS: dict[str, Callable[[Phrase, Timeline], Reading | None]] = {
    "date_dmy": _full_date, "range_dmy": _full_date, "range_mdy": _full_date, "date_mdy": _full_date, "first_dmy": _full_date, "month_year": _month_year, "month": _month,
    "month_day": _month_day, "weekday": _weekday, "weekday_day": _weekday_day, "deictic": _deictic, "day_before": _day_before,
    "part_of_day": _part_of_day, "tomorrow": _tomorrow, "mention_day": _mention_day, "hace": _ago, "ago": _ago, "later": _later,
    "within": _within, "unit": _unit, "unit_trail": _unit, "start_of": _start_of, "weekend": _weekend, "quarter": _quarter,
    "half": _half, "season": _season, "era": _era, "century": _century, "decade": _decade, "year": _year, "year_span": _year_span,
}  # fmt: skip
