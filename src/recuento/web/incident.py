"""One incident for the page: each figure with its chart, its words and what was set aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recuento import answers
from recuento.ledger import Clocks, IncidentRecord, IncidentRow, Ledger
from recuento.ledger.evidence import in_order, rivals, set_aside
from recuento.ledger.pairing import Linked
from recuento.ledger.parties import Part, Party, parties
from recuento.model import Account, Claim, Document, Entry, FigureKey, Judgement
from recuento.web.step import Chart, Dot, Held, Standing, step_chart

__all__ = ["Figure", "IncidentPage", "Other", "Said", "incident_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A claim, and the reports that make it in these very words, the first to publish first."""

    claim: Claim
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One entry with its evidence. ``moved`` are the days on which it changed, oldest first.

    ``accepted``: a person accepted it as it stands, or gave it. ``ranged``: low and high lay apart on some day.
    """

    entry: Entry
    accepted: bool
    ranged: bool
    chart: Chart | None
    moved: tuple[Entry, ...]
    rests: tuple[Said, ...]
    stands: tuple[Said, ...]
    aside: tuple[tuple[str, tuple[Said, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another incident of the same reports; ``account`` is the first telling of it."""

    incident: str
    account: Account
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage:
    """What the page shows.

    Attributes:
        near: other incidents that linking found near this one, each with the strongest link between.
        holds: of each telling but the first, the strongest link that holds it here; the weakest of these first.
        days: the publication days of all its reports, whatever day was asked for.
    """

    record: IncidentRecord
    figures: tuple[Figure, ...]
    who: tuple[tuple[Part, tuple[Party, ...]], ...]
    motives: tuple[str, ...]
    also: tuple[Said, ...]
    background: tuple[Said, ...]
    others: tuple[Other, ...]
    near: tuple[tuple[IncidentRow, Linked], ...]
    holds: tuple[Judgement, ...]
    days: tuple[date, ...]


def incident_page(ledger: Ledger, name: str, *, as_of: date | None) -> IncidentPage:
    """Return the page of an incident, as reports published by ``as_of`` tell of it.

    Raises:
        UnknownId: no incident bears this id.
    """
    whole = ledger.incident(name)
    record = whole if as_of is None else answers.incident(ledger, name, Clocks(as_of=as_of))
    accepted = () if as_of else ledger.accepted_figures(whole.incident.id)
    figures = tuple(_figure(entry, record, accepted) for entry in in_order(record.entries))
    shown = {said.claim.id for figure in figures for said in _all_said(figure)}
    rest = [claim for claim in record.claims if claim.id not in shown]
    mine = [claim for claim in record.claims if claim.background == record.incident.background]
    own = [claim for claim in rest if claim in mine]
    return IncidentPage(
        record=record,
        figures=figures,
        who=tuple(parties(mine, record.entries)),
        motives=tuple(dict.fromkeys(claim.motive.text for claim in mine if claim.motive)),
        also=_said(own, record),
        background=_said([claim for claim in rest if claim not in own], record),
        others=tuple(_others(ledger, record)),
        near=answers.near(ledger, whole.incident.id),
        holds=_holds(whole),
        days=tuple(sorted({document.published_on for document in whole.documents})),
    )


def _figure(entry: Entry, record: IncidentRecord, accepted: Collection[FigureKey]) -> Figure:
    claims = {claim.id: claim for claim in record.claims}
    resting = [claims[one] for one in entry.rests_on if one in claims]
    aside = tuple(set_aside(entry, record))
    beside = rivals(entry, record)
    history = [each for each in record.series if each.key == entry.key]
    standing: dict[Standing, list[Claim]] = {
        "rests": resting, "aside": [claim for _, some in aside for claim in some], "stands": beside,
    }  # fmt: skip
    dots = [_dot(claim, kind, record) for kind, some in standing.items() for claim in some if claim.figure]
    held = [Held(day=each.as_of, best=each.best.at_least, low=each.low, high=each.high) for each in history]
    return Figure(
        entry=entry,
        accepted=entry.key in accepted,
        ranged=any(each.low != each.high for each in history),
        chart=step_chart(held, sorted(dots, key=lambda dot: (dot.day, dot.value, dot.claim))),
        moved=tuple(_changes(history)),
        rests=_said(resting, record),
        stands=_said(beside, record),
        aside=tuple((reason, _said(some, record)) for reason, some in aside),
    )


def _dot(claim: Claim, standing: Standing, record: IncidentRecord) -> Dot:
    document = record.document_of(claim)
    return Dot(
        day=document.published_on,
        value=claim.figure.count.at_least if claim.figure else 0,
        claim=claim.id,
        title=", ".join(speaker.text for speaker in claim.said_by if not speaker.inherited)
        or document.publisher or document.source or document.id,
        standing=standing,
    )  # fmt: skip


def _changes(history: Sequence[Entry]) -> Iterable[Entry]:
    before: Entry | None = None
    for each in history:
        if before is None or (each.best, each.low, each.high) != (before.best, before.low, before.high):
            yield each
        before = each


def _said(claims: Iterable[Claim], record: IncidentRecord) -> tuple[Said, ...]:
    """Group claims that reports make in the very same words: copies of one text are one voice."""
    groups: dict[tuple[str, str | None, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.event, claim.tally, claim.quote.text), []).append(claim)
    return tuple(
        Said(claim=some[0], documents=tuple(dict.fromkeys(record.document_of(claim) for claim in some)))
        for some in groups.values()
    )


def _all_said(figure: Figure) -> Iterable[Said]:
    yield from figure.rests
    yield from figure.stands
    for _, some in figure.aside:
        yield from some


def _holds(record: IncidentRecord) -> tuple[Judgement, ...]:
    best: dict[str, Judgement] = {}
    for each in record.judgements:
        for account in (each.a, each.b):
            known = best.get(account)
            if each.verdict == "same" and (known is None or each.score > known.score):
                best[account] = each
    holds = {(best[one].a, best[one].b): best[one] for one in record.incident.accounts[1:] if one in best}
    return tuple(sorted(holds.values(), key=lambda each: (each.score, each.a, each.b)))


def _others(ledger: Ledger, record: IncidentRecord) -> Iterable[Other]:
    seen = set(record.incident.aliases) | {record.incident.id}
    for document in record.documents:
        for account in ledger.coding(document.id).accounts:
            if account.id in record.incident.accounts:
                continue
            incident = ledger.incident_of(account.id)
            if incident not in seen:
                seen.add(incident)
                claim = next((claim for claim in account.claims if claim.figure is not None), account.claims[0])
                yield Other(incident=incident, account=account, claim=claim)
