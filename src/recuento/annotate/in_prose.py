"""A report IN CAPITALS, spelt as prose before anything reads it: names are told from other words by their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from recuento.annotate.casing import as_prose, mostly_small
from recuento.annotate.gazetteer import Gazetteer, Kind, open_gazetteer
from recuento.annotate.language import detect_language
from recuento.annotate.place_words import place_words
from recuento.annotate.sentences import split_sentences
from recuento.lexicon.actors import registry
from recuento.lexicon.fold import fold
from recuento.model.document import Document, Language

__all__ = ["in_prose"]

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
# Of prose two or three letters in a hundred are capitals; of wire copy in capitals all but a credit line.
_SHARE = 0.5
_LONGEST_NAME = 5
_KNOWN_TOWN = 5_000
_PARTICLE = 3  # letters of "de", "del", "of", "the" inside a name


def in_prose(report: Document) -> Document:
    """Return the report with its capitals undone where they tell nothing, of the same length; else the report itself.

    Names keep a capital as far as they are known: those of places, people and groups, and what is no ordinary word.
    """
    if mostly_small(report.text):
        return report
    letters = [c for c in report.text if c.isalpha()]
    if sum(c.isupper() for c in letters) <= _SHARE * len(letters):
        return report
    language = report.language or detect_language(report.text) or "en"
    spelt = as_prose(report.text, split_sentences(report.text), language, title=False)
    return replace(report, text=_with_names(report.text, spelt, language))


def _with_names(written: str, spelt: str, language: Language) -> str:
    """Give words that are ordinary elsewhere their capitals back inside names: "nuevo Laredo", "los zetas"."""
    words = list(_WORD.finditer(spelt))
    made = list(spelt)
    at = 0
    while at < len(words):
        length = _name_at(words, at, spelt, language)
        for word in words[at : at + length]:
            if len(word[0]) > _PARTICLE or word is words[at]:
                made[word.start()] = written[word.start()]
                made[word.start() + 1 : word.end()] = word[0][1:].lower() if len(word[0]) > _PARTICLE else word[0][1:]
        at += max(1, length)
    return "".join(made)


def _name_at(words: Sequence[re.Match[str]], first: int, text: str, language: Language) -> int:
    """Return of how many words the name that begins here is; 0 where none begins, or all is spelt as it should be."""
    if first and _is_person(words[first - 1], words[first], text, language):
        return 1
    for length in range(min(_LONGEST_NAME, len(words) - first), 1, -1):
        run = words[first : first + length]
        name = text[run[0].start() : run[-1].end()]
        if not _RUN.fullmatch(name) or "\n" in name:
            continue
        if fold(name) in _groups() or _is_place(name, open_gazetteer()):
            return length
    return 0


def _is_person(before: re.Match[str], word: re.Match[str], text: str, language: Language) -> bool:
    """Tell whether the word goes on with a person's name: "Rosa flores", "Luis CRUZ"."""
    known = before[0][0].isupper() and fold(before[0]) in place_words(language).given_names
    together = text[before.end() : word.start()] == " " and len(word[0]) > _PARTICLE
    return known and together and open_gazetteer().is_personal(fold(word[0]))


def _is_place(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether some words of the name, and not all, bear a capital, and a known place bears the name."""
    capitals = [word[0].isupper() for word in re.split(r"[ -]", name)]
    if all(capitals) or not any(capitals):
        return False
    return any(o.kind <= Kind.ADMIN1 or o.population >= _KNOWN_TOWN for o in gazetteer.find(fold(name)))


@cache
def _groups() -> frozenset[str]:
    """Return the folded names, of two words or more, of the registry's groups and forces."""
    return frozenset(_long_names())


def _long_names() -> Iterator[str]:
    for actor in registry().actors.values():
        for words in (actor.name, *actor.aliases, *(each.alias for each in actor.dated)):
            if words is not None and " " in words:
                yield fold(words)
