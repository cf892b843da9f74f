"""Value F1 of TIMEX3 dates on public corpora, by the scorer that lies beside the project."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from bench.dates import main

SHARED = Path(__file__).parents[3] / "shared"
CORPORA = SHARED / "bench" / "dates"
SCORER = SHARED / "score" / "score.py"

pytestmark = pytest.mark.skipif(
    not (CORPORA.is_dir() and SCORER.is_file()), reason=f"needs the date corpora in {CORPORA} and {SCORER}"
)

FLOORS = {
    "wikiwars_en": 82.0,
    "meantime_es_timex": 75.0,
    "meantime_en_timex": 80.0,
    "timebank_es_train": 82.0,
    "timebank_en": 75.0,
    "gum_news_en": 74.0,
}


@pytest.mark.parametrize("corpus", FLOORS)
def test_value_f1(corpus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(SCORER.parent)
    spec = importlib.util.spec_from_file_location("date_scorer", SCORER)
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)

    main(CORPORA / f"{corpus}.jsonl", tmp_path / "found.jsonl")
    score = scorer.dates(CORPORA / f"{corpus}.jsonl", tmp_path / "found.jsonl")

    assert score["value"] >= FLOORS[corpus]
