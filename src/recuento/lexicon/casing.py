"""How ordinary words look: what an unknown word in capitals may be told by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["forms_of", "is_word_like"]


class _File(Table, frozen=True, kw_only=True):
    endings: tuple[str, ...]
    forms: tuple[tuple[str, str], ...]


def is_word_like(word: str, language: Language) -> bool:
    """Tell whether a word in lower case ends as ordinary words of the language do, from ``casing.toml``."""
    return len(word) > _SHORTEST and word.endswith(_file(language).endings)


def forms_of(word: str, language: Language) -> Iterator[str]:
    """Yield the forms that the word may be an inflection of: "apuesta" for "apuestas"."""
    for ending, other in _file(language).forms:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word[: -len(ending)] + other


_SHORTEST = 5


@cache
def _file(language: Language) -> _File:
    return read_toml(language, "casing.toml", _File)
