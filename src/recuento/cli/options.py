"""Options that several commands share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.errors import OptionError

if TYPE_CHECKING:
    from recuento.ledger import Clocks, Ledger

__all__ = [
    "Actors",
    "AsOf",
    "Db",
    "Json",
    "JsonLines",
    "LedgerAsOf",
    "ReviewedOnly",
    "add",
    "clocks",
    "known_event",
    "known_tally",
    "open_existing",
    "parse_day",
    "parse_instant",
    "register_text",
]

Db = Annotated[
    str,
    typer.Option("--db", envvar="RECUENTO_DB", metavar="FILE", help="The ledger: one SQLite file.", show_default=True),
]
Actors = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Groups and names of your own, as TOML.", dir_okay=False, show_default=False),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="What reports published by that day say; judged as today.")
]
LedgerAsOf = Annotated[
    str | None,
    typer.Option(
        "--ledger-as-of", metavar="TIME", help="What this ledger held then: a day (its end), or 2024-03-26T18:00."
    ),
]
ReviewedOnly = Annotated[
    bool,
    typer.Option("--reviewed-only", help="Only figures that a person accepted as they stand, or gave; of today alone."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for machines.")]
JsonLines = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line, for machines.")]


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


def parse_instant(words: str | None, option: str, *, of_day: time = time.max) -> datetime | None:
    """Return the instant of "2024-03-26T18:00" (this machine's time zone, unless it says +00:00); None for none.

    A day alone means its last moment, or that named ``of_day``.

    Raises:
        OptionError: no instant of the calendar, or written otherwise.
    """
    if words is None:
        return None
    try:
        at = datetime.fromisoformat(words)
        day_alone = len(words) <= len("2024-03-26")
        return (datetime.combine(at, of_day) if day_alone else at).astimezone(at.tzinfo)
    except (ValueError, OverflowError):
        raise OptionError(f"{option}: {words!r} is no time; write 2024-03-26 or 2024-03-26T18:00") from None


def clocks(as_of: str | None, ledger_as_of: str | None) -> Clocks:
    """Return the clocks that two options name.

    Raises:
        OptionError: no day, or no instant.
    """
    from recuento.ledger import Clocks

    return Clocks(as_of=parse_day(as_of, "--as-of"), ledger_as_of=parse_instant(ledger_as_of, "--ledger-as-of"))


def register_text(path: Path) -> str:
    """Return the text of a register of sources.

    Raises:
        OptionError: the file cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as bad:
        raise OptionError(f"{path}: the register of sources cannot be read ({bad})") from bad


def open_existing(db: str) -> Ledger:
    """Open a ledger that must be there already.

    Raises:
        LedgerError: no such file, or no ledger.
    """
    from recuento.ledger import Ledger

    return Ledger.open(db, create=False)


def known_event(code: str | None) -> str | None:
    """Return the code of an event that the codebook has; None for none.

    Raises:
        OptionError: it has no such event.
    """
    from recuento.lexicon.codebook import codebook

    return _one_of("--event", code, [event.code for event in codebook().event])


def known_tally(code: str | None) -> str | None:
    """Return the code of a tally that the codebook has; None for none.

    Raises:
        OptionError: it has no such tally.
    """
    from recuento.lexicon.codebook import codebook

    return _one_of("--tally", code, [tally.code for tally in codebook().tally])


def _one_of(option: str, code: str | None, known: list[str]) -> str | None:
    if code is not None and code not in known:
        raise OptionError(f"{option}: the codebook has no {code!r}; it has {', '.join(known)}")
    return code
