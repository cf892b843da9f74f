"""Options that several commands share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.errors import OptionError

if TYPE_CHECKING:
    from recuento.ledger import Ledger

__all__ = ["Db", "Json", "add", "open_existing", "parse_day"]

Db = Annotated[
    str,
    typer.Option("--db", envvar="RECUENTO_DB", metavar="FILE", help="The ledger: one SQLite file.", show_default=True),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for machines.")]


def add(app: typer.Typer, command: Callable[..., None], *, panel: str) -> None:
    """Add a command whose docstring is its help: paragraphs, then examples after a line of "\\b"."""
    told, mark, examples = inspect.cleandoc(command.__doc__ or "").partition("\b\n")
    paragraphs = "\n\n".join(" ".join(each.split()) for each in told.strip().split("\n\n"))
    app.command(help=f"{paragraphs}\n\n{mark}{examples}" if mark else paragraphs, rich_help_panel=panel)(command)


def parse_day(words: str | None, option: str) -> date | None:
    """Return the day of "2024-03-26"; None for none.

    Raises:
        OptionError: no day of the calendar, or written otherwise.
    """
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise OptionError(f"{option}: {words!r} is no day; write it as YYYY-MM-DD") from None


def open_existing(db: str) -> Ledger:
    """Open a ledger that must be there already.

    Raises:
        LedgerError: no such file, or no ledger.
    """
    from recuento.ledger import Ledger

    return Ledger.open(db, create=False)
