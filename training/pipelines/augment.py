"""Rewrites words as other kinds of copy would print them: capitals, title case, no accents, curly quotes."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence

from wordlists import SMALL_IN_TITLES

PRINTS = ("plain", "capitals", "title", "bare", "bare capitals")


def choose_print(rng: random.Random, language: str) -> str:
    """Return one of ``PRINTS``: mostly "plain"; without accents ("bare") only for Spanish."""
    weights = (84, 12, 4, 0, 0) if language == "en" else (80, 7, 4, 4, 5)
    return rng.choices(PRINTS, weights)[0]


def printed(words: Sequence[str], print_: str) -> list[str]:
    """Return the words as ``print_`` prints them; each keeps its length in code points."""
    result = list(words)
    if "bare" in print_:
        result = [without_accents(word) for word in result]
    if "capitals" in print_:
        result = [_same_length(word, word.upper()) for word in result]
    if print_ == "title":
        result = [word if i and word in SMALL_IN_TITLES else _capitalised(word) for i, word in enumerate(result)]
    return result


def with_other_quotes(words: Sequence[str], rng: random.Random) -> list[str]:
    """Return the words with straight quotes made curly, or curly ones made straight."""
    marks = rng.choice(("“”", "“”", "«»"))
    seen = 0
    result = []
    for word in words:
        result.append(_other_quote(word, marks[seen % 2]))
        seen += word == '"'
    return result


def _other_quote(word: str, mark: str) -> str:
    """Return the word with its quotes or apostrophe of the other kind; ``mark`` is what a straight quote becomes."""
    if word == '"':
        return mark
    if word in ("“", "”", "«", "»"):
        return '"'
    return word.replace("'", "’") if "'" in word else word.replace("’", "'")


def without_accents(word: str) -> str:
    """Return the word without combining marks ("ñ" gives "n"), or itself if its length would change."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return _same_length(word, bare)


def cased_like(lemma: str, form: str) -> str:
    """Return the lemma in the case of the form: "KIDNAPPED" has "KIDNAP", "Gunmen" has "Gunman".

    An edit tree can then cut an ending without knowing the word; whoever reads a lemma lowers its case.
    """
    if len(form) > 1 and form.isupper():
        return lemma.upper()
    if form[:1].isupper():
        return lemma[:1].upper() + lemma[1:].lower() if form[1:].islower() else lemma[:1].upper() + lemma[1:]
    return lemma.lower()


def _capitalised(word: str) -> str:
    return _same_length(word, word[:1].upper() + word[1:])


def _same_length(old: str, new: str) -> str:
    """Return ``new``, or ``old`` if the length differs ("ß" in capitals): offsets must hold."""
    return new if len(new) == len(old) else old
