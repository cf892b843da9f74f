"""Rewritten reports and their facts, coded by hand; the people, groups and events in them are invented.

Each ``SLUG/`` holds ``report.txt`` (a date header, then the text on the same line) and ``facts.json`` (one object:
facts, relations, and what must never be read). Offsets count code points of the text after the header, NFC, stripped.
Those in ``fresh/`` have floors of their own; ``fresh/README.md`` tells what their first reading gave.
"""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from recuento.export import claim_to_wire
from recuento.pipeline import code_text

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
HEADER = re.compile(r" date (\d{4}-\d{2}-\d{2}) ")
ORIGINALS = ("culiacan_2024-03-26.txt", "sonora_2024-01-22.txt")
FACT_KEYS = {
    "kind", "count", "modifier", "unit", "place", "date", "actor", "source", "status", "quote", "quote_start",
    "running_total",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """One report: its folder below this one, its path, its day and text without the header, and the gold object."""

    slug: str
    path: Path
    published_on: date
    text: str
    gold: dict[str, Any]


def slugs(folder: str = "") -> list[str]:
    """Return the names of the golden reports right below ``folder`` of this one ("fresh/quarry-road"), sorted."""
    return sorted(path.parent.relative_to(HERE).as_posix() for path in (HERE / folder).glob("*/report.txt"))


def all_slugs() -> list[str]:
    """Return the names of every golden report, of every folder."""
    return [*slugs(), *slugs("fresh")]


def load(slug: str) -> Golden:
    """Return one golden report with its facts."""
    path = HERE / slug / "report.txt"
    whole = path.read_text(encoding="utf-8")
    header = HEADER.match(whole)
    if header is None:
        raise ValueError(f"{path}: no date header")
    return Golden(
        slug=slug,
        path=path,
        published_on=date.fromisoformat(header[1]),
        text=unicodedata.normalize("NFC", whole[header.end() :]).strip(),
        gold=json.loads((HERE / slug / "facts.json").read_text(encoding="utf-8")),
    )


def gold_lines(names: list[str]) -> str:
    """Return the gold of ``names`` as the scorer reads it: one JSON object a line."""
    return "".join(json.dumps(load(name).gold, ensure_ascii=False) + "\n" for name in names)


def runs_of_words(text: str, length: int) -> set[tuple[str, ...]]:
    """Return every run of ``length`` consecutive words, lower-cased."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_eight_rewritings_of_each_of_the_two_reports() -> None:
    assert len(slugs()) == 16
    assert sum(load(slug).gold["lang"] == "es" for slug in slugs()) == 4


@pytest.mark.parametrize("slug", all_slugs())
def test_the_facts_belong_to_the_report(slug: str) -> None:
    golden = load(slug)
    assert golden.gold["article_id"] == golden.path.parent.name
    assert golden.gold["date"] == golden.published_on.isoformat()
    assert all(fact.keys() >= FACT_KEYS for fact in golden.gold["facts"])


@pytest.mark.parametrize("slug", all_slugs())
def test_every_quote_stands_where_it_says(slug: str) -> None:
    golden = load(slug)
    wrong = [
        fact["quote"] for fact in golden.gold["facts"] if not golden.text.startswith(fact["quote"], fact["quote_start"])
    ]
    assert not wrong


@pytest.mark.parametrize("slug", all_slugs())
def test_what_must_not_be_read_lies_inside_the_text(slug: str) -> None:
    golden = load(slug)
    spans = [rule["span"] for rule in golden.gold["never"] if isinstance(rule, dict)]
    assert spans
    assert all(0 <= start < end <= len(golden.text) for start, end in spans)


@pytest.mark.parametrize("original", ORIGINALS)
def test_no_twelve_words_in_a_row_of_an_original(original: str) -> None:
    path = SHARED / "reports" / original
    if not path.is_file():
        pytest.skip(f"{original} is not beside the project")
    theirs = runs_of_words(path.read_text(encoding="utf-8"), 12)
    assert not [slug for slug in all_slugs() if runs_of_words(load(slug).text, 12) & theirs]


# ------------------------------------------------------------------ what the reader makes of them
FLOORS = HERE / "floors.toml"


def score_golden(names: list[str], tmp_path: Path) -> dict[str, Any]:
    """Return what ``../shared/score`` says of the reader on these reports.

    Skips where the scorer is absent: it lies beside the project, not in it.
    """
    if not (SHARED / "score" / "facts.py").is_file():
        pytest.skip("../shared/score is not here: the golden reports are read, but cannot be scored")
    gold, said = tmp_path / "gold.jsonl", tmp_path / "said.jsonl"
    gold.write_text(gold_lines(names), encoding="utf-8")
    with said.open("wb") as out:
        for name in names:
            golden = load(name)
            coding = code_text(golden.text, published_on=golden.published_on, external_id=name)
            for claim in coding.claims:
                wire = msgspec.to_builtins(claim_to_wire(claim, coding.document))
                out.write(msgspec.json.encode({"article_id": golden.gold["article_id"], **wire}) + b"\n")
    spec = importlib.util.spec_from_file_location("facts_scorer", SHARED / "score" / "facts.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return dict(scorer.facts(str(gold), str(said)))


def below_the_floors(folder: str, language: str, tmp_path: Path) -> dict[str, Any]:
    """Return each figure of a folder's reports in one language that is under its floor, with both."""
    score = score_golden([slug for slug in slugs(folder) if load(slug).gold["lang"] == language], tmp_path)
    table = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    floors = table[folder][language] if folder else table[language]
    got = {"recall": score["recall"], "precision": score["figures"]["p"], **score["slots"]}
    broken = len(score["never_broken"])
    below = {field: (got[field], floor) for field, floor in floors.items() if field != "never" and got[field] < floor}
    return below if broken <= floors.get("never", broken) else {**below, "never": score["never_broken"]}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_reader_keeps_what_it_reads_of_the_rewritings(language: str, tmp_path: Path) -> None:
    assert not below_the_floors("", language, tmp_path)


@pytest.mark.parametrize("language", sorted({load(slug).gold["lang"] for slug in slugs("fresh")}))
def test_the_reader_keeps_what_it_reads_of_the_fresh_reports(language: str, tmp_path: Path) -> None:
    assert not below_the_floors("fresh", language, tmp_path)
