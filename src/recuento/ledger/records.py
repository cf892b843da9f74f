"""What the ledger gives back when asked, and what can be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from recuento.ledger.listings import Reviewed
from recuento.lexicon.sources import Outlet
from recuento.model import (
    Account,
    Claim,
    Count,
    Decision,
    Document,
    Entry,
    FigureKey,
    Incident,
    IncidentTie,
    Judgement,
    Relation,
)
from recuento.model.totals import Total

__all__ = [
    "NOW",
    "ORDERS",
    "AccountTie",
    "Audited",
    "Clocks",
    "Counted",
    "Doubt",
    "Doubts",
    "Heading",
    "IncidentFilter",
    "IncidentRecord",
    "IncidentRow",
    "LeftOut",
    "Order",
    "PlaceSums",
    "Queue",
    "Recorded",
    "Remark",
    "Reported",
    "Spot",
    "Waiting",
]

Heading = Callable[[Sequence[Account]], Incident]
"""What accounts tell together: kind, time and place. Linking knows it; the ledger asks it for a part of an incident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """When a question is asked of: reports published by ``as_of``, and what the ledger held at ``ledger_as_of``.

    None of both is today: every report, as the ledger holds it now.
    """

    as_of: date | None = None
    ledger_as_of: datetime | None = None


NOW = Clocks()

