"""What stands behind an entry and beside it: claims set aside by reason, and claims on which nobody decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from recuento.ledger.records import IncidentRecord
from recuento.lexicon.codebook import codebook
from recuento.model import Claim, Entry

__all__ = ["in_order", "rivals", "set_aside"]


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries in the codebook's order of tallies."""
    order = [tally.code for tally in codebook().tally]
    return sorted(entries, key=lambda entry: (order.index(entry.tally), entry.side, entry.unit))


def rivals(entry: Entry, record: IncidentRecord) -> list[Claim]:
    """Return the claims on an entry's figure that neither carry a figure nor were set aside: they stand beside it."""
    same_day = [each for each in record.series if each.as_of == entry.as_of]
    judged = {claim for each in same_day for claim in (*each.rests_on, *(aside.claim for aside in each.set_aside))}
    return [
        claim
        for claim in record.claims
        if claim.id not in judged and _speaks_of(claim, entry) and record.document_of(claim).published_on <= entry.as_of
    ]


def _speaks_of(claim: Claim, entry: Entry) -> bool:
    if claim.figure is None or claim.tally != entry.tally or claim.background or claim.scope in {"part", "aggregate"}:
        return False
    return claim.counted.side in {entry.side, "unknown"} and entry.unit in {"people", claim.unit}


def set_aside(entry: Entry, record: IncidentRecord) -> Iterator[tuple[str, list[Claim]]]:
    """Yield each reason for which claims were set aside, with those claims."""
    claims = {claim.id: claim for claim in record.claims}
    known = sorted((aside for aside in entry.set_aside if aside.claim in claims), key=lambda aside: aside.reason)
    for reason, same in groupby(known, key=lambda aside: aside.reason):
        yield reason, [claims[aside.claim] for aside in same]
