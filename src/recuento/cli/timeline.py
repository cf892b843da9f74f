"""One incident as it moved: on each day of publication what each report says, then what the ledger holds of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from recuento.cli import words
from recuento.cli.evidence import clipped, figure_text
from recuento.cli.page import Line, print_lines
from recuento.ledger.evidence import in_order
from recuento.ledger.units import is_generic
from recuento.model import Claim, Count, Document, Entry

if TYPE_CHECKING:
    from recuento.ledger import IncidentRecord

__all__ = ["Change", "changes", "print_figures", "print_timeline"]

# Each statement takes one line: of a long quote it shows what stands around the figure.
_SHORTEST_QUOTE = 24
_MARKS = len("  “… …”") + 1
_SPEECH = frozenset({"claim_of_responsibility", "accusation", "denial"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure that moved on a day, or what stands beside it. ``before`` is None where there was none."""

    entry: Entry
    before: Count | None


def changes(series: Sequence[Entry]) -> Iterator[tuple[date, list[Change]]]:
    """Yield the days on which a figure or its bounds moved, each with what moved; the first day has everything."""
    before: dict[tuple[str, str, str], Entry] = {}
    for day, entries in groupby(series, key=lambda entry: entry.as_of):
        held = list(entries)
        moved = [change for entry in held if (change := _change(before.get(_key(entry)), entry)) is not None]
        if moved:
            yield day, moved
        before = {_key(entry): entry for entry in held}


def _key(entry: Entry) -> tuple[str, str, str]:
    return entry.tally, entry.side, entry.unit


def _change(before: Entry | None, entry: Entry) -> Change | None:
    if before is not None and (before.best, before.low, before.high) == (entry.best, entry.low, entry.high):
        return None
    return Change(entry=entry, before=before.best if before else None)


def print_timeline(record: IncidentRecord, console: Console, *, tallies: frozenset[str]) -> None:
    """Print how an incident's figures on people moved, day by day; ``tallies`` are those to be told."""
    moved = dict(changes(record.series))
    for day in sorted({document.published_on for document in record.documents}):
        told = [line for document in _of_the_day(record, day) for line in _report(document, record, tallies, console)]
        held = [change for change in moved.get(day, []) if _is_told(change.entry, tallies)]
        if told or held:
            console.print(Text(f"\n{words.long_day(day)}", style="bold"))
            print_lines(told, console)
            print_lines(_held(held), console)


def _of_the_day(record: IncidentRecord, day: date) -> list[Document]:
    # A day of publication has no hours; the names of the files are the best guess at their order.
    same = (document for document in record.documents if document.published_on == day)
    return sorted(same, key=lambda document: (document.source_path or "", document.id))


def _is_told(entry: Entry, tallies: frozenset[str]) -> bool:
    return entry.tally in tallies and entry.unit == "people"


def _report(document: Document, record: IncidentRecord, tallies: frozenset[str], console: Console) -> Iterator[Line]:
    """Yield what one report says: each speaker once, and below the figures, each with its words."""
    mine = [claim for claim in record.claims if claim.document == document.id]
    spoken = _once(claim for claim in mine if _is_news(claim, tallies))
    parts = {claim.id: _parts_of(claim, mine) for claim in spoken}
    told_within = {part.id for same in parts.values() for part in same}
    spoken = [claim for claim in spoken if claim.id not in told_within]
    if not spoken:
        return
    head = Text(words.publisher(document), style="magenta").append(f"  {document.title or ''}", style="dim")
    head.truncate(max(console.width - 2, 1), overflow="ellipsis")
    yield Line(head, 2)
    for speaker, same in groupby(spoken, key=words.said_by):
        yield Line(Text(speaker, style="italic"), 4, 2)
        for claim in same:
            yield Line(_statement(claim, parts[claim.id], console.width - 8), 6, 2)


def _is_news(claim: Claim, tallies: frozenset[str]) -> bool:
    if claim.background:
        return False
    if claim.figure is None:
        return claim.event in _SPEECH
    return claim.tally in tallies and claim.scope != "part"


def _once(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims by speaker, in order of the text, each figure of a speaker once."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        kept.setdefault(_figure_key(claim), claim)
    speakers = list(dict.fromkeys(words.said_by(claim) for claim in kept.values()))
    return sorted(kept.values(), key=lambda claim: speakers.index(words.said_by(claim)))


def _figure_key(claim: Claim) -> tuple[object, ...]:
    """Return what makes two statements of a report one: who speaks nearby is no second voice for his own figure."""
    count = claim.figure.count if claim.figure else None
    return _chain(claim), claim.event if count is None else claim.tally, count


def _chain(claim: Claim) -> tuple[str, ...]:
    return tuple(speaker.text for speaker in claim.said_by)


def _parts_of(claim: Claim, others: Sequence[Claim]) -> list[Claim]:
    """Return the parts that a report gives of one of its figures: those it calls so, and narrower groups after it."""
    same = {each.id for each in others if _figure_key(each) == _figure_key(claim)}
    return [each for each in others if (each.part_of or _whole_of(each, others)) in same]


def _whole_of(part: Claim, others: Sequence[Claim]) -> str | None:
    """Return the last figure of all ("18 people") that the same speaker gives before one of some ("nine minors")."""
    if part.figure is None or part.figure.basis != "numeral" or is_generic(part.unit):
        return None
    number, start = part.figure.count.at_least, part.figure.span.start
    wholes = [
        (each.figure.span.start, each.id)
        for each in others
        if each.figure is not None and each.tally == part.tally and _chain(each) == _chain(part)
        if is_generic(each.unit) and each.figure.span.start < start and each.figure.count.at_least > number
    ]
    return max(wholes)[1] if wholes else None


def _statement(claim: Claim, parts: Sequence[Claim], room: int) -> Text:
    """Return "42 freed (24 adults, 18 minors)  “…”" on one line."""
    line = Text(words.statement(claim), style="bold cyan")
    if parts:
        line.append(f" ({', '.join(words.part(part) for part in parts)})", style="not bold")
    if claim.figure is None and claim.motive is not None:
        return line.append(f", {words.MOTIVE}: {claim.motive.text}", style="not bold")
    left = room - len(line) - _MARKS
    if parts and left < _SHORTEST_QUOTE:
        return line  # the parts are words of the same sentence
    return line.append("  ").append_text(_plain(clipped(claim, max(left, _SHORTEST_QUOTE))))


def _plain(quote: Text) -> Text:
    return Text(style="default not bold").append_text(quote)


def _held(moved: Sequence[Change]) -> Iterator[Line]:
    """Yield what the ledger holds of the day's end: the figures that moved, and why."""
    for entry in in_order(change.entry for change in moved):
        change = next(each for each in moved if each.entry is entry)
        line = Text("→ ", style="green").append(words.tally_line(entry), style="bold")
        if change.before is not None and change.before != entry.best:
            line.append(f"{words.count(change.before)} → ", style="bold")
        elif change.before is not None:
            line.append(f"{words.STILL} ", style="bold")
        line.append(words.count(entry.best), style="bold green")
        yield Line(line.append(f"  {entry.rule}", style="dim"), 2, 4)


def print_figures(record: IncidentRecord, console: Console, *, tallies: frozenset[str]) -> None:
    """Print what is held on people, one line for each figure."""
    kept = [entry for entry in in_order(record.entries) if _is_told(entry, tallies)]
    print_lines((Line(figure_text(entry), 2, 2) for entry in kept), console)
