"""Shapes of what the API answers and takes, where a noun of the model is not the shape itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from recuento.ledger import Counted, IncidentRow, Waiting
from recuento.model import Count
from recuento.model.claim import Side
from recuento.model.decision import CorrectionField
from recuento.model.incident import Verdict

__all__ = [
    "AcceptIn",
    "CorrectIn",
    "Decided",
    "FacetsOut",
    "Incidents",
    "JudgeIn",
    "QueueOut",
    "TokenOut",
    "WordIn",
    "facets_of",
]

_Word = Annotated[str, Field(min_length=1, max_length=500, pattern=r"\S")]
_Id = Annotated[str, Field(pattern=r"^[0-9a-z-]{1,40}$")]


class Incidents(BaseModel):
    """A page of incidents, and how many there are in all."""

    incidents: list[IncidentRow]
    next: str | None
    total: int


class FacetsOut(BaseModel):
    """How many incidents have each value; `undated` have no one span of days, `unplaced` no point on a map."""

    total: int
    event: dict[str, int]
    tally: dict[str, int]
    side: dict[str, int]
    country: dict[str, int]
    admin1: dict[str, int]
    group: dict[str, int]
    source: dict[str, int]
    certainty: dict[str, int]
    reviewed: dict[str, int]
    month: dict[str, int]
    undated: int
    unplaced: int


class QueueOut(BaseModel):
    """Figures that wait from the `at`-th on."""

    at: int
    waiting: list[Waiting]
    open: int
    done: int


class TokenOut(BaseModel):
    """What decisions must carry; none are taken when `read_only`."""

    token: str
    read_only: bool


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WordIn(_In):
    """Who decides and why. `seen`: the latest decision on it that you had before you, if there was one."""

    by: _Word
    why: _Word
    seen: Annotated[int, Field(ge=1, le=2**31)] | None = None


class FigureIn(_In):
    """A figure exactly as it was shown: what is accepted is this and nothing else."""

    tally: Annotated[str, Field(max_length=40)]
    side: Side
    unit: Annotated[str, Field(max_length=200)]
    best: Count
    low: int
    high: int | None
    rests_on: Annotated[list[_Id], Field(max_length=10_000)]


class AcceptIn(WordIn):
    """A figure of an incident is right as it stands."""

    figure: FigureIn


class CorrectIn(WordIn):
    """What a field should be, in the words of the page: "12", "12+", "10-12", "Culiacán, Sinaloa", "2024-03-22"."""

    field: CorrectionField
    value: Annotated[str, Field(min_length=1, max_length=200)]
    tally: Annotated[str, Field(max_length=40)] | None = None
    side: Side | None = None
    unit: Annotated[str, Field(max_length=200)] | None = None


class JudgeIn(WordIn):
    """This incident and another are one, or are not."""

    other: _Id
    verdict: Verdict


class Decided(BaseModel):
    """The decision's number, and the incidents that it touched."""

    decision: int
    incidents: list[str]


def facets_of(counted: Counted) -> FacetsOut:
    """Return counts by the names that the filters bear."""
    return FacetsOut(
        total=counted.total, event=dict(counted.events), tally=dict(counted.tallies), side=dict(counted.sides),
        country=dict(counted.countries), admin1=dict(counted.admin1), group=dict(counted.groups),
        source=dict(counted.sources), certainty=dict(counted.certainty), reviewed=dict(counted.reviewed),
        month={f"{month:%Y-%m}": number for month, number in sorted(counted.months.items())},
        undated=counted.undated, unplaced=counted.unplaced,
    )  # fmt: skip
