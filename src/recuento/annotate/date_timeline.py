"""Where the telling stands, what a phrase means there, and the small readings that all kinds of phrases share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from msgspec import Struct

from recuento.annotate.date_anchor import Anchor
from recuento.annotate.date_calendar import Moment
from recuento.annotate.date_grammar import Phrase
from recuento.lexicon.dates import DateWords
from recuento.model import DayRange

__all__ = ["Basis", "Reading", "Timeline", "one", "suffix", "tail_year", "year_of"]

Basis = Literal["nothing", "publication", "dateline", "mention"]


class Reading(Struct, frozen=True):
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

    ``cue`` tells on which side of the anchor the words around a phrase put it: -1 before, 1 after, 0 unknown. ``dated``
    is the last month or day that was said with its year, and ``goes_on`` tells whether a phrase is of its sentence.
    """

    anchor: Anchor
    words: DateWords
    history: bool
    cue: Callable[[Phrase], int]
    last: DayRange | None = None
    dated: tuple[DayRange, int] | None = None
    goes_on: Callable[[int, int], bool] = lambda _start, _end: False

    def year_told_on(self, phrase: Phrase, month: int) -> int | None:
        """Return the year of a month that goes on from a dated one: "held in April 2022 and extradited in August".

        None where no month or day of its sentence was said with an earlier year, or the month would lie ahead.
        """
        if self.dated is None or not self.goes_on(self.dated[1], phrase.start):
            return None
        first = self.dated[0].first
        year = first.year + (month < first.month)
        past = (year, month) < (self.today.year, self.today.month)
        return year if first.year < self.today.year and past else None

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


def one(moment: Moment | None, basis: Basis) -> Reading | None:
    """Return the reading with this one candidate, or None if there is none."""
    return Reading((moment,), basis) if moment else None


def tail_year(phrase: Phrase, timeline: Timeline) -> tuple[int, Basis] | None:
    """Return the year of "of last year", "de ese año"."""
    words = phrase.parts.get("tail", ())
    if not words or not any(timeline.words.units.get(word.text) == "year" for word in words):
        return None
    marks = {word.symbol for word in words}
    if marks & {"V", "F", "R"}:
        return timeline.said.year + ("F" in marks) - ("R" in marks), "mention"
    return timeline.today.year - ("L" in marks) + ("X" in marks), timeline.anchor.source


def suffix(phrase: Phrase, timeline: Timeline) -> str:
    """Return the TIMEX3 suffix of the part of the day that is said, or nothing."""
    words = phrase.parts.get("time") or phrase.parts.get("after") or ()
    return timeline.words.parts.get(words[0].text, "") if words else ""


def year_of(phrase: Phrase, timeline: Timeline) -> tuple[int, Basis] | None:
    """Return the year that is stated, or that "last year" names."""
    stated = phrase.number("year")
    return (stated, "nothing") if stated is not None else tail_year(phrase, timeline)
