"""How the time of linking grows with the number of reports, and how well it links, on dispatches with known truth.

The first of so many reports, then of ten times as many, are those of one run: each is recorded in a transaction of its
own, as `recuento read` does after reading it. Seconds are of the processor. On a machine with other work even those
differ by half from minute to minute, so a fixed set of others is linked meanwhile in a ledger of its own, a few at a
time, and again in a new one when all are in; what linking took is told in these, too: as how many reports at the start
of a ledger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import wraps
from itertools import islice, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any
from unittest.mock import patch

from bench.dispatches import dispatches
from recuento import recording
from recuento.cycles import seldom_sought
from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.model import Coding

__all__ = ["Measured", "b_cubed", "main", "measure"]

_OTHERS = 60  # reports by which the machine's pace is taken
_AT_ONCE = 1  # of them, before every so many of those that are measured
_EVERY = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Of the first ``reports``: seconds that linking them took, and recording them in all; scores against truth.

    Attributes:
        linking: processor's seconds of judging, clustering and counting; recording adds writing what was read.
        work: the same, as how many reports take as long in a new ledger, measured in the same moments.
        last: milliseconds that linking took for each of the last tenth of them.
        precision, recall: B-cubed, over all accounts but totals.
        incidents, true_incidents: how many there are, and how many there should be.
    """

    reports: int
    linking: float
    work: float
    recording: float
    clock: float
    last: float
    precision: float
    recall: float
    incidents: int
    true_incidents: int

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main(sizes: Sequence[int], seed: int = 0) -> None:
    """Print what was measured at each size, and by how much the time grew from one to the next."""
    with TemporaryDirectory() as folder:
        done: list[Measured] = []
        for found in measure(sizes, Path(folder) / "linking.db", seed=seed):
            done.append(found)
            print(line(found), flush=True)
    for before, after in pairwise(done):
        print(
            f"{after.reports / before.reports:g} times the reports: linking {after.work / before.work:.1f} times the"
            f" work, {after.linking / before.linking:.1f} times as long;"
            f" recording {after.recording / before.recording:.1f} times"
        )


def line(found: Measured) -> str:
    """Return what was measured at one size, to print."""
    return (
        f"{found.reports:>7,} reports: linking {found.linking:.1f} s (as {found.work:,.0f} reports in a new ledger),"
        f" recording in all {found.recording:.1f} s of the processor ({found.clock:.1f} s by the clock),"
        f" {found.last:.1f} ms a report at the end;"
        f" {found.incidents:,} incidents for {found.true_incidents:,};"
        f" B-cubed {100 * found.f1:.1f} (precision {100 * found.precision:.1f}, recall {100 * found.recall:.1f})"
    )


def measure(sizes: Sequence[int], path: Path, *, seed: int = 0) -> Iterator[Measured]:
    """Record dispatches into a new ledger at ``path``, and yield what was measured when each size was reached."""
    seldom_sought()  # as `recuento read` has it
    sizes = sorted(sizes)
    truth: dict[str, str] = {}
    spent = Counter[str]()
    tenth = Counter[str]()
    linker = Linker()
    others = [each.coding for each in islice(dispatches(_OTHERS, seed=seed + 1), _OTHERS)]
    with Ledger.open(path) as ledger, _linking_timed(spent), closing(_Pace(others, spent)) as pace:
        for number, dispatch in enumerate(dispatches(sizes[-1], seed=seed), start=1):
            if number % _EVERY == 1:
                pace.take()
            truth |= dispatch.truth
            clock, processor = perf_counter(), process_time()
            recording.record_coding(ledger, dispatch.coding, linker=linker)
            spent["clock"] += perf_counter() - clock
            spent["recording"] += process_time() - processor
            if any(number == size - size // 10 for size in sizes):
                tenth = Counter(spent)
            if number in sizes:
                pace.settle()
                yield _measured(ledger, number, truth, spent, tenth)


class _Pace:
    """Tells what linking took as so many reports in a new ledger: `take` links some of them, `settle` adds it up.

    It is added up whenever all of them are linked, and they begin anew: what is measured and what it is measured by
    have then had the same moments of the machine.
    """

    def __init__(self, others: Sequence[Coding], spent: Counter[str]) -> None:
        self._others = others
        self._spent = spent
        self._rooms = ExitStack()
        self._begin()
        while self._linked < len(others):  # warm
            self._link()
        self._begin()

    def take(self) -> None:
        """Link the next few."""
        if self._linked >= len(self._others):
            self.settle()
            self._begin()
        self._link()

    def settle(self) -> None:
        """Add what linking took since the last time to ``spent["work"]``, in reports."""
        if self._linked:
            took = self._spent["linking"] - self._from
            self._spent["work"] += took * self._linked / self._seconds
            self._from = self._spent["linking"]

    def close(self) -> None:
        """Remove the ledger."""
        self._rooms.close()

    def _begin(self) -> None:
        self._rooms.close()
        folder = self._rooms.enter_context(TemporaryDirectory())
        self._ledger = self._rooms.enter_context(Ledger.open(Path(folder) / "others.db"))
        self._linker = Linker()
        self._linked, self._seconds = 0, 0.0
        self._from = self._spent["linking"]

    def _link(self) -> None:
        before = self._spent["linking"]
        for coding in self._others[self._linked : self._linked + _AT_ONCE]:
            recording.record_coding(self._ledger, coding, linker=self._linker)
        self._linked += _AT_ONCE
        self._seconds += self._spent["linking"] - before
        self._spent["linking"] = before  # theirs is not counted


def _measured(
    ledger: Ledger, number: int, truth: Mapping[str, str], spent: Mapping[str, float], tenth: Mapping[str, float]
) -> Measured:
    found = {account: row.incident.id for row in ledger.incidents() for account in row.incident.accounts}
    precision, recall = b_cubed(truth, {account: found[account] for account in truth})
    return Measured(
        reports=number,
        linking=spent["linking"],
        work=spent["work"],
        recording=spent["recording"],
        clock=spent["clock"],
        last=1000 * (spent["linking"] - tenth["linking"]) / max(number // 10, 1),
        precision=precision,
        recall=recall,
        incidents=len({found[account] for account in truth}),
        true_incidents=len(set(truth.values())),
    )


def b_cubed(truth: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """Return B-cubed precision and recall, 0 to 1, of a partition of the same names."""
    both = Counter((truth[name], found[name]) for name in truth)
    right, said = Counter(truth.values()), Counter(found[name] for name in truth)
    precision = sum(number**2 / said[cell[1]] for cell, number in both.items())
    recall = sum(number**2 / right[cell[0]] for cell, number in both.items())
    return precision / len(truth), recall / len(truth)


@contextmanager
def _linking_timed(spent: Counter[str]) -> Iterator[None]:
    """Clock linking within recording for as long as this lasts."""
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
