"""One spelling for every way to write a place name: how the gazetteer is keyed and how it is asked."""

from __future__ import annotations

import re
from functools import lru_cache

from recuento.lexicon.fold import unmarked

__all__ = ["fold"]

_DROPPED = re.compile(r"[.'’‘`´\"“”]")
# Letters that Unicode does not take apart.
_WHOLE = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_SPACED = re.compile(r"[\s\-–—/_]+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return ``name`` in lower case without accents, dots and apostrophes, hyphens as spaces.

    >>> fold("Culiacán"), fold("N.L."), fold("Al-Minya")
    ('culiacan', 'nl', 'al minya')
    """
    bare = name.lower() if name.isascii() else unmarked(name.casefold()).translate(_WHOLE)
    if bare.replace(" ", "").isalnum() and "  " not in bare:
        return bare.strip()  # as most names are
    return _SPACED.sub(" ", _DROPPED.sub("", bare)).strip()
