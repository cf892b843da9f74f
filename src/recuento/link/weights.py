"""The numbers that linking goes by, versioned as data in ``lexicon/shared/link.toml``."""

from __future__ import annotations

from functools import cache

from recuento.lexicon.toml import Table, read_toml

__all__ = ["Weights", "load_weights"]


class Time(Table, frozen=True, kw_only=True):
    """Log-odds of how two accounts' days compare."""

    same: float
    overlap: float
    wide: float
    near: float
    captivity: float
    apart: float
    far: float
    unsaid_near: float
    unsaid: float
    unsaid_far: float


class PlaceWeights(Table, frozen=True, kw_only=True):
    """Log-odds of how two accounts' places compare."""

    same: float
    near: float
    contained: float
    same_state: float
    other_state: float
    other_country: float
    unsaid: float


class Kind(Table, frozen=True, kw_only=True):
    """Log-odds of what two accounts are about."""

    leading: float
    shared: float
    other: float


class Names(Table, frozen=True, kw_only=True):
    """Log-odds of each name in common."""

    each: float


class Counts(Table, frozen=True, kw_only=True):
    """Log-odds of how two accounts' figures compare."""

    equal_many: float
    equal_few: float
    growing: float
    conflict: float


class Texts(Table, frozen=True, kw_only=True):
    """Log-odds of words in common."""

    copy: float
    similar: float


class Background(Table, frozen=True, kw_only=True):
    """Log-odds where one account recalls and the other reports."""

    disagrees: float


class Kinds(Table, frozen=True, kw_only=True):
    """Event codes of each kind."""

    captivity: tuple[str, ...]
    harm: tuple[str, ...]
    property: tuple[str, ...]
    people: tuple[str, ...]
    force: tuple[str, ...]
    custody: tuple[str, ...]
    justice: tuple[str, ...]
    sanction: tuple[str, ...]

    def of(self, event: str) -> str | None:
        """Return the kind of an event; None for speech, which is about any kind."""
        return next((kind for kind in self.__struct_fields__ if event in getattr(self, kind)), None)


class Words(Table, frozen=True, kw_only=True):
    """Words that tell a tie, and words that tell a group from a person."""

    retaliation: tuple[str, ...]
    group: tuple[str, ...]


class Weights(Table, frozen=True, kw_only=True):
    """All of them; ``name`` is who decided when a judgement rests on them."""

    version: str
    join: float
    consider: float
    floor: float
    prior: float
    time: Time
    place: PlaceWeights
    kind: Kind
    names: Names
    counts: Counts
    text: Texts
    background: Background
    kinds: Kinds
    words: Words

    @property
    def name(self) -> str:
        return f"weights@{self.version}"


@cache
def load_weights() -> Weights:
    """Return the weights that ship with Recuento."""
    return read_toml("shared", "link.toml", Weights)
