"""What was counted is kept until the ledger is written to, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.conftest import stories

from recuento import deciding
from recuento.ledger import Counted, IncidentFilter, Ledger
from recuento.link import Linker
from recuento.recording import record_coding
from recuento.web.counts import Counts


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    held = Ledger.open(tmp_path / "l.db")
    for coding in stories():
        record_coding(held, coding, linker=Linker())
    return held


def test_a_view_is_counted_once_until_something_is_decided(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[IncidentFilter] = []
    real = ledger.counted

    def counted(wanted: IncidentFilter) -> Counted:
        asked.append(wanted)
        return real(wanted)

    monkeypatch.setattr(ledger, "counted", counted)
    counts, bare = Counts(ledger), IncidentFilter()
    assert counts.of(bare) is counts.of(IncidentFilter())
    assert counts.of(IncidentFilter(tally="freed")).total == 1
    assert len(asked) == 2
    first = ledger.review(at=0, limit=1).waiting[0]
    deciding.accept(ledger, first.row.incident.id, first.entry, by="Ana", why="read it")
    assert counts.of(bare).reviewed != {"no": 3}
    assert asked.count(bare) == 2


def test_only_so_many_views_are_kept_and_the_one_asked_last_stays(ledger: Ledger) -> None:
    counts = Counts(ledger)
    kept = counts.of(IncidentFilter())
    for number in range(63):
        counts.of(IncidentFilter(place=f"nowhere {number}"))
    assert counts.of(IncidentFilter()) is kept
    for number in range(70):
        counts.of(IncidentFilter(place=f"elsewhere {number}"))
    assert counts.of(IncidentFilter()) is not kept
