"""recuento demo: the packaged dispatches, and some incidents as they moved from day to day."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import add
from recuento.cli.screen import errors, out

if TYPE_CHECKING:
    from rich.console import Console

    from recuento.ledger import IncidentRecord, Ledger

__all__ = ["dispatches", "register"]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    add(app, demo, panel="Read")


def dispatches() -> Path:
    """Return the folder of the example dispatches that ship with Recuento."""
    return Path(__file__).parents[1] / "data" / "demo"


def demo(
    db: Annotated[str | None, typer.Option("--db", metavar="FILE", help="Keep the ledger, to ask it more.")] = None,
) -> None:
    """Read the packaged example dispatches and tell some incidents as their figures moved from day to day.

    \b
    recuento demo
    recuento demo --db demo.db         keep the ledger, then: recuento incidents --db demo.db
    """
    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.progress import following
    from recuento.cli.summary import print_summary
    from recuento.ledger import Ledger
    from recuento.pipeline import run
    from recuento.read import Inputs, ReadOptions

    console = out()
    inputs = Inputs(paths=(str(dispatches()),), options=ReadOptions())
    console.print(Text(words.demo_intro(inputs.count())))
    with ExitStack() as stack:
        kept = db or str(Path(stack.enter_context(TemporaryDirectory())) / "demo.db")
        ledger = stack.enter_context(Ledger.open(kept))
        tick = stack.enter_context(following(inputs, errors()))
        summary = run(inputs, ledger, on_progress=tick)
        print_summary(summary, db or words.DEMO_LEDGER, console, hints=False)
        _tell(ledger, console, db)
    console.print(Text(words.demo_next(db), style="dim"))


def _tell(ledger: Ledger, console: Console, db: str | None) -> None:
    """Tell the longest story, with what was known of it on its second day; then one corrected and one denied."""
    from rich.text import Text

    from recuento.cli import words
    from recuento.ledger import IncidentFilter

    rows = list(ledger.incidents(IncidentFilter(background=False, aggregate=False)))
    rows.sort(key=lambda row: (-row.documents, row.incident.id))
    records = [ledger.incident(row.incident.id) for row in rows]
    for record in records[:1]:
        _tell_one(record, words.STORY, console)
        _tell_sums(record, console)
        _tell_past(ledger, record, console, db)
    for record in [each for each in records[1:] if _went_down(each)][:1]:
        _tell_one(record, words.CORRECTION, console)
    for record in sorted((each for each in records[1:] if _denied(each)), key=_denied, reverse=True)[:1]:
        _tell_one(record, words.DENIED, console)
        console.print(Text(words.NO_TALLY, style="green"))


def _tell_one(record: IncidentRecord, title: str, console: Console) -> None:
    from recuento.cli.incident import print_brief
    from recuento.cli.timeline import print_timeline

    print_brief(record, title, console)
    print_timeline(record, console, tallies=_main_tallies(record))


def _tell_sums(record: IncidentRecord, console: Console) -> None:
    """Print the arithmetic that was noticed."""
    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.page import Line, heading, print_lines

    if record.remarks:
        console.print(heading(words.ARITHMETIC))
        print_lines((Line(Text(remark.text), 2, 2) for remark in record.remarks), console)


def _tell_past(ledger: Ledger, record: IncidentRecord, console: Console, db: str | None) -> None:
    """Print what was known on the second day of the story."""
    from recuento import answers
    from recuento.cli import words
    from recuento.cli.page import heading
    from recuento.cli.timeline import print_figures
    from recuento.ledger import Clocks

    days = sorted({document.published_on for document in record.documents})
    asked = days[min(1, len(days) - 1)]
    console.print(heading(words.as_of_head(asked, record.incident.id, db)))
    then = answers.incident(ledger, record.incident.id, Clocks(as_of=asked))
    print_figures(then, console, tallies=_main_tallies(record))


def _main_tallies(record: IncidentRecord) -> frozenset[str]:
    """Return the tallies of people that moved, or all that reports speak of where none did."""
    from recuento.cli.timeline import changes

    moved = {
        each.entry.tally
        for _, day in changes(record.series)
        for each in day
        if each.before not in {None, each.entry.best} and each.entry.unit == "people"
    }
    return frozenset(moved | _FATES if moved & _FATES else moved or {c.tally for c in record.claims if c.tally})


# Those taken, freed and missing make one sum: whoever reads of one wants the others.
_FATES = frozenset({"abducted", "freed", "missing"})


def _went_down(record: IncidentRecord) -> bool:
    from recuento.cli.timeline import changes

    return any(
        each.before is not None and each.entry.best.at_least < each.before.at_least
        for _, day in changes(record.series)
        for each in day
    )


def _denied(record: IncidentRecord) -> int:
    """Return the largest figure that a report denies where nothing else is held of that tally; 0 if there is none."""
    held = {entry.tally for entry in record.entries}
    denied = (c for c in record.claims if c.status == "denied" and c.tally not in held)
    return max((claim.figure.count.at_least for claim in denied if claim.figure), default=0)
