"""What persons decided about the record: who, when, why, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from recuento.model.claim import Side, Status
from recuento.model.count import Count
from recuento.model.days import DayRange
from recuento.model.incident import Verdict
from recuento.model.place import Place

__all__ = ["Accepted", "Correction", "CorrectionField", "Decision", "DecisionKind", "Judged", "Undone", "Withdrawn"]

DecisionKind = Literal["judge", "correct", "accept", "withdraw", "undo"]
CorrectionField = Literal["figure", "place", "date", "status", "side"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """These pairs of accounts are (not) of one incident; ``names`` are the two things as the person named them."""

    names: tuple[str, str]
    verdict: Verdict
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What one field of claims, or of an incident, should be; one of the values is set.

    A claim's figure with no value: its words give none, it was misread.

    Attributes:
        targets: ids of claims; or of the account that was the incident's seed, for its own figure, place or date.
        named: the thing as the person named it.
        was: what the machine read, in words.
        tally, counted_side, unit: which figure of an incident is meant; None for a claim's.
        from_day: publication day from which an incident's figure is the person's.
    """

    field: CorrectionField
    targets: tuple[str, ...]
    named: str
    was: str
    count: Count | None = None
    place: Place | None = None
    when: tuple[DayRange, ...] = ()
    status: Status | None = None
    side: Side | None = None
    tally: str | None = None
    counted_side: str | None = None
    unit: str | None = None
    from_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A person has looked at a figure and its words, and holds it right: exactly what was shown, nothing later.

    Attributes:
        account: the account that was the incident's seed.
        named: the incident as the person named it.
        tally, counted_side, unit: which figure.
        best, low, high, rests_on: what was shown; a figure that has moved since is no longer accepted.
    """

    account: str
    named: str
    tally: str
    counted_side: str
    unit: str
    best: Count
    low: int
    high: int | None
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A report was retracted or taken down. By its text's ``sha256`` the tombstone knows it when it comes back."""

    document: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """An earlier decision no longer holds."""

    decision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision; they are only ever added.

    Attributes:
        id: 1 for the first of a ledger, without gaps.
        subject: what it decides on; of several decisions on one subject the latest that is not undone holds.
        at: UTC.
        before, hash: each row's hash covers the one before, so that none can be changed or taken out unseen.
        undone_by: the decision that undid it, None while it holds.
    """

    id: int
    kind: DecisionKind
    subject: str
    what: Judged | Correction | Accepted | Withdrawn | Undone
    by: str
    why: str
    at: datetime
    before: str
    hash: str
    undone_by: int | None = None
