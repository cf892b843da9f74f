"""Which language a report is in."""

from __future__ import annotations

import re
from functools import cache

from recuento.lexicon.toml import Table, read_toml
from recuento.lexicon.triggers import trigger_index
from recuento.model.document import Language

__all__ = ["detect_language"]

_WORD = re.compile(r"[^\W\d_]+")
# Enough words to decide; the rest of a long report would only cost time.
_ENOUGH = 600


class _Languages(Table, frozen=True, kw_only=True):
    words: dict[Language, list[str]]


@cache
def _function_words() -> dict[Language, frozenset[str]]:
    return {lang: frozenset(words) for lang, words in read_toml("shared", "languages.toml", _Languages).words.items()}


def detect_language(text: str) -> Language | None:
    """Return the language whose function words are commonest in ``text``, or None if neither has any.

    A quotation in the other language does no harm: the majority decides.

    >>> detect_language("Tres personas fueron halladas en la carretera"), detect_language("Three people were found")
    ('es', 'en')
    """
    words = [match[0].casefold() for match, _ in zip(_WORD.finditer(text), range(_ENOUGH), strict=False)]
    scores = {lang: sum(word in known for word in words) for lang, known in _function_words().items()}
    if len(set(scores.values())) == 1:
        # A headline can do without function words, not without its verb.
        scores = {lang: sum(word in trigger_index(lang).exact for word in words) for lang in scores}
    best = max(scores, key=lambda lang: (scores[lang], lang))
    return best if scores[best] else None
