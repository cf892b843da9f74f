"""Two at once on one ledger: nothing lost, nothing doubled, and nobody overwrites what they have not seen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from tests.ledger.test_two_writers import many
from tests.properties.test_incident_laws import BRIDGE

from recuento.deciding import judge
from recuento.errors import StaleDecision
from recuento.ledger import Ledger
from recuento.recording import record_coding


def test_two_recording_at_once_end_as_one_after_the_other(tmp_path: Path) -> None:
    together = Barrier(2)

    def records(seed: int) -> int:
        with Ledger.open(tmp_path / "both.db") as ledger:
            together.wait()
            return sum(record_coding(ledger, coding).added for coding in many(seed)[:12])

    Ledger.open(tmp_path / "both.db").close()
    with ThreadPoolExecutor(2) as threads:
        added = sum(threads.map(records, (1, 2)))
    known = {coding.document.id: coding for seed in (1, 2) for coding in many(seed)[:12]}
    assert added == len(known)
    with Ledger.open(tmp_path / "both.db") as both, Ledger.open(":memory:") as clean:
        for coding in known.values():
            record_coding(clean, coding)
        assert [row.incident for row in both.incidents()] == [row.incident for row in clean.incidents()]
        held = [[(e.tally, e.best, e.rests_on) for e in row.entries] for row in both.incidents()]
        assert held == [[(e.tally, e.best, e.rests_on) for e in row.entries] for row in clean.incidents()]


def test_of_two_who_decide_at_once_the_second_is_told_what_the_first_decided(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        for coding in (BRIDGE[0], BRIDGE[4]):
            record_coding(ledger, coding)
        names = tuple(row.incident.id for row in ledger.incidents())
    together = Barrier(2)

    def decides(who: str) -> str:
        with Ledger.open(tmp_path / "l.db") as ledger:
            together.wait()
            try:
                judge(ledger, names, "unsure", by=who, why="looked")
            except StaleDecision as told:
                return str(told)
            return "decided"

    with ThreadPoolExecutor(2) as threads:
        first, second = sorted(threads.map(decides, ("Ana", "Luis")), key=lambda said: said != "decided")
    assert first == "decided"
    assert "decided on this before you" in second
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert len(ledger.decisions()) == 1
        assert ledger.audit().decisions == 1
