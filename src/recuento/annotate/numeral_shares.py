"""A part of a number said with its whole: "la mitad de los doce" are six, "todos menos uno de los nueve" eight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from math import ceil, floor

from recuento.annotate.numeral_grammar import any_of
from recuento.lexicon.numerals import numeral_words
from recuento.model import Count, Numeral, Span
from recuento.model.document import Language

__all__ = ["with_shares"]

# The longest way to begin a share ("todos menos dieciseis de los") in characters.
_WINDOW = 48


def with_shares(numerals: Sequence[Numeral], flat: str, language: Language) -> list[Numeral]:
    """Return the numerals, a whole behind the words for a share of it as that share, its words included.

    A share that cuts somebody in two lies between the whole numbers around it: half of thirteen are six or seven.
    A whole that is only about its number, and one of another sense, stay as they are.
    """
    before, but = _patterns(language)
    found: list[Numeral] = []
    for numeral in numerals:
        whole = numeral.count.exact
        left = flat[max(0, numeral.span.start - _WINDOW) : numeral.span.start]
        share = before.search(left) if before is not None and numeral.sense == "number" and whole else None
        if share is None or whole is None:
            rest = _all_but(found, numeral, flat, but, language)
            found = found if rest is None else _without_from(found, rest.span.start)
            found.append(rest or numeral)
            found += _told_behind(numeral, flat, language)
            continue
        start = numeral.span.start - len(left) + share.start()
        shared = Fraction(numeral_words(language).fractions[re.sub(r"\s+", " ", share["share"])]) * whole
        count = _bounded(shared, whole, next((n for n in ("more", "fewer", "about") if share[n]), ""))
        found = _without_from(found, start)
        found.append(_share(numeral, start, count))
    return found


def _bounded(shared: Fraction, whole: int, said: str) -> Count:
    """Return the share as whole people: "more than half" is one more up to all, "nearly half" 10 % either side."""
    low = int(shared)
    match said:
        case "more":
            return Count(low + 1, max(whole, low + 1))
        case "fewer":
            return Count(1, max(1, low - 1))
        case "about":
            return Count(max(1, floor(shared * 9 / 10)), ceil(shared * 11 / 10))
    return Count(low, ceil(shared))


def _told_behind(numeral: Numeral, flat: str, language: Language) -> list[Numeral]:
    """Return the share that follows its whole: "de los dieciséis, la mitad ya está en casa"; [] where none does."""
    whole = numeral.count.exact
    opened, behind = _whole_first(language)
    if behind is None or opened is None or numeral.sense != "number" or not whole:
        return []
    share = behind.match(flat, numeral.span.end)
    if share is None or opened.search(flat[max(0, numeral.span.start - _WINDOW) : numeral.span.start]) is None:
        return []
    shared = Fraction(numeral_words(language).fractions[re.sub(r"\s+", " ", share["share"])]) * whole
    span = Span(*share.span("share"))
    return [replace(numeral, span=span, core=span, count=Count(int(shared), ceil(shared)), whole=numeral)]


@cache
def _whole_first(language: Language) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    words = numeral_words(language)
    if not words.fractions:
        return None, None
    behind = re.compile(
        rf"(?:\s+\w+)?\s*,\s+(?P<share>{any_of(list(words.fractions))})\b(?!\s+{any_of(words.whole_marks)}\b)"
    )
    return re.compile(rf"\b{any_of(words.whole_marks)}\s+$"), behind


def _without_from(found: list[Numeral], start: int) -> list[Numeral]:
    return [one for one in found if one.span.end <= start]


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    words = numeral_words(language)
    if not words.fractions:
        return None, None
    said = words.modifiers
    about = any_of((*said.nearly, *said.about))
    bounds = rf"(?P<more>{any_of(said.more_than)})|(?P<fewer>{any_of(said.fewer_than)})|(?P<about>{about})"
    share = any_of(list(words.fractions))
    before = re.compile(rf"\b(?:(?:{bounds})\s+)?(?P<share>{share})\s+{any_of(words.whole_marks)}\s+$")
    but = re.compile(rf"\b{any_of(words.all_but)}\s+(?:(?P<one>{any_of(words.inner)})\s+)?$")
    return before, but


@cache
def _linked(language: Language) -> re.Pattern[str]:
    """Return what stands between the share and its whole: "de los", "of the"."""
    return re.compile(rf"\s*{any_of(numeral_words(language).whole_marks)}\s+$")


def _all_but(
    found: list[Numeral], whole: Numeral, flat: str, but: re.Pattern[str] | None, language: Language
) -> Numeral | None:
    """Return those that are left of a whole: "todos menos dos de los diez rehenes" are eight of them."""
    if but is None or whole.sense != "number" or whole.count.exact is None:
        return None
    link = _linked(language).search(flat, max(0, whole.span.start - _WINDOW), whole.span.start)
    if link is None:
        return None
    first = whole.span.start - len(link[0])
    less = found[-1] if found and found[-1].span.end in {first, first + 1} else None
    # "menos" is also what makes a number smaller: the core alone is taken off.
    end = less.core.start if less is not None else first + 1
    match = but.search(flat[max(0, end - _WINDOW) : end])
    taken = 1 if match is not None and match["one"] else less.count.exact if less is not None else None
    if match is None or taken is None or (less is None and not match["one"]) or taken >= whole.count.exact:
        return None
    start = max(0, end - _WINDOW) + match.start()
    return _share(whole, start, Count.exactly(whole.count.exact - taken))


def _share(whole: Numeral, start: int, count: Count) -> Numeral:
    span = Span(start, whole.span.end)
    return replace(whole, span=span, core=span, count=count, whole=whole)
