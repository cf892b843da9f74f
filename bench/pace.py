"""The machine's pace: what linking took, told as how many reports are linked meanwhile in a new ledger.

A shared machine does the same work in half as much time again from minute to minute. So a fixed set of other reports is
linked between those that are measured, one at a time, in a ledger of its own, and again in a new one when all are in.
They are linked by a process of their own on the same core: within the one measured, a full memory slows them too, by a
tenth, and growth would seem less than it is.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any, Self
from unittest.mock import patch

from bench.dispatches import dispatches
from recuento import recording
from recuento.cycles import seldom_sought
from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.model import Coding

__all__ = ["Pace", "linking_timed", "on_one_core"]

_OTHERS = 60  # reports by which the pace is taken


class Pace:
    """Tells what linking took as so many reports in a new ledger: `take` links one of them, `settle` adds it up.

    It is added up whenever all of them are linked, and they begin anew: what is measured and what it is measured by
    have then had the same moments of the machine.
    """

    def __init__(self, spent: Counter[str], *, seed: int) -> None:
        """Begin a process that links dispatches of ``seed``; ``spent["linking"]`` is what is measured, in seconds."""
        self._spent = spent
        self._from = 0.0
        self._linked, self._seconds = 0, 0.0
        context = get_context("spawn")  # with none of the memory of this one
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_link_when_told, args=(theirs, seed), daemon=True)
        self._process.start()
        theirs.close()
        for _ in range(2 * _OTHERS):  # warm
            self._one()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()  # which ends it
        self._process.join()

    def take(self) -> None:
        """Link the next of them, while nothing else is done."""
        self._seconds += self._one()
        self._linked += 1
        if self._linked == _OTHERS:
            self.settle()

    def settle(self) -> None:
        """Add what linking took since the last time to ``spent["work"]``, in reports."""
        if self._linked:
            took = self._spent["linking"] - self._from
            self._spent["work"] += took * self._linked / self._seconds
            self._from = self._spent["linking"]
            self._linked, self._seconds = 0, 0.0

    def _one(self) -> float:
        self._line.send(True)
        took: float = self._line.recv()
        return took


def _link_when_told(line: Connection, seed: int) -> None:
    """Link a report whenever asked for one, and answer with the processor's seconds; end when the line is closed."""
    seldom_sought()
    others = [each.coding for each in islice(dispatches(_OTHERS, seed=seed), _OTHERS)]
    for seconds in _endlessly(others, line):
        line.send(seconds)


def _endlessly(others: list[Coding], line: Connection) -> Iterator[float]:
    spent = Counter[str]()
    with linking_timed(spent):
        while True:
            with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "others.db") as ledger:
                linker = Linker()
                for coding in others:
                    try:
                        line.recv()
                    except EOFError:
                        return
                    before = spent["linking"]
                    recording.record_coding(ledger, coding, linker=linker)
                    yield spent["linking"] - before


@contextmanager
def linking_timed(spent: Counter[str]) -> Iterator[None]:
    """Add the processor's seconds of linking within recording to ``spent["linking"]`` for as long as this lasts."""
    with patch.object(recording, "link_accounts", _timed(recording.link_accounts, spent)):
        yield


def _timed(step: Callable[..., Any], spent: Counter[str]) -> Callable[..., Any]:
    @wraps(step)
    def timed(*args: Any, **options: Any) -> Any:
        started = process_time()
        result = step(*args, **options)
        spent["linking"] += process_time() - started
        return result

    return timed


@contextmanager
def on_one_core() -> Iterator[None]:
    """Keep this process and those it begins to one core while this lasts, where the system can: cores differ."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)
