"""The numbers and words that linking goes by, as data: ``link_weights.toml`` and ``link.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from recuento.lexicon.toml import Table, read_toml

__all__ = ["Weights", "load_weights"]


class Time(Table, frozen=True, kw_only=True):
    """How the days of two accounts compare."""

    same: float
    overlap: float
    wide: float
    near: float
    captivity: float
    apart: float
    far: float
    unsaid: float


class Published(Table, frozen=True, kw_only=True):
    """How far apart two reports were published."""

    day: float
    days: float
    fortnight: float
    months: float
    long: float


class PlaceWeights(Table, frozen=True, kw_only=True):
    """How the places of two accounts compare."""

    same: float
    near: float
    contained: float
    same_state: float
    other_state: float
    other_country: float
    unsaid: float


class Kind(Table, frozen=True, kw_only=True):
    """What two accounts are about."""

    leading: float
    shared: float
    other: float
    unsaid: float


class People(Table, frozen=True, kw_only=True):
    """How many names of more than one word two accounts share."""

    none: float
    one: float
    several: float


class Venue(Table, frozen=True, kw_only=True):
    """Whether two accounts name one venue."""

    same: float
    other: float
    unsaid: float


class Counts(Table, frozen=True, kw_only=True):
    """How the figures of two accounts compare."""

    equal_many: float
    equal_few: float
    growing: float
    conflict: float
    unsaid: float


class Likeness(Table, frozen=True, kw_only=True):
    """How alike two sets of words are."""

    none: float
    trace: float
    little: float
    some: float
    much: float
    most: float
    all: float
    unsaid: float


class Background(Table, frozen=True, kw_only=True):
    """Whether one account recalls what the other reports."""

    agrees: float
    differs: float


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


class TieWords(Table, frozen=True, kw_only=True):
    """Words that tell a tie, and words that tell a group from a person."""

    retaliation: tuple[str, ...]
    group: tuple[str, ...]


class Numbers(Table, frozen=True, kw_only=True):
    """What ``link_weights.toml`` holds: log-odds for every way in which a field can compare, and three thresholds."""

    version: str
    fitted_on: str
    seed: int
    join: float
    consider: float
    floor: float
    best: float
    sure: float
    prior: float
    time: Time
    published: Published
    place: PlaceWeights
    kind: Kind
    people: People
    venue: Venue
    counts: Counts
    passage: Likeness
    report: Likeness
    background: Background


class _Words(Table, frozen=True, kw_only=True):
    kinds: Kinds
    ties: TieWords


@dataclass(frozen=True, kw_only=True)
class Weights:
    """All that linking goes by; ``name`` is who decided when a judgement rests on them.

    Attributes:
        join: average score from which two groups of accounts become one incident.
        consider: score from which a pair is kept and looked at again with its neighbours.
        floor: no pair counts for less than this in an average.
    """

    numbers: Numbers
    kinds: Kinds
    ties: TieWords

    @property
    def name(self) -> str:
        return f"weights@{self.numbers.version}"

    @property
    def join(self) -> float:
        return self.numbers.join

    @property
    def consider(self) -> float:
        return self.numbers.consider

    @property
    def floor(self) -> float:
        return self.numbers.floor

    @property
    def prior(self) -> float:
        return self.numbers.prior

    @cached_property
    def log_odds(self) -> Mapping[str, Mapping[str, float]]:
        """The log-odds of each way in which each field can compare, by the names of ``link_weights.toml``."""
        fields = {name: getattr(self.numbers, name) for name in self.numbers.__struct_fields__}
        return {
            name: {level: float(getattr(one, level)) for level in one.__struct_fields__}
            for name, one in fields.items()
            if isinstance(one, Table)
        }

    @cached_property
    def most(self) -> Mapping[str, float]:
        """The most that each field can add to a score."""
        return {field: max(levels.values()) for field, levels in self.log_odds.items()}

    def of(self, field: str, level: str) -> float:
        """Return the log-odds of a field that compares so."""
        return self.log_odds[field][level]


@cache
def load_weights() -> Weights:
    """Return the weights that ship with Recuento."""
    words = read_toml("shared", "link.toml", _Words)
    return Weights(numbers=read_toml("shared", "link_weights.toml", Numbers), kinds=words.kinds, ties=words.ties)
