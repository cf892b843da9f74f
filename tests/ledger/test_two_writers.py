"""Killed at any moment, or two at once: nothing lost, nothing doubled."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Barrier

from recuento.ledger import Ledger

ROOT = Path(__file__).parents[2]

SCRIPT = """
import sys
from tests.ledger.test_two_writers import many
from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import record_coding
linker = Linker()
with Ledger.open(sys.argv[1]) as ledger:
    for coding in many(int(sys.argv[2])):
        record_coding(ledger, coding, linker=linker)
"""


def many(seed: int) -> list[object]:
    """Return the same 24 reports for every seed, in another order."""
    from tests.builders import report, told  # noqa: PLC0415 - the parent process needs only the paths above

    codings = [
        report(
            f"2024-03-{21 + number % 5}",
            [
                told(f"{5 + number} people were taken", "abduction", "abducted", 5 + number, side="civilian"),
                told(f"{2 + number} came home", "release", "freed", 2 + number, side="civilian"),
            ],
            publisher=f"P{number % 7}",
            on="2024-03-20",
        )
        for number in range(24)
    ]
    Random(seed).shuffle(codings)
    return codings


def start(path: Path, seed: int) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(path), str(seed)], env={**os.environ, "PYTHONPATH": paths}
    )


def content(path: Path) -> dict[str, list[object]]:
    """Return every table without the clock."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    tables = {
        "document": "id, text", "claim": "id, body", "account": "id, body", "account_key": "*", "incident": "*",
        "incident_account": "*", "incident_alias": "*", "judgement": "a, b, verdict, score, parts",
        "entry": "body, recorded_to IS NULL",
    }  # fmt: skip
    found = {name: sorted(connection.execute(f"SELECT {what} FROM {name}")) for name, what in tables.items()}  # noqa: S608
    found["live"] = sorted(connection.execute("SELECT body FROM entry WHERE recorded_to IS NULL"))
    connection.close()
    return found


def test_killed_at_random_moments_the_ledger_equals_that_of_one_clean_run(tmp_path: Path) -> None:
    assert start(tmp_path / "clean.db", 1).wait() == 0
    dice = Random(5)
    for _ in range(5):
        run = start(tmp_path / "killed.db", 1)
        time.sleep(dice.uniform(0.3, 1.2))
        run.send_signal(signal.SIGKILL)
        run.wait()
    assert start(tmp_path / "killed.db", 1).wait() == 0
    assert content(tmp_path / "killed.db") == content(tmp_path / "clean.db")


def test_two_processes_reading_into_one_file(tmp_path: Path) -> None:
    runs = [start(tmp_path / "both.db", seed) for seed in (1, 2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert start(tmp_path / "clean.db", 3).wait() == 0
    both, clean = content(tmp_path / "both.db"), content(tmp_path / "clean.db")
    del both["entry"], clean["entry"]  # the history of what was held differs with the order; what is held does not
    assert both == clean


def test_many_open_one_new_file_at_the_same_moment(tmp_path: Path) -> None:
    def opens(path: Path, together: Barrier) -> str:
        together.wait()
        with Ledger.open(path) as ledger:
            return type(ledger).__name__

    for turn in range(10):
        together = Barrier(6)
        with ThreadPoolExecutor(6) as threads:
            opened = [threads.submit(opens, tmp_path / f"{turn}.db", together) for _ in range(6)]
        assert [each.result() for each in opened] == ["Ledger"] * 6
