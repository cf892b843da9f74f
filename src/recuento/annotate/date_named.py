"""Days and months by name: "20 January", "en mayo pasado", "el viernes", "yesterday"."""

from __future__ import annotations

from datetime import date, timedelta

from recuento.annotate.date_anchor import weekday_beside
from recuento.annotate.date_calendar import Moment, day, month, months_from, narrowed, possible_day, weekday_near
from recuento.annotate.date_grammar import Phrase
from recuento.annotate.date_timeline import Basis, Reading, Timeline, one, suffix, tail_year
from recuento.model import DayRange

__all__ = [
    "read_day_before",
    "read_deictic",
    "read_full_date",
    "read_month",
    "read_month_day",
    "read_month_year",
    "read_months",
    "read_part_of_day",
    "read_tomorrow",
    "read_weekday",
    "read_weekday_day",
    "read_weekdays",
]

# A day and month without a year lie ahead when that is much nearer: "Dec. 7" said in October.
_NEAR_AHEAD = 60
_FAR_BEHIND = 200
# How many days back the day lies of which the news is.
_NEWS_DAYS = 3


def read_full_date(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read a day with its month, and its year said or found: "20 January", "del 3 al 5 de enero"."""
    if phrase.before is not None and phrase.before.text in timeline.words.no_dates_after and "year" not in phrase.parts:
        return None
    month_, number = (
        phrase.number("month") or 0,
        phrase.number("first") or sum(w.number for w in phrase.parts.get("day", ())),
    )
    if number > 31:
        return None
    stated, tail = phrase.number("year"), tail_year(phrase, timeline)
    basis: Basis = "nothing" if stated is not None else tail[1] if tail else timeline.told_basis
    if stated is not None or tail is not None:
        when = possible_day(stated if stated is not None else tail[0] if tail else 0, month_, number)
    else:
        when = _day_without_year(month_, number, phrase, timeline)
    to = phrase.number("to")
    if when and to and when.day < to and possible_day(when.year, when.month, to):
        last = date(when.year, when.month, to)
        value = last if phrase.kind == "range_dmy" else when
        return one(Moment(DayRange(when, last + timedelta(days=1)), value.isoformat()), basis)
    return one(day(when, suffix(phrase, timeline)), basis) if when else None


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


def read_month(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read a month without a year: "in May", "back in January", "early March", "enero pasado"."""
    if not _is_month(phrase, timeline):
        return None
    month_, part = phrase.number("month") or 0, phrase.symbols("part").strip("ot-")
    tail = tail_year(phrase, timeline)
    marks = phrase.symbols("lead") + phrase.symbols("trail") + phrase.symbols("back")
    if tail:
        return one(narrowed(month(tail[0], month_), part), tail[1])
    if timeline.history and timeline.last:
        return one(narrowed(month(_next_year_of_story(month_, timeline), month_), part), "mention")
    told_on = None if marks else timeline.year_told_on(phrase, month_)
    if told_on is not None:
        return one(narrowed(month(told_on, month_), part), "mention")
    today = timeline.today
    if month_ == today.month and set(marks) & set("Lb"):
        # "back in January", said in January: last year's or this one's, and the words do not tell.
        return Reading((month(today.year - 1, month_), month(today.year, month_)), timeline.anchor.source)
    after = "X" in marks or (
        not set(marks) & set("LbH") and timeline.cue(phrase) > 0 and (month_ - today.month) % 12 <= 6
    )
    year_ = today.year + (month_ < today.month) if after else today.year - (month_ > today.month)
    return one(narrowed(month(year_, month_), part), timeline.anchor.source)


def read_months(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "de enero a noviembre de 2000": one stretch."""
    year_, first, last = phrase.number("year") or 0, phrase.number("month") or 0, phrase.number("to") or 0
    if first >= last:
        return one(month(year_, last), "nothing")
    days = DayRange(month(year_, first).days.first, month(year_, last).days.after)
    return one(Moment(days, f"{year_:04d}-{first:02d}"), "nothing")


def _is_month(phrase: Phrase, timeline: Timeline) -> bool:
    """Tell a month from a name or a verb: "in May" and "Plaza de Mayo"."""
    word = phrase.parts["month"][0]
    if word.text not in timeline.words.name_months or len(phrase.words) > 1 + ("tail" in phrase.parts) * len(
        phrase.parts.get("tail", ())
    ):
        return True
    return phrase.before is not None and phrase.before.text in timeline.words.before_month


def read_month_year(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "September 2010"."""
    part = phrase.symbols("part").strip("ot-")
    return one(narrowed(month(phrase.number("year") or 0, phrase.number("month") or 0), part), "nothing")


def read_month_day(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "el pasado 12", "el día 8", "el 16": the nearest such day of a month on the side that the words give."""
    number = phrase.number("day") or phrase.number("bare") or 0
    if phrase.words[0].text == "the":
        on = phrase.before is not None and phrase.before.text == "on"
        if not on or (phrase.parts.get("bare") or phrase.words)[-1].text.isdigit():
            return None  # "on the 22nd", no "the 22" and no "22nd Street"
    elif phrase.words[0].text not in ("el", "al", "del"):
        return None
    today = timeline.told_from
    marks = phrase.symbols("lead")
    after = "X" in marks or ("L" not in marks and timeline.cue(phrase) > 0)
    for shift in range(4):
        year_, month_ = months_from(today, shift if after else -shift)
        when = possible_day(year_, month_, number)
        if when and (when >= today if after else when <= today):
            return one(day(when), timeline.told_basis)
    return None


def read_weekday(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "el pasado viernes", "Friday night": on or before the anchor unless the words look ahead."""
    number = phrase.number("weekday") or 0
    marks = phrase.symbols("lead") + phrase.symbols("trail")
    if timeline.history and timeline.last:
        return one(day(weekday_near(number, timeline.said, after=True), suffix(phrase, timeline)), "mention")
    after = "X" in marks or ("L" not in marks and timeline.cue(phrase) > 0)
    strictly = "L" in marks or "X" in marks
    when = weekday_near(number, timeline.today, after=after, strictly=strictly)
    return one(day(when, suffix(phrase, timeline)), timeline.anchor.source)


def read_weekdays(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "between Friday and Sunday", "del viernes al domingo": one stretch, from the first to the last."""
    if phrase.before is None or phrase.before.text not in timeline.words.stretches:
        return read_weekday(phrase, timeline)
    first = read_weekday(phrase, timeline)
    if first is None:
        return None
    start = first.moments[0].days.first
    last = weekday_near(phrase.number("to") or 0, start, after=True)
    return one(Moment(DayRange(start, last + timedelta(days=1)), start.isoformat()), first.basis)


def read_weekday_day(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "viernes 24": the nearest such day of a month, at the weekday where one fits."""
    if phrase.after is not None and phrase.after.text in timeline.words.clock:
        return read_weekday(phrase, timeline)  # "Sunday, 3 a.m."
    number, weekday = phrase.number("day") or 0, phrase.number("weekday")
    months = [months_from(timeline.today, shift) for shift in (0, -1, 1, -2, 2)]
    days = [when for year_, month_ in months if (when := possible_day(year_, month_, number))]
    fitting = [when for when in days if when.weekday() == weekday]
    if not fitting and not any(word.text == "," for word in phrase.words):
        fitting = days  # "el domingo, 26 volvieron": 26 people, where the 26th is no Sunday
    nearest = min(fitting, key=lambda when: abs(when - timeline.today), default=None)
    return one(day(nearest), timeline.anchor.source) if nearest else None


def read_deictic(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "yesterday", "anoche", "la madrugada de hoy"; of "hoy viernes" the weekday is what holds."""
    when = _eve(phrase, timeline) or timeline.today + timedelta(days=phrase.number("day") or 0)
    weekday = weekday_beside(phrase)
    if weekday is not None:
        when = weekday_near(weekday, when, after=False)
    return one(day(when, suffix(phrase, timeline)), timeline.anchor.source)


def _eve(phrase: Phrase, timeline: Timeline) -> date | None:
    """Return the eve of the day of which the report has just told; None where it counts from the report's own day.

    "El lunes murieron tres. La víspera habían caído dos." But who "dijo la víspera" spoke the day before the report.
    """
    last, words = timeline.last, timeline.words
    if phrase.words[-1].text not in words.eve or last is None or last.days != 1:
        return None
    near = 0 <= (timeline.today - last.first).days <= _NEWS_DAYS
    spoken = phrase.before is not None and phrase.before.text in words.past_leads
    return last.first - timedelta(days=1) if near and not spoken else None


def read_day_before(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "the day before yesterday" and "the day after tomorrow"."""
    shift = -1 if "B" in phrase.symbols("before") else 1
    deictic = phrase.parts["before"][-1].number
    if deictic == 0 or (deictic > 0) != (shift > 0):
        return None
    return one(day(timeline.today + timedelta(days=2 * shift)), timeline.anchor.source)


def read_part_of_day(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "this morning", "last night", "pasado mañana"."""
    last = "L" in phrase.symbols("lead")
    if last and phrase.parts["time"][0].text == "manana":
        return one(day(timeline.today + timedelta(days=2)), timeline.anchor.source)
    when = timeline.today - timedelta(days=last)
    return one(day(when, suffix(phrase, timeline)), timeline.anchor.source)


def _overnight(timeline: Timeline) -> Reading | None:
    """Return the night before the report, None where it has told of another day: then it may be that night."""
    last, today = timeline.last, timeline.today
    if last is not None and not (last.days <= 2 and last.first >= today - timedelta(days=1)):
        return None
    night = DayRange(today - timedelta(days=1), today + timedelta(days=1))
    return one(Moment(night, today.isoformat()), timeline.anchor.source)


def read_tomorrow(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read Spanish "mañana" where it is no morning, "dawn Sunday", and "overnight": yesterday and today."""
    if phrase.parts["time"][0].text in timeline.words.overnight and "weekday" not in phrase.parts:
        return _overnight(timeline)
    if phrase.parts["time"][0].text != "manana" and "weekday" in phrase.parts:
        return read_weekday(phrase, timeline)
    if phrase.parts["time"][0].text != "manana":
        return None
    if phrase.before is not None and phrase.before.symbol in "tHViaoXRgN":
        return None
    return one(day(timeline.today + timedelta(days=1)), timeline.anchor.source)
