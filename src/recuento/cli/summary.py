"""What a run did, for a person and for a machine."""

from __future__ import annotations

import msgspec
from rich.console import Console
from rich.text import Text

from recuento.cli import words
from recuento.pipeline import Summary

__all__ = ["print_summary", "summary_json"]


def print_summary(summary: Summary, db: str, console: Console, *, hints: bool = True) -> None:
    """Print the closing summary of a run; ``hints`` adds what to type next."""
    console.print(Text(words.run_line(summary, db)))
    if summary.rejected:
        console.print(Text(words.rejected_head(len(summary.rejected)), style="red"))
    for rejected in summary.rejected:
        console.print(Text(f"  {rejected.where}: ", style="red").append(rejected.reason, style="default"))
    if summary.incidents and hints:
        console.print(Text(words.next_after_read(summary.incidents), style="dim"))


def summary_json(summary: Summary) -> str:
    """Return the summary as one JSON object."""
    return msgspec.json.encode(summary).decode() + "\n"
