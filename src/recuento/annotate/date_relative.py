"""Days and units counted from another day: "three days ago", "the day before", "last week", "el año que viene"."""

from __future__ import annotations

from datetime import date, timedelta

from recuento.annotate.date_calendar import Moment, day, narrowed, span_of_unit, weekend
from recuento.annotate.date_grammar import Phrase
from recuento.annotate.date_timeline import Basis, Reading, Timeline, one
from recuento.model import DayRange

__all__ = [
    "read_ago",
    "read_lately",
    "read_later",
    "read_mention_day",
    "read_start_of",
    "read_unit",
    "read_weekend",
    "read_within",
]

# Days in a unit, and how far a half can be off: nobody who says "two and a half weeks" counts the days.
_HALVES = {"day": (1, 1), "week": (7, 3), "month": (30, 8), "year": (365, 60)}
_LATELY = 31  # days: "the last 90 days" are those of a campaign
_SHIFTS = {"L": -1, "X": 1, "H": 0, "V": 0, "F": 1, "R": -1}


def read_mention_day(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "the day before", "al día siguiente", "ese mismo día": from the day last said, else from the anchor."""
    symbols = "".join(word.symbol for word in phrase.words)
    back = bool(phrase.symbols("back"))
    shift = -1 if back else 0 if phrase.symbols("same") else 1
    if symbols.endswith(("B", "A")) and phrase.after is not None and phrase.after.symbol in "taTWMduo":
        return None
    if timeline.last is None or timeline.last.days > 31:
        return one(day(timeline.today + timedelta(days=shift)), timeline.anchor.source) if shift else None
    if symbols[0] in "BA" and symbols.endswith("D") and (timeline.today - timeline.last.first).days > _LATELY:
        return None  # "earlier in the day", behind what is recalled of other years
    base = timeline.last.after - timedelta(days=1) if shift > 0 else timeline.last.first
    return one(day(base + timedelta(days=shift)), "mention")


def _many(phrase: Phrase) -> int | None:
    """Return how many units are said, or None for "several"."""
    many = phrase.parts.get("many")
    if many is None:
        return 1  # "hace mes y medio"
    total = 0
    for word in many:
        if word.symbol == "q":
            return None
        if word.symbol == "p":
            return 2
        total += 1 if word.symbol == "a" else word.number
    return total or None


def read_ago(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "three days ago", "hace dos años"."""
    return _distant(phrase, timeline, sign=-1, anchor=timeline.today, basis=timeline.anchor.source)


def read_lately(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "the last 24 hours", "los últimos tres días": up to the day from which the report counts."""
    unit, many = timeline.words.units.get(phrase.parts["unit"][0].text, ""), _many(phrase) or 0
    days = {"hour": -(-many // 24), "day": many, "week": 7 * many}.get(unit, 0)
    if not 0 < days <= _LATELY:
        return None
    stretch = DayRange(timeline.today - timedelta(days=days), timeline.today + timedelta(days=1))
    return one(Moment(stretch, "PAST_REF"), timeline.anchor.source)


def read_within(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "dentro de tres días"."""
    return _distant(phrase, timeline, sign=1, anchor=timeline.today, basis=timeline.anchor.source)


_OF_A_DAY = frozenset({"hour", "minute"})


def read_later(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "two days later", "un mes antes": from the date said before."""
    # "three days before the vote" counts from something that is no date.
    side = phrase.parts["side"][0]
    if side.symbol == "i" and (side.text != "on" or phrase.after is None or phrase.after.symbol not in ",."):
        return None  # "two days on, eight of them were back"
    barred = {"before": "tadYWMTHVoNn.", "after": "tadYWMTHVoNn."}.get(side.text, "ou" if side.symbol in "BA" else "")
    if side.text not in ("later", "earlier") and phrase.after is not None and phrase.after.symbol in barred:
        return None
    sign = -1 if side.symbol == "B" else 1
    basis: Basis = "mention" if timeline.last else timeline.anchor.source
    if sign > 0 and not timeline.last:
        return Reading((), basis, "FUTURE_REF")  # after what has no day: never after the report was written
    if not timeline.last and timeline.words.units.get(phrase.parts["unit"][0].text, "") in _OF_A_DAY:
        return Reading((), basis, "PAST_REF")  # "a quarter of an hour earlier" is no day of the report
    return _distant(phrase, timeline, sign=sign, anchor=timeline.said, basis=basis)


def _distant(phrase: Phrase, timeline: Timeline, *, sign: int, anchor: date, basis: Basis) -> Reading | None:
    unit = timeline.words.units.get(phrase.parts["unit"][0].text, "")
    many = _many(phrase)
    if many is None:
        return Reading((), basis, "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in ("hour", "minute"):
        days = sign * many // 24 if unit == "hour" and many % 24 == 0 else 0
        if basis == "mention" and not days:
            return Reading((), basis, anchor.isoformat())  # "an hour earlier" gives an hour and no day
        return one(day(anchor + timedelta(days=days)), basis) if abs(days) < 400 else None
    if phrase.parts.get("half") or phrase.parts.get("half2"):
        return _and_a_half(unit, anchor, sign, many, basis)
    if unit == "week" and basis == "mention" and timeline.last is not None and timeline.last.days == 1:
        return one(_weeks_from(anchor, sign * many), basis)
    return one(span_of_unit(unit, anchor, sign * many), basis)


def _weeks_from(anchor: date, weeks: int) -> Moment | None:
    """Return the days around the weekday of ``anchor`` that lies so many weeks off: "a week later"."""
    whole = span_of_unit("week", anchor, weeks)
    if whole is None:
        return None
    middle = anchor + timedelta(days=7 * weeks)
    return Moment(DayRange(middle - timedelta(days=1), middle + timedelta(days=2)), whole.value)


def _and_a_half(unit: str, anchor: date, sign: int, many: int, basis: Basis) -> Reading | None:
    """Read "two and a half weeks ago", "hace mes y medio": the days around that distance, or None for other units."""
    if unit not in _HALVES or many > 100:
        return None
    size, off = _HALVES[unit]
    middle = anchor + timedelta(days=sign * (size * (2 * many + 1)) // 2)
    days = DayRange(middle - timedelta(days=off), middle + timedelta(days=off + 1))
    value = span_of_unit("week" if unit in {"day", "week"} else "month", middle, 0)
    return one(Moment(days, middle.isoformat() if unit == "day" or value is None else value.value), basis)


def read_unit(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "last week", "el año pasado", "ese mismo mes", "the following year"."""
    unit = timeline.words.units.get(phrase.parts["unit"][0].text, "")
    if phrase.parts["unit"][0].text.endswith("s") and unit != "month":
        return None
    mark = (phrase.symbols("lead") or phrase.symbols("trail")).strip("u")[0]
    from_mention = mark in "VFR" or (timeline.history and mark in "LX" and timeline.last is not None)
    from_mention = from_mention or _is_next_told(phrase, timeline)
    if from_mention and timeline.last is None:
        return None
    anchor = timeline.said if from_mention else timeline.today
    basis: Basis = "mention" if from_mention else timeline.anchor.source
    moment = span_of_unit(unit, anchor, _SHIFTS[mark])
    return one(narrowed(moment, phrase.symbols("part").strip("ot-")), basis) if moment else None


def _is_next_told(phrase: Phrase, timeline: Timeline) -> bool:
    """Tell whether "the next month" is the one after a month told before: "held in May 2020, freed the next month"."""
    lead = phrase.parts.get("lead", ())
    if not lead or lead[0].text != "next" or phrase.words[0].symbol != "t" or timeline.last is None:
        return False
    return timeline.last.after <= timeline.today and timeline.cue(phrase) <= 0


def read_start_of(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "a finales de mes", "the end of the year": the unit that holds the anchor."""
    unit = timeline.words.units.get(phrase.parts["unit"][0].text, "")
    if unit not in ("month", "year", "week") or phrase.parts["unit"][0].text.endswith("s"):
        return None
    moment = span_of_unit(unit, timeline.told_from, 0)
    return one(narrowed(moment, phrase.symbols("part")), timeline.told_basis) if moment else None


def read_weekend(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Read "the weekend", "el próximo fin de semana": Saturday and Sunday."""
    if "fin" in phrase.parts and timeline.words.units.get(phrase.parts["fin"][0].text) != "week":
        return None
    mark = (phrase.symbols("lead") + phrase.symbols("trail")).strip("u")[:1]
    if mark == "V" and timeline.last:
        return one(weekend(timeline.said), "mention")
    if not mark and phrase.before is not None and phrase.before.text in timeline.words.measured:
        after = phrase.after.text if phrase.after is not None else ""
        if after not in timeline.words.of_weekend:
            return None  # "a weekend of violence", and "a weekend attack"
    today = timeline.today
    ahead = mark in ("X", "H") or (mark == "" and timeline.cue(phrase) > 0)
    if ahead:
        return one(weekend(today + timedelta(days=7 * (mark == "X" and today.weekday() >= 5))), timeline.anchor.source)
    back = 7 if today.weekday() < 5 or mark == "L" else 0
    return one(weekend(today - timedelta(days=back)), timeline.anchor.source)
