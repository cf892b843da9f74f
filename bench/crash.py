"""Kill the ledger's writer at random moments, and let two write at once: nothing may be lost, nothing doubled."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.dispatches import dispatches
from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.model import Coding
from recuento.pipeline import record_coding

__all__ = ["content", "killed", "main", "reports_in", "write"]

# All that a ledger holds, but for when it learnt it.
_TABLES = {
    "document": "id, text", "claim": "id, body", "account": "id, position, body", "account_key": "account, key",
    "relation": "document, body", "incident": "id, body", "incident_account": "*", "incident_alias": "*",
    "judgement": "a, b, verdict, score, parts", "searchable": "kind, ref, words",
    "entry": "incident, body, recorded_to IS NULL",
}  # fmt: skip


def main(*, kills: int, reports: int, seed: int) -> None:
    """Print how many kills were survived; raise SystemExit at the first that was not."""
    codings = tuple(dispatch.coding for dispatch in dispatches(reports, seed=seed))
    dice = Random(seed)
    with TemporaryDirectory() as folder:
        clean = Path(folder) / "clean.db"
        started = time.monotonic()
        write(clean, codings)
        seconds, wanted = time.monotonic() - started, content(clean)
        cut = 0
        for number in range(kills):
            db = Path(folder) / f"{number}.db"
            cut += killed(db, codings, dice.uniform(0, seconds))
            write(db, codings)
            if content(db) != wanted:
                raise SystemExit(f"kill {number + 1}: the ledger differs from one that was never killed")
            db.unlink()
        print(f"{kills} kills of a writer of {reports} reports ({cut} of them midway): nothing lost, nothing doubled")
        both = Path(folder) / "both.db"
        children = [_child(both, dice.sample(codings, len(codings))) for _ in range(2)]
        if any(os.waitpid(child, 0)[1] for child in children):
            raise SystemExit("of two writers at once one failed")
        if _held(content(both)) != _held(wanted):
            raise SystemExit("two writers at once: the ledger differs from that of one")
        print(f"two writers of the same {reports} reports at once: nothing lost, nothing doubled")


def write(db: Path, codings: tuple[Coding, ...] | list[Coding]) -> None:
    """Record the reports that the ledger does not hold yet."""
    linker = Linker()
    with Ledger.open(db) as ledger:
        for coding in codings:
            record_coding(ledger, coding, linker=linker)


def killed(db: Path, codings: tuple[Coding, ...], after: float) -> bool:
    """Write in a process of its own and kill it ``after`` some seconds; tell whether it was midway."""
    child = _child(db, codings)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 0 < reports_in(db) < len(codings)


def _child(db: Path, codings: tuple[Coding, ...] | list[Coding]) -> int:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            write(db, codings)
            status = 0
        finally:
            os._exit(status)
    return child


def content(db: Path) -> dict[str, list[str]]:
    """Return all that a ledger holds, but for when it learnt it.

    Raises:
        SystemExit: the file is damaged.
    """
    with closing(sqlite3.connect(db)) as ledger:
        if ledger.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise SystemExit(f"{db.name}: the file is damaged")
        return {name: sorted(map(repr, ledger.execute(f"SELECT {what} FROM {name}"))) for name, what in _TABLES.items()}  # noqa: S608


def _held(tables: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return what does not depend on the order of reports: of entries those in force."""
    return tables | {"entry": [row for row in tables["entry"] if row.endswith(", 1)")]}


def reports_in(db: Path) -> int:
    """Return how many reports a ledger holds that may not even have tables yet."""
    if not db.exists():
        return 0
    with closing(sqlite3.connect(db)) as ledger:
        try:
            return int(ledger.execute("SELECT count(*) FROM document").fetchone()[0])
        except sqlite3.OperationalError:
            return 0
