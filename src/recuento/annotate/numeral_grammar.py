"""Numbers as written: digits, words and both together, without their modifiers.

One pass of one pattern finds the parts ("2", "mil", "500"); a small automaton joins them as long as the grammar of
numbers allows, so that "twenty one" is one number and "five six" is two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from recuento.lexicon.numerals import numeral_words
from recuento.model import Span
from recuento.model.document import Language

__all__ = ["Core", "any_of", "aside_firsts", "begun_by", "cores", "loose_firsts"]

_Kind = Literal["digits", "word", "hundred", "magnitude", "collective", "article", "half", "inner"]

# Groups of three after a point or comma are thousands; what does not fit is a decimal, by the language's habit.
# Longer rows of digits count nothing, and are left alone.
_DIGITS = (
    r"(?<![\w])(?<!\d[.,])(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,9})?"
    r"|\d{1,3}(?: 000){1,4}|\d{1,15}[.,]\d{1,9}|\d{1,15})(?!\d)(?:k\b)?"
)
_WORD = re.compile(r"\w+")
_NONE, _TEN, _HUNDRED, _THOUSAND = map(Fraction, (0, 10, 100, 1000))
_HALF_MORE = re.compile(r"\s+(?:y medio|y media|and a half)\b")


class Core(Struct, frozen=True):
    """A number as written.

    ``rough``: the noun is only about its number ("veintena"); ``times``: the magnitude it ends in.
    """

    span: Span
    value: Fraction
    rough: bool = False
    digits: bool = False
    times: int = 1


class _Part(Struct, frozen=True):
    start: int
    end: int
    kind: _Kind
    value: Fraction
    rough: bool = False


def any_of(words: tuple[str, ...] | list[str]) -> str:
    """Return a pattern for any of ``words``, longest first, with free spacing; it matches nothing if there are none.

    Words that begin alike share what they begin with: a search looks at a few letters instead of at every word.
    """
    tree: _Tree = {}
    for word in words:
        branch = tree
        for letter in " ".join(word.split()):
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return f"(?:{_branches(tree)})" if words else r"(?!)"


_Tree = dict[str, "_Tree"]
_END = ""


def _branches(tree: _Tree) -> str:
    """Return a pattern for what a tree of letters spells; where one word ends, those that go on are tried first."""
    told = [
        (r"\s+" if letter == " " else re.escape(letter)) + _branches(below) for letter, below in tree.items() if letter
    ]
    if _END in tree and told:
        told.append("")
    return told[0] if len(told) == 1 else f"(?:{'|'.join(told)})" if told else ""


def _first_words(said: Iterable[str]) -> frozenset[str]:
    """Return the words with which the given ones begin ("twenty" for "twenty-one")."""
    return frozenset(match[0] for words in said if (match := _WORD.match(words)))


def begun_by(
    pattern: re.Pattern[str], firsts: frozenset[str], flat: str, language: Language
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer`` would, trying it only at words in ``firsts`` and at those that hold a digit.

    The pattern must match nothing that begins elsewhere, and ``firsts`` be among the words that can begin a number.
    """
    done = 0
    for start, said in _beginnings(flat, language):
        if start >= done and (said in firsts or said[0].isdigit()):
            match = pattern.match(flat, start)
            if match is not None:
                yield match
                done = match.end()


@lru_cache(maxsize=4)
def _beginnings(flat: str, language: Language) -> tuple[tuple[int, str], ...]:
    """Return the words that can begin a number, and where they start: looked for once, asked for by each pattern."""
    firsts = _firsts(language)
    return tuple(
        [(match.start(), said) for match in _WORD.finditer(flat) if (said := match[0]) in firsts or said[0].isdigit()]
    )


@cache
def _firsts(language: Language) -> frozenset[str]:
    return _part_firsts(language) | loose_firsts(language) | aside_firsts(language)


@cache
def loose_firsts(language: Language) -> frozenset[str]:
    """Return the words that begin a number said without one: "both", "several", "dozens"."""
    words = numeral_words(language)
    return _first_words((*words.pairs, *words.several, *words.vague))


@cache
def aside_firsts(language: Language) -> frozenset[str]:
    """Return the words that begin what holds a number and counts nothing: "one another", "third"."""
    words = numeral_words(language)
    return _first_words((*words.no_count, *words.ordinals))


