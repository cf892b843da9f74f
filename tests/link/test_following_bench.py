"""The two benches of following: reports in, incidents and their figures from day to day out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bench import incidents, tolls

# Everyone and everything told here is invented.
FIRST = "Gunmen abducted nine villagers in Caborca, Sonora, on Sunday, police said."
SECOND = "Twelve villagers were abducted in Caborca, Sonora, on Sunday, the governor said. Four have been released."
OTHER = "A man was shot dead and two women were wounded in Tuxpan, Veracruz, on Monday."
NOTHING = "The council will meet again in May to talk about the price of water."


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_figure_is_followed_from_day_to_day(tmp_path: Path) -> None:
    rows = [
        {"id": "b", "date": "2024-03-26", "text": SECOND, "source": "Gazette"},
        {"id": "a", "date": "2024-03-25", "text": FIRST, "source": "Courier"},
        {"id": "c", "date": "2024-03-26", "text": NOTHING, "source": "Courier"},
    ]
    tolls.main(written(tmp_path / "in.jsonl", rows), tmp_path / "out.jsonl")
    (story,) = lines(tmp_path / "out.jsonl")
    assert story["reports"] == ["a", "b"]
    assert [(t["tally"], t["as_of"], t["best"]) for t in story["tolls"]] == [
        ("abducted", "2024-03-25", 9),
        ("abducted", "2024-03-26", 12),
        ("freed", "2024-03-26", 4),
        ("missing", "2024-03-26", 8),
    ]


def test_every_report_stands_for_an_incident_and_every_incident_has_its_toll(tmp_path: Path) -> None:
    rows = [
        {"docid": "x", "published_on": "2024-03-26", "title": "Shooting in Tuxpan", "text": OTHER},
        {"docid": "again", "published_on": "2024-03-26", "title": "Shooting in Tuxpan", "text": OTHER},
        {"docid": "y", "published_on": "2024-03-27", "title": "Water", "text": NOTHING},
    ]
    incidents.main(written(tmp_path / "in.jsonl", rows), tmp_path / "out.jsonl")
    told = lines(tmp_path / "out.jsonl")
    homes = {line["docid"]: line["incident"] for line in told if "docid" in line}
    assert homes["x"] == homes["again"] != homes["y"] == "alone:y"
    assert [line for line in told if "docid" not in line] == [{"incident": homes["x"], "killed": 1, "injured": 2}]
