"""Venues that a report names: "el bar Palomar", "the Palomar nightclub". Their names tell one incident from another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from recuento.lexicon.common import band
from recuento.lexicon.fold import fold
from recuento.lexicon.venues import venue_nouns
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["venues_in"]

_COMMON = 2  # a name of such words only ("the City Club") finds no report again
# Words with a capital, with "de la" and the like between them: "La Mesa", "Virgen del Carmen".
_NAME = r"[^\W\d_a-z][\w'’-]*(?:\s(?:(?:de|del|of)\s)?(?:(?:la|las|los|the)\s)?[^\W\d_a-z][\w'’-]*){0,4}"
_LINK = re.compile(r"(?:\s(?:de|del|of|la|las|los|the))*\s*$")
_WORD = re.compile(r"\w+")
_MARKS = " \"“”«»‘’'"
_OPEN = r"(?:\s(?:llamad[oa]|denominad[oa]|called|named))?\s[\"“«‘']?"


def venues_in(text: str, language: Language, places: Iterable[Span] = ()) -> tuple[str, ...]:
    """Return the names of the venues in ``text``, folded, in order.

    Left out are names of common words only, and those of ``places``: "the Tuxpan school", "casino Mirador de Tuxpan".
    """
    if text.isupper() or _heads(language).isdisjoint(_WORD.findall(text.lower())):
        return ()
    towns = tuple(places)
    found = (match.span("name") for pattern in _patterns(language) for match in pattern.finditer(text))
    names = (fold(_without_town(text, start, end, towns)) for start, end in found)
    return tuple(dict.fromkeys(name for name in names if any(band(word) < _COMMON for word in name.split())))


def _without_town(text: str, start: int, end: int, towns: tuple[Span, ...]) -> str:
    """Return the name as far as the town in it, without the "of" between the two."""
    first = min((town.start for town in towns if town.start < end and start < town.end), default=end)
    return _LINK.sub("", text[start : max(start, first)]).strip(_MARKS).removeprefix("The ")


@cache
def _heads(language: Language) -> frozenset[str]:
    """Return the first words of the nouns: most sentences hold none, and to look for words is cheap."""
    nouns = venue_nouns(language)
    return frozenset(match[0] for noun in (*nouns.before, *nouns.after) if (match := _WORD.search(noun.lower())))


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    nouns = venue_nouns(language)
    before = re.compile(rf"\b(?:{_any_of(nouns.before)}){_OPEN}(?P<name>{_NAME})")
    if not nouns.after:
        return (before,)
    # A capital at the head of a sentence may be any word's.
    after = re.compile(rf"(?<![.!?]\s)(?P<name>{_NAME})[\"”»’']?\s(?:{_any_of(nouns.after)})\b")
    return (before, after)


def _any_of(nouns: tuple[str, ...]) -> str:
    """Return a pattern for any of the nouns, the longest first, with a small first letter or a capital."""
    longest = sorted(nouns, key=lambda noun: (-len(noun), noun))
    return "|".join(f"[{noun[0]}{noun[0].upper()}]{re.escape(noun[1:])}" for noun in longest)
