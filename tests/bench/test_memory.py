"""The archive of copies, and the memory of one small run."""

from __future__ import annotations

import json
from pathlib import Path

from bench.memory import _row, copies, peak_of

ROW = {"id": "a", "date": "2024-03-26", "text": "Gunmen killed 14 farmers in Badiraguato."}


def test_no_two_copies_share_an_id_or_a_text() -> None:
    made = list(copies([ROW, {**ROW, "id": "b"}], 7))
    assert len({row["id"] for row in made}) == len({row["text"] for row in made}) == len(made) == 7
    assert {row["date"] for row in made} == {"2024-03-26"}


def test_a_run_has_a_peak(tmp_path: Path) -> None:
    archive = tmp_path / "archive.jsonl"
    archive.write_text("".join(json.dumps(row) + "\n" for row in copies([ROW], 3)), encoding="utf-8")
    peak = peak_of(archive, tmp_path / "ledger.db", jobs=1)
    assert 20 < peak.keeper < 1000
    assert peak.worker is None
    assert len((tmp_path / "ledger.claims.jsonl").read_text().splitlines()) == 3


def test_a_row_keeps_what_a_report_needs_under_whatever_name_a_set_gives_it() -> None:
    row = {"docid": 7, "published_on": "2015-01-30", "text": "Gunmen killed 14 farmers.", "title": None, "gold": [1]}
    assert _row(json.dumps(row)) == {"id": "7", "date": "2015-01-30", "text": "Gunmen killed 14 farmers."}
    assert set(_row(json.dumps({"id": "b", "text": "Nothing."}))) == {"id", "date", "text"}
