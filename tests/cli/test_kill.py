"""A run that is killed at any point and started again ends as one that was never killed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
import warnings
from contextlib import closing
from pathlib import Path

import pytest
from bench.crash import reports_in
from tests.cli.reports import write_reports
from typer.testing import CliRunner

from recuento.cli import app

_POINTS = 20
_TABLES = (
    "SELECT id, published_on, text, external_id FROM document",
    "SELECT id, document, body FROM claim",
    "SELECT id, document, position, family, body FROM account",
    "SELECT account, incident FROM incident_account",
    "SELECT alias, incident FROM incident_alias",
    "SELECT id, family, events, first_day, first_published FROM incident",
    "SELECT a, b, verdict, score, parts, decided_by FROM judgement",
    "SELECT incident, tally, side, unit, as_of, at_least, at_most, low, high, sources, rule, recorded_to IS NULL"
    " FROM entry",
)


def content(db: Path) -> list[list[tuple[object, ...]]]:
    """Return all that a ledger holds, but for when it learnt it."""
    with closing(sqlite3.connect(db)) as ledger:
        assert ledger.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [sorted(ledger.execute(query).fetchall(), key=repr) for query in _TABLES]


def read(folder: Path, db: Path) -> None:
    """Run `recuento read` to its end, in this process."""
    ran = CliRunner().invoke(app, ["read", str(folder), "--db", str(db)])
    assert ran.exit_code == 0, ran.output


def killed(folder: Path, db: Path, after: float) -> None:
    """Run `recuento read` in a process of its own and kill it ``after`` some seconds, if it still runs.

    Forked, not started: the pipelines are loaded by then, so that the kill falls among the reports.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # on forking where a library has threads: none is in use
        child = os.fork()
    if child == 0:
        try:
            read(folder, db)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.slow
def test_a_killed_run_is_made_good_by_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    write_reports(folder, 30)
    read(folder, tmp_path / "warm.db")  # loads the pipelines, so that the next run's time is that of reading
    started = time.monotonic()
    read(folder, tmp_path / "clean.db")
    seconds = time.monotonic() - started
    wanted = content(tmp_path / "clean.db")
    assert wanted[1], "the reports gave no claim"

    seed = random.randrange(10**6)
    print(f"seed {seed}, a clean run takes {seconds:.2f} s")
    moments = random.Random(seed)
    cut_short = 0
    first, last = 0.0, 2 * seconds  # a busy machine is slower the next moment: both follow what the kills find
    for point in range(_POINTS):
        db = tmp_path / f"{point}.db"
        moment = moments.uniform(first, last)
        killed(folder, db, moment)
        before = reports_in(db)
        cut_short += 0 < before < 30
        first = max(first, moment / 2) if before == 0 else first
        last = min(last, max(moment, seconds / 2)) if before == 30 else last
        read(folder, db)
        assert content(db) == wanted, f"seed {seed}, point {point}: killed after {before} reports"
    assert cut_short >= _POINTS // 4, "most kills fell before or after the reports: choose other moments"
