"""Rewritten reports and their facts, coded by hand; the people, groups and events in them are invented.

Each ``SLUG/`` holds ``report.txt`` (a date header, then the text on the same line) and ``facts.json`` (one object:
facts, relations, and what must never be read). Offsets count code points of the text after the header, NFC, stripped.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

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
    """One rewritten report: where it lies, its day and text without the header, and the gold object."""

    slug: str
    path: Path
    published_on: date
    text: str
    gold: dict[str, Any]


def slugs() -> list[str]:
    """Return the names of all golden reports, sorted."""
    return sorted(path.parent.name for path in HERE.glob("*/report.txt"))


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


@pytest.mark.parametrize("slug", slugs())
def test_the_facts_belong_to_the_report(slug: str) -> None:
    golden = load(slug)
    assert golden.gold["article_id"] == slug
    assert golden.gold["date"] == golden.published_on.isoformat()
    assert all(fact.keys() >= FACT_KEYS for fact in golden.gold["facts"])


@pytest.mark.parametrize("slug", slugs())
def test_every_quote_stands_where_it_says(slug: str) -> None:
    golden = load(slug)
    wrong = [
        fact["quote"] for fact in golden.gold["facts"] if not golden.text.startswith(fact["quote"], fact["quote_start"])
    ]
    assert not wrong


@pytest.mark.parametrize("slug", slugs())
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
    assert not [slug for slug in slugs() if runs_of_words(load(slug).text, 12) & theirs]
