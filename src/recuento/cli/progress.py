"""A progress bar on standard error, for somebody who watches; silence for a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from recuento.cli.screen import on_terminal
from recuento.read import Inputs

__all__ = ["following"]


@contextmanager
def following(inputs: Inputs, console: Console) -> Iterator[Callable[[], None]]:
    """Give what is to be called after each report; count them first if, and only if, a bar is shown."""
    if not on_terminal():
        yield lambda: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=inputs.count())
        yield lambda: bar.advance(task)
