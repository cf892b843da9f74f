"""Commands that look over the whole ledger: check, table."""

from __future__ import annotations

import io
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import AsOf, Db, JsonLines, LedgerAsOf, ReviewedOnly, add, clocks, known_tally, open_existing
from recuento.cli.screen import errors, out, raw
from recuento.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recuento.cli.page import Line
    from recuento.export import Cell
    from recuento.ledger import Concern

__all__ = ["Side", "TableFormat", "register"]


class Side(StrEnum):
    """Whose people are counted."""

    CIVILIAN = "civilian"
    STATE = "state"
    ARMED_GROUP = "armed_group"
    UNKNOWN = "unknown"
    ALL = "all"


class TableFormat(StrEnum):
    """How a table is written."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    for command in (check, table):
        add(app, command, panel="Ask")


def check(db: Db = "recuento.db", as_json: JsonLines = False) -> None:
    """List what cannot be right, for a person to look at: parts over their total, more freed than taken, days that had
    not come when they were told, a person's figure that later reports give otherwise, incidents without place or day.

    Nothing is changed. What is wrong in the reading is corrected with 'recuento correct', or a rule.

    \b
    recuento check
    recuento check --json
    """
    from recuento import answers
    from recuento.cli.page import print_lines
    from recuento.cli.wire import concerns_json

    with open_existing(db) as ledger:
        found = answers.concerns(ledger)
    if as_json:
        raw(concerns_json(found))
    else:
        print_lines(_concern_lines(found), out())


def _concern_lines(found: tuple[Concern, ...]) -> Iterator[Line]:
    from itertools import groupby

    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.page import Line

    for kind, same in groupby(sorted(found, key=lambda one: one.kind), key=lambda one: one.kind):
        several = list(same)
        yield Line(Text(words.concern_head(kind, len(several)), style="bold"))
        for one in several:
            claims = f" · {', '.join(words.short(claim) for claim in one.claims)}" if one.claims else ""
            yield Line(Text(f"{words.short(one.incident)}  {one.text}").append(claims, style="dim"), 2, 12)
    if not found:
        yield Line(Text(words.NO_CONCERNS))


def table(
    by: Annotated[
        str,
        typer.Option("--by", metavar="NAME,…", help="Some of year, month, day, country, admin1, place, event, side."),
    ],
    tally: Annotated[str, typer.Option(metavar="CODE", help="Which figure is summed, such as killed.")],
    db: Db = "recuento.db",
    side: Annotated[
        Side, typer.Option(metavar="SIDE", help="civilian, state, armed_group, unknown, or all: summed over all.")
    ] = Side.ALL,
    unit: Annotated[
        str, typer.Option(metavar="WORDS", help="What is counted, where it is not people ('assault rifle').")
    ] = "people",
    background: Annotated[
        bool, typer.Option("--background/--no-background", help="Also incidents that reports only recall.")
    ] = False,
    reviewed_only: ReviewedOnly = False,
    as_of: AsOf = None,
    ledger_as_of: LedgerAsOf = None,
    form: Annotated[TableFormat, typer.Option("--format", metavar="text|csv|json", help="How to write it.")] = (
        TableFormat.TEXT
    ),
) -> None:
    """Sum a figure over incidents by month, state and the like: what is held as best, and the low and high around it.

    Zeros are written out, also for months without an incident. "counted" of so many "incidents" have the figure at all:
    an incident whose reports give none is no zero; "reviewed" of them rest on accepted figures. Totals of a period are
    never summed.

    \b
    recuento table --by month,admin1 --tally killed --side civilian
    recuento table --by month --tally abducted --format csv > taken.csv
    """
    from recuento import answers
    from recuento.cli import words
    from recuento.export import cells_json, crosstab, dimensions, write_cells
    from recuento.ledger import IncidentFilter

    asked, named = clocks(as_of, ledger_as_of), dimensions(by)
    _check_unit(known_tally(tally), unit)
    with open_existing(db) as ledger:
        wanted = IncidentFilter(background=background, aggregate=False, reviewed_only=reviewed_only)
        rows = answers.incidents(ledger, wanted, asked)
    one_side = None if side is Side.ALL else side.value
    cells = crosstab((row.told for row in rows), named, tally, one_side, unit)
    for line in words.clock_lines(asked):
        errors().print(line, style="yellow", markup=False)
    match form:
        case TableFormat.CSV:
            written = io.StringIO(newline="")
            write_cells(cells, named, written)
            raw(written.getvalue())
        case TableFormat.JSON:
            raw(cells_json(cells, named))
        case TableFormat.TEXT:
            _print_cells(cells, named)


def _check_unit(tally: str | None, unit: str) -> None:
    from recuento.lexicon.codebook import codebook

    things = {one.code for one in codebook().tally if one.of == "things"}
    if tally in things and unit == "people":
        raise OptionError(f"--unit: {tally} counts things; say which, such as --unit 'assault rifle'")


def _print_cells(cells: tuple[Cell, ...], by: tuple[str, ...]) -> None:
    from rich.table import Table

    from recuento.cli import words
    from recuento.cli.page import print_table

    if not cells:
        out().print(words.NO_INCIDENTS)
        return
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in (*by, *words.CELL_HEADS):
        shown.add_column(head, justify="left" if head in by else "right")
    for cell in cells:
        high = "?" if cell.high is None else f"{cell.high:,}"
        reviewed = "?" if cell.reviewed is None else f"{cell.reviewed:,}"
        numbers = (f"{cell.incidents:,}", f"{cell.counted:,}", f"{cell.best:,}", f"{cell.low:,}", high, reviewed)
        shown.add_row(*cell.by, *numbers)
    print_table(shown, out())
