"""A report's text cut where marks begin and end, ready for a template that escapes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from recuento.model import Claim, Span
from recuento.model.document import Field

__all__ = ["Mark", "MarkKind", "Piece", "marks_of", "paragraphs", "pieces"]

MarkKind = Literal["quote", "figure", "when", "where", "role", "speaker", "unread"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of text and why it is marked; ``claim`` is the claim's id, "" for a sentence left unread."""

    span: Span
    kind: MarkKind
    claim: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text under the same marks; ``begins`` are the claims whose quote begins here."""

    text: str
    kinds: tuple[MarkKind, ...] = ()
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def marks_of(claim: Claim) -> Iterator[Mark]:
    """Yield the marks of one claim: its quote, and what in the text it was read from."""
    yield Mark(claim.quote.span, "quote", claim.id)
    if claim.figure is not None:
        yield Mark(claim.figure.span, "figure", claim.id)
    if claim.when is not None:
        yield Mark(claim.when.span, "when", claim.id)
    if claim.where is not None:
        yield Mark(claim.where.span, "where", claim.id)
    yield from (Mark(role.span, "role", claim.id) for role in claim.roles)
    yield from (Mark(speaker.span, "speaker", claim.id) for speaker in claim.said_by)


def paragraphs(text: str) -> Iterator[Span]:
    """Yield each line that holds words."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def pieces(text: str, part: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Return ``text[part]`` in pieces, none across the border of a mark; together they are that text exactly."""
    inside = sorted(mark for mark in marks if mark.span.overlaps(part))
    borders = {part.start, part.end}
    for mark in inside:
        borders |= {max(mark.span.start, part.start), min(mark.span.end, part.end)}
    cuts = sorted(borders)
    return tuple(_piece(text, Span(a, b), inside) for a, b in pairwise(cuts) if a < b)


def _piece(text: str, run: Span, marks: Sequence[Mark]) -> Piece:
    over = [mark for mark in marks if mark.span.overlaps(run)]
    quotes = [mark for mark in over if mark.kind == "quote"]
    return Piece(
        text=run.of(text),
        kinds=tuple(dict.fromkeys(mark.kind for mark in over)),
        claims=tuple(dict.fromkeys(mark.claim for mark in quotes)),
        begins=tuple(mark.claim for mark in quotes if mark.span.start == run.start),
    )


def in_field(claims: Iterable[Claim], field: Field) -> list[Claim]:
    """Return the claims read in one field of a report, in text order."""
    mine = (claim for claim in claims if claim.quote.field == field)
    return sorted(mine, key=lambda claim: (claim.quote.span.start, claim.quote.span.end, claim.id))
