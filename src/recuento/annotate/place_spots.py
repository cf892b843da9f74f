"""Stretches of capitalised words that the gazetteer knows, longest first, before anything is decided about them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from recuento.annotate.gazetteer import Candidate, Gazetteer
from recuento.annotate.place_fold import fold
from recuento.annotate.place_tokens import Word
from recuento.annotate.place_words import PlaceWords
from recuento.model import Span

__all__ = ["Spot", "find_spots", "with_abbreviations"]

_LONGEST = 6
_HYPHENS = frozenset("-–'’")


class Spot(Struct, frozen=True):
    """Words ``first`` to ``after`` (half-open) and the places that they can mean.

    ``fixed``: an abbreviation or alias, of which the meaning is settled or bound to what stands before it.
    """

    first: int
    after: int
    span: Span
    folded: str
    options: tuple[Candidate, ...]
    fixed: bool = False


def find_spots(text: str, words: Sequence[Word], gazetteer: Gazetteer, lexicon: PlaceWords) -> list[Spot]:
    """Return the spots of ``text`` in order, without overlap."""
    stretches = _stretches(text, words, lexicon)
    found = gazetteer.find_folded({folded for each in stretches.values() for _, folded in each})
    spots: list[Spot] = []
    after = 0
    for first in sorted(stretches):
        if first < after:
            continue
        for last, folded in reversed(stretches[first]):
            if last - first > 1 and folded in lexicon.never:
                after = last
                break
            spot = _spot(text, words, first, last, folded, found[folded], gazetteer, lexicon)
            if spot:
                spots.append(spot)
                after = spot.after
                break
    return spots


def _stretches(text: str, words: Sequence[Word], lexicon: PlaceWords) -> dict[int, list[tuple[int, str]]]:
    """Return, for each word that can begin a name, the ends (half-open) it can have and the folded names."""
    starts: dict[int, list[tuple[int, str]]] = {}
    nouns = lexicon.town_nouns | lexicon.state_nouns
    for first, word in enumerate(words):
        if not word.capital:
            if word.folded in nouns:
                starts[first] = _aliased(text, words, first, lexicon)
            continue
        if word.loose and word.folded in lexicon.grammar and word.folded not in ("el", "la", "los", "las"):
            continue
        ends = [(first + 1, word.folded)]
        for last in range(first + 1, min(first + _LONGEST, len(words))):
            inner = words[last]
            if _breaks(text, words[last - 1], inner):
                break
            if inner.capital or inner.text.isdigit() or _inner_capital(inner.text):
                ends.append((last + 1, fold(text[word.start : inner.end])))
            elif inner.folded not in lexicon.inner:
                break
        starts[first] = ends
    return starts


def _aliased(text: str, words: Sequence[Word], first: int, lexicon: PlaceWords) -> list[tuple[int, str]]:
    """Return the end of "ciudad de México" at ``first``: a name that begins with its small noun."""
    for last in range(first + 3, min(first + 4, len(words) + 1)):
        folded = fold(text[words[first].start : words[last - 1].end])
        if words[last - 1].capital and folded in lexicon.aliases:
            return [(last, folded)]
    return []


def _inner_capital(said: str) -> bool:
    """Tell whether it is of the kind of "d'Ivoire"."""
    return said[-1].isalpha() and not said.islower()


def _breaks(text: str, before: Word, word: Word) -> bool:
    if word.text in _HYPHENS or before.text in _HYPHENS:
        return not word.glued
    if word.text == ".":
        return not (word.glued and len(before.text) <= 3)
    gap = text[before.end : word.start]
    return "\n" in gap and "\n\n" in gap.replace("\r", "").replace(" ", "")


def _spot(
    text: str,
    words: Sequence[Word],
    first: int,
    after: int,
    folded: str,
    options: tuple[Candidate, ...],
    gazetteer: Gazetteer,
    lexicon: PlaceWords,
) -> Spot | None:
    code = lexicon.aliases.get(folded)
    if not options and not code:
        return None  # as most are
    span = Span(words[first].start, words[after - 1].end)
    said = text[span.start : span.end]
    if code and (len(folded) > 4 or said.isupper()):
        target = gazetteer.by_code(code) or next(iter(gazetteer.find(code)), None)
        return Spot(first, after, span, folded, (target,), fixed=True) if target else None
    if not options or (
        after - first == 1 and (folded in lexicon.never or folded in lexicon.demonyms or len(folded) < 3)
    ):
        return None
    if after - first == 1 and said.isupper() and len(said) <= 3 and not words[first].loose:
        return None
    return Spot(first, after, span, folded, options)


def with_abbreviations(
    text: str, words: Sequence[Word], spots: Sequence[Spot], gazetteer: Gazetteer, lexicon: PlaceWords
) -> list[Spot]:
    """Return ``spots`` and the abbreviated states that follow their towns ("Mich." of "Morelia, Mich."), in order."""
    found: list[Spot] = []
    for spot in spots:
        if found and spot.first < found[-1].after:
            continue
        found.append(spot)
        at = spot.after
        if at < len(words) and words[at].text in (",", "("):
            at += 1
        short = _abbreviation_at(text, words, at, spot, gazetteer, lexicon) if at < len(words) else None
        if short:
            found.append(short)
    return found


def _abbreviation_at(
    text: str, words: Sequence[Word], first: int, town: Spot, gazetteer: Gazetteer, lexicon: PlaceWords
) -> Spot | None:
    """Return the abbreviated state ("N.L.", "Edo. Méx.") at word ``first`` that ``town`` can lie in; None if none."""
    for length in (4, 3, 2, 1):
        if first + length > len(words) or not words[first].capital or not words[first + length - 1].text[0].isalpha():
            continue
        span = Span(words[first].start, words[first + length - 1].end)
        codes = lexicon.abbreviations.get(fold(text[span.start : span.end]), ())
        states = [option for code in codes if (option := gazetteer.by_code(code))]
        options = tuple(state for state in states if any(state.holds(option) for option in town.options))
        if not options:
            continue
        after = first + length
        stopped = after < len(words) and words[after].text == "." and words[after].glued
        if stopped and not text[span.start : span.end].isupper():
            after, span = after + 1, Span(span.start, words[after].end)
        return Spot(first, after, span, fold(text[span.start : span.end]), options, fixed=True)
    return None
