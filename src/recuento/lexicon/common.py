"""How common a word is: what a rare word tells, a common one does not. Built by ``training/linking``."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib.resources import files

from recuento.errors import LexiconError

__all__ = ["band"]

_LANGUAGES = ("en", "es")


@lru_cache(maxsize=65536)
def band(word: str) -> int:
    """Return how common a folded word is: 3 (a thousand in a million words), 2, 1 (ten), or 0 for a rare one.

    Of two languages the higher counts: a report quotes both, and "Mexico" is a usual name in either.
    """
    return max(_common(language).get(word, 0) for language in _LANGUAGES)


@cache
def _common(language: str) -> dict[str, int]:
    path = files("recuento.lexicon") / language / "common.csv"
    if not path.is_file():
        raise LexiconError(f"lexicon/{language}/common.csv: no such file; the package is incomplete, install it again")
    rows = csv.reader(path.read_text("utf-8").splitlines()[1:])
    return {word: int(number) for word, number in rows}
