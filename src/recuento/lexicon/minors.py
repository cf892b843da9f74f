"""Who is under age, by the words beside a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from recuento.lexicon.toml import Table, read_toml

__all__ = ["NAME", "MinorWords", "minor_words", "names_of_minors"]

_OF_AGE = 18
_TOKEN = r"[^\W\d_][\w'’-]*\.?"
_CAPITAL = r"(?=[A-ZÁÉÍÓÚÜÑÇÄÖ])" + _TOKEN
NAME = rf"{_CAPITAL}(?:\s+(?:(?:de|del|la|las|los|y|da|do|dos|van|von|der)\s+){{0,2}}{_CAPITAL}){{0,4}}"
"""What a person's name looks like, as a pattern."""


class MinorWords(Table, frozen=True, kw_only=True):
    """One language's words.

    Attributes:
        nouns: for one person under age; plurals: for several.
        called: between such a noun and a name.
        articles: before such a noun behind a name ("Ana, a schoolgirl").
    """

    nouns: tuple[str, ...]
    plurals: tuple[str, ...]
    called: tuple[str, ...]
    articles: tuple[str, ...]


class _File(Table, frozen=True, kw_only=True):
    en: MinorWords
    es: MinorWords


@cache
def minor_words() -> MinorWords:
    """Return the words of both languages together, from ``lexicon/shared/minors.toml``: reports quote either."""
    both = read_toml("shared", "minors.toml", _File)
    return MinorWords(
        nouns=(*both.en.nouns, *both.es.nouns),
        plurals=(*both.en.plurals, *both.es.plurals),
        called=(*both.en.called, *both.es.called),
        articles=(*both.en.articles, *both.es.articles),
    )


@lru_cache(maxsize=4096)  # the reports of a long story are asked about again with each new one
def names_of_minors(text: str) -> tuple[str, ...]:
    """Return the names beside which a text says that their bearer is under 18; in doubt one more."""
    return tuple(_names(text))


def _names(text: str) -> Iterator[str]:
    yield from (name for name, age in _with_age(text) if age < _OF_AGE)
    for pattern in (_after_noun(), _before_noun()):
        yield from (found["name"] for found in pattern.finditer(text))
    for several in _after_plural().finditer(text):
        yield from (found[0] for found in re.finditer(NAME, several["names"]))


def _with_age(text: str) -> Iterator[tuple[str, int]]:
    """Yield every name beside which an age is written, with that age in years."""
    for pattern in _ages():
        yield from ((found["name"], int(found["age"])) for found in pattern.finditer(text))


@cache
def _ages() -> tuple[re.Pattern[str], ...]:
    age, name = r"(?P<age>\d{1,3})", rf"(?P<name>{NAME})"
    return (
        re.compile(
            rf"{name}\s*,\s*(?:de\s+|aged\s+|age\s+)?{age}(?:\s+(?:años|years?\s+old))?(?=\s*(?:[,;.)]|and\b|y\b|$))"
        ),
        re.compile(rf"{name}\s*\(\s*{age}\s+(?:años|years)"),
        re.compile(rf"{name}\s*,?\s+de\s+{age}\s+años"),
        re.compile(rf"{age}[\s-]years?[\s-]olds?\s+(?:[\w-]+\s+){{0,2}}?(?:,\s*)?{name}"),
        re.compile(
            rf"{name}\s+(?:was|is|had turned|tenía|tiene|cumplió)\s+(?:just\s+|only\s+|apenas\s+|sólo\s+|solo\s+)?"
            rf"{age}(?=\s*(?:años|years?\s+old|[,;.]|and\b|y\b|when\b|cuando\b))"
        ),
    )


@cache
def _after_noun() -> re.Pattern[str]:
    """Return what finds "the boy, identified as NAME", "schoolgirl NAME", "la niña NAME"."""
    words = minor_words()
    return re.compile(
        rf"\b(?i:{_any(words.nouns)}),?\s+(?:(?i:de|aged)\s+\d+\s*(?i:años)?,?\s+)?(?:(?i:{_any(words.called)})\s+)?(?P<name>{NAME})"
    )


@cache
def _after_plural() -> re.Pattern[str]:
    """Return what finds the names of "the children NAME, NAME and NAME"."""
    words = minor_words()
    called = rf"(?:(?i:{_any(words.called)})\s+)?"
    more = rf"(?:\s*(?:,|,?\s+and\s|,?\s+[ye]\s)\s*{NAME})*"
    return re.compile(rf"\b(?i:{_any(words.plurals)}),?\s+{called}(?P<names>{NAME}{more})")


@cache
def _before_noun() -> re.Pattern[str]:
    """Return what finds "NAME, a schoolgirl", "NAME, un niño"."""
    words = minor_words()
    return re.compile(
        rf"(?P<name>{NAME}),\s+(?i:{_any(words.articles)})\s+(?:[\w-]+\s+){{0,2}}?(?i:{_any(words.nouns)})\b"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
