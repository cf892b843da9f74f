"""Which language a report is in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from recuento.lexicon.people import people
from recuento.lexicon.toml import Table, read_toml
from recuento.lexicon.triggers import trigger_index
from recuento.model.document import Language

__all__ = ["detect_language", "unread_language"]

# Names of people and places keep their own language's small words: "de la" says nothing of "San Luis de la Paz".
_IN_A_NAME = re.compile(
    r"(?<=[A-ZÁÉÍÓÚÑ])(\w+)(?:\s+(?:de|del|la|las|los|el|y))+(?=\s+[A-ZÁÉÍÓÚÑ])|(?<=\w\s)(?:El|La)(?=\s+[A-ZÁÉÍÓÚÑ])"
)
_WORD = re.compile(r"[^\W\d_]+")
# Enough words to decide; the rest of a long report would only cost time.
_ENOUGH = 600
_LONGEST = 20  # letters of a word, on average, with what stands between words
# Fewer words than this are a headline.
_FEW = 30
# Function words of another language that a report must hold before it is refused, and how much commoner than ours.
_SURE = 5
_CLEARLY = 1.25


class _Languages(Table, frozen=True, kw_only=True):
    words: dict[Language, list[str]]
    unread: dict[str, list[str]]


@cache
def _words_of_others() -> dict[str, frozenset[str]]:
    told = read_toml("shared", "languages.toml", _Languages).unread
    return {name: frozenset(words) for name, words in told.items()}


@cache
def _function_words() -> dict[Language, frozenset[str]]:
    return {lang: frozenset(words) for lang, words in read_toml("shared", "languages.toml", _Languages).words.items()}


def detect_language(text: str) -> Language | None:
    """Return the language whose function words are commonest in ``text``, or None if neither has any.

    A quotation in the other language does no harm: the majority decides.

    >>> detect_language("Tres personas fueron halladas en la carretera"), detect_language("Three people were found")
    ('es', 'en')
    """
    words = _words_at_the_start(text)
    scores = {lang: _how_many(words, known) for lang, known in _function_words().items()}
    if len(words) < _FEW and max(scores.values()):
        bare = _words_at_the_start(_IN_A_NAME.sub(lambda name: name[1] or "", text))
        scores = {lang: _how_many(bare, known) for lang, known in _function_words().items()}
    if len(words) < _FEW or len(set(scores.values())) == 1:
        # A headline can do without function words, not without its verb; those it has may be a place's ("de la Paz").
        scores = {lang: score + sum(_tells(word, lang) for word in words) for lang, score in scores.items()}
    if len(words) < _FEW and len(set(scores.values())) == 1:
        # "Vicario" is a man's name or a priest; "murdered" is English.
        scores = {lang: score + sum(word in trigger_index(lang) for word in words) for lang, score in scores.items()}
    best = max(scores, key=lambda lang: (scores[lang], lang))
    return best if scores[best] else None


def _tells(word: str, language: Language) -> bool:
    """Tell whether a word that is no function word begins a rule, or names people; some rules begin with "de", "la"."""
    small = any(word in known for known in _function_words().values())
    return not small and (word in trigger_index(language) or word in people(language))


def unread_language(text: str) -> str | None:
    """Return the English name of the language that ``text`` is written in if it is one that is not read, else None.

    A text is refused only where another language's function words are clearly commoner than both of ours; a doubtful
    or short text is read.

    >>> unread_language("Les hommes armés ont tué trois policiers dans une attaque sur la route, selon les autorités.")
    'French'
    """
    words = _words_at_the_start(text)
    ours = max(_how_many(words, known) for known in _function_words().values())
    others = {name: _how_many(words, known) for name, known in _words_of_others().items()}
    name = max(others, key=lambda name: others[name])
    return name if others[name] >= _SURE and others[name] > _CLEARLY * ours else None


def _how_many(words: Iterable[str], known: frozenset[str]) -> int:
    return sum(map(known.__contains__, words))


def _words_at_the_start(text: str) -> list[str]:
    return _WORD.findall(text[: _LONGEST * _ENOUGH].casefold())[:_ENOUGH]
