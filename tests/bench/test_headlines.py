"""How many a headline says were killed."""

import json
from pathlib import Path

from bench.headlines import main

DAY = "2021-03-02"
ROWS = [
    {"id": 1, "lang": "es", "headline": "Hallan tres cuerpos en una fosa de Villa Serena", "pub_date": DAY, "best": 9},
    {"id": 2, "lang": "en", "title": "Two dead in Villa Serena shooting", "date": DAY, "expected": {"killed": 9}},
    {"id": 3, "lang": "en", "headline": "Mayor opens a new market hall", "pub_date": DAY, "best": 9},
]


def killed(rows: list[dict[str, object]], folder: Path) -> list[int | None]:
    given, out = folder / "rows.jsonl", folder / "out.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    main(given, out)
    return [json.loads(line)["killed"] for line in out.read_text(encoding="utf-8").splitlines()]


def test_the_dead_of_a_headline_are_counted_and_gold_is_not_read(tmp_path: Path) -> None:
    assert killed(ROWS, tmp_path) == [3, 2, None]
