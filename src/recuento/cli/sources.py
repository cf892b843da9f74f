"""recuento sources: who published the reports, and the user's own register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import Db, JsonLines, add, open_existing, register_text
from recuento.cli.screen import out, raw
from recuento.errors import OptionError

if TYPE_CHECKING:
    from recuento.ledger import SourceRow

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the command of this module to ``app``."""
    add(app, sources, panel="Take along")


def sources(
    db: Db = "recuento.db",
    own: Annotated[Path | None, typer.Option("--set", metavar="FILE", help="Use this register of yours.")] = None,
    reset: Annotated[bool, typer.Option("--reset", help="Use the register that ships with Recuento alone.")] = False,
    as_json: JsonLines = False,
) -> None:
    """List who published the reports: agency or paper, how far it reaches, a government's or not; or set a register of
    your own, which the ledger keeps.

    One source is one voice: reports of one outlet under several names, and those that say they print an agency's text
    ("(EFE)"), count once. An agency stands above a paper, and a paper that is known above one that is not, where
    nothing else decides. Your file has the form of lexicon/shared/sources.toml; an outlet of the same name takes its
    place.

    \b
    recuento sources
    recuento sources --set our-sources.toml
    """
    from recuento.cli import words
    from recuento.cli.wire import sources_json
    from recuento.recording import use_sources

    if own is not None and reset:
        raise OptionError("--set and --reset: name one of them")
    with open_existing(db) as ledger:
        if own is not None or reset:
            written = use_sources(ledger, register_text(own) if own is not None else None)
            out().print(words.sources_used(written), markup=False)
        rows = ledger.sources()
    if as_json:
        raw(sources_json(rows))
    else:
        _print(rows)


def _print(rows: tuple[SourceRow, ...]) -> None:
    from rich.table import Table

    from recuento.cli import words
    from recuento.cli.page import print_table

    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in words.SOURCE_HEADS:
        shown.add_column(head, justify="right" if head == words.SOURCE_HEADS[1] else "left")
    for row in rows:
        shown.add_row(row.name, f"{row.reports:,}", words.source_line(row))
    print_table(shown, out())
