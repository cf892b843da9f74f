"""Compare words without accents and capitals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "fold_text", "unmarked"]

# What can be a combining mark besides the usual ones: only then every character is asked.
_RARE = re.compile("[\u0483-\u1fff\u20d0-\U0010ffff]")
_MARKS = re.compile("[\u0300-\u036f]+")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return ``word`` casefolded, without combining marks, with straight apostrophes.

    >>> fold("CULIACÁN"), fold("niños"), fold("hitman’s")
    ('culiacan', 'ninos', "hitman's")
    """
    return fold_text(word)


def fold_text(text: str) -> str:
    """Return a stretch of text folded as `fold` does words, and do not remember it."""
    if text.isascii():
        return text.casefold()
    return unmarked(text.replace("’", "'")).casefold()


def unmarked(text: str) -> str:
    """Return a stretch of text without combining marks, and with no letter that holds one.

    >>> unmarked("Peñón")
    'Penon'
    """
    plain = unicodedata.normalize("NFD", text)
    if _RARE.search(plain):
        return "".join(c for c in plain if not unicodedata.combining(c))
    return _MARKS.sub("", plain)
