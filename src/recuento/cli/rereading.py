"""What reading again did, for a person and for a machine."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from rich.console import Console
from rich.text import Text

from recuento.cli import words
from recuento.cli.changes import change_lines
from recuento.cli.page import Line, print_lines
from recuento.rereading import Reread

__all__ = ["print_reread", "reread_json"]


def print_reread(done: Reread, console: Console) -> None:
    """Print how many reports are read otherwise now, and what moved by that."""
    print_lines(_lines(done), console)


def _lines(done: Reread) -> Iterator[Line]:
    yield Line(Text(words.reread_line(done)))
    if done.lost:
        yield Line(Text(words.lost_line(done.lost), style="red"), 0, 2)
    for rejected in done.rejected:
        yield Line(Text(f"{rejected.where}: ", style="red").append(rejected.reason, style="default"), 2, 2)
    if done.changes.incidents or done.changes.gone:
        yield Line(Text(f"\n{words.BY_THE_RULES}", style="bold magenta"))
        yield from change_lines(done.changes)


def reread_json(done: Reread) -> str:
    """Return what reading again did as one JSON object."""
    return msgspec.json.encode(done).decode() + "\n"
