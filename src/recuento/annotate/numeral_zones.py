"""Stretches that hold digits and are no number: addresses of the net, clock times, models, dates, telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recuento.annotate.numeral_grammar import any_of
from recuento.lexicon.numerals import numeral_words
from recuento.model import Count, Numeral, Span
from recuento.model.annotation import NumeralSense
from recuento.model.document import Language

__all__ = ["zones"]

_WORD = re.compile(r"(?<!\S)[^\s\d]*\d\S*")
# A number among words that make nothing else of it: no shape begins in it, nor in the word before.
_PLAIN = re.compile(
    r"(?<=[^\d)\s] )(?<!ak )(?<!ar )(?<!boeing )(?<!airbus )(?<!glock )(?<!uh )(?<!mi )\d{1,8}[,;.]?"
    r"(?=\s(?!x|mm\b|(?:st|nd|rd|th)\b|[ºª°\d]|gmt|utc|hrs?|hours|horas|h\b|[ap]\.?\s?m)|\Z)"
)
_FIRST_DIGITS = re.compile(r"\d+")
_BACK = 9
# A zone may reach past its first word ("55 1234 5678", "16.30 horas").
_REACH = 24
# No number, model or address is longer; what is, is noise, and is cut so that no pattern walks it again and again.
_LONGEST_WORD = 200

_SHAPES: tuple[tuple[NumeralSense, str], ...] = (
    (
        "identifier",
        r"(?:https?://|www\.)\S+|(?<!\w)[@#]\w+|[\w.+-]{1,60}@[\w-]{1,60}\.\w+|\b[\w-]{1,60}\.(?:com|org|net|gob|gov|mx|html?)\b\S*",
    ),
    (
        "date",
        r"\b(?:1[5-9]|20)\d\d-\d\d?-\d\d?\b|\b\d{1,2}([/.-])\d{1,2}\1(?:1[5-9]|20)?\d\d\b|\b9/11\b|\b\d{1,2}-[a-z]{3}-\d{2,4}\b",
    ),
    ("clock", r"\b\d{1,2}:\d\d(?::\d\d)?(?:\s?(?:[ap]\.?\s?m\b\.?|hrs?\b|horas\b|h\b))?"),
    (
        "clock",
        r"\b\d{1,2}\.\d\d\s?(?:[ap]\.?m\b\.?|hrs?\b|horas\b|h\b)|\b[0-2]\d[0-5]\d\s?(?:gmt|utc|hrs?|hours|horas)\b|\b\d{1,2}h\d\d\b",
    ),
    (
        "phone",
        r"(?<![\w.,])\+\d[\d ().-]{7,}\d\b|\(\d{2,3}\)\s?\d{3,4}[ -]?\d{4}\b|\b\d{2,3}[ -]\d{3,4}[ -]\d{4}\b"
        r"|\b[2-9]\d{3} (?!20|19)\d{4}\b|\b9-1-1\b|\b\d{3}-\d{4}\b|\b0?1?[ -]?800[ -]\d{2,3}[ -]\d{2,4}\b",
    ),
    ("model", r"\b\d+(?:\.\d+)?\s?x\s?\d{2,}(?:\.\d+)?(?:\s?mm\b)?|(?<![\w.])\.\d{2,3}\b|\b\d+(?:\.\d+)?\s?mm\b"),
    (
        "year",
        r"\b[a-z]+-(?:1[5-9]|20)\d\ds?\b|\b(?:1[5-9]|20)\d0'?s\b|(?<!\w)'\d0s\b|\b\d0['’]?s\b|\b(?:1[89]|20)\d\d[-/](?:1[89]|20)?\d\d\b(?!-)",
    ),
    ("ordinal", r"\b\d+\s?(?:st|nd|rd|th)\b|\b\d+\.?\s?[ºª]|\b\d+(?:er|ero|era|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na)\b"),
    ("other", r"\b\d+\s?°\s?[cf]?\b|\b24/7\b|\b\d{1,2}/\d{1,2}\b|(?m:^[ \t]*\d{1,2}[.)](?=\s))"),
    ("identifier", r"\b\d+/\d+(?:[/-]\d+)*\b|\b\d+(?:\.\d+){2,}(?<!\.\d{3})\b|\b\d+-[a-z]\b|\b\d{9,}\b"),
)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    models = any_of(numeral_words(language).model_names)
    model = rf"\b{models}-?\d{{1,4}}(?:-?[a-z]\d?)?(?:'?s)?\b|\b(?:ak|ar|boeing|airbus|glock|uh|mi)\s\d{{2,3}}s?\b"
    code = r"\b[a-z]{1,5}-\d+[a-z]?s?\b|\b[a-z]+\d[\w-]*|\b\d+[a-z]+\d\w*\b"
    # "identifier" of the last resort stands after the models, so that "M-16" is a rifle and "M-19" an organisation.
    shapes = [
        *_SHAPES[:-1],
        ("identifier", r"\bm-?19\b|\bms-?13\b"),
        ("model", model),
        ("identifier", code),
        _SHAPES[-1],
    ]
    return re.compile("|".join(f"(?P<s{i}_{sense}>{_uncaptured(shape, i)})" for i, (sense, shape) in enumerate(shapes)))


def _uncaptured(shape: str, index: int) -> str:
    # The one back-reference (24/03/2024 but not 24/03-2024) is named by its place.
    return shape.replace(r"([/.-])", rf"(?P<sep{index}>[/.-])").replace(r"\1", rf"(?P=sep{index})")


def zones(flat: str, language: Language) -> list[Numeral]:
    """Return what holds digits and is no plain number, in text order. ``count`` is the first digits as written."""
    pattern = _pattern(language)
    found: list[Numeral] = []
    done = 0
    for word in _WORD.finditer(flat):
        if _PLAIN.match(flat, word.start()):
            continue
        # One word back, for "ak 47" and "(55) 1234"; never the whole text, where none is so short.
        back = max(0, word.start() - _BACK)
        start = max(done, back, flat.rfind(" ", back, max(0, word.start() - 1)) + 1)
        end = min(word.end(), word.start() + _LONGEST_WORD)
        for match in _beginning(pattern, flat, start, min(word.end(), end + _REACH), end + _REACH):
            digits = _FIRST_DIGITS.search(match.group())
            if digits is None:
                continue
            found.append(_numeral(match, digits))
            done = match.end()
    return found


def _beginning(pattern: re.Pattern[str], flat: str, start: int, last: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what begins before ``last`` and ends by ``end``, none overlapping."""
    match = pattern.search(flat, start, end)
    while match is not None and match.start() < last:
        yield match
        match = pattern.search(flat, match.end(), end)


def _numeral(match: re.Match[str], digits: re.Match[str]) -> Numeral:
    # The group that closes last is the shape's own: "s4_clock".
    sense: NumeralSense = (match.lastgroup or "_other").split("_", 1)[1]  # type: ignore[assignment]
    core = Span(digits.start(), digits.end()).moved(match.start())
    return Numeral(span=Span(*match.span()), core=core, count=Count.exactly(int(digits.group()[:15])), sense=sense)
