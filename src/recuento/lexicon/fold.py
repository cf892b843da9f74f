"""Compare words without accents and capitals."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["fold"]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return ``word`` casefolded, without combining marks, with straight apostrophes.

    >>> fold("CULIACÁN"), fold("niños"), fold("hitman’s")
    ('culiacan', 'ninos', "hitman's")
    """
    plain = unicodedata.normalize("NFD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
