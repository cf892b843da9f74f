"""A text as a row of symbols, one per word, on which the grammar of dates is a plain regular expression.

Each word that can be part of a date gets the symbol of the part it plays ("viernes": W, "pasado": L); every other word
is a dot. `date_grammar` matches whole phrases on the row and reads the words back through the offsets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

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
    r"\d+(?:[.,]\d{1,3})+(?!\d)|\d+(?:st|nd|rd|th|[ºª°])?(?!\w)|[a-z]\.c\.|[^\W\d_]+|(?<!\w)['’]?\d{0,2}\d0'?s\b|\d\w*|[,.()/-]"
)
_MARKS = frozenset(",.()/-")
_ORDINAL_DIGITS = re.compile(r"\d+(?:st|nd|rd|th|[ºª°])")


class Word(NamedTuple):
    """One word or mark: offsets, flat text, and its number where it has one (month, weekday, day, year)."""

    start: int
    end: int
    text: str
    symbol: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Words with their symbols joined; ``symbols[i]`` belongs to ``words[i]``."""

    words: tuple[Word, ...]
    symbols: str


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
    """Return symbol and number of what is in no list."""
    if text[0].isdigit() or (text[0] in "'’" and len(text) > 1):
        return _digits(text)
    return (text, 0) if text in _MARKS else (".", 0)


def row_of(flat: str, language: Language) -> Row:
    """Return the words of ``flat``; what is glued to letters, a price or a decimal point is no number."""
    known = _vocabulary(language)
    words: list[Word] = []
    for match in _TOKEN.finditer(flat):
        text = match.group()
        symbol, number = known.get(text) or _symbol(text)
        start, end = match.span()
        if symbol in "dYn" and start and (_is_glued(words, start) or flat[start - 1] in "$€£#@_:"):
            symbol, number = ".", 0
        words.append(Word(start, end, text, symbol, number))
    return _broken_at_lines(words, flat)


def _is_glued(before: Sequence[Word], start: int) -> bool:
    return bool(before) and before[-1].end == start and before[-1].text not in _MARKS


def _broken_at_lines(words: list[Word], flat: str) -> Row:
    """Return the row with a bar where a line ends between a day and digits: headings have no full stop."""
    broken = words[:1]
    for before, word in pairwise(words):
        if before.symbol in "MmWYdT" and word.symbol in "dYn" and "\n" in flat[before.end : word.start]:
            broken.append(Word(before.end, before.end, "", "|"))
        broken.append(word)
    return Row(tuple(broken), "".join(word.symbol for word in broken))
