"""What a run did, for a person and for a machine."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from rich.console import Console
from rich.text import Text

from recuento.cli import words
from recuento.cli.page import Line, print_lines
from recuento.pipeline import Summary

__all__ = ["print_summary", "summary_json"]


def print_summary(summary: Summary, db: str, console: Console, *, hints: bool = True) -> None:
    """Print the closing summary of a run; ``hints`` adds what to type next."""
    print_lines(_lines(summary, db, hints=hints), console)


def _lines(summary: Summary, db: str, *, hints: bool) -> Iterator[Line]:
    yield Line(Text(words.run_line(summary, db)))
    if summary.rejected:
        yield Line(Text(words.rejected_head(len(summary.rejected)), style="red"))
    for rejected in summary.rejected:
        yield Line(Text(f"{rejected.where}: ", style="red").append(rejected.reason, style="default"), 2, 2)
    for withdrawn in summary.withdrawn:
        told = Text(f"{withdrawn.where}: ", style="yellow").append(withdrawn.reason, style="default")
        yield Line(told.append(f"; {words.STAYS_OUT}"), 2, 2)
    if summary.incidents and hints:
        yield Line(Text(words.next_after_read(summary.incidents, db), style="dim"))


def summary_json(summary: Summary) -> str:
    """Return the summary as one JSON object."""
    return msgspec.json.encode(summary).decode() + "\n"
