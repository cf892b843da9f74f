"""The most memory that reading 10,000 documents takes, in one process and in several."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

__all__ = ["Peak", "copies", "main", "peak_of"]

_EVERY_SECONDS = 0.5
_SOME_UNREAD = 1  # exit status
# Every set of whole reports: what a run keeps of words and stories grows with what it has not met before.
_REPORTS = (
    "reports/*.jsonl", "facts/*.reports.jsonl", "timelines/*.reports.jsonl", "gva/*.documents.jsonl",
    "places/lgl.jsonl", "places/cegeomex_dev*.jsonl", "muc4/train.jsonl",
)  # fmt: skip
_COLUMNS = ("id", "date", "title", "text")
# Of rows without a date of their own.
_SOME_DAY = "2020-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """Megabytes of resident memory at their highest: of the process that keeps the ledger, of the largest worker.

    ``unread`` are the reports that could not be used, each with its reason.
    """

    keeper: float
    worker: float | None
    seconds: float
    unread: tuple[str, ...] = ()


def main(shared: Path, *, documents: int = 10_000, jobs: Sequence[int] = (1, 2)) -> None:
    """Print the peak for each number of processes, claims written and a ledger kept."""
    paths = [path for files in _REPORTS for path in sorted(shared.glob(f"bench/{files}"))]
    rows = [_row(line) for path in paths for line in _lines(path)]
    with TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.jsonl"
        with archive.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in copies(rows, documents))
        megabytes = archive.stat().st_size / 1e6
        told = min(documents, len(rows))
        print(f"{documents} documents, {told} of them no copy of another, {megabytes:.0f} MB of text")
        for number in jobs:
            peak = peak_of(archive, Path(folder) / f"ledger{number}.db", jobs=number)
            workers = "" if peak.worker is None else f", largest worker {peak.worker:.0f} MB"
            print(f"--jobs {number}: {peak.keeper:.0f} MB{workers}, in {peak.seconds:.0f} s")
            print(*peak.unread, sep="\n", end="\n" if peak.unread else "")


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _row(line: str) -> dict[str, str]:
    row = json.loads(line)
    known = {"id": row.get("id") or row["docid"], "date": row.get("date") or row.get("published_on") or _SOME_DAY}
    return {key: str(value) for key, value in {**row, **known}.items() if key in _COLUMNS and value}


def copies(rows: Sequence[dict[str, str]], number: int) -> Iterator[dict[str, str]]:
    """Yield ``number`` reports made of ``rows``, over and over; no two have one id or one text."""
    for place, row in enumerate(islice(cycle(rows), number)):
        yield {**row, "id": f"{row['id']}-{place}", "text": f"{row['text']}\n\nEdition {place}."}


def peak_of(archive: Path, ledger: Path, *, jobs: int) -> Peak:
    """Read ``archive`` with the command that users run, and return the most memory that it held."""
    claims = ledger.with_suffix(".claims.jsonl")
    command = [sys.executable, "-m", "recuento", "read", str(archive), "--db", str(ledger), "--claims", str(claims)]
    told = ledger.with_suffix(".summary.json")
    done = Event()
    worker: list[float] = []
    with told.open("wb") as summary:
        process = subprocess.Popen([*command, "--jobs", str(jobs), "--json"], stdout=summary)
    watch = Thread(target=_watch_children, args=(process.pid, worker, done))
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    done.set()
    watch.join()
    if process.returncode not in {0, _SOME_UNREAD}:
        raise SystemExit(f"recuento read ended with {process.returncode}")
    return Peak(
        keeper=usage.ru_maxrss / 1024,
        worker=max(worker) if jobs > 1 and worker else None,
        seconds=usage.ru_utime + usage.ru_stime,
        unread=tuple(f"{one['where']}: {one['reason']}" for one in json.loads(told.read_text("utf-8"))["rejected"]),
    )


def _watch_children(parent: int, found: list[float], done: Event) -> None:
    """Note the highest resident memory of each child of ``parent``, as Linux tells it, until ``done``."""
    while not done.wait(_EVERY_SECONDS):
        found += [_peak_in(status) for status in _children(parent)]
        found[:] = [max(found, default=0.0)]


def _children(parent: int) -> Iterator[str]:
    for task in Path("/proc").glob("[0-9]*/status"):
        try:
            status = task.read_text()
        except OSError:  # it has ended
            continue
        if f"\nPPid:\t{parent}\n" in status:
            yield status


def _peak_in(status: str) -> float:
    kilobytes = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(kilobytes[0]) / 1024 if kilobytes else 0.0
