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
from recuento.lexicon.people import people, things
from recuento.model import Numeral, Span
from recuento.model.annotation import NumeralSense
from recuento.model.document import Language

__all__ = ["sense_of", "share_senses"]

_WINDOW = 36
# Senses that "14 y 17 años", "$20 or $30", "del 3 al 5 de enero" lend to the number before.
# What may stand behind a number of years that leaves "years" out.
_TERM_ENDS = re.compile(r"\s*(?:[.,;:)]|$|por\b|que\b|en\b)")
_OF_THEM = 3  # words: "años de los"
_LENT_BACK = frozenset({"age", "duration", "money", "percent", "distance", "weight", "speed", "date", "clock", "model"})
_LENT_ON = frozenset({"date", "address", "identifier", "age"})
_NAME = r"[A-ZÁÉÍÓÚÑ][\w'’.-]*"
_AGE_CLOSES = re.compile(r"[,;.)]|$|\s+(?:of|from|and|y|de|who|quien)\b")
# "Beto Lara, el Chato, de 22; ..."
_AGED_ES = re.compile(r",\s+de\s+$")
# "Peter and Kara Dunn -- 19 and 21 -- were"
_DASHED_NAME = re.compile(rf"{_NAME}\s(?:--|[–—])\s$")
_DASH_CLOSES = re.compile(r"(?:\s(?:and|y)\s\d{1,2})?\s(?:--|[–—])")
# In an aside the list of ages ends where the aside does: "two men, 17 and 19, were".
_AGES_CLOSE = re.compile(r"(?:,?\s(?:and|y)\s\d{1,2})?[,;)]|(?:,\s\d{1,2})+,?\s(?:and|y)\s\d{1,2}[,;)]")
_ONE_AGE_CLOSES = re.compile(r"[,;.)]")
_PEOPLE = re.compile(r"\s+(?:people|personas)\b")
# "238 Center St.", "2501 Carter Homestead Rd.": in capitals, so that "3 a side st" is none.
_STREET = re.compile(
    r"\s(?:[NSEW]\.?\s)?(?:[A-Z0-9][\w'’]*\.?\s){1,3}(?:St|Ave?|Rd|Dr|Ln|Ct|Pl|Blvd|Pkwy|Way|Cir|Ter|Hwy)\b"
)
# "held since 19 May were": in small letters it is the verb.
_MAY = re.compile(r"\sMay\b")
_YEARS_ES = re.compile(r"\s*(?:ann?os?)\b")
# "In Tula, 12 of the captives were freed": what has a share behind it is neither an age nor a day.
_SHARE = re.compile(
    r"\s(?:of (?:the|them|those|these|its|his|their)|de (?:l[oa]s|ell[oa]s|sus|es[oa]s|est[oa]s)) (?!\d)"
)


_AT_HOME = re.compile(r"\ben casa\s*$")
# A plural, with or without a word of doubt or a further plural before it: "14 fusiles", "nueve presuntos sicarios".
_PLURALS_AFTER = re.compile(r"\s+([a-z]+s)\b(?:\s+([a-z]+s)\b)?")
_OPENS_CLAUSE = re.compile(r"(?:^|[.,;:(])\s*(?:[a-z]+\s+){1,3}$")
# Senses that the words before a number give it; an area is seldom numbered as high as this.
_LABELS = frozenset({"address", "identifier"})
_ABOVE_NAMES = 30


@cache
def _areas(language: Language) -> re.Pattern[str]:
    words = numeral_words(language)
    return re.compile(rf"\b({any_of(words.pointing)} )?{any_of(words.areas)} $")


@cache
def _sites(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(numeral_words(language).sites)} $")


