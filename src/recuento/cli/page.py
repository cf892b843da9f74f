"""Lines with an indent, wrapped to the terminal. No line ends in white space: pipes and diffs would show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

__all__ = ["Line", "print_lines"]

# On a very narrow terminal an indent would leave no room for words.
_LEAST = 24


class Line(NamedTuple):
    """A line that may be longer than the terminal is wide. ``hang`` more columns indent what it is continued on."""

    text: Text
    indent: int = 0
    hang: int = 0


def print_lines(lines: Iterable[Line], console: Console) -> None:
    """Print ``lines``, wrapped."""
    for line in lines:
        room = console.width
        margin = line.indent if room - line.indent - line.hang >= _LEAST else 0
        hang = line.hang if margin == line.indent else 0
        for number, part in enumerate(line.text.wrap(console, max(room - margin - hang, 1))):
            part.rstrip()
            console.print(Text(" " * (margin + (hang if number else 0))).append_text(part), soft_wrap=True)
