"""Where words go: results to standard output, everything else to standard error. Rich minds NO_COLOR and the width."""

from __future__ import annotations

import sys

from rich.console import Console

__all__ = ["errors", "on_terminal", "out", "raw"]


def out() -> Console:
    """Return the console for results. Made anew each time: a test or a pipe may have changed standard output."""
    return Console(file=sys.stdout, highlight=False, emoji=False)


def errors() -> Console:
    """Return the console for messages and progress."""
    return Console(file=sys.stderr, highlight=False, emoji=False)


def on_terminal() -> bool:
    """Tell whether somebody watches standard error."""
    return sys.stderr.isatty()


def raw(text: str) -> None:
    """Print machine output as it is: never wrapped, coloured or escaped."""
    sys.stdout.write(text)
