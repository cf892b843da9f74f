"""Whose side the words tell: "cartel members", "agentes estatales", "Zetas"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recuento.lexicon.fold import fold
from recuento.lexicon.people import PersonNoun, SideWord, people, side_words
from recuento.lexicon.runs import FirstRun
from recuento.lexicon.syntax import syntax
from recuento.model.claim import Side
from recuento.model.document import Language

__all__ = ["force_in", "party_side_of", "side_of", "side_run"]


_WORD = re.compile(r"[\w'’-]+")


def side_of(words: str, language: Language) -> Side:
    """Return the side that the words themselves tell ("cartel members", "agentes estatales"), or "unknown"."""
    entry = _entry_in(words, language)
    return entry[1].side if entry else "unknown"


def party_side_of(words: str, language: Language) -> Side:
    """Return the side of a whole party: what its words tell, else what its own noun does ("bandits", "two officers").

    The noun is one of a force or of criminals, the last before a preposition or a relative word in English, the first
    for people in Spanish; of a share ("nine of the bandits", "a group of robbers") that of the whole.
    """
    told = side_of(words, language)
    return told if told != "unknown" else _side_of_noun(words, language)


@lru_cache(maxsize=8192)
def _side_of_noun(words: str, language: Language) -> Side:
    known, table = people(language), syntax(language)
    said: PersonNoun | None = None
    for word in _WORD.findall(fold(words.partition(",")[0])):
        if word in table.leaves_party | table.relative or (word in table.of and said is not None):
            break
        if word not in table.of and (said is None or language == "en"):
            said = known.get(word) if word not in table.measures | table.members else None
    return said.side if said is not None and said.force else "unknown"


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
