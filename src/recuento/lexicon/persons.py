"""What has the shape of a person's full name and is none."""

from __future__ import annotations

from functools import cache

from recuento.lexicon.fold import fold
from recuento.lexicon.toml import Table, read_toml

__all__ = ["no_names"]


class _File(Table, frozen=True, kw_only=True):
    words: tuple[str, ...]


@cache
def no_names() -> frozenset[str]:
    """Return folded words that are part of no person's name, from ``lexicon/shared/persons.toml``."""
    return frozenset(fold(word) for word in read_toml("shared", "persons.toml", _File).words)
