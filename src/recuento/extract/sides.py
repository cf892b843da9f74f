"""Whose side the words tell: "cartel members", "agentes estatales", "Zetas"."""

from __future__ import annotations

from functools import cache, lru_cache

from recuento.lexicon.fold import fold
from recuento.lexicon.people import SideWord, side_words
from recuento.lexicon.runs import FirstRun
from recuento.model.claim import Side
from recuento.model.document import Language

__all__ = ["force_in", "side_of", "side_run"]


def side_of(words: str, language: Language) -> Side:
    """Return the side that the words themselves tell ("cartel members", "agentes estatales"), or "unknown"."""
    entry = _entry_in(words, language)
    return entry[1].side if entry else "unknown"


def side_run(words: str, language: Language) -> str | None:
    """Return the folded words that tell the side ("delincuencia organizada"), None where none do."""
    entry = _entry_in(words, language)
    return entry[0] if entry else None


def force_in(words: str, language: Language) -> str | None:
    entry = _entry_in(words, language)
    return entry[0] if entry and entry[1].force else None


@cache
def _known(language: Language) -> FirstRun[SideWord]:
    return FirstRun(side_words(language))


@lru_cache(maxsize=8192)
def _entry_in(words: str, language: Language) -> tuple[str, SideWord] | None:
    """Return the entry that stands first in the words: "police officers linked to the cartel" are police."""
    return _known(language).find(fold(words))
