"""What a number is of: people or things, or an age, a price, a day, a street."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from recuento.annotate.numeral_bounds import Figure
from recuento.annotate.numeral_grammar import any_of
from recuento.lexicon.dates import date_words
from recuento.lexicon.numerals import numeral_words
from recuento.model import Numeral
from recuento.model.annotation import NumeralSense
from recuento.model.document import Language

__all__ = ["sense_of", "share_senses"]

_WINDOW = 36
# Senses that "14 y 17 años", "$20 or $30", "del 3 al 5 de enero" lend to the number before.
_LENT_BACK = frozenset({"age", "duration", "money", "percent", "distance", "weight", "speed", "date", "clock", "model"})
_LENT_ON = frozenset({"date", "address", "identifier", "age"})
# "Solís, 30," or, as "Jalisco (87)" is a count by state, a name of two words: "María Solís (30)".
_NAME_BEFORE = re.compile(r"[A-ZÁÉÍÓÚÑ][\w'’.-]*,\s$|[A-ZÁÉÍÓÚÑ][\w'’.-]*\s[A-ZÁÉÍÓÚÑ][\w'’.-]*\s?\($")
_AGE_CLOSES = re.compile(r"[,;.)]|$|\s+(?:of|from|and|y|de|who|quien)\b")
# "Beto Lara, el Chato, de 22; ..."
_AGED_ES = re.compile(r",\s+de\s+$")
_PEOPLE = re.compile(r"\s+(?:people|personas)\b")
_YEARS_ES = re.compile(r"\s*(?:ann?os?)\b")


@cache
def _context(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = numeral_words(language)
    before = "|".join(f"(?P<{sense}>{'|'.join(patterns)})" for sense, patterns in words.before.items() if patterns)
    after = "|".join(f"(?P<{sense}>{'|'.join(patterns)})" for sense, patterns in words.after.items())
    # "un centenar de kilómetros"
    linked = r"de\s" if language == "es" else r"of\s"
    return re.compile(rf"(?:{before})$"), re.compile(rf"\s{{0,2}}-?\s?(?:{linked})?(?:{after})")


@cache
def _terms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = numeral_words("es")
    before, after = "|".join(words.term_nouns), "|".join(words.term_purposes)
    return (
        re.compile(rf"\b(?:{before})(?:\s+\w+)?\s+(?:a\s+|de\s+)?(?:hasta\s+|entre\s+)?$"),
        re.compile(rf"\s*(?:ann?os|meses)\s+(?:{after})\b"),
        re.compile(rf"(?:\b(?:{'|'.join(words.age_openings)})|,)\s+$"),
    )


@cache
def _dates(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = numeral_words(language)
    stops = any_of(words.plural_noun_stops)
    return (
        re.compile(rf"\b{any_of(words.months)}\.?,?(?:\s+(?:de|del|of))?\s+$"),
        re.compile(r"\b(?:el|al|del|pasado|proximo)\s+$"),
        re.compile(rf"\b{any_of(date_words(language).before_year)}\s+$|[(,-]\s?$"),
        re.compile(rf"\s+(?!{stops}\b)[a-z]{{2,}}s\b|\s+(?:people|children|men|women|police)\b"),
    )


def sense_of(figure: Figure, text: str, flat: str, language: Language) -> NumeralSense:
    """Return what ``figure`` is of, from the words right before and after it; "number" where nothing speaks against."""
    after = _context(language)[1].match(flat, figure.core.end)
    follows = after.lastgroup if after else None
    precedes = _preceding(figure, flat, language)
    if precedes == "clock" and follows in ("duration", "clock") and figure.count.at_least < 24:
        return "clock"
    if language == "es" and _YEARS_ES.match(flat, figure.core.end):
        return _spanish_years(figure, flat, follows)
    if follows:
        return follows  # type: ignore[return-value]
    noun = _dates(language)[3].match(flat, figure.core.end) is not None
    if precedes == "date" and (noun or not figure.digits or figure.count.at_least > 31):
        precedes = None
    if precedes == "age" and (noun or flat.startswith(" of ", figure.core.end)):
        precedes = None  # "turned nine captives loose", "turned 28 of them over": what is counted has no age
    if precedes and precedes != "clock":
        return precedes  # type: ignore[return-value]
    if figure.digits and not figure.ranged:
        return _bare_digits(figure, text, flat, noun, language)
    if not figure.whole:
        return "other"
    return "year" if figure.ranged and _are_years(figure) and not noun else "number"


def _preceding(figure: Figure, flat: str, language: Language) -> str | None:
    before = _context(language)[0]
    for at in dict.fromkeys((figure.core.start, figure.span.start)):
        found = before.search(flat[max(0, at - _WINDOW) : at])
        if found:
            return found.lastgroup
    return None


def _spanish_years(figure: Figure, flat: str, follows: str | None) -> NumeralSense:
    """Tell an age ("de 25 años") from a term ("30 años de prisión", "a 25 años", "hace dos años")."""
    if follows == "age":
        return "age"
    term_before, term_after, opening = _terms()
    left = flat[max(0, figure.span.start - _WINDOW) : figure.span.start]
    if term_after.match(flat, figure.core.end) or term_before.search(left):
        return "duration"
    # The "de" of "de 15 a 25 años" belongs to the range and says that an age follows.
    inner = flat[max(0, figure.core.start - _WINDOW) : figure.core.start] if figure.ranged else ""
    aged = opening.search(left) or opening.search(inner)
    if not aged or aged.group().split()[0] in ("a", "los", "las"):
        return "duration"
    return "age" if figure.count.at_least <= 110 else "duration"


def _bare_digits(figure: Figure, text: str, flat: str, noun: bool, language: Language) -> NumeralSense:
    """Judge digits with no unit: a day after its month, a year, an age between commas, or a plain number."""
    after_month, after_article, yearly, _ = _dates(language)
    core, value = figure.core, figure.count.at_least
    unmodified = figure.span == core
    left = flat[max(0, core.start - _WINDOW) : core.start]
    if unmodified and value <= 31 and after_month.search(left):
        return "date"
    if unmodified and 1500 <= value <= 2100 and flat[core.start : core.end].isdigit():
        return "number" if noun and not _is_year(flat, core.end, value, yearly.search(left) is not None) else "year"
    if not figure.whole:
        return "other"
    if language == "es" and value <= 31 and unmodified and after_article.search(left) and not noun:
        return "date"
    named = _NAME_BEFORE.search(text[max(0, core.start - _WINDOW) : core.start])
    if 0 < value < 110 and named and _AGE_CLOSES.match(flat, core.end):
        return "age"
    if (
        language == "es"
        and 0 < value < 110
        and _AGED_ES.search(left)
        and flat[core.end : core.end + 1] in {",", ";", "."}
    ):
        return "age"
    return "identifier" if flat[core.end : core.end + 1].isalpha() else "number"


def _is_year(flat: str, end: int, value: int, yearly: bool) -> bool:
    """Tell whether four digits before a plural noun are a year: "in 2010 gunmen killed"."""
    return yearly and 1900 <= value <= 2035 and not _PEOPLE.match(flat, end)


def _are_years(figure: Figure) -> bool:
    return (
        figure.digits
        and figure.count.at_most is not None
        and 1800 <= figure.count.at_least < figure.count.at_most <= 2100
    )


@cache
def _neighbours(language: Language) -> re.Pattern[str]:
    joins = "|".join(numeral_words(language).joins)
    return re.compile(rf"(?:\s?[,;-]\s?|\s?,?\s(?:{joins})\s)[$€£]?")


def share_senses(numerals: list[Numeral], flat: str, language: Language) -> list[Numeral]:
    """Return ``numerals`` with senses lent along lists: "14 y 17 años" are two ages, "carreteras 15 y 20" two roads."""
    shared = list(numerals)
    joined = [_neighbours(language).fullmatch(flat, a.span.end, b.span.start) is not None for a, b in pairwise(shared)]
    for index in reversed(range(len(shared) - 1)):
        if joined[index] and shared[index].sense == "number" and shared[index + 1].sense in _LENT_BACK:
            shared[index] = replace(shared[index], sense=shared[index + 1].sense)
    for index in range(1, len(shared)):
        plain = shared[index].sense == "number" and shared[index].span == shared[index].core
        gap = flat[shared[index - 1].span.end : shared[index].span.start]
        noun = _dates(language)[3].match(flat, shared[index].core.end) is not None
        if joined[index - 1] and plain and not noun and shared[index - 1].sense in _LENT_ON and "," not in gap:
            shared[index] = replace(shared[index], sense=shared[index - 1].sense)
    return _scores(shared, flat)


def _scores(numerals: list[Numeral], flat: str) -> list[Numeral]:
    """Mark "3-1": two bare numbers around a hyphen that are no range, as the first is not the smaller."""
    for index in range(len(numerals) - 1):
        one, two = numerals[index : index + 2]
        if flat[one.core.end : two.core.start] == "-" and one.sense == two.sense == "number" and two.span == two.core:
            numerals[index : index + 2] = [replace(one, sense="score"), replace(two, sense="score")]
    return numerals
