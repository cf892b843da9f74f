"""Street addresses: two of them in one report are two scenes ("in the 1500 block of South Trumbull Avenue")."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recuento.lexicon.fold import fold_text
from recuento.lexicon.syntax import syntax
from recuento.model.document import Language

__all__ = ["addresses_in", "quarters_in"]


@lru_cache(maxsize=4096)  # a round-up is asked for its sentences again with each further one
def addresses_in(sentence: str, language: Language) -> frozenset[str]:
    """Return the addresses at which a sentence puts something, folded: number and street; not where somebody lives."""
    pattern = _pattern(language)
    if pattern is None:
        return frozenset()
    return frozenset(f"{m['number']} {m['street']}" for m in pattern.finditer(fold_text(sentence)))


@cache
def _pattern(language: Language) -> re.Pattern[str] | None:
    words = syntax(language)
    if not words.address:
        return None
    before, block, article = (
        "|".join(sorted(map(re.escape, some))) for some in (words.where_case, words.address, words.definite_plural)
    )
    return re.compile(
        rf"\b(?:{before}) (?:(?:{article}) )?(?P<number>\d{{1,5}}) ?-?(?:{block}) (?P<street>\w+\.?(?: \w+)?)"
    )


@lru_cache(maxsize=4096)
def quarters_in(sentence: str, language: Language) -> frozenset[str]:
    """Return the quarters of a town that a sentence names before their noun ("the Park Manor neighborhood"), folded."""
    words = syntax(language).quarter
    if not words or not any(word in sentence for word in words):
        return frozenset()
    return frozenset(fold_text(m["name"]).strip() for m in _quarter(language).finditer(sentence))


@cache
def _quarter(language: Language) -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, syntax(language).quarter)))
    return re.compile(rf"(?P<name>(?:[A-Z][\w'’.-]* ){{1,4}})(?:{nouns})\b")
