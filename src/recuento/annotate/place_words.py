"""The words by which a language says where, from ``lexicon/LANGUAGE/places.toml`` and ``lexicon/shared/places.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recuento.annotate.place_fold import fold
from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["PlaceWords", "place_words"]


class _LanguageFile(Table, frozen=True):
    locative: list[str]
    directional: list[str]
    between: list[str]
    joined: list[str]
    nouns: list[str]
    of: list[str]
    finer_before: list[str]
    finer_after: list[str]
    tail: list[str]
    head: list[str]
    titles: list[str]
    institutions: list[str]
    organisations: list[str]
    speech: list[str]
    never: list[str]
    grammar: list[str]
    given_names: list[str]
    aliases: dict[str, str]


class _SharedFile(Table, frozen=True):
    abbreviations: dict[str, list[str]]
    aliases: dict[str, str]
    demonyms: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Folded words, by what they do; the TOML files say what each list is for.

    Attributes:
        abbreviations: folded abbreviation to the codes of the states it can mean.
        aliases: name as written to the code of the place it means.
        demonyms: folded adjective to the country's code.
    """

    language: Language
    locative: frozenset[str]
    directional: frozenset[str]
    between: frozenset[str]
    joined: frozenset[str]
    nouns: frozenset[str]
    of: frozenset[str]
    finer_before: frozenset[str]
    finer_after: frozenset[str]
    tail: frozenset[str]
    head: frozenset[str]
    titles: frozenset[str]
    institutions: frozenset[str]
    organisations: frozenset[str]
    speech: frozenset[str]
    never: frozenset[str]
    grammar: frozenset[str]
    given_names: frozenset[str]
    abbreviations: dict[str, tuple[str, ...]]
    aliases: dict[str, str]
    demonyms: dict[str, str]


@cache
def place_words(language: Language) -> PlaceWords:
    """Return the words of ``language``, read once a process.

    Raises:
        LexiconError: a file is missing or malformed.
    """
    own = read_toml(language, "places.toml", _LanguageFile)
    shared = read_toml("shared", "places.toml", _SharedFile)
    abbreviations: dict[str, tuple[str, ...]] = {}
    for code, forms in shared.abbreviations.items():
        for form in forms:
            abbreviations[fold(form)] = (*abbreviations.get(fold(form), ()), code)
    return PlaceWords(
        language=language,
        locative=_folded(own.locative),
        directional=_folded(own.directional),
        between=_folded(own.between),
        joined=_folded(own.joined),
        nouns=_folded(own.nouns),
        of=_folded(own.of),
        finer_before=_folded(own.finer_before),
        finer_after=_folded(own.finer_after),
        tail=_folded(own.tail),
        head=_folded(own.head),
        titles=_folded(own.titles),
        institutions=_folded(own.institutions),
        organisations=_folded(own.organisations),
        speech=_folded(own.speech),
        never=_folded(own.never),
        grammar=_folded(own.grammar),
        given_names=_folded(own.given_names),
        abbreviations=abbreviations,
        aliases={fold(name): code for name, code in {**shared.aliases, **own.aliases}.items()},
        demonyms={fold(word): code for code, words in shared.demonyms.items() for word in words},
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
