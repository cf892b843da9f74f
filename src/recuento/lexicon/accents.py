"""Put back the accents that a plain transcription of Spanish left out ("murio", "policia", "anno", "nino").

Old wire copy, databases of cases and much that is typed in haste carry none; the parser, which has learned from
printed Spanish, takes "murio" for an adjective. Only words that are nothing else without their accents are mended.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from recuento.model.document import Language

__all__ = ["bare_forms", "is_bare", "with_accents"]

_ION = re.compile("[cst]ion$")  # no Spanish word ends so without its accent
_WORD = re.compile(r"[^\W\d_]+")


def bare_forms(word: str) -> frozenset[str]:
    """Return how ``word`` is typed without accents; ñ becomes "n" or, in some archives, "nn". Empty if it has none.

    >>> sorted(bare_forms("español"))
    ['espannol', 'espanol']
    """
    if word.isascii():
        return frozenset()
    return frozenset(_stripped(word.replace("ñ", n)) for n in ("n", "nn"))


def _stripped(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def _accented(language: Language) -> dict[str, str]:
    path = files("recuento.lexicon") / language / "accents.csv"
    if not path.is_file():
        return {}
    words = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {bare: word for word in words for bare in bare_forms(word)}


@lru_cache(maxsize=64)
def is_bare(text: str, language: Language) -> bool:
    """Tell whether ``text`` left its accents out: more words lack theirs than carry one."""
    known = _accented(language)
    if not known:
        return False
    words = _WORD.findall(text.lower())
    lacking = sum(map(known.__contains__, words))
    carrying = len(words) - sum(map(str.isascii, words))
    return lacking > carrying


@lru_cache(maxsize=65536)
def with_accents(word: str, language: Language) -> str:
    """Return ``word`` with the accents that it lacks; capitals and words that can be something else stay as they are.

    >>> with_accents("Murio", "es"), with_accents("ninna", "es"), with_accents("secuestro", "es")
    ('Murió', 'niña', 'secuestro')
    """
    if not word[1:].islower():
        return word  # capitals, and names half in capitals
    found = _accented(language).get(word.lower())
    if found is None:
        return f"{word[:-2]}ón" if language == "es" and _ION.search(word) else word
    return found[0].upper() + found[1:] if word[0].isupper() else found
