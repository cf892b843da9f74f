"""The interface in the reader's language: gettext catalogues, and days and numbers in that language's manner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel import Locale, localedata
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from recuento.ledger.listings import is_contested
from recuento.lexicon.codebook import codebook, event_of
from recuento.model import Count, DayRange, Entry, Place
from recuento.web.reasons import reason_in, refusal_in
from recuento.web.units import agreeing, unit_in

__all__ = ["TONGUES", "Tongue", "choose", "locale_of", "tongue"]

_COUNTRY = re.compile(r"[A-Za-z]{2}|\d{3}")
Code = Literal["en", "es"]
TONGUES: tuple[Code, ...] = ("en", "es")
"""Languages of the interface; the first is also the language of the keys."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of the interface: how it says a key, a day, a number, a code of the codebook.

    ``locale``: the language with the reader's country, "es_MX", whose manner of writing numbers it is.
    """

    code: Code
    catalogue: NullTranslations
    locale: str

    def say(self, key: str, /, **values: object) -> str:
        """Return the words for ``key``, an English phrase, with ``values`` in its places."""
        words = self.catalogue.gettext(key)
        return words % values if values else words

    def many(self, one: str, more: str, number: int) -> str:
        """Return "1 report", "2 reports": ``%(number)s`` stands for the number."""
        return self.catalogue.ngettext(one, more, number) % {"number": self.number(number)}

    def number(self, value: float) -> str:
        """Return "1,234" or "1.234"."""
        return _number(value, self.locale)

    def odds(self, value: float) -> str:
        """Return "+2.01" or "−0,26": log-odds, with their sign."""
        told = format_decimal(abs(value), "0.00", locale=self.locale)
        return f"{'−' if value < 0 else '+'}{told}"

    def day(self, when: date) -> str:
        """Return "22 Mar 2024" in the reader's manner."""
        return format_date(when, "d MMM y", locale=self.code)

    def short_day(self, when: date) -> str:
        """Return "22 Mar"."""
        return format_date(when, "d MMM", locale=self.code)

    def weekday(self, when: date) -> str:
        """Return the day with its weekday."""
        return format_date(when, "EEEE d MMMM y" if self.code == "en" else "full", locale=self.code)

    def month(self, when: date) -> str:
        """Return "March 2024"."""
        return format_date(when, "LLLL y", locale=self.code)

    def short_month(self, when: date) -> str:
        """Return "Mar 2024"."""
        return format_date(when, "LLL y", locale=self.code)

    def days(self, ranges: Sequence[DayRange], no_later_than: date | None = None) -> str:
        """Return the candidates in words, "by" a day where only a bound is known; "day not said" for none."""
        if not ranges and no_later_than is not None:
            return self.say("by %(day)s", day=self.day(no_later_than))
        either = f" {self.say('or')} "
        return either.join(self._range(each) for each in ranges) or self.say("day not said")

    def _range(self, span: DayRange) -> str:
        first, last = span.first, span.after - timedelta(days=1)
        if first == last:
            return self.day(first)
        if span == DayRange.month(first.year, first.month):
            return self.month(first)
        if span == DayRange.year(first.year):
            return str(first.year)
        return f"{self.day(first)} – {self.day(last)}"

    def place(self, where: Place | None) -> str:
        """Return "Culiacán, Sinaloa, MX"."""
        if where is None:
            return self.say("place not said")
        admin1 = where.admin1 if where.admin1 != where.name else None
        country = where.country if where.precision != "country" else None
        return ", ".join(part for part in (where.name, admin1, country) if part)

    def reason(self, words: str) -> str:
        """Return a reason of the ledger, which keeps it in English; words that are none it knows stay as they are."""
        if self.code == TONGUES[0]:
            return words
        found = reason_in(words)
        if found is None:
            return "; ".join(map(self.reason, words.split("; "))) if "; " in words else words
        return self.catalogue.gettext(found.sentence) % {name: self.reason(value) for name, value in found.values}

    def refusal(self, words: str) -> str:
        """Return why something was refused, as the page says it; words that it does not know stay as they are."""
        found = refusal_in(words)
        return words if found is None else self.catalogue.gettext(found.sentence) % dict(found.values)

    def country(self, code: str) -> str:
        """Return a country's name by its ISO 3166-1 code; the code itself where it is none."""
        return str(Locale(self.code).territories.get(code, code))

    def count(self, number: Count) -> str:
        """Return "12", "at least 12", "more than 400", "12–14"."""
        if number.more_than is not None:
            return self.say("more than %(number)s", number=self.number(number.more_than))
        if number.at_most is None:
            return self.say("at least %(number)s", number=self.number(number.at_least))
        if number.exact is not None:
            return self.number(number.exact)
        return f"{self.number(number.at_least)}–{self.number(number.at_most)}"

    def spread(self, entry: Entry) -> str:
        """Return "42–66" or "42–?", what current claims support; empty where that is the figure itself."""
        if not is_contested(entry):
            return ""
        return f"{self.number(entry.low)}–{'?' if entry.high is None else self.number(entry.high)}"

    def event(self, code: str) -> str:
        """Return the codebook's name of an event."""
        named = event_of(code)
        return named.name_es if self.code == "es" else named.name_en

    def events(self, codes: Sequence[str]) -> str:
        """Return several events in words, the first letter large."""
        words = ", ".join(self.event(code) for code in codes)
        return words[:1].upper() + words[1:]

    def tally(self, code: str) -> str:
        """Return the codebook's name of a tally."""
        named = next(tally for tally in codebook().tally if tally.code == code)
        return named.name_es if self.code == "es" else named.name_en

    def counted(self, entry: Entry) -> str:
        """Return what an entry counts: "abducted, civilians", "assault rifles seized".

        Things and troops are kept in the words of the reports; a word that we cannot translate stands in brackets.
        """
        one = entry.best.at_least == 1 and entry.best.at_most in {1, None}
        name, side = self.tally(entry.tally), f", {self.say(SIDES[entry.side])}" if entry.side != "unknown" else ""
        if self.code == "es" and one:
            # "1 muerto": the codebook names its tallies in the plural.
            name = " ".join(word.removesuffix("s") for word in name.split())
        if entry.unit == "people":
            return f"{name}{side}"
        unit = unit_in(self.code, entry.unit, one=one)
        if unit is None:
            return f"{name} ({self.say('kind not said') if entry.unit == 'unknown' else entry.unit}){side}"
        return f"{unit} {agreeing(name, unit, one=one) if self.code == 'es' else name}{side}"