def digits_value(digits: str, language: Language) -> Fraction:
    """Return the number that ``digits`` write: "1,200", "1.200" (Spanish), "1.5", "10 000", "100k"."""
    times = 1000 if digits.endswith("k") else 1
    plain = digits.rstrip("k").replace(" ", "")
    # "1.200" is twelve hundred in Spanish and one and a bit in English; "1,200" is twelve hundred in both, as Mexican
    # papers write it; "0,200" is a decimal in both.
    grouped = r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"
    if language == "es":
        grouped += r"|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"
    if re.fullmatch(grouped, plain):
        first = min((plain.find(mark) for mark in ",." if mark in plain), default=0)
        plain = plain.replace(plain[first], "").replace(",", ".")
    elif "." in plain and "," in plain:
        whole, point, rest = plain.rpartition(max(",.", key=plain.rfind))  # "1.623,427.54": the last mark is the point
        plain = whole.replace(",", "").replace(".", "") + point + rest
    elif max(plain.count("."), plain.count(",")) > 1:
        plain = plain.replace(".", "").replace(",", "")
    return Fraction(plain.replace(",", ".")) * times if "." in plain or "," in plain else Fraction(int(plain) * times)


@cache
def _vocabulary(language: Language) -> dict[str, tuple[_Kind, Fraction]]:
    """Return what each word of numbers is, and its value: made once, as to make a fraction takes a while."""
    return {word: (kind, Fraction(value)) for word, (kind, value) in _words_of_numbers(language).items()}


def _words_of_numbers(language: Language) -> dict[str, tuple[_Kind, int]]:
    words = numeral_words(language)
    found: dict[str, tuple[_Kind, int]] = {word: ("word", value) for word, value in words.cardinals.items()}
    found |= dict.fromkeys(words.hundreds, ("hundred", 100))
    found |= {word: ("magnitude", value) for word, value in words.magnitudes.items()}
    found |= {word: ("collective", value) for word, value in words.collectives.items()}
    found |= dict.fromkeys(words.halves, ("half", 0))
    found |= dict.fromkeys(words.articles, ("article", 1))
    found |= dict.fromkeys(words.inner, ("inner", 1))
    return found


@cache
def _part_pattern(language: Language) -> re.Pattern[str]:
    vocabulary = _vocabulary(language)
    bounded = rf"(?<![\w@#/.])(?P<word>{any_of(list(vocabulary))})(?!\w)"
    # "por ciento" is no hundred.
    return re.compile(rf"(?P<digits>{_DIGITS})|(?!(?<=\bpor )ciento\b){bounded}")


@cache
def _part_firsts(language: Language) -> frozenset[str]:
    return _first_words(_vocabulary(language))


def _parts(flat: str, language: Language) -> Iterator[_Part]:
    vocabulary = _vocabulary(language)
    rough = frozenset(numeral_words(language).rough)
    for match in begun_by(_part_pattern(language), _part_firsts(language), flat, language):
        if match["digits"]:
            yield _Part(match.start(), match.end(), "digits", digits_value(match["digits"], language))
        else:
            word = re.sub(r"\s+", " ", match["word"])
            kind, value = vocabulary[word]
            yield _Part(match.start(), match.end(), kind, value, word in rough)


