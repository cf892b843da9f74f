"""Nouns of the venues by whose names a report tells where something happened: bars, schools, ranches."""

from __future__ import annotations

from functools import cache

from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["VenueNouns", "venue_nouns"]


class VenueNouns(Table, frozen=True, kw_only=True):
    """Nouns that stand ``before`` a venue's name and ``after`` it, lower case."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@cache
def venue_nouns(language: Language) -> VenueNouns:
    """Return the nouns of one language."""
    return read_toml(language, "venues.toml", VenueNouns)
