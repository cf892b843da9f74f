"""What cannot be right in the record, or is not known and should be: for a person to look at, never mended here."""

from __future__ import annotations

from collections.abc import Iterator

from recuento.ledger.findings import Concern
from recuento.ledger.records import IncidentRecord
from recuento.model import Claim

__all__ = ["concerns"]

_TAKING = frozenset({"abduction", "disappearance"})
_RETURN = frozenset({"release", "rescue"})


def concerns(record: IncidentRecord) -> Iterator[Concern]:
    """Yield what a person should look at in one incident; nothing for totals of a period."""
    if record.incident.aggregate:
        return
    name = record.incident.id
    for remark in record.remarks:
        if remark.kind in {"parts_over_total", "freed_over_taken"}:
            yield Concern(kind=remark.kind, incident=name, text=remark.text, claims=remark.claims)
    gone = {one.document for one in record.left_out}
    standing = [claim for claim in record.claims if claim.document not in gone and claim.status == "occurred"]
    for claim in standing:
        yield from _after_its_report(claim, record)
    yield from _freed_before_taken(standing, record)
    yield from _figures_past_a_correction(record)
    if not record.incident.background:
        yield from _unsaid(record)


def _after_its_report(claim: Claim, record: IncidentRecord) -> Iterator[Concern]:
    """Yield a claim of something done on a day that had not come when its report was published."""
    published = record.document_of(claim).published_on
    if claim.when is not None and all(days.first > published for days in claim.when.ranges):
        first = min(days.first for days in claim.when.ranges)
        text = f"“{claim.when.text}” is read as {first}, but the report that tells it is of {published}"
        yield Concern(kind="impossible_date", incident=record.incident.id, text=text, claims=(claim.id,))


def _freed_before_taken(claims: list[Claim], record: IncidentRecord) -> Iterator[Concern]:
    """Yield one remark where everybody who was freed was freed before anybody was taken."""
    taken = [c for c in claims if c.event in _TAKING and c.when is not None and not c.when.inherited]
    freed = [c for c in claims if c.event in _RETURN and c.when is not None and not c.when.inherited]
    first = min((days.first for c in taken if c.when for days in c.when.ranges), default=None)
    last = max((days.after for c in freed if c.when for days in c.when.ranges), default=None)
    if first is not None and last is not None and last <= first:
        text = f"the freed came back before {last}, but the taking is dated {first} or later"
        ids = tuple(claim.id for claim in (*taken, *freed))
        yield Concern(kind="impossible_date", incident=record.incident.id, text=text, claims=ids)


def _figures_past_a_correction(record: IncidentRecord) -> Iterator[Concern]:
    """Yield each figure that a person set, and that reports published later give otherwise."""
    for entry in record.entries:
        if entry.sources or not entry.set_aside or " word (decision " not in entry.rule:
            continue
        set_on = min((e.as_of for e in record.series if e.rule == entry.rule), default=entry.as_of)
        aside = {one.claim for one in entry.set_aside}
        later = [
            claim
            for claim in record.claims
            if claim.id in aside and claim.figure is not None and claim.figure.count != entry.best
            if record.document_of(claim).published_on > set_on
        ]
        if later:
            said = ", ".join(sorted({str(claim.figure.count) for claim in later if claim.figure}))
            text = f"{entry.tally} is {entry.best} by a person's word; reports published since say {said}"
            ids = tuple(claim.id for claim in later)
            yield Concern(kind="past_correction", incident=record.incident.id, text=text, claims=ids)


def _unsaid(record: IncidentRecord) -> Iterator[Concern]:
    name = record.incident.id
    if record.incident.place is None:
        yield Concern(kind="no_place", incident=name, text="no report says where", claims=())
    if not record.incident.when:
        yield Concern(kind="no_date", incident=name, text="no report says when", claims=())
