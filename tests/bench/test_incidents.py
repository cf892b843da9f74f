"""A report of two incidents stands for the one that other reports tell too."""

from __future__ import annotations

import json
from pathlib import Path

from bench.incidents import main as incidents

_REPORTS = (
    (
        "a",
        "2024-03-25",
        "Gunmen killed four farmhands at the Vista ranch near Tumaco, Colombia, on Sunday, police said.",
    ),
    (
        "b",
        "2024-03-26",
        "Police in Colombia searched on Tuesday for the gunmen who killed four farmhands at the Vista ranch near "
        "Tumaco on Sunday.\n\nIn Leticia, a boatman was wounded on Monday when robbers shot at him from the bank of "
        "the river, and on Monday night the robbers wounded a nurse in Leticia as well.",
    ),
)


def test_it_is_mainly_about_what_others_tell(tmp_path: Path) -> None:
    given, out = tmp_path / "reports.jsonl", tmp_path / "out.jsonl"
    rows = ({"docid": name, "published_on": day, "title": "", "text": text} for name, day, text in _REPORTS)
    given.write_text("".join(json.dumps(row) + "\n" for row in rows))
    incidents(given, out)
    told = [json.loads(line) for line in out.read_text().splitlines()]
    homes = {row["docid"]: row["incident"] for row in told if "docid" in row}
    assert homes["a"] == homes["b"]
    assert [row["killed"] for row in told if "docid" not in row] == [4]
