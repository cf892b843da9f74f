"""One incident as it moved: each publication day's figures before and after, who said so, and why they moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from recuento.cli import words
from recuento.cli.evidence import clipped, figure_text, in_order, rivals
from recuento.cli.page import Line, print_lines
from recuento.model import Claim, Count, Entry, SetAside

if TYPE_CHECKING:
    from recuento.ledger import IncidentRecord

__all__ = ["Change", "changes", "print_figures", "print_timeline"]

# A timeline is to be read down: of a long quote it shows what stands around the figure.
_ROOM = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure that moved on a day. ``before`` is None where there was none.

    ``aside`` are the claims that this day's figure sets aside and the figure before did not.
    """

    entry: Entry
    before: Count | None
    aside: tuple[SetAside, ...]


def changes(series: Sequence[Entry]) -> Iterator[tuple[date, list[Change]]]:
    """Yield the days on which a figure or its evidence moved, each with what moved; the first day has everything."""
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
    known = set(before.set_aside) | {SetAside(claim=c, reason="") for c in before.rests_on} if before else set()
    told = {aside.claim for aside in known}
    new = tuple(aside for aside in entry.set_aside if aside.claim not in told)
    if before is not None and before.best == entry.best and not new:
        return None
    return Change(entry=entry, before=before.best if before else None, aside=new)


def print_timeline(record: IncidentRecord, console: Console, *, tallies: frozenset[str] | None = None) -> None:
    """Print how an incident's figures moved, day by day; ``tallies`` restricts them to some."""
    for day, moved in changes(record.series):
        kept = [change for change in moved if tallies is None or change.entry.tally in tallies]
        if kept:
            console.print(Text(f"\n{words.day(day)}", style="bold"))
        for entry in in_order(change.entry for change in kept):
            print_lines(_told(next(change for change in kept if change.entry is entry), record), console)


def _told(change: Change, record: IncidentRecord) -> Iterator[Line]:
    """Yield what moved, why, on whose words, what stands beside it and what was set aside."""
    claims = {claim.id: claim for claim in record.claims}
    entry = change.entry
    line = Text(words.tally_line(entry))
    if change.before is not None and change.before != entry.best:
        line.append(f"{words.count(change.before)} → ", style="cyan")
    line.append(words.count(entry.best), style="bold cyan")
    yield Line(line.append(f"  {entry.rule}", style="dim italic"), 2, 2)
    for claim in _of_the_day([claims[one] for one in entry.rests_on if one in claims], entry, record):
        yield Line(_evidence(claim, record), 4, 2)
    for claim in _of_the_day(rivals(entry, record), entry, record):
        yield Line(Text(f"{words.ALSO_STANDS}: ", style="yellow").append_text(_evidence(claim, record)), 4, 2)
    for reason, aside in groupby(sorted(change.aside, key=lambda aside: aside.reason), key=lambda aside: aside.reason):
        # Parts and increments are no rivals of the total that they lie within.
        whole = [claims[one.claim] for one in aside if claims[one.claim].scope not in {"part", "increment"}]
        if whole:
            yield Line(Text(f"{words.SET_ASIDE}: {reason}", style="yellow"), 4, 2)
        yield from (Line(_evidence(claim, record), 6, 2) for claim in whole)


def _of_the_day(claims: Sequence[Claim], entry: Entry, record: IncidentRecord) -> list[Claim]:
    """Return the claims that were published on the entry's own day."""
    return [claim for claim in claims if record.document_of(claim).published_on == entry.as_of]


def _evidence(claim: Claim, record: IncidentRecord) -> Text:
    said = f"  {words.said_by(claim)} · {words.publisher(record.document_of(claim))}"
    return Text(style="none").append_text(clipped(claim, _ROOM)).append(said, style="dim")


def print_figures(record: IncidentRecord, console: Console) -> None:
    """Print what is held, one line for each figure."""
    print_lines((Line(figure_text(entry), 2, 2) for entry in in_order(record.entries)), console)
