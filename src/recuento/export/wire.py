"""The shapes of the interchange format: names, order and nesting are a promise to others."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from recuento.model.claim import (
    AgeGroup,
    Basis,
    Certainty,
    How,
    PartyRole,
    RoleName,
    Scope,
    Side,
    SpeakerKind,
    Status,
)
from recuento.model.document import Field
from recuento.model.place import Precision

__all__ = [
    "ClaimOut",
    "CountOut",
    "CountedOut",
    "MotiveOut",
    "QuoteOut",
    "RoleOut",
    "SpeakerOut",
    "WhenOut",
    "WhereOut",
]


class CountOut(msgspec.Struct, frozen=True, kw_only=True):
    """A figure; ``start`` and ``end`` are offsets into the quote's field."""

    at_least: int
    at_most: int | None
    basis: Basis
    start: int
    end: int


class CountedOut(msgspec.Struct, frozen=True, kw_only=True):
    """Who is counted."""

    side: Side
    role: PartyRole
    force: str | None
    sex: Literal["female", "male"] | None
    age_group: AgeGroup | None
    occupation: str | None


class RoleOut(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who took part; ``inherited`` is written only when true."""

    role: RoleName
    text: str
    start: int
    end: int
    actor: str | None
    inherited: bool | msgspec.UnsetType = msgspec.UNSET


class WhenOut(msgspec.Struct, frozen=True, kw_only=True):
    """Half-open day ranges; several are candidates."""

    ranges: list[tuple[date, date]]
    text: str
    start: int
    end: int
    inherited: bool


class WhereOut(msgspec.Struct, frozen=True, kw_only=True):
    """Place of the event."""

    name: str
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: Precision
    id: str | None
    text: str
    start: int
    end: int
    inherited: bool


class SpeakerOut(msgspec.Struct, frozen=True, kw_only=True):
    """Who says so; ``inherited`` is written only when true."""

    text: str
    kind: SpeakerKind
    start: int
    end: int
    inherited: bool | msgspec.UnsetType = msgspec.UNSET


class MotiveOut(msgspec.Struct, frozen=True, kw_only=True):
    """The reason given."""

    text: str
    start: int
    end: int


class TriggerOut(msgspec.Struct, frozen=True, kw_only=True):
    """The words that tell of the event."""

    text: str
    start: int
    end: int


class QuoteOut(msgspec.Struct, frozen=True, kw_only=True):
    """The words that state the claim."""

    field: Field
    text: str
    start: int
    end: int


class ClaimOut(msgspec.Struct, frozen=True, kw_only=True):
    """One claim; ``trigger`` is written only where known, ``retired`` only when true.

    ``reviewed``, written where a ledger is exported: a figure that a person accepted rests on it.
    """

    id: str
    document: str
    account: str
    source_path: str | None
    event: str
    status: Status
    certainty: Certainty
    tally: str | None
    how: How | None
    count: CountOut | None
    scope: Scope | None
    part_of: str | None
    unit: str | None
    counted: CountedOut
    roles: list[RoleOut]
    when: WhenOut | None
    where: WhereOut | None
    said_by: list[SpeakerOut]
    motive: MotiveOut | None
    background: bool
    quote: QuoteOut
    read_by: str
    trigger: TriggerOut | msgspec.UnsetType = msgspec.UNSET
    retired: bool | msgspec.UnsetType = msgspec.UNSET
    reviewed: bool | msgspec.UnsetType = msgspec.UNSET
