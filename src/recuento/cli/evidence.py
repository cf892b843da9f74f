"""Claims as lines: the quote with its figure underlined, who says it, and in which report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from recuento.cli import words
from recuento.cli.page import Line
from recuento.model import Claim, Entry

if TYPE_CHECKING:
    from recuento.ledger import IncidentRecord

__all__ = ["claim_lines", "clipped", "figure_text", "quoted"]


def figure_text(entry: Entry) -> Text:
    """Return "abducted, civilians: 66 (25–66, 3 sources)"."""
    line = Text(words.tally_line(entry), style="bold")
    return line.append(words.figure(entry.best, entry.low, entry.high, entry.sources), style="bold cyan")


def quoted(claim: Claim) -> Text:
    """Return the quote on one line, its figure underlined."""
    return Text("“").append_text(_bare(claim)).append("”")


def clipped(claim: Claim, room: int) -> Text:
    """Return the quote as `quoted` does, cut at word ends to about ``room`` characters around its figure."""
    text = _bare(claim)
    if len(text) <= room:
        return quoted(claim)
    figure = claim.figure.span.start - claim.quote.span.start if claim.figure else 0
    start = max(0, min(figure - room // 2, len(text) - room))
    start = text.plain.find(" ", start) + 1 if start else 0
    end = text.plain.rfind(" ", start, start + room) if start + room < len(text) else len(text)
    head, tail = "“… " if start else "“", "”" if end == len(text) else " …”"
    return Text(head).append_text(text[start:end]).append(tail)


def _bare(claim: Claim) -> Text:
    text = Text(claim.quote.text)
    if claim.figure is not None:
        shift = -claim.quote.span.start
        text.stylize("underline bold", claim.figure.span.start + shift, claim.figure.span.end + shift)
    return Text(" ").join(part for part in text.split("\n") if part.plain.strip())


def claim_lines(claim: Claim, record: IncidentRecord, indent: int, *, named: bool = False) -> Iterator[Line]:
    """Yield a claim's quote, and below it who says it, how its figure is meant, its report and its id.

    ``named`` begins with what it states.
    """
    head = Text(f"{words.claim_name(claim)}: ", style="bold") if named else Text()
    yield Line(head.append_text(quoted(claim)), indent, 2)
    where = claim.where
    place = words.place(where.place) if where is not None and not where.inherited else ""
    facts = (words.claim_facts(claim), place, words.outlet(record.document_of(claim)), words.short(claim.id))
    yield Line(Text(" · ".join(fact for fact in facts if fact), style="dim"), indent + 2, 2)
