"""The words for days, months and spans of time."""

from __future__ import annotations

from functools import cache

from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["DateWords", "date_words"]


class DateWords(Table, frozen=True, kw_only=True):
    """One language's words for dates, in lower case without accents.

    Attributes:
        months: by name, 1 to 12.
        short_months: abbreviations; they name a month beside a day or a year only.
        name_months: months that are also names or verbs; bare, they need a word of ``before_month`` before them.
        weekdays: Monday is 0.
        units: nouns for spans of time: day, week, month, year, decade, century, hour, minute.
        deictic: words for one day, in days from the anchor ("ayer": -1).
        parts: parts of the day, with their TIMEX3 suffix.
        seasons: with their TIMEX3 suffix.
        tens: decades by name ("noventa": 90).
        classes: words of the grammar by the part they play there (see `annotate.date_tokens`).
        references: phrases that give no day, by TIMEX3 value.
        before_month: words that make the next word a month rather than a name.
        before_year: words that make four digits a year even before a plural noun ("in 2010 gunmen").
        no_dates_after: words after which a date is a name ("calle 5 de mayo").
        past_leads: words right before a date that lies behind ("since", "said").
        future_leads: prepositions right before a date that lies ahead ("until").
        measured: words right before a weekend that is how long it took and not which one ("a single weekend").
        future_words, past_words: words near a date that tell on which side of the anchor it lies.
        era: words for the years before Christ.
        eve: words of ``deictic`` that mean no day of the report's before "de".
        stretches: words before two weekdays that make one stretch of them.
        of_weekend: nouns that "a weekend" tells the day of.
        before_said: words between a verb of saying and its day ("said late on Monday").
        future_in_past: words of what was still to come when it was said.
        clock: words that make the number before them an hour ("a.m.").
        overnight: words for the night before the report.
        today: phrases for the day from which the report counts ("en esta fecha").
        aged: words after which two digits are somebody's age and no decade ("in his 20s").
        aged_between: words that may stand between ("in her late 30s or early 40s").
    """

    months: dict[str, int]
    short_months: dict[str, int]
    name_months: tuple[str, ...]
    weekdays: dict[str, int]
    units: dict[str, str]
    deictic: dict[str, int]
    parts: dict[str, str]
    seasons: dict[str, str]
    tens: dict[str, int]
    classes: dict[str, tuple[str, ...]]
    references: dict[str, tuple[str, ...]]
    before_month: tuple[str, ...]
    before_year: tuple[str, ...]
    no_dates_after: tuple[str, ...]
    past_leads: tuple[str, ...]
    future_leads: tuple[str, ...]
    measured: tuple[str, ...]
    future_words: tuple[str, ...]
    past_words: tuple[str, ...]
    era: tuple[str, ...]
    eve: tuple[str, ...]
    today: tuple[str, ...]
    stretches: tuple[str, ...]
    of_weekend: tuple[str, ...]
    overnight: tuple[str, ...]
    clock: tuple[str, ...]
    before_said: tuple[str, ...]
    future_in_past: tuple[str, ...]
    aged: tuple[str, ...]
    aged_between: tuple[str, ...]


@cache
def date_words(language: Language) -> DateWords:
    """Return the words for dates of ``language``.

    Raises:
        LexiconError: the file is missing or malformed.
    """
    return read_toml(language, "dates.toml", DateWords)