Order = Literal["newest", "oldest", "changed"]
"""Of a list: by first possible day, the latest or the earliest first; or by what this ledger wrote last."""
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A report that no longer stands, and why, in words; its claims are kept and feed no tally.

    ``since`` is the publication day of the version that replaced it; None: withdrawn, so for every day.
    ``decision`` is that of the person who withdrew it.
    """

    document: str
    since: date | None
    reason: str
    decision: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A claim with the report that makes it: what `tally` counts.

    ``recalled``: the claim is background in an account that is not, so it speaks of something else than its incident.
    ``left_out``: its report no longer stands. ``outlet``: who published it, and ``wire``: the agency whose text it
    prints, as far as the register of sources knows them.
    """

    claim: Claim
    document: Document
    recalled: bool = False
    left_out: LeftOut | None = None
    outlet: Outlet | None = None
    wire: Outlet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Arithmetic that was noticed, in words ("42 + 16 = 58 = 36 + 22"), with the claims it rests on.

    ``count`` is the figure it yields: the sum, or how many are unaccounted for; None where it only warns.
    """

    kind: Literal["sum", "unaccounted_for", "parts_over_total", "freed_over_taken"]
    text: str
    claims: tuple[str, ...]
    count: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountTie:
    """Two accounts of which the first is a part of, follow-up of, response to … the second."""

    subject: str
    tie: str
    object: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """What was found sound: so many decisions, the hash of the last, and so many reports."""

    decisions: int
    head: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What one report changed. ``added`` is False when the ledger already holds it: then nothing changed.

    ``incidents`` are the ids of all incidents that hold one of its accounts or became others through them.
    """

    document: str
    added: bool
    claims: int = 0
    incidents: tuple[str, ...] = ()
    entries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter:
    """Which incidents to list; None asks for no restriction.

    Attributes:
        since, until: days, both inclusive; an incident passes when one of its possible days lies between them. An
            undated incident goes by its first publication.
        place, actor: words somewhere in a place's or an actor's name, accents and case aside.
        event, tally, side: codes; tally and side are asked of one figure.
        background, aggregate: False leaves out incidents that are told only as background, or as totals of a period.
        country, admin1: a code, or the name where the gazetteer has no code.
        group: id of a group or force that the registry knows ("a-cjng").
        source: the name of who published one of its reports.
        certainty: the strongest of its claims. ``reviewed``: whether persons accepted its figures (yes, part, no).
        changed: the instant after which this ledger wrote something of it.
        words: words that one of its reports holds, as `Ledger.search` takes them.
        contested: with a figure of which current claims support more than one.
        reviewed_only: with a figure that a person accepted as it stands or gave; the row then holds those alone.
        box: west, south, east and north in degrees; incidents without a point lie in none.
        placed, dated: with a point on the map, with one span of days; False for those without.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    event: str | None = None
    tally: str | None = None
    actor: str | None = None
    background: bool = True
    aggregate: bool = True
    side: str | None = None
    country: str | None = None
    admin1: str | None = None
    group: str | None = None
    source: str | None = None
    certainty: str | None = None
    reviewed: str | None = None
    changed: datetime | None = None
    words: str | None = None
    contested: bool | None = None
    reviewed_only: bool = False
    box: tuple[float, float, float, float] | None = None
    placed: bool | None = None
    dated: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One incident in a list: ``entries`` are what is held today, one for each tally, side and kind of thing.

    Attributes:
        reviewed: whether persons accepted its figures; ``accepted`` are the figures that a person accepted as they
            stand, or gave. None of both where a past day was asked: it is known of today alone.
        changed_at: the instant at which this ledger last wrote something of it, UTC; None for a past day.
    """

    incident: Incident
    entries: tuple[Entry, ...]
    documents: int
    claims: int
    reviewed: Reviewed | None = None
    accepted: tuple[FigureKey, ...] | None = None
    changed_at: datetime | None = None

    @property
    def told(self) -> tuple[Incident, tuple[Entry, ...], tuple[FigureKey, ...] | None]:
        """The incident with its figures and which of them are accepted: what an export writes."""
        return self.incident, self.entries, self.accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many of the incidents that pass are what: of each kind of thing, each value with its number.

    Attributes:
        months: by the first day of the month; incidents of one span of days alone, the ``undated`` are the others.
        points: by latitude and longitude, to a hundredth of a degree; the ``unplaced`` have none.
        changed: by the day, UTC, on which this ledger wrote something of them last; of the last 31 days alone.
        contested: those with a figure of which current claims support more than one.
    """

    total: int
    events: Mapping[str, int]
    tallies: Mapping[str, int]
    sides: Mapping[str, int]
    countries: Mapping[str, int]
    admin1: Mapping[str, int]
    groups: Mapping[str, int]
    sources: Mapping[str, int]
    certainty: Mapping[str, int]
    reviewed: Mapping[str, int]
    months: Mapping[date, int]
    points: Mapping[tuple[float, float], int]
    changed: Mapping[date, int]
    contested: int
    undated: int
    unplaced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point (WGS 84 degrees), how many incidents stand at it, to a hundredth of a degree, and one of them."""

    latitude: float
    longitude: float
    number: int
    incident: Incident

    @property
    def point(self) -> str:
        """The point as it is listed: "24.80,-107.40"."""
        return f"{self.latitude:.2f},{self.longitude:.2f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSums:
    """What is held of the incidents at one point, or of those without one (``spot`` None): how many, and sums by tally.

    Sums are of people, over the incidents that have such a figure; a tally of which none has one is left out. ``high``
    is None where one of them has no ceiling.
    """

    spot: Spot | None
    incidents: int
    sums: Mapping[str, Total]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One figure of one incident that nobody has accepted as it stands."""

    row: IncidentRow
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The figures that wait from the ``at``-th on, and how many wait and are done in all."""

    at: int
    waiting: tuple[Waiting, ...]
    open: int
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two accounts, ``a`` before ``b``, of which linking was not sure, their score, and the incident of each.

    Of two incidents: it nearly joined them. Of one: nothing stronger than this link holds one of the two in it.
    """

    a: str
    b: str
    score: float
    incidents: tuple[str, str]

    @property
    def joined(self) -> bool:
        """They stand as one incident."""
        return self.incidents[0] == self.incidents[1]

    @property
    def names(self) -> tuple[str, str]:
        """What a person is asked of: the two incidents, or two tellings of one."""
        return (self.a, self.b) if self.joined else self.incidents


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """The doubtful joins from the ``at``-th on, how many there are, and how many decisions on joins are in force."""

    at: int
    doubts: tuple[Doubt, ...]
    open: int
    judged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRecord:
    """All that the ledger knows of one incident, as of the day asked for.

    Attributes:
        accounts, claims, documents: in order of publication; only of reports published by ``as_of``.
        relations: ties between people and groups that those reports state.
        entries: what is held, one for each tally, side and kind of thing.
        series: every day's entries, oldest first: how the figures moved.
        remarks: arithmetic noticed among the claims.
        ties: ties to other incidents, whichever end this one is.
        judgements: decisions on pairs of its accounts, with their parts.
        left_out: its reports that no longer stand.
        decisions: what persons decided on it and its claims, oldest first; also what was undone.
        as_of, ledger_as_of: the two clocks as asked; None means today and now.
    """

    incident: Incident
    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    relations: tuple[Relation, ...]
    entries: tuple[Entry, ...]
    series: tuple[Entry, ...]
    remarks: tuple[Remark, ...]
    ties: tuple[IncidentTie, ...]
    judgements: tuple[Judgement, ...]
    left_out: tuple[LeftOut, ...] = ()
    decisions: tuple[Decision, ...] = ()
    as_of: date | None = None
    ledger_as_of: datetime | None = None

    @property
    def clocks(self) -> Clocks:
        """The two clocks as asked."""
        return Clocks(as_of=self.as_of, ledger_as_of=self.ledger_as_of)

    def document_of(self, claim: Claim) -> Document:
        """Return the report that makes ``claim``, one of this record's claims."""
        return next(document for document in self.documents if document.id == claim.document)
