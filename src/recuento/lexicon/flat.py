"""Flatten a whole text for matching without moving a single offset."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["flat"]


@lru_cache(maxsize=8192)
def _flat_letter(letter: str) -> str:
    # One letter in, one letter out: a ligature that would become two stays as it is.
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


_RARE = re.compile(r"[^\x00-\x7f]")
_SIGNS = {"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " "}


@lru_cache(maxsize=64)
def flat(text: str) -> str:
    """Return ``text`` in lower case, without accents, with plain quotes, dashes and spaces, and of the same length.

    >>> flat("VEINTITRÉS Años — 10\u00a0000")
    'veintitres anos - 10 000'
    """
    if text.isascii():
        return text.lower()
    return _RARE.sub(_flat_match, text).lower()


def _flat_match(match: re.Match[str]) -> str:
    return _SIGNS.get(match[0]) or _flat_letter(match[0])
