"""How pages mark what is not the report's own prose, from ``shared/layout.toml``."""

from __future__ import annotations

from functools import cache

from recuento.lexicon.toml import Table, read_toml

__all__ = ["Layout", "layout"]


class Layout(Table, frozen=True, kw_only=True):
    """Folded words: the file says what each list is for."""

    abbreviations: tuple[str, ...]
    related: tuple[str, ...]
    embed: tuple[str, ...]
    caption: tuple[str, ...]


@cache
def layout() -> Layout:
    """Return the lists of the file."""
    return read_toml("shared", "layout.toml", Layout)
