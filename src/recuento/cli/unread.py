"""Sentences that speak of violence and gave no claim."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from rich.console import Console
from rich.text import Text

from recuento.cli import words
from recuento.cli.page import Line, print_lines
from recuento.model import Coding

__all__ = ["print_unread", "unread_json"]


def print_unread(where: str, coding: Coding, console: Console) -> None:
    """Print one report's unread sentences under its name, each with the reason."""
    left = words.many(len(coding.unread), "sentence")
    gave = words.many(len(coding.claims), "claim")
    head = Text(f"{where}: ", style="bold").append(words.unread_line(left, gave), style="not bold")
    print_lines([Line(head), *_lines(coding)], console)


def _lines(coding: Coding) -> Iterator[Line]:
    for sentence in coding.unread:
        yield Line(Text(f"“{' '.join(sentence.text.split())}”"), 2, 1)
        yield Line(Text(sentence.reason, style="yellow"), 4, 2)


def unread_json(where: str, coding: Coding) -> str:
    """Return one JSON object a line for each unread sentence; ``where`` names the report."""
    lines = (
        _Line(where, one.document, one.field, one.span.start, one.span.end, one.text, one.reason)
        for one in coding.unread
    )
    return "".join(msgspec.json.encode(line).decode() + "\n" for line in lines)


class _Line(msgspec.Struct, frozen=True):
    where: str
    document: str
    field: str
    start: int
    end: int
    text: str
    reason: str
