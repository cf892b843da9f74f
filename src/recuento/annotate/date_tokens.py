"""A text as a row of symbols, one per word, on which the grammar of dates is a plain regular expression.

Each word that can be part of a date gets the symbol of the part it plays ("viernes": W, "pasado": L); every other word
is a dot. `date_grammar` matches whole phrases on the row and reads the words back through the offsets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from recuento.lexicon.dates import date_words
from recuento.lexicon.numerals import numeral_words
from recuento.model.document import Language

__all__ = ["Row", "Word", "row_of"]

# class in the lexicon -> symbol on the row
SYMBOLS = {
    "last": "L", "next": "X", "this": "H", "that": "V", "following": "F", "previous": "R", "ago": "G", "hace": "g",
    "earlier": "B", "later": "A", "early": "E", "middle": "C", "late": "K", "fin": "f", "of": "o", "the": "t",
    "in": "i", "back": "b", "few": "q", "couple": "p", "approx": "~", "quarter": "Q", "half": "Z", "century": "c",
    "weekend": "e", "and": "y", "article": "a", "que": "u", "within": "I", "and_half": "j",
}  # fmt: skip
_TOKEN = re.compile(
    r"\d+(?:[.,]\d{1,3})+(?!\d)|\d+(?:st|nd|rd|th|[ºª°])?(?!\w)|[a-z]\.c\.|[^\W\d_]+|(?<!\w)['’]?\d{0,2}\d0'?s\b|\d\w*|[,.()/?!;-]"
)
_MARKS = frozenset(",.()/-")
_NUMBERS = frozenset("dYn")
_NO_PART = (".", 0)
_CUT = re.compile("[MmWYdT](?=[dYn])")
_ORDINAL_DIGITS = re.compile(r"\d+(?:st|nd|rd|th|[ºª°])")


class Word(NamedTuple):
    """One word or mark: offsets, flat text, and its number where it has one (month, weekday, day, year)."""

    start: int
    end: int
    text: str
    symbol: str
    number: int = 0


# A word before it is known to be in a date: most are in none, and a `Word` for each would take a while.
_Told = tuple[int, int, str, str, int]


class Row(Struct, frozen=True):
    """Words with their symbols joined; ``symbols[i]`` belongs to word ``i``."""

    told: Sequence[_Told]
    symbols: str

    def words(self, first: int, after: int) -> tuple[Word, ...]:
        """Return words ``first`` to ``after`` (half-open)."""
        return tuple(Word(*told) for told in self.told[first:after])


@cache
def _vocabulary(language: Language) -> dict[str, tuple[str, int]]:
    """Return symbol and number by word; what comes first wins, as a word has one part to play."""
    words = date_words(language)
    known: dict[str, tuple[str, int]] = {}

    def learn(symbol: str, numbers: dict[str, int]) -> None:
        for word, number in numbers.items():
            known.setdefault(word, (symbol, number))

    learn("M", words.months)
    learn("m", words.short_months)
    learn("W", words.weekdays)
    learn("T", words.deictic)
    learn("P", dict.fromkeys(words.parts, 0))
    learn("D", {word: 0 for word, unit in words.units.items() if unit == "day"})
    for name, members in words.classes.items():
        learn(SYMBOLS[name], dict.fromkeys(members, 0))
    learn("U", dict.fromkeys(words.units, 0))
    learn("S", dict.fromkeys(words.seasons, 0))
    learn("k", dict.fromkeys(words.era, 0))
    if language == "es":
        learn("O", {"uno": 1})  # "el uno de agosto"
    learn("O", {word: number for word, number in numeral_words(language).ordinals.items() if number <= 21})
    learn("N", {word: number for word, number in numeral_words(language).cardinals.items() if number > 0})
    learn("x", words.tens)
    return known


def _digits(text: str) -> tuple[str, int]:
    """Return d for what can be a day of the month, Y for a year, s for a decade, z for an ordinal, n for the rest."""
    digits = re.match(r"['’]?(\d+)", text)
    number = int(digits[1][:9]) if digits else 0
    if text.endswith("s"):
        return "s", number
    if _ORDINAL_DIGITS.fullmatch(text):
        return ("d" if number <= 31 else "z"), number
    if not text.isdigit():
        return ".", 0
    if len(text) <= 2 and 1 <= number <= 31:
        return "d", number
    return ("Y" if len(text) == 4 and 1000 <= number <= 2100 else "n"), number


def _symbol(text: str) -> tuple[str, int]:
    """Return symbol and number of a mark, or of digits, that is in no list."""
    if text[0].isdigit() or (text[0] in "'’" and len(text) > 1):
        return _digits(text)
    return (text, 0) if text in _MARKS else (".", 0)


def row_of(flat: str, language: Language) -> Row:
    """Return the words of ``flat``; what is glued to letters, a price or a decimal point is no number."""
    known = _vocabulary(language).get
    told: list[_Told] = []
    for match in _TOKEN.finditer(flat):
        text = match[0]
        symbol, number = known(text) or (_NO_PART if text.isalpha() else _symbol(text))
        start, end = match.span()
        if symbol in _NUMBERS and start and (_is_glued(told, start) or flat[start - 1] in "$€£#@_:"):
            symbol, number = _NO_PART
        told.append((start, end, text, symbol, number))
    symbols = "".join([word[3] for word in told])
    cuts = [m.end() for m in _CUT.finditer(symbols) if "\n" in flat[told[m.start()][1] : told[m.end()][0]]]
    return _broken(told, cuts) if cuts else Row(told, symbols)


def _is_glued(before: Sequence[_Told], start: int) -> bool:
    return bool(before) and before[-1][1] == start and before[-1][2] not in _MARKS


def _broken(told: Sequence[_Told], cuts: Sequence[int]) -> Row:
    """Return the row with a bar where a line ends between a day and digits: headings have no full stop."""
    broken: list[_Told] = []
    for start, cut in pairwise([0, *cuts, len(told)]):
        if start:
            end = told[start - 1][1]
            broken.append((end, end, "", "|", 0))
        broken += told[start:cut]
    return Row(broken, "".join([word[3] for word in broken]))
