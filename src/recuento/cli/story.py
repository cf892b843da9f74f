"""recuento demo: the packaged dispatches, and one incident as it moved from day to day."""

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
    """Read the packaged example dispatches and tell one incident as its figures moved from day to day.

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
        _tell(ledger, console)
    console.print(Text(words.demo_next(db), style="dim"))


def _tell(ledger: Ledger, console: Console) -> None:
    """Print the longest story, what was known of it half-way, and another one whose figure went down."""
    from recuento.cli import words
    from recuento.cli.incident import print_brief
    from recuento.cli.timeline import print_figures, print_timeline
    from recuento.ledger import IncidentFilter

    rows = [row for row in ledger.incidents(IncidentFilter(background=False, aggregate=False)) if row.entries]
    rows.sort(key=lambda row: (-row.documents, row.incident.id))
    records = [ledger.incident(row.incident.id) for row in rows if row.documents > 1]
    for record in records[:1]:
        print_brief(record, words.STORY, console)
        print_timeline(record, console, tallies=_main_tallies(record))
        days = sorted({document.published_on for document in record.documents})
        past = ledger.incident(record.incident.id, as_of=days[len(days) // 3])
        if past.as_of is not None:
            console.print(f"\n{words.as_of_head(past.as_of)}", style="bold", markup=False)
        print_figures(past, console)
    for record in [record for record in records[1:] if _went_down(record)][:1]:
        print_brief(record, words.CORRECTION, console)
        print_timeline(record, console)


def _main_tallies(record: IncidentRecord) -> frozenset[str]:
    """Return the tallies that moved, and what is derived from them; all where none did."""
    from recuento.cli.timeline import changes

    moved = {each.entry.tally for _, day in changes(record.series) for each in day if each.before is not None}
    return frozenset(moved or {entry.tally for entry in record.series})


def _went_down(record: IncidentRecord) -> bool:
    from recuento.cli.timeline import changes

    return any(
        each.before is not None and each.entry.best.at_least < each.before.at_least
        for _, day in changes(record.series)
        for each in day
    )
