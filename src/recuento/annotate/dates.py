"""Dates in a text, as the days that their words can mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from recuento.annotate.date_anchor import Anchor, anchor_of, narrates, put_back
from recuento.annotate.date_calendar import possible_day
from recuento.annotate.date_grammar import Phrase, phrases
from recuento.annotate.date_resolve import resolve
from recuento.annotate.date_timeline import Reading, Timeline
from recuento.annotate.date_tokens import row_of
from recuento.annotate.numeral_grammar import any_of
from recuento.errors import DocumentError
from recuento.lexicon.dates import date_words
from recuento.lexicon.flat import flat as flatten
from recuento.lexicon.grammar import saying_verbs
from recuento.lexicon.numerals import numeral_words
from recuento.model import DateMention, DayRange, Span
from recuento.model.document import Language

__all__ = ["find_dates"]

_AROUND = 70
# Wide enough for any archive, and far from the ends of the calendar that "last century" could cross.
_YEARS_OF_REPORTS = range(1400, 2400)
# A text that says "yesterday" or "on Friday" in its first lines is news, whatever years it recalls.
_LEAD = 600
_AGED_LEAD = 60  # letters in which an age may begin: "in their late teens, 20s or early 30s"
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_ONE_SENTENCE = 200  # letters between a dated month and one that goes on from it
_A_MONTH = 31
_SAID = 40  # letters between a verb of saying and its day
# "va a llegar", and not "la carretera que va de Tuxpan a Poza Rica".
_FUTURE_ES = re.compile(r"\w+r(?:á|án|emos)\b|\bvan? a \w+[aei]r\b")
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?:(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>\d\d?)-(?P<d>\d\d?)|(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<c>(?:1[5-9]|20)\d\d|\d\d))(?![\w/-])"
)


def find_dates(text: str, *, language: Language, published_on: date) -> tuple[DateMention, ...]:
    """Return the dates of ``text`` in text order, none overlapping; offsets into ``text``.

    Days are counted from the dateline's day if ``text`` begins with a dateline that has one, else from
    ``published_on``, or from the day before where "hoy viernes" contradicts it by one day (`date_anchor.put_back`);
    ``relative_to`` says which. "The day before", "dos días después" count from the date said before
    ("mention"), and from the anchor where there is none. In a text that tells history (see `date_anchor.narrates`) days
    and months without a year take that of the date said before, too.

    ``ranges`` are as wide as the words: "in May" is a month, "early March" two fifths of one, "2019" a year. "Back in
    January", said in January, is two candidates. ``value`` is the TIMEX3 value of the earliest candidate.

    Raises:
        LexiconError: the language has no table of dates.
        DocumentError: the report is dated to an age in which no report was written.
    """
    if published_on.year not in _YEARS_OF_REPORTS:
        raise DocumentError(f"dated {published_on}: no report was published that year; correct the date")
    flat = flatten(text)
    row = row_of(flat, language)
    found = [phrase for phrase in phrases(row, language) if _plausible(phrase, text, flat, language)]
    anchor = put_back(anchor_of(flat, published_on, language), found)
    stated = [year for phrase in found if (year := phrase.number("year")) and phrase.kind != "era"]
    news = any(phrase.kind in ("deictic", "weekday") and phrase.start < _LEAD for phrase in found)
    history = not news and anchor.source == "publication" and narrates(stated, anchor.day)
    timeline = Timeline(
        anchor,
        date_words(language),
        history,
        _cue_of(text, flat, language),
        goes_on=lambda start, end: end - start < _ONE_SENTENCE and _SENTENCE_END.search(text, start, end) is None,
    )
    mentions = _numeric(flat, language) + _references(flat, language) + _todays(flat, language, anchor)
    told_at = 0
    for phrase in found:
        reading = resolve(phrase, timeline)
        if reading is not None:
            mentions.append(_mention(phrase, reading, timeline, text))
            # "Nine died on Saturday, police said Monday. That day …": the Saturday.
            goes_on = timeline.last is not None and timeline.goes_on(told_at, phrase.start)
            if not (goes_on and _is_said_on(flat, phrase, language)):
                _remember(reading, timeline)
                told_at = phrase.end
            _remember_year(phrase, reading, timeline)
    return _apart(mentions)


def _remember(reading: Reading, timeline: Timeline) -> None:
    if len(reading.moments) == 1:
        timeline.last = reading.moments[0].days


def _is_said_on(flat: str, phrase: Phrase, language: Language) -> bool:
    """Tell whether the day follows a verb of saying: "police said on Monday"."""
    before = flat[max(0, phrase.start - _SAID) : phrase.start].split()
    while before and before[-1] in date_words(language).before_said:
        before.pop()
    return bool(before) and before[-1] in saying_verbs(language)


def _remember_year(phrase: Phrase, reading: Reading, timeline: Timeline) -> None:
    narrow = len(reading.moments) == 1 and reading.moments[0].days.days <= _A_MONTH
    told_on = timeline.dated is not None and reading.basis == "mention"
    if narrow and (phrase.number("year") is not None or told_on):
        timeline.dated = (reading.moments[0].days, phrase.end)


def _mention(phrase: Phrase, reading: Reading, timeline: Timeline, text: str) -> DateMention:
    ranges = tuple(moment.days for moment in reading.moments)
    return DateMention(
        span=Span(phrase.start, phrase.end), ranges=ranges, value=reading.timex, relative_to=reading.basis
    )


def _apart(mentions: list[DateMention]) -> tuple[DateMention, ...]:
    """Return ``mentions`` in order; of two that overlap the longer stays."""
    kept: list[DateMention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if kept and kept[-1].span.overlaps(mention.span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
            continue
        kept.append(mention)
    return tuple(kept)


# ---------------------------------------------------------------- is it a date at all


@cache
def _noun_after(language: Language) -> re.Pattern[str]:
    words = numeral_words(language)
    stops = any_of(words.plural_noun_stops)
    units = "|".join(
        pattern
        for sense in ("money", "percent", "distance", "weight", "speed", "model")
        for pattern in words.after[sense]
    )
    return re.compile(rf"\s?-?\s?(?:{units})|\s+(?!{stops}\b)[a-z]{{3,}}s\b")


@cache
def _address_after(language: Language) -> re.Pattern[str]:
    patterns = numeral_words(language).after.get("address", ())  # Spanish says it before the number
    return re.compile(rf"\s?-?\s?(?:{'|'.join(patterns)})" if patterns else r"(?!)")


@cache
def _year_before(language: Language) -> re.Pattern[str]:
    prepositions = any_of(date_words(language).before_year)
    return re.compile(rf"\b{prepositions}[\s-]+$|[(,]\s?$")


@cache
def _aged(language: Language) -> re.Pattern[str]:
    words = date_words(language)
    return re.compile(rf"\b{any_of(words.aged)}(?:\W+(?:{any_of(words.aged_between)}|\d0s))*\W*\Z")


def _plausible(phrase: Phrase, text: str, flat: str, language: Language) -> bool:
    """Tell whether the words around let ``phrase`` be a date: "in 2010" and not "2010 rounds"."""
    if phrase.kind == "year" and not phrase.symbols("part"):
        year = phrase.number("year") or 0
        if _address_after(language).match(flat, phrase.end):
            return False  # "in the 1800 block of Elm Road"
        strong = (
            _year_before(language).search(flat[max(0, phrase.words[-1].start - 12) : phrase.words[-1].start])
            is not None
        )
        return 1400 <= year <= 2100 and (strong or not _noun_after(language).match(flat, phrase.end))
    if phrase.kind == "month" and language == "en":
        first = text[phrase.parts["month"][0].start]
        return first.isupper()
    if phrase.kind == "month" and language == "es":
        word = phrase.parts["month"][0]
        named = text[word.start].isupper() and not text[word.start : word.end].isupper()
        street = phrase.before is not None and phrase.before.text in ("de", "del") and len(phrase.words) == 1
        return not (named and (street or phrase.before is None or phrase.before.text not in ("en", "desde", "hasta")))
    if phrase.kind == "decade" and (phrase.number("decade") or 100) < 100:
        return _aged(language).search(flat, max(0, phrase.start - _AGED_LEAD), phrase.start) is None
    if phrase.kind == "deictic" and phrase.words[-1].text in date_words(language).eve:
        return phrase.after is None or phrase.after.text not in ("de", "del")
    if phrase.kind == "month_day":
        return not _noun_after(language).match(flat, phrase.end)
    return True


@cache
def _cues(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = date_words(language)
    return (
        re.compile(rf"\b{any_of(words.future_words)}\b"),
        re.compile(rf"\b{any_of(words.past_words)}\b"),
        re.compile(rf"\b{any_of(words.past_leads)}(?:\s+(?:on|early|late|el|este|la|al|en))?\s*$"),
    )


# A participle of those who are spoken of, with nothing but words of its own up to the day.
_WHOM = re.compile(r"\b(?:\w{3,}ed|shot|slain|taken|held|hurt|found) (?:\w+ ){0,4}$")


@cache
def _would(language: Language) -> re.Pattern[str]:
    led = date_words(language).future_in_past
    return re.compile(rf"\b{any_of(led)} (?!have\b|be remembered)[a-z][^,;:]*$" if led else r"(?!)")


def _cue_of(text: str, flat: str, language: Language) -> Callable[[Phrase], int]:
    words = date_words(language)
    future, past, past_lead = _cues(language)

    def cue(phrase: Phrase) -> int:
        """Return 1 where the clause looks ahead, -1 where it looks back, 0 where it does not say."""
        first, last = max(0, phrase.start - _AROUND), min(len(flat), phrase.end + _AROUND // 2)
        before = _SENTENCE_END.split(flat[first : phrase.start])[-1]
        after = _SENTENCE_END.split(flat[phrase.end : last])[0]
        if past_lead.search(before):
            return -1
        around = before + " " + after
        verbs = text[phrase.start - len(before) : phrase.end + len(after)]
        led = phrase.before is not None and phrase.before.text in words.future_leads
        if _would(language).search(before):
            return 1  # "said that 200 more would arrive on Wednesday"
        if language == "en" and _WHOM.search(before) and future.match(after.lstrip()) and not future.search(before):
            return -1  # "those killed in Celaya on Sunday will be buried today"
        own_clause = before + " " + after.split(",")[0]
        if language == "en" and led and past.search(after.split(",")[0]) and not future.search(own_clause):
            return -1  # "By Wednesday 31 of them were home."
        if language == "en" and not led and past.search(before) and not future.search(own_clause):
            return -1  # "were flown in on Monday, and 80 more will follow"
        if led or future.search(around) or (language == "es" and _FUTURE_ES.search(verbs)):
            return 1
        return -1 if past.search(around) else 0

    return cue


# ---------------------------------------------------------------- digits alone, and no day at all


def _numeric(flat: str, language: Language) -> list[DateMention]:
    """Return 2024-03-24, 24/03/2024 (Spanish: day first) and 3/24/2024 (English: month first)."""
    found = []
    for match in _NUMERIC.finditer(flat):
        when = _numeric_day(match, language)
        if when:
            found.append(DateMention(span=Span(*match.span()), ranges=(DayRange.day(when),), value=when.isoformat()))
    return found


def _numeric_day(match: re.Match[str], language: Language) -> date | None:
    if match["y"]:
        return possible_day(int(match["y"]), int(match["m"]), int(match["d"]))
    year = int(match["c"]) if len(match["c"]) == 4 else 2000 + int(match["c"])
    first, second = int(match["a"]), int(match["b"])
    month, day = (first, second) if language == "en" else (second, first)
    # A thirteenth month says that the writer put the parts the other way round.
    return possible_day(year, month, day) or possible_day(year, day, month)


@cache
def _reference_pattern(language: Language) -> re.Pattern[str]:
    references = date_words(language).references
    return re.compile(
        r"\b(?:" + "|".join(f"(?P<{value}>{any_of(said)})" for value, said in references.items()) + r")(?!\w)"
    )


def _references(flat: str, language: Language) -> list[DateMention]:
    """Return "now", "recientemente": they have a TIMEX3 value and no day."""
    pattern = _reference_pattern(language)
    return [
        DateMention(span=Span(*m.span()), ranges=(), value=m.lastgroup, relative_to="publication")
        for m in pattern.finditer(flat)
    ]


@cache
def _today_pattern(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(date_words(language).today)}(?!\w)")


@cache
def _today_ends(language: Language) -> frozenset[str]:
    """Return the last words of what says so."""
    return frozenset(said.split()[-1] for said in date_words(language).today)


def _todays(flat: str, language: Language, anchor: Anchor) -> list[DateMention]:
    """Return "en esta fecha": the day from which the report counts."""
    if not any(map(flat.__contains__, _today_ends(language))):
        return []  # as in most texts: to look for a stretch of letters takes no time
    today = DayRange.day(anchor.day)
    return [
        DateMention(span=Span(*m.span()), ranges=(today,), value=anchor.day.isoformat(), relative_to=anchor.source)
        for m in _today_pattern(language).finditer(flat)
    ]
