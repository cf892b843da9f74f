"""Flatten a whole text for matching without moving a single offset."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["flat"]


@lru_cache(maxsize=8192)
def _flat_letter(letter: str) -> str:
    # One letter in, one letter out: a ligature that would become two stays as it is.
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


_SIGNS = {"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " "}


@lru_cache(maxsize=64)
def flat(text: str) -> str:
    """Return ``text`` in lower case, without accents, with plain quotes, dashes and spaces, and of the same length.

    >>> flat("VEINTITRÉS Años — 10\u00a0000")
    'veintitres anos - 10 000'
    """
    if text.isascii():
        return text.lower()
    return "".join(
        letter if letter.isascii() else _SIGNS.get(letter) or _flat_letter(letter) for letter in text
    ).lower()
