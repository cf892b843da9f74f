"""Capitals that tell nothing: headlines In Title Case and wire copy IN CAPITALS, spelt as prose for the parser."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import ascii_letters, ascii_lowercase

from recuento.annotate.gazetteer import open_gazetteer
from recuento.lexicon.casing import forms_of, is_word_like
from recuento.lexicon.fold import fold
from recuento.lexicon.people import people, things
from recuento.lexicon.triggers import trigger_index
from recuento.model.annotation import Sentence
from recuento.model.document import Language

__all__ = ["as_prose", "mostly_small"]

_WORD = re.compile(r"(?<=[^\W\d_]['’])[sStTdDmM]\b|[^\W\d_]+")
# A sentence of this share of capitalised words, and of so many words, is a heading; short words stay small in titles.
_SMALL_LETTERS = ascii_lowercase.encode()
_NO_LETTERS = bytes(set(range(128)) - set(ascii_letters.encode()))
_SHARE = 0.75
_FEWEST = 4
_LONG = 4
_CITY = 20_000


def as_prose(text: str, sentences: Iterable[Sentence], language: Language, *, title: bool) -> str:
    """Return ``text`` with ordinary words in lower case in every sentence whose capitals tell nothing; same length.

    Only a ``title`` is taken to be In Title Case: in prose a row of capitals is a list of names.

    >>> from recuento.model.span import Span
    >>> title = "Gunmen Kill Four Bakers In Durango"
    >>> as_prose(title, [Sentence(span=Span(0, 34), kind="prose", paragraph=0)], "en", title=True)
    'Gunmen kill four bakers in Durango'
    """
    made = text
    for sentence in sentences:
        said = sentence.span.of(text)
        if _in_capitals(said) or (title and _in_title_case(said)):
            made = made[: sentence.span.start] + _lowered(said, language) + made[sentence.span.end :]
    return made


def mostly_small(text: str) -> bool:
    """Tell whether small letters of ASCII outnumber all that can be capitals; if not, letters have to be counted."""
    written = text.encode()
    small = len(written) - len(written.translate(None, _SMALL_LETTERS))
    return 2 * small >= len(written.translate(None, _NO_LETTERS))


def _in_capitals(said: str) -> bool:
    if mostly_small(said):
        return False
    letters = [c for c in said if c.isalpha()]
    return len(letters) > 2 * _FEWEST and sum(c.isupper() for c in letters) > _SHARE * len(letters)


def _in_title_case(said: str) -> bool:
    words = [w for w in _WORD.findall(said)[1:] if len(w) >= _LONG]
    return len(words) >= _FEWEST and sum(w[0].isupper() for w in words) > _SHARE * len(words)


def _lowered(said: str, language: Language) -> str:
    made = _WORD.sub(lambda match: _word(match[0], language), said)
    first = next((i for i, c in enumerate(made) if c.isalpha()), 0)
    made = made[:first] + made[first : first + 1].upper() + made[first + 1 :]
    return made if len(made) == len(said) else said


def _word(word: str, language: Language) -> str:
    small = word.lower()
    if len(word) == 1 and language == "en" and small in "stdm":
        return small  # of "city's", "wasn't"
    if _is_small(small, language) or (word.isupper() and _is_word(small, language)):
        return small
    if not word.isupper() or small in _spelt("acronyms", language):
        return word
    # A name in capitals is spelt as a name, an acronym ("CJNG", "FBI") as it is.
    named = small in _spelt("names", language) or open_gazetteer().is_personal(fold(small))
    return word.capitalize() if named or len(word) > _LONG else word


def _is_small(word: str, language: Language) -> bool:
    """Tell whether prose spells the word small: by what was read, else by the lexicon, which knows no names."""
    if word in _spelt("words", language):
        return True
    if word in _spelt("names", language) or word in _spelt("acronyms", language):
        return False
    return word in trigger_index(language) or fold(word) in _small_folded(language)


def _is_word(word: str, language: Language) -> bool:
    """Tell whether an unknown word has the form of an ordinary one, and nobody bears it as a name."""
    if word in _spelt("names", language) or word in _spelt("acronyms", language):
        return False
    words = _spelt("words", language)
    inflected = len(word) > _LONG and any(form in words for form in forms_of(word, language))
    if not inflected and not is_word_like(word, language):
        return False
    gazetteer, folded = open_gazetteer(), fold(word)
    return not gazetteer.is_personal(folded) and not any(o.population >= _CITY for o in gazetteer.find(folded))


@cache
def _spelt(kind: str, language: Language) -> frozenset[str]:
    path = files("recuento") / "data" / "casing" / f"{kind}.{language}.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


@cache
def _small_folded(language: Language) -> frozenset[str]:
    """Folded words: capitals often bear no accents."""
    bare = {fold(word) for word in _spelt("words", language)} - {fold(word) for word in _spelt("names", language)}
    return frozenset({*bare, *people(language), *things(language)})
