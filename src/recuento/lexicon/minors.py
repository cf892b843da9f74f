"""Words that say beside a person's name that the person is under age."""

from __future__ import annotations

from functools import cache

from recuento.lexicon.toml import Table, read_toml

__all__ = ["MinorWords", "minor_words"]


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
