"""What is asked of the ledger, as JSON: one object a line, claims in the interchange format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from recuento.export import Agreement
from recuento.export import claim_json as interchange
from recuento.lexicon.triggers import Trigger
from recuento.link import Field
from recuento.model import (
    Claim,
    Count,
    DayRange,
    Decision,
    Document,
    Entry,
    FigureKey,
    Incident,
    IncidentTie,
    Place,
    Relation,
    SetAside,
)

if TYPE_CHECKING:
    from recuento.ledger import Changes, Clocks, Concern, Found, IncidentRecord, IncidentRow, LeftOut, Remark, SourceRow
    from recuento.ledger.pairing import Linked
    from recuento.unfolding import Apart, Scored, Why

__all__ = [
    "agreement_json",
    "changes_json",
    "claim_json",
    "concerns_json",
    "decisions_json",
    "found_json",
    "record_json",
    "rows_json",
    "sources_json",
    "why_json",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """One entry. ``rests_on`` and ``set_aside`` name claims."""

    tally: str
    side: str
    unit: str
    as_of: date
    best: Count
    low: int
    high: int | None
    sources: int
    rule: str
    rests_on: tuple[str, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Incident:
    """One incident with its figures. ``when`` holds half-open day ranges; several are candidates.

    ``no_later_than``: no day is known, but what came of it by then.
    """

    id: str
    family: str
    events: tuple[str, ...]
    when: tuple[DayRange, ...]
    no_later_than: date | None
    place: Place | None
    first_published: date
    background: bool
    aggregate: bool
    figures: tuple[_Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One line of a list; ``as_of`` and ``ledger_as_of`` are the clocks asked.

    ``accepted`` names the figures (tally, side, unit) that persons accepted or gave; None where a past day was asked.
    """

    as_of: date | None
    ledger_as_of: datetime | None

    incident: _Incident
    documents: int
    claims: int
    accepted: tuple[FigureKey, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """A report without its text."""

    id: str
    published_on: date
    publisher: str | None
    source: str | None
    title: str | None
    language: str | None
    external_id: str | None
    source_path: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """All of one incident. ``series`` is every day's figures, oldest first."""

    as_of: date | None
    ledger_as_of: datetime | None
    incident: _Incident
    aliases: tuple[str, ...]
    series: tuple[_Figure, ...]
    arithmetic: tuple[Remark, ...]
    ties: tuple[IncidentTie, ...]
    relations: tuple[Relation, ...]
    claims: tuple[msgspec.Raw, ...]
    reports: tuple[_Report, ...]
    left_out: tuple[LeftOut, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Explained:
    """One claim with its report and the rule that read it; None where no rule of the lexicon did."""

    claim: msgspec.Raw
    report: _Report
    rule: Trigger | None
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One of two that are compared."""

    account: str
    incident: str
    report: _Report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Why:
    """Why two stand as one incident or as two; ``prior`` and the fields' log-odds add up to ``score``."""

    names: tuple[str, str]
    same_incident: bool
    sides: tuple[_Side, _Side]
    compared: bool
    found_by: tuple[str, ...]
    prior: float
    fields: tuple[Field, ...]
    score: float
    threshold: float
    judged: tuple[Linked, ...]
    path: tuple[Linked, ...]
    apart: Apart | None
    other_pairs: tuple[Scored, ...]
    pairs: int


def rows_json(rows: Iterable[IncidentRow], clocks: Clocks) -> str:
    """Return one JSON object a line for each incident."""
    lines = (
        _Row(
            as_of=clocks.as_of,
            ledger_as_of=clocks.ledger_as_of,
            incident=_incident(row.incident, row.entries),
            documents=row.documents,
            claims=row.claims,
            accepted=row.accepted,
        )
        for row in rows
    )
    return "".join(_line(line) for line in lines)


def record_json(record: IncidentRecord) -> str:
    """Return one incident as one JSON object."""
    return _line(
        _Record(
            as_of=record.as_of,
            ledger_as_of=record.ledger_as_of,
            incident=_incident(record.incident, record.entries),
            aliases=record.incident.aliases,
            series=tuple(_figure(entry) for entry in record.series),
            arithmetic=record.remarks,
            ties=record.ties,
            relations=record.relations,
            claims=tuple(_claim(claim, record.document_of(claim)) for claim in record.claims),
            reports=tuple(_report(document) for document in record.documents),
            left_out=record.left_out,
            decisions=record.decisions,
        )
    )


def decisions_json(found: Iterable[Decision]) -> str:
    """Return one JSON object a line for each decision."""
    return "".join(msgspec.json.encode(one).decode() + "\n" for one in found)


def changes_json(found: Changes) -> str:
    """Return all that moved as one JSON object."""
    return msgspec.json.encode(found).decode() + "\n"


def concerns_json(found: Iterable[Concern]) -> str:
    """Return one JSON object a line for each thing to look at."""
    return "".join(msgspec.json.encode(one).decode() + "\n" for one in found)


def found_json(found: Found) -> str:
    """Return what a search found as one JSON object."""
    return msgspec.json.encode(found).decode() + "\n"


def sources_json(rows: Iterable[SourceRow]) -> str:
    """Return one JSON object a line for each outlet."""
    return "".join(msgspec.json.encode(row).decode() + "\n" for row in rows)


def agreement_json(found: Agreement) -> str:
    """Return how far two coders agree as one JSON object."""
    return msgspec.json.encode(found).decode() + "\n"


def claim_json(claim: Claim, document: Document, rule: Trigger | None, decisions: tuple[Decision, ...] = ()) -> str:
    """Return one claim with its report and rule as one JSON object."""
    return _line(_Explained(claim=_claim(claim, document), report=_report(document), rule=rule, decisions=decisions))


def why_json(found: Why) -> str:
    """Return why two stand as one incident, or as two, as one JSON object."""
    sides = zip((found.one, found.other), found.documents, found.incidents, strict=True)
    one, other = (
        _Side(account=account.id, incident=incident, report=_report(document)) for account, document, incident in sides
    )
    return _line(
        _Why(
            names=found.names,
            same_incident=one.incident == other.incident,
            sides=(one, other),
            compared=found.compared,
            found_by=found.unfolded.found_by,
            prior=found.unfolded.prior,
            fields=found.unfolded.fields,
            score=found.unfolded.score,
            threshold=found.threshold,
            judged=found.links,
            path=found.path,
            apart=found.apart,
            other_pairs=found.pairs,
            pairs=found.number,
        )
    )


def _line(shown: _Row | _Record | _Explained | _Why) -> str:
    return msgspec.json.encode(shown).decode() + "\n"


def _claim(claim: Claim, document: Document) -> msgspec.Raw:
    return msgspec.Raw(interchange(claim, document))


def _incident(incident: Incident, entries: Sequence[Entry]) -> _Incident:
    return _Incident(
        id=incident.id,
        family=incident.family,
        events=incident.events,
        when=incident.when,
        no_later_than=incident.no_later_than,
        place=incident.place,
        first_published=incident.first_published,
        background=incident.background,
        aggregate=incident.aggregate,
        figures=tuple(_figure(entry) for entry in entries),
    )


def _figure(entry: Entry) -> _Figure:
    return _Figure(
        tally=entry.tally,
        side=entry.side,
        unit=entry.unit,
        as_of=entry.as_of,
        best=entry.best,
        low=entry.low,
        high=entry.high,
        sources=entry.sources,
        rule=entry.rule,
        rests_on=entry.rests_on,
        set_aside=entry.set_aside,
    )


def _report(document: Document) -> _Report:
    return _Report(
        id=document.id,
        published_on=document.published_on,
        publisher=document.publisher,
        source=document.source,
        title=document.title,
        language=document.language,
        external_id=document.external_id,
        source_path=document.source_path,
    )
