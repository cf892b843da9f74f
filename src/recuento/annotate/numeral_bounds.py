"""What a number commits to: its modifiers and ranges turned into inclusive bounds."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import ceil, floor
from typing import Literal

from msgspec import Struct

from recuento.annotate.numeral_grammar import Core, any_of
from recuento.lexicon.numerals import numeral_words
from recuento.model import Count, Numeral, Span
from recuento.model.document import Language

__all__ = ["Figure", "bounded", "modified", "ranged", "superseded"]

_Kind = Literal["at_least", "more_than", "up_to", "fewer_than", "about", "nearly", "or_more", "or_so", "or_fewer"]
_LAST_WORDS = re.compile(r"[\w.'%-]+")
# The longest modifier of the lexicon ("poco menos o mas de") has five words.
_MOST_WORDS = 5
_WINDOW = 48


class Figure(Struct, frozen=True):
    """A number, or a range of two, with its modifiers. ``whole`` is False for "2.5", which counts nobody."""

    span: Span
    core: Span
    count: Count
    vague: bool
    whole: bool = True
    digits: bool = False
    ranged: bool = False


@cache
def _modifiers(language: Language) -> tuple[dict[str, _Kind], re.Pattern[str]]:
    said = numeral_words(language).modifiers
    before: dict[str, _Kind] = {}
    for kind in ("about", "nearly", "fewer_than", "up_to", "more_than", "at_least"):
        before |= dict.fromkeys(getattr(said, kind), kind)
    after = "|".join(f"(?P<{kind}>{any_of(getattr(said, kind))})" for kind in ("or_more", "or_so", "or_fewer"))
    return before, re.compile(rf"\s+(?:{after})\b(?!\s+(?:\d|que\b|than\b))")


@cache
def _last_words(language: Language) -> frozenset[str]:
    """Return the words in which the modifiers before a number end: most words before one are none of them."""
    return frozenset(said.split()[-1] for said in _modifiers(language)[0])


@cache
def _verbs_of_particles(language: Language) -> frozenset[str]:
    return frozenset(numeral_words(language).modifiers.own_particle)


@cache
def _verbs_going_up(language: Language) -> frozenset[str]:
    return frozenset(numeral_words(language).modifiers.goes_up)


def _modifier_before(flat: str, at: int, language: Language) -> tuple[int, _Kind] | None:
    known, _ = _modifiers(language)
    first = max(0, at - _WINDOW)
    window = flat[first:at]
    if window != "" and not window[-1].isspace():
        return None
    words = list(_LAST_WORDS.finditer(window))[-_MOST_WORDS:]
    if not words or words[-1].group() not in _last_words(language):
        return None
    for index in range(len(words)):
        # A stop between the words ends the phrase: "after. At least" still holds, "not. More than" does not join.
        if any(window[a.end() : b.start()].strip() for a, b in pairwise(words[index:])):
            continue
        if window[words[-1].end() :].strip():
            return None
        kind = known.get(" ".join(word.group() for word in words[index:]))
        if kind and index == len(words) - 1 and index and words[index - 1].group() in _verbs_of_particles(language):
            return None
        if kind == "up_to" and index and words[index - 1].group() in _verbs_going_up(language):
            return None  # "the tally has gone up to 48"
        if kind:
            return first + words[index].start(), kind
    return None


def _apply(count: Count, kind: _Kind) -> Count:
    low, high = count.at_least, count.at_most
    match kind:
        case "at_least" | "or_more":
            return Count(low)
        case "more_than":
            return Count(low + 1 if count.exact is not None else low)
        case "up_to" | "or_fewer":
            # Someone is implied: "hasta cinco heridos" is one to five.
            return Count(min(1, low), high) if high is not None else count
        case "fewer_than":
            return Count(min(1, low), max(high - 1, min(1, low))) if high is not None else count
        case "about" | "or_so":
            return _around(count)
        case "nearly":
            return Count(min(ceil(low * Fraction(9, 10)), max(low - 1, 0)), high)


def _around(count: Count) -> Count:
    """Return 10 % either side, rounded towards the number but at least one."""
    if count.at_most is None:
        return count
    return Count(Count.about(count.at_least).at_least, Count.about(count.at_most).at_most)


def bounded(core: Core) -> Figure:
    """Return ``core`` without modifiers: "veintena" is 18 to 22, "docena" and "3" are exact."""
    exact = Count(floor(core.value), ceil(core.value))
    count = _around(exact) if core.rough else exact
    return Figure(core.span, core.span, count, vague=core.rough, whole=core.value.denominator == 1, digits=core.digits)


def modified(figure: Figure, flat: str, language: Language) -> Figure:
    """Return ``figure`` with the modifiers around it, at most two before and one after.

    A modifier replaces the noun's own looseness: "más de una veintena" is 21 or more.
    """
    start, count, vague = figure.span.start, figure.count, figure.vague
    # The sign of money stands between the modifier and the number: "more than $20".
    sign = re.search(r"[a-z]{0,3}[$€£]\s?$", flat[max(0, start - 6) : start])
    begin = start - len(sign.group()) if sign else start
    first = _modifier_before(flat, begin, language)
    second = _modifier_before(flat, first[0], language) if first else None
    kinds = [kind for _, kind in filter(None, (first, second))]
    if kinds and figure.vague and not figure.ranged and count.at_most is not None:
        count = Count.exactly(round((count.at_least + count.at_most) / 2))
    for kind in kinds:
        # "some 20 to 30" says its own spread.
        count = count if figure.ranged and kind in ("about", "nearly") else _apply(count, kind)
        vague = True
    end = figure.span.end
    after = _modifiers(language)[1].match(flat, end)
    if after:
        kind_after: _Kind = after.lastgroup  # type: ignore[assignment]
        count, vague, end = _apply(count, kind_after), True, after.end()
    if first:
        start = second[0] if second else first[0]
    return Figure(Span(start, end), figure.core, count, vague, figure.whole, figure.digits, figure.ranged)


@cache
def _range_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    ranges = numeral_words(language).ranges
    signs = any_of([word for word in ranges.links if not word.isalpha()])
    linked = any_of([word for word in ranges.links if word.isalpha()])
    return (
        re.compile(rf"\b(?P<head>{any_of(list(ranges.heads))})\s+(?:[a-z]{{0,3}}[$€£])?$"),
        re.compile(rf"\s?{signs}\s?[$€£]?|\s+{linked}\s+[$€£]?|\s+(?P<choice>{any_of(ranges.choices)})\s+[$€£]?"),
        re.compile(rf"\b(?:{'|'.join(ranges.changes)})\b"),
    )


def ranged(one: Core, two: Core, flat: str, language: Language) -> Figure | None:
    """Return the range that two neighbouring numbers make, or None.

    "between 10 and 15", "10 to 15", "12 o 13", "20 o 30 mil". "The toll rose from 12 to 15" is a change, not a range.
    """
    gap = flat[one.span.end : two.span.start]
    low = one.value
    # "20 o 30 mil", "$10 to $20 million": the magnitude is said once.
    if one.times == 1 < two.times and low < two.value / two.times:
        low *= two.times
    if len(gap) > 12 or not 0 < low < two.value:
        return None
    heads, links, changes = _range_patterns(language)
    closers = numeral_words(language).ranges.heads
    before = flat[max(0, one.span.start - 70) : one.span.start]
    head = heads.search(before)
    link = links.fullmatch(gap)
    if link is None and not (head and gap.strip(" $€£\n") in closers[head["head"]]):
        return None
    if link and link["choice"] and two.value > 2 * low:
        return None
    # "el saldo pasó de 5 a 8", "raised the toll from 12 to 15"
    if link and gap.strip().isalpha() and changes.search(before if head else before[-30:]):
        return None
    span = Span(one.span.start - len(head.group()) if head else one.span.start, two.span.end)
    count = Count(floor(low), ceil(two.value))
    return Figure(span, one.span.to(two.span), count, vague=True, digits=one.digits, ranged=True)


def superseded(one: Numeral, two: Numeral, flat: str, language: Language) -> Numeral | None:
    """Return which of two neighbouring numbers was left for the other, or None.

    "rose from 12 to 14", "bajó de 14 a 12", "raised to 14 from 12": what changed is no figure any more.
    """
    gap = flat[one.span.end : two.span.start].strip()
    before = flat[max(0, one.span.start - 70) : one.span.start]
    heads, _, changes = _range_patterns(language)
    if not changes.search(before):
        return None
    head = heads.search(before)
    closers = numeral_words(language).ranges.heads
    if head is not None:
        return one if gap in closers[head["head"]] else None
    reached = before.rstrip().endswith(tuple(f" {word}" for words in closers.values() for word in words))
    return two if reached and gap in closers else None
