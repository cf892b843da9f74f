"""Incidents as a list, and everything that is asked of the ledger as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from recuento.cli import words
from recuento.cli.page import Line, print_lines, print_table
from recuento.ledger.evidence import in_order

if TYPE_CHECKING:
    from recuento.ledger import Clocks, IncidentRow
    from recuento.model import Entry

__all__ = ["print_rows"]

# Below this many columns a table is harder to read than a list.
_NARROW = 90


def print_rows(rows: Sequence[IncidentRow], clocks: Clocks, console: Console) -> None:
    """Print one line for each incident, or a few on a narrow terminal; above them, which past day was asked."""
    for asked in words.clock_lines(clocks):
        console.print(Text(asked, style="yellow"))
    if not rows:
        console.print(words.NO_INCIDENTS)
    elif console.width < _NARROW:
        for row in rows:
            print_lines(_block(row), console)
    else:
        print_table(_table(rows), console)
    if rows:
        console.print(Text(words.next_after_incidents(len(rows), rows[0].incident.id), style="dim"))


def _table(rows: Sequence[IncidentRow]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in words.LIST_HEADS:
        table.add_column(head, no_wrap=head == words.LIST_HEADS[0], overflow="fold")
    for row in rows:
        table.add_row(
            _id(row), _when(row), _what(row), words.place(row.incident.place), _figures(row), str(row.documents)
        )
    return table


def _block(row: IncidentRow) -> Iterator[Line]:
    yield Line(_id(row).append(f"  {_when(row)}, {words.place(row.incident.place)}", style="not bold"), 0, 2)
    yield Line(_what(row), 2, 2)
    if row.entries:
        yield Line(_figures(row), 2, 2)


def _id(row: IncidentRow) -> Text:
    return Text(words.short(row.incident.id), style="bold")


def _when(row: IncidentRow) -> str:
    return words.days(row.incident.when, row.incident.no_later_than)


def _what(row: IncidentRow) -> Text:
    what = Text(", ".join(words.event_name(code) for code in row.incident.events[:3]))
    if len(row.incident.events) > 3:
        what.append(" …")
    note = words.row_note(row.incident)
    return what.append(f" ({note})", style="dim") if note else what


def _figures(row: IncidentRow) -> Text:
    return Text("; ").join(_figure(entry, row) for entry in in_order(row.entries))


def _figure(entry: Entry, row: IncidentRow) -> Text:
    told = Text(words.tally_line(entry)).append(words.count(entry.best), style="bold cyan")
    return told.append(words.ACCEPTED_MARK, style="green") if entry.key in (row.accepted or ()) else told
