"""The gate: what the reader reaches on the data beside the project, against floors that do not go down unremarked.

Each suite writes predictions with its bench task, on fixed rows, and ``../shared/score/score.py`` scores them. Exit
status 1 if a figure lies under its floor (or over its ceiling). ``docs/measuring.md`` says how floors are raised.
"""

from __future__ import annotations

import importlib
import json
import math
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial, reduce
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from bench.suites import SUITES, Figure, Suite

__all__ = ["Measured", "chosen", "failures", "main", "raised", "read_floors", "table", "value_of"]

FLOORS = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One figure as measured; ``bound`` is its floor, or its ceiling where less is better; None if it has none yet."""

    name: str
    value: float
    margin: float
    ceiling: bool = False
    bound: float | None = None

    @property
    def holds(self) -> bool:
        if self.bound is None:
            return True
        return self.value <= self.bound if self.ceiling else self.value >= self.bound

    @property
    def proposed(self) -> float:
        """The bound that this value allows: a margin short of it, so that chance alone fails nobody."""
        if self.ceiling:
            return math.ceil(10 * (self.value + self.margin)) / 10
        return math.floor(10 * (self.value - self.margin)) / 10


def main(shared: Path, *, write_floors: bool = False, jobs: int = 2) -> int:
    """Measure every suite, print the table, and return the exit status."""
    if not (shared / "score" / "score.py").is_file():
        print(f"gate: nothing measured, for {shared} is not here; it holds the gold data and the scorer")
        return 0
    started = monotonic()
    floors = read_floors(FLOORS)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        results = list(pool.map(partial(measure, shared=shared), SUITES))
    measured = [_bounded(one, floors) for result in results for one in result]
    print(table(measured))
    print(f"{len(measured)} figures in {monotonic() - started:.0f} s")
    if write_floors:
        FLOORS.write_text(json.dumps(raised(measured, floors), indent=2) + "\n", encoding="utf-8")
    missed = failures(measured)
    if missed:
        print("below the floor: " + ", ".join(one.name for one in missed), file=sys.stderr)
    return 1 if missed else 0


def measure(suite: Suite, *, shared: Path) -> list[Measured]:
    """Return the figures of one suite, without bounds."""
    with TemporaryDirectory() as folder:
        gold, given, said = (Path(folder) / name for name in ("gold.jsonl", "rows.reports.jsonl", "said.jsonl"))
        rows = chosen(_rows(shared / suite.gold), suite.language, suite.every)
        _write(gold, rows)
        source = shared / (suite.given or suite.gold)
        if source.is_file():
            part = suite.language is not None or suite.every > 1
            ids = {_id(row) for row in rows} if part else set()
            _write(given, (row for row in _rows(source) if not part or _id(row) in ids))
        importlib.import_module(f"bench.{suite.task}").main(given if source.is_file() else source, said)
        labels = [gold, *([shared / suite.beside] if suite.beside else [])]
        score = _scored(shared, suite.task, labels, said)
    return [_measured(suite, figure, score) for figure in suite.figures]


def chosen(rows: Sequence[dict[str, Any]], language: str | None, every: int) -> list[dict[str, Any]]:
    """Return the rows in ``language`` (all, if None), every so many of them: the same ones each time."""
    return [row for row in rows if language is None or row["lang"] == language][::every]


def _id(row: Mapping[str, Any]) -> str:
    return str(row.get("article_id") or row["id"])


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _scored(shared: Path, task: str, labels: Sequence[Path], said: Path) -> dict[str, Any]:
    """Return what the scorer says; it is no part of the project, so it runs as a program of its own."""
    command = [sys.executable, str(shared / "score" / "score.py"), task, *map(str, labels), str(said)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def _measured(suite: Suite, figure: Figure, score: dict[str, Any]) -> Measured:
    return Measured(
        name=f"{suite.name}.{figure.name}",
        value=value_of(score, figure),
        margin=figure.margin,
        ceiling=figure.ceiling,
    )


def value_of(score: dict[str, Any], figure: Figure) -> float:
    """Return one figure of the scorer's answer; of a list, its length; of a figure with ``per``, the quotient."""
    found: Any = reduce(lambda table, key: table[key], figure.path, score)
    value = float(len(found)) if isinstance(found, list) else float(found)
    return round(value / figure.per, 2) if figure.per else value


def _bounded(one: Measured, floors: Mapping[str, float]) -> Measured:
    return Measured(
        name=one.name, value=one.value, margin=one.margin, ceiling=one.ceiling, bound=floors.get(one.name)
    )  # fmt: skip


def failures(measured: Iterable[Measured]) -> list[Measured]:
    """Return the figures that do not hold."""
    return [one for one in measured if not one.holds]


def raised(measured: Iterable[Measured], floors: Mapping[str, float]) -> dict[str, float]:
    """Return the floors as they may stand now: none goes down, no ceiling goes up, and new figures get theirs."""
    found = dict(floors)
    for one in measured:
        old = floors.get(one.name, one.proposed)
        found[one.name] = min(old, one.proposed) if one.ceiling else max(old, one.proposed)
    return dict(sorted(found.items()))


def read_floors(path: Path) -> dict[str, float]:
    """Return the floors by the figure's name; {} where none were written yet."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def table(measured: Iterable[Measured]) -> str:
    """Return figure, bound and whether it holds, one a line."""
    return "\n".join(_line(one) for one in measured)


def _line(one: Measured) -> str:
    bound = "no floor" if one.bound is None else f"{'≤' if one.ceiling else '≥'} {one.bound:g}"
    return f"{'✓' if one.holds else '✗'} {one.name:36} {one.value:7.2f}   {bound}"