class _Number:
    """A number being built, part by part; `take` says whether the next part belongs to it."""

    def __init__(self, first: _Part, language: Language) -> None:
        self.language = language
        self.parts = [first]
        self.total = _NONE
        self.group: Fraction | None = first.value
        # What may still be added to the group: "twenty" leaves room for less than 10.
        self.room = _room(first)
        self.ceiling: Fraction | None = None
        if first.kind == "magnitude":
            self.total, self.group, self.room, self.ceiling = first.value, None, _NONE, first.value

    def take(self, part: _Part, gap: str) -> bool:
        last = self.parts[-1]
        joined = gap.strip()
        if joined and not self._conjunction_fits(part, joined):
            return False
        if "collective" in (last.kind, part.kind) or last.kind == "half":
            taken = self._collect(part, last)
        elif part.kind in ("hundred", "magnitude"):
            taken = self._multiply(part)
        else:
            taken = self._add(part, last)
        if taken:
            self.parts.append(part)
        return taken

    def _conjunction_fits(self, part: _Part, joined: str) -> bool:
        last = self.parts[-1]
        if joined == "-":
            return last.kind != "digits" and part.kind != "digits"
        if joined not in numeral_words(self.language).conjunctions or "digits" in (last.kind, part.kind):
            return False
        if self.language == "es":
            return last.kind == "word" and last.value in range(20, 100, 10) and part.value < 10
        return last.kind in ("hundred", "magnitude") and part.kind == "word"

    def _collect(self, part: _Part, last: _Part) -> bool:
        if last.kind == "half" and part.kind in ("collective", "magnitude", "hundred"):
            self.group = part.value / 2
        elif part.kind == "collective" and last.kind in ("word", "digits", "article", "inner") and len(self.parts) == 1:
            self.group = (self.group or 1) * part.value
        else:
            return False
        self.room = _NONE
        return True

    def _multiply(self, part: _Part) -> bool:
        if self.parts[-1].kind in ("article", "inner") and part.value == 1000 and self.language == "es":
            return False
        if part.kind == "hundred":
            if self.group is None or not 0 < self.group < 100:
                return False
            self.group, self.room = self.group * 100, _HUNDRED
            return True
        if self.ceiling is not None and part.value > self.ceiling:
            self.total, self.group = (self.total + (self.group or 0)) * part.value, None
        elif self.ceiling == part.value or not (self.group or self._opens(part)):
            return False
        else:
            self.total, self.group = self.total + (self.group or 1) * part.value, None
        self.room, self.ceiling = _NONE, part.value
        return True

    def _opens(self, part: _Part) -> bool:
        # "un millón mil": a thousand needs no number before it in Spanish.
        return any(
            part.value == numeral_words(self.language).magnitudes[word] for word in numeral_words(self.language).alone
        )

    def _add(self, part: _Part, last: _Part) -> bool:
        if part.kind in ("article", "half") or last.kind in ("article", "half") or part.value == 0:
            return False
        if part.kind == "inner" and last.kind not in ("word", "magnitude"):
            return False
        if self.group is None:
            # "mil 500", "two thousand five": what follows a magnitude must be smaller than it.
            if self.ceiling is None or part.value >= min(self.ceiling, _THOUSAND) or part.value.denominator > 1:
                return False
            if part.kind == "inner" and last.kind == "magnitude":
                return False
            self.group, self.room = part.value, _room(part)
            return True
        if part.kind == "digits" or last.kind == "digits" or part.value >= self.room:
            return False
        self.group, self.room = self.group + part.value, _room(part)
        return True

    def core(self, flat: str) -> Core | None:
        first, last = self.parts[0], self.parts[-1]
        if len(self.parts) == 1 and first.kind in ("article", "half", "inner"):
            return None
        end = last.end
        value = self.total + (self.group or 0)
        whole = last.kind in {"magnitude", "collective"}  # "docena y media", "a million and a half"
        more = _HALF_MORE.match(flat, end) if whole or (first is last and value < 20) else None
        if more:
            end, value = more.end(), value + (last.value if whole else Fraction(1)) / 2
        rough = any(part.rough for part in self.parts)
        digits = all(part.kind == "digits" for part in self.parts)
        times = int(last.value) if last.kind == "magnitude" else 1
        return Core(Span(first.start, end), value, rough, digits, times)


def _room(part: _Part) -> Fraction:
    value = part.value
    if part.kind not in ("word", "hundred"):
        return _NONE
    if value >= 100 and value % 100 == 0:
        return _HUNDRED
    return _TEN if 20 <= value < 100 and value % 10 == 0 else _NONE


def _starts(part: _Part, flat: str, language: Language) -> bool:
    words = numeral_words(language)
    if part.kind == "hundred":
        return False
    word = flat[part.start : part.end]
    if part.kind == "magnitude":
        return word in words.alone
    # "dozens" and "decenas" by themselves are vague and read elsewhere.
    return part.kind != "collective" or word not in words.vague


def cores(flat: str, language: Language) -> list[Core]:
    """Return the numbers of ``flat`` in text order; none overlap. Vague plurals ("dozens") are not among them."""
    found: list[Core] = []
    number: _Number | None = None
    for part in _parts(flat, language):
        if number is not None:
            gap = flat[number.parts[-1].end : part.start]
            if len(gap) <= 7 and number.take(part, gap):
                continue
            found.extend(filter(None, [number.core(flat)]))
        number = _Number(part, language) if _starts(part, flat, language) else None
    if number is not None:
        found.extend(filter(None, [number.core(flat)]))
    return found
