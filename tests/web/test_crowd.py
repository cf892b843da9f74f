"""The invented ledger is whole and always the same; and a short crowd loses no decision."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the page's extra is not installed")

from bench.crowd import write_ledger
from bench.page import crowd, serving

from recuento import deciding
from recuento.ledger import IncidentFilter, Ledger


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "crowd.db"
    write_ledger(path, 60)
    return path


def test_the_same_seed_gives_the_same_ledger_and_another_gives_another(invented: Path, tmp_path: Path) -> None:
    for name, seed in (("same", 1), ("other", 2)):
        write_ledger(tmp_path / f"{name}.db", 60, seed=seed)
    assert dump(tmp_path / "same.db") == dump(invented)
    assert dump(tmp_path / "other.db") != dump(invented)


def test_what_is_invented_is_listed_shown_and_can_be_decided_on(invented: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    path.write_bytes(invented.read_bytes())
    with Ledger.open(path) as ledger:
        rows = ledger.incidents()
        assert len(rows) == 60
        several = next(row for row in rows if row.documents > 1 and row.entries)
        record = ledger.incident(several.incident.id)
        assert len(record.documents) == several.documents
        assert all(claim.quote.text in record.document_of(claim).text for claim in record.claims)
        entry = several.entries[0]
        which = deciding.Which(tally=entry.tally, side=entry.side, unit=entry.unit)
        made = deciding.correct(ledger, several.incident.id, "figure", "99", by="Ana", why="x", which=which)
        assert made.incidents == (several.incident.id,)
        assert ledger.counted(IncidentFilter(reviewed="no")).total < 60


def test_readers_and_reviewers_at_once_meet_no_error_and_lose_no_decision(invented: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    path.write_bytes(invented.read_bytes())
    with serving(path) as (address, _):
        met = crowd(address, readers=4, reviewers=2, seconds=600, rounds=5)
    assert met.troubles == []
    assert met.accepted > 0
    assert sum(met.statuses.values()) == 30
    with Ledger.open(path) as ledger:
        assert ledger.audit().decisions == met.accepted
        assert ledger.review(at=0, limit=1).done == met.accepted


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.iterdump())
