"""The clock of the reader: what it prints, and that its parts add up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.speed import Times, default_inputs, read_all, table


def test_the_table_has_the_ratio_and_every_part() -> None:
    reader = Times(processor=2.0, clock=3.0, parts={"annotate": 1.5, "extract": 0.5})
    pipelines = Times(processor=8.0, clock=6.0, parts={"en, 3 documents": 8.0})
    lines = table(reader, pipelines).splitlines()
    assert lines[0] == "reader over pipelines: 0.25 (by the clock 0.50)"
    assert [line.split()[-2] for line in lines if line.startswith("    ")] == ["1.50", "0.50", "8.00"]


def test_the_reader_is_timed_in_parts(tmp_path: Path) -> None:
    rows = [{"id": n, "text": "Sicarios mataron a 14 campesinos en Badiraguato.", "title": "Ataque"} for n in range(3)]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    times = read_all([path])
    assert times.processor >= times.parts["annotate"] > times.parts["  parse_each"] > 0
    assert times.processor == pytest.approx(times.parts["annotate"] + times.parts["extract"], rel=0.2)


def test_the_default_inputs_are_reports_and_every_part_of_the_place_names(tmp_path: Path) -> None:
    places = tmp_path / "bench/places"
    places.mkdir(parents=True)
    for name in ("cegeomex_dev.jsonl", "cegeomex_dev_2.jsonl", "lgl.jsonl"):
        (places / name).touch()
    assert [p.name for p in default_inputs(tmp_path)] == [
        "unlabelled.jsonl",
        "cegeomex_dev.jsonl",
        "cegeomex_dev_2.jsonl",
    ]
