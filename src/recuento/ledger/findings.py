"""What is found when the whole ledger is asked: what moved, what should be looked at, words, sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from recuento.ledger.records import LeftOut
from recuento.lexicon.sources import Outlet
from recuento.model import Claim, Count, Decision, Document, Incident, Span

__all__ = [
    "Changes",
    "Concern",
    "ConcernKind",
    "FigureMoved",
    "Found",
    "Hit",
    "IncidentMoved",
    "Moved",
    "SourceRow",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """Who published so many of the ledger's reports; ``outlet`` None: not in the register."""

    name: str
    reports: int
    outlet: Outlet | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report or a claim that holds the words asked.

    Attributes:
        id: the report's or the claim's; ``document`` is the report's in both cases.
        incidents: the incidents it tells of.
        excerpt: the words around; ``marks`` are where in it those asked stand.
        left_out: why the report no longer stands, if so.
    """

    kind: Literal["report", "claim"]
    id: str
    document: str
    published_on: date
    publisher: str | None
    title: str | None
    incidents: tuple[str, ...]
    excerpt: str
    marks: tuple[Span, ...]
    left_out: LeftOut | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found: ``terms`` as they were searched, in so many reports and claims; ``total`` hits in all."""

    terms: tuple[str, ...]
    reports: int
    claims: int
    total: int
    hits: tuple[Hit, ...]


ConcernKind = Literal[
    "parts_over_total", "freed_over_taken", "impossible_date", "past_correction", "no_place", "no_date"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Something that cannot be right, or is not known: in words, with the claims it rests on."""

    kind: ConcernKind
    incident: str
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMoved:
    """One figure that moved.

    Attributes:
        before: what was held; several where incidents joined, none where nothing was.
        after: what is held now; None where nothing is.
        claims, documents: what it rests on now and did not before.
        causes: the steps that moved it, oldest first ("report:d-…", "decision:7", "reread:2"); none on the clock of
            publication.
    """

    tally: str
    side: str
    unit: str
    before: tuple[Count, ...]
    after: Count | None
    rule: str
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    causes: tuple[str, ...]


Moved = Literal["new", "changed", "joined", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentMoved:
    """One incident that is new, or of which something moved. ``joined`` and ``split_from`` are ids that it had then."""

    incident: Incident
    kind: Moved
    joined: tuple[str, ...]
    split_from: tuple[str, ...]
    figures: tuple[FigureMoved, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What moved since: after the instant ``since`` in this ledger, or by reports published on ``day`` or later.

    ``gone`` are ids of incidents of which no report is read to tell any more.
    """

    since: datetime
    day: date | None
    incidents: tuple[IncidentMoved, ...]
    gone: tuple[str, ...]
    decisions: tuple[Decision, ...]
