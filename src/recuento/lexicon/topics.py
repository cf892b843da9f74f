"""What a report is about: some words tell of an event only where another sentence has set the scene."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["Topic", "topics", "topics_in"]


class Topic(Table, frozen=True, kw_only=True):
    """One topic: its name in the rules' ``about``, and lower-case words one of which makes a report one of it."""

    id: str
    words: tuple[str, ...]


class _File(Table, frozen=True, kw_only=True):
    topic: tuple[Topic, ...]


@cache
def topics(language: Language) -> tuple[Topic, ...]:
    """Return ``topics.toml``.

    Raises:
        LexiconError: the file is missing or malformed.
    """
    return read_toml(language, "topics.toml", _File).topic


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    return {topic.id: re.compile(rf"\b(?:{'|'.join(topic.words)})\b") for topic in topics(language)}


@lru_cache(maxsize=64)
def topics_in(text: str, language: Language) -> frozenset[str]:
    """Return the ids of the topics whose words stand anywhere in ``text``."""
    words = text.casefold()
    # To look for a stretch of letters takes no time; which of them are words is asked only where there is one.
    held = [topic for topic in topics(language) if any(map(words.__contains__, topic.words))]
    return frozenset(topic.id for topic in held if _patterns(language)[topic.id].search(words))
