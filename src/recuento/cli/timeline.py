"""One incident as it moved: each publication day's figures before and after, who said so, and why they moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from recuento.cli import words
from recuento.cli.incident import figure_line, quoted
from recuento.model import Claim, Count, Entry, SetAside

if TYPE_CHECKING:
    from recuento.ledger import IncidentRecord

__all__ = ["Change", "changes", "print_figures", "print_timeline"]


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
    claims = {claim.id: claim for claim in record.claims}
    for day, moved in changes(record.series):
        kept = [change for change in moved if tallies is None or change.entry.tally in tallies]
        if kept:
            console.print(Text(f"\n{words.day(day)}", style="bold"))
        for change in kept:
            _print_change(change, record, claims, console)


def _print_change(change: Change, record: IncidentRecord, claims: dict[str, Claim], console: Console) -> None:
    entry = change.entry
    line = Text(words.tally_line(entry))
    if change.before is not None and change.before != entry.best:
        line.append(f"{words.count(change.before)} → ", style="cyan")
    line.append(words.count(entry.best), style="bold cyan")
    line.append(f"   {entry.rule}", style="dim italic")
    console.print(Padding(line, (0, 0, 0, 2)))
    for claim in _newest(entry, record, claims):
        console.print(Padding(_evidence(claim, record), (0, 0, 0, 4)))
    for aside in change.aside:
        if aside.claim in claims:
            note = Text(f"{words.SET_ASIDE}: {aside.reason}\n", style="yellow")
            console.print(Padding(note.append_text(_evidence(claims[aside.claim], record)), (0, 0, 0, 4)))


def _newest(entry: Entry, record: IncidentRecord, claims: dict[str, Claim]) -> list[Claim]:
    """Return the claims of the entry's own day that it rests on; all of them if none is of that day."""
    rests_on = [claims[claim] for claim in entry.rests_on if claim in claims]
    today = [claim for claim in rests_on if record.document_of(claim).published_on == entry.as_of]
    return today or rests_on


def _evidence(claim: Claim, record: IncidentRecord) -> Text:
    said = f"  {words.said_by(claim)} · {words.publisher(record.document_of(claim))}"
    return quoted(claim).append(said, style="dim not bold not underline")


def print_figures(record: IncidentRecord, console: Console) -> None:
    """Print what is held, one line for each figure."""
    for entry in record.entries:
        console.print(Padding(figure_line(entry), (0, 0, 0, 2)))