@cache
def _context(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = numeral_words(language)
    before = "|".join(f"(?P<{sense}>{'|'.join(patterns)})" for sense, patterns in words.before.items() if patterns)
    after = "|".join(f"(?P<{sense}>{'|'.join(patterns)})" for sense, patterns in words.after.items())
    # "un centenar de kilómetros"
    linked = r"de\s" if language == "es" else r"of\s"
    # No pattern needs to begin within a word or with a space: most places of the stretch are ruled out at a glance.
    return re.compile(rf"(?!\B\w|\s)(?:{before})$"), re.compile(rf"\s{{0,2}}-?\s?(?:{linked})?(?:{after})")


@cache
def _aged(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before an age that has no word for it: a name, and people who are not named.

    "Solís, 30," or "Solís, also 30,"; as "Jalisco (87)" is a count by state, a name of two words: "María Solís (30)".
    """
    words = numeral_words(language)
    marks, people = any_of(words.age_marks), any_of(words.aged_people)
    return (
        re.compile(rf"{_NAME},\s(?:{marks}\s)?$|{_NAME}\s{_NAME}\s?\($"),
        re.compile(rf"\b{people},\s$|\w,\s{marks}\s$"),
    )


@cache
def _aged_one(language: Language) -> re.Pattern[str]:
    """Return what stands before the age of one person: "a man, 36,", "the school's teacher, 41,"; no plural."""
    words = numeral_words(language)
    begun = rf"{any_of(words.aged_after)}\s(?:[\w'’-]+\s){{0,3}}[\w'’-]*(?:ss|[^\W\ds])"
    return re.compile(rf"\b(?:{begun}|{any_of(words.aged_person)}),\s$")


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
def _penalty() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(numeral_words('es').penalties)}) de\s+$")


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
    if language == "es" and _TERM_ENDS.match(flat, figure.core.end) and _penalty().search(flat[: figure.span.start]):
        return "duration"  # "cumplió menos de tres años de una condena de cuatro"
    share = _SHARE.match(flat, figure.core.end) is not None
    noun = share or _dates(language)[3].match(flat, figure.core.end) is not None
    counted = precedes == "date" and _counted_on(language).match(flat, figure.core.end) is not None
    if precedes == "date" and (noun or counted or not figure.digits or figure.count.at_least > 31):
        precedes = None
    if counted and figure.whole:
        return "number"
    if precedes in _LABELS and _counts_what_follows(figure, flat, language):
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


@cache
def _counted_on(language: Language) -> re.Pattern[str]:
    """Return what shows a number behind a weekday to be a count: "on Friday, 14 of them"."""
    words = numeral_words(language).counted_on
    months = any_of(numeral_words(language).months)
    return re.compile(rf" {any_of(words)}\b(?! {months})" if words else r"(?!)")


@cache
def _of_a_number() -> re.Pattern[str]:
    """Return what stands behind a share ("12 de los 15", "cinco de las nueve"), not behind a street's number."""
    return re.compile(rf" de (?:los|las) (?:\d|{any_of(list(numeral_words('es').cardinals))}\b)")


def _counts_what_follows(figure: Figure, flat: str, language: Language) -> bool:
    """Tell whether a number behind the noun of a place counts what follows: "a la zona 450 soldados".

    "Hallaron en la casa 14 fusiles", "cayeron en la carretera nueve sicarios"; but a place that opens its clause may be
    numbered: "en la calle 14 policías atraparon a". Areas have few numbers: "en la zona 18 agentes" is left as it is.
    "Ya están en casa 12 de los 15" counts a share, whatever stands before.
    """
    left = flat[max(0, figure.core.start - _WINDOW) : figure.core.start]
    if language == "es" and (_of_a_number().match(flat, figure.core.end) or _AT_HOME.search(left)):
        return True
    after = _PLURALS_AFTER.match(flat, figure.core.end)
    if after is None:
        return False
    area = _areas(language).search(left)
    known = not {after[1], after[2]}.isdisjoint(people(language).keys() | things(language))
    if area is not None:
        # "En esta región 27 asesinatos": what is pointed at has no number.
        return area[1] is not None or (known and (figure.count.at_least >= _ABOVE_NAMES or not figure.digits))
    site = _sites(language).search(left)
    opens = site is not None and _OPENS_CLAUSE.search(flat[: figure.core.start - len(left) + site.start()])
    return site is not None and known and not (figure.digits and opens)


def _preceding(figure: Figure, flat: str, language: Language) -> str | None:
    before = _context(language)[0]
    for at in dict.fromkeys((figure.core.start, figure.span.start)):
        found = before.search(flat[max(0, at - _WINDOW) : at])
        # No street has about so many: "vigilan las calles unos 300 agentes".
        if found and (at == figure.core.start or found.lastgroup not in _LABELS):
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
    if _STREET.match(text, core.end):
        return "address"
    unmodified = figure.span == core
    left = flat[max(0, core.start - _WINDOW) : core.start]
    month = after_month.search(left)
    if unmodified and value <= 31 and _MAY.match(text, core.end):
        return "date"
    # "In December, 11 people were killed": the comma closes the date.
    if unmodified and value <= 31 and month is not None and not (noun and "," in month.group()):
        return "date"
    if unmodified and 1500 <= value <= 2100 and flat[core.start : core.end].isdigit():
        return "number" if noun and not _is_year(flat, core.end, value, yearly.search(left) is not None) else "year"
    if not figure.whole:
        return "other"
    if language == "es" and value <= 31 and unmodified and after_article.search(left) and not noun:
        return "date"
    if 0 < value < 110 and _SHARE.match(flat, core.end) is None and _is_age(text, flat, core, language):
        return "age"
    return _plain(flat, core.end)


def _is_age(text: str, flat: str, core: Span, language: Language) -> bool:
    """Tell whether a bare number is an age by what stands around it: a name or people, commas, dashes, brackets."""
    named, called = _aged(language)
    before, left = text[max(0, core.start - _WINDOW) : core.start], flat[max(0, core.start - _WINDOW) : core.start]
    if named.search(before):
        return _AGE_CLOSES.match(flat, core.end) is not None
    if _DASHED_NAME.search(before) and _DASH_CLOSES.match(flat, core.end):
        return True
    if language == "es" and _AGED_ES.search(left) and flat[core.end : core.end + 1] in {",", ";", "."}:
        return True
    if _aged_one(language).search(left) and _ONE_AGE_CLOSES.match(flat, core.end):
        return True
    return bool(called.search(left) and _AGES_CLOSE.match(flat, core.end))


def _plain(flat: str, end: int) -> NumeralSense:
    return "identifier" if flat[end : end + 1].isalpha() else "number"


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
        alike = shared[index - 1].sense in _LENT_ON and (
            "," not in gap or _is_listed_age(shared, index, flat, language)
        )
        of_them = " ".join(gap.split()[-2:]) in numeral_words(language).whole_marks  # "dos años de los tres"
        timed = of_them and len(gap.split()) <= _OF_THEM and shared[index - 1].sense in {"duration", "age"}
        if plain and not noun and (timed or (joined[index - 1] and alike)):
            shared[index] = replace(shared[index], sense=shared[index - 1].sense)
    return _scores(shared, flat)


def _is_listed_age(numerals: list[Numeral], index: int, flat: str, language: Language) -> bool:
    """Tell whether a number goes on a list of ages that a word opens: "ages 25, 26, and 33", "men, 17, 20 and 31"."""
    first = index - 1
    while (
        first > 0
        and numerals[first - 1].sense == "age"
        and numerals[first].core.start - numerals[first - 1].core.end < 8
    ):
        first -= 1
    left = flat[max(0, numerals[first].core.start - _WINDOW) : numerals[first].core.start]
    opened = _context(language)[0].search(left)
    told = (opened is not None and opened.lastgroup == "age") or _aged(language)[1].search(left)
    return bool(told and numerals[first].sense == "age" and numerals[index].count.at_least < 110)


def _scores(numerals: list[Numeral], flat: str) -> list[Numeral]:
    """Mark "3-1": two bare numbers around a hyphen that are no range, as the first is not the smaller."""
    for index in range(len(numerals) - 1):
        one, two = numerals[index : index + 2]
        if flat[one.core.end : two.core.start] == "-" and one.sense == two.sense == "number" and two.span == two.core:
            numerals[index : index + 2] = [replace(one, sense="score"), replace(two, sense="score")]
    return numerals
