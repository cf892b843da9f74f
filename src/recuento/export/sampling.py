"""A blind sample for a second coder: sentences with empty columns, and a key with what the program read in them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import IO

from recuento.export.table import safe_cell
from recuento.model import Claim, Coding, Document, Span
from recuento.model.document import Field

__all__ = ["CODES", "Item", "sample", "write_key", "write_sample"]

CODES = ("event", "status", "tally", "at_least", "at_most", "unit", "side", "place", "first_day", "last_day", "said_by")
"""What a coder fills in, one row for each statement of a sentence; empty where the sentence does not say."""

_ASIDE = ("item", "published_on", "title", "before", "sentence", "after")
# A full stop ends a sentence before a capital, but not after one letter ("J.") or a short title ("Gral.").
_END = re.compile(r"(?<![ .(]\w)(?<!\b(?:Sr|Dr|Lt|Mr|St))[.!?…][\"”»')]*\s+(?=[\"“«¿¡(]*[A-ZÁÉÍÓÚÑ0-9])|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sentence of a sample, with the claims that were read in it; none where only words of violence stand in it."""

    number: int
    document: Document
    field: Field
    span: Span
    claims: tuple[Claim, ...]


def sample(codings: Iterable[Coding], *, number: int, seed: int) -> tuple[Item, ...]:
    """Return ``number`` sentences drawn by ``seed``; all if there are fewer.

    They are of those that gave a claim, and of those that speak of violence and gave none, so that what was missed can
    be found.

    The same ledger and seed give the same sample.
    """
    found: list[tuple[Document, Field, Span, tuple[Claim, ...]]] = []
    for coding in codings:
        found += _sentences(coding)
    found.sort(key=lambda one: (one[0].id, one[1], one[2]))
    drawn = sorted(Random(seed).sample(range(len(found)), min(number, len(found))))
    order = Random(seed + 1).sample(drawn, len(drawn))
    return tuple(
        Item(number=place, document=found[i][0], field=found[i][1], span=found[i][2], claims=found[i][3])
        for place, i in enumerate(order, start=1)
    )


def _sentences(coding: Coding) -> Iterable[tuple[Document, Field, Span, tuple[Claim, ...]]]:
    """Return each sentence of a report that gave a claim or was left unread, with its claims."""
    claims: dict[tuple[Field, Span], list[Claim]] = {}
    for claim in coding.claims:
        key = (claim.quote.field, _around(coding.document.words(claim.quote.field), claim.quote.span))
        claims.setdefault(key, []).append(claim)
    for unread in coding.unread:
        claims.setdefault((unread.field, _around(coding.document.words(unread.field), unread.span)), [])
    return [(coding.document, field, span, tuple(mine)) for (field, span), mine in claims.items()]


def _around(text: str, span: Span) -> Span:
    """Return the sentence, or sentences, in which a span lies."""
    ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    start = max((end for end in ends if end <= span.start), default=0)
    after = min((end for end in ends if end >= span.end), default=len(text))
    whole = text[start:after]
    return Span(start, start + max(len(whole.rstrip()), span.end - start))


def write_sample(items: Sequence[Item], out: IO[str]) -> None:
    """Write what the second coder gets: each sentence with the one before and after it, and empty columns."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*_ASIDE, *CODES, "note"])
    for item in items:
        text = item.document.words(item.field)
        around = (text[: item.span.start][-300:], item.span.of(text), text[item.span.end :][:300])
        known = (item.number, item.document.published_on.isoformat(), item.document.title or "")
        cells: list[str | int] = [*known, *(" ".join(part.split()) for part in around), *([""] * (len(CODES) + 1))]
        writer.writerow([safe_cell(cell) for cell in cells])


def write_key(items: Sequence[Item], out: IO[str]) -> None:
    """Write what the program read: one row for each claim, a row of empty codes for a sentence without one."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["item", *CODES, "claim", "report"])
    for item in items:
        for claim in item.claims or (None,):
            codes = _codes(claim) if claim is not None else [None] * len(CODES)
            row = [item.number, *codes, claim.id if claim else None, item.document.id]
            writer.writerow([safe_cell(cell) for cell in row])


def _codes(claim: Claim) -> list[str | int | None]:
    count = claim.figure.count if claim.figure else None
    days = claim.when.ranges if claim.when else ()
    last = max((each.after for each in days), default=None)
    return [
        claim.event,
        claim.status,
        claim.tally,
        count.at_least if count else None,
        count.at_most if count else None,
        claim.unit,
        claim.counted.side if count else None,
        claim.where.place.name if claim.where else None,
        min(each.first for each in days).isoformat() if days else None,
        last.fromordinal(last.toordinal() - 1).isoformat() if last else None,
        "; ".join(speaker.text for speaker in claim.said_by if not speaker.inherited) or None,
    ]