@lru_cache(maxsize=4096)
def _number(value: float, locale: str) -> str:
    return format_decimal(value, locale=locale)


SIDES = {
    "civilian": "civilians",
    "state": "state forces",
    "armed_group": "armed group",
    "unknown": "side not said",
}


def tongue(code: Code, locale: str | None = None) -> Tongue:
    """Return the interface's language ``code``; a phrase that its catalogue lacks is said in English."""
    return Tongue(code, _catalogue(code), locale or code)


@cache
def _catalogue(code: Code) -> NullTranslations:
    path = Path(__file__).parent / "locale" / f"{code}.po"
    if not path.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return Translations(compiled)


def locale_of(code: Code, accepted: str | None) -> str:
    """Return the language with the country that a browser names first with it: "es_MX"; without one, the language."""
    for part in (accepted or "").split(","):
        language, _, country = part.partition(";")[0].strip().partition("-")
        known = f"{code}_{country.upper()}"
        if language.lower() == code and _COUNTRY.fullmatch(country) and localedata.exists(known):
            return known
    return code


def choose(asked: str | None, kept: str | None, accepted: str | None) -> Code:
    """Return the language to answer in: asked for in the address, kept from before, or first accepted; else English.

    >>> choose(None, None, "es-MX,es;q=0.9,en;q=0.8")
    'es'
    """
    for wish in (asked, kept):
        for code in TONGUES:
            if wish == code:
                return code
    return min(_accepted(accepted or ""), default=(0.0, 0, TONGUES[0]))[2]


def _accepted(header: str) -> Iterator[tuple[float, int, Code]]:
    """Yield our languages that a browser accepts, with what sorts the best first."""
    for position, part in enumerate(header.split(",")):
        name, _, weight = part.strip().partition(";q=")
        for code in TONGUES:
            if name.lower().split("-")[0] == code:
                yield -_weight(weight), position, code


def _weight(words: str) -> float:
    try:
        return float(words) if words else 1.0
    except ValueError:
        return 0.0
