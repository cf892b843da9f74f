"""What several reports tell of, and what we hold of it since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from recuento.model.count import Count
from recuento.model.days import DayRange
from recuento.model.place import Place

__all__ = ["Entry", "FigureKey", "Incident", "IncidentTie", "Judgement", "SetAside", "TieKind", "Verdict"]

FigureKey = tuple[str, str, str]
"""Which figure of an incident is meant: its tally, side and unit."""

Verdict = Literal["same", "different", "unsure"]
TieKind = Literal["part_of", "follow_up_of", "response_to", "retaliation_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Are these two accounts of one incident? ``parts`` are log-odds (natural logarithm) for each compared field.

    ``decided_by`` is "weights@version" or a person's name; a person's *same* and *different* bind, the latest wins.
    ``a`` sorts before ``b``; ``decided_at`` is UTC.
    """

    a: str
    b: str
    verdict: Verdict
    score: float
    parts: tuple[tuple[str, float], ...]
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Accounts of one incident. ``id`` is derived from the seed account: the least (published_on, account id).

    ``aliases`` are all ids under which this incident was ever shown, and one for each of its accounts. ``when`` is the
    time of what began it; where the reports date only what came of it (a release), ``when`` is empty and
    ``no_later_than`` is the first of those days.
    """

    id: str
    accounts: tuple[str, ...]
    aliases: tuple[str, ...]
    family: str
    events: tuple[str, ...]
    when: tuple[DayRange, ...]
    place: Place | None
    first_published: date
    background: bool = False
    aggregate: bool = False
    no_later_than: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentTie:
    """``subject`` is a part of, follow-up of, response to or retaliation for ``object`` (incident ids)."""

    subject: str
    tie: TieKind
    object: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A claim that an entry does not rest on, and why, in words."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One belief about one tally of one incident, for one side and kind of thing, from one publication day on.

    Attributes:
        as_of: publication day from which this is what the reports say.
        best: the figure held; low and high bound what current claims support.
        unit: what is counted ("people", "assault rifle").
        rests_on: ids of the claims it rests on.
        set_aside: ids of the claims set aside, each with its reason.
        rule: the rule that chose, in words.
        sources: how many independent lanes (one source is one voice) support ``best``.
        recorded_from, recorded_to: when this ledger held it, UTC; ``recorded_to`` None while it does.
    """

    incident: str
    tally: str
    side: str
    unit: str
    as_of: date
    best: Count
    low: int
    high: int | None
    rests_on: tuple[str, ...]
    set_aside: tuple[SetAside, ...]
    rule: str
    sources: int
    recorded_from: datetime | None = None
    recorded_to: datetime | None = None

    @property
    def key(self) -> FigureKey:
        """Which figure of its incident this is: tally, side and unit."""
        return self.tally, self.side, self.unit
