"""One report for the page: its text with what was read in it, and its claims beside it."""

from __future__ import annotations

from dataclasses import dataclass

from recuento.ledger import Ledger, LeftOut
from recuento.model import Claim, Coding, Decision, Document, Unread
from recuento.model.document import Field
from recuento.web.text import Mark, Piece, in_field, marks_of, paragraphs, pieces

__all__ = ["Read", "ReportPage", "report_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One claim beside the text, and the incident that it belongs to."""

    claim: Claim
    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """``title`` and ``paragraphs`` hold the report's words exactly, cut into marked pieces.

    ``left_out``: why the report no longer stands; None while it does. ``decisions``: what persons decided on it.
    """

    document: Document
    title: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    claims: tuple[Read, ...]
    unread: tuple[Unread, ...]
    left_out: LeftOut | None
    decisions: tuple[Decision, ...]


def report_page(ledger: Ledger, name: str) -> ReportPage:
    """Return the page of a report.

    Raises:
        UnknownId: no report bears this id.
    """
    coding = ledger.coding(name)
    document = coding.document
    homes = {account.id: ledger.incident_of(account.id) for account in coding.accounts}
    ordered = [*in_field(coding.claims, "title"), *in_field(coding.claims, "text")]
    title = document.title or ""
    return ReportPage(
        document=document,
        title=tuple(piece for part in paragraphs(title) for piece in pieces(title, part, _marks(coding, "title"))),
        paragraphs=tuple(pieces(document.text, part, _marks(coding, "text")) for part in paragraphs(document.text)),
        claims=tuple(Read(claim=claim, incident=homes[claim.account]) for claim in ordered),
        unread=coding.unread,
        left_out=ledger.left_out(document.id),
        decisions=ledger.decisions(document.id),
    )


def _marks(coding: Coding, field: Field) -> list[Mark]:
    read = [mark for claim in in_field(coding.claims, field) for mark in marks_of(claim)]
    left = [Mark(each.span, "unread") for each in coding.unread if each.field == field]
    return [*read, *left]
