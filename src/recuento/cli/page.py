"""Lines with an indent, wrapped to the terminal. No line ends in white space: pipes and diffs would show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

__all__ = ["Line", "heading", "print_lines", "print_table"]

# On a very narrow terminal an indent would leave no room for words.
_LEAST = 24


class Line(NamedTuple):
    """A line that may be longer than the terminal is wide. ``hang`` more columns indent what it is continued on."""

    text: Text
    indent: int = 0
    hang: int = 0


def heading(title: str) -> Text:
    """Return a title with an empty line above it."""
    return Text(f"\n{title}", style="bold magenta")


def print_lines(lines: Iterable[Line], console: Console) -> None:
    """Print ``lines``, wrapped."""
    for line in lines:
        for part in _wrapped(line, console):
            console.print(part, soft_wrap=True)


def print_table(table: Table, console: Console) -> None:
    """Print a table without the spaces that fill its last column."""
    for line in console.render_lines(table, pad=False):
        row = Text.assemble(*((part.text, part.style or "") for part in line))
        row.rstrip()
        console.print(row, soft_wrap=True)


def _wrapped(line: Line, console: Console) -> Iterator[Text]:
    """Yield the parts of a line: the first with its indent, the others with the hanging indent on top."""
    room = console.width
    narrow = room - line.indent - line.hang < _LEAST
    margin, hang = (0, 0) if narrow else (line.indent, line.hang)
    first, *others = line.text.wrap(console, max(room - margin, 1))
    yield _indented(first, margin)
    if others and not hang:
        yield from (_indented(other, margin) for other in others)
    elif others:
        rest = line.text[len(first.plain) :]
        rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
        yield from (_indented(other, margin + hang) for other in rest.wrap(console, room - margin - hang))


def _indented(part: Text, columns: int) -> Text:
    part.rstrip()
    return Text(" " * columns).append_text(part)
