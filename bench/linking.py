"""How the time of linking grows with the number of reports, and how well it links, on dispatches with known truth.

The first of so many reports, then of ten times as many, are those of one run: each is recorded in a transaction of its
own, as `recuento read` does after reading it. Seconds are of the processor. On a machine with other work even those
differ by half from minute to minute, so what linking took is told, too, as how many reports at the start of a ledger
take as long in the same moments (`bench.pace`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bench.dispatches import dispatches
from bench.pace import Pace, linking_timed, on_one_core
from recuento import recording
from recuento.cycles import seldom_sought
from recuento.ledger import Ledger
from recuento.link import Linker

__all__ = ["Measured", "b_cubed", "main", "measure"]

_EVERY = 8  # reports, after which one is linked by which the machine's pace is taken


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
    with on_one_core(), Ledger.open(path) as ledger, linking_timed(spent), Pace(spent, seed=seed + 1) as pace:
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
