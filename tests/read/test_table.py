from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from recuento.errors import DocumentError, OptionError
from recuento.model import Document
from recuento.read import Columns, Inputs, ReadOptions

ROW = {"id": 7, "date": "2024-03-26", "title": "T", "text": "Gunmen fled.", "source": "Daily Example", "extra": [1]}


def documents(path: Path, options: ReadOptions | None = None) -> list[Document]:
    return [each.read() for each in Inputs(paths=(str(path),), options=options or ReadOptions())]


def told(path: Path, options: ReadOptions | None = None) -> tuple[str, str]:
    """Return where and why the one report of ``path`` cannot be used."""
    (only,) = Inputs(paths=(str(path),), options=options or ReadOptions())
    with pytest.raises(DocumentError) as caught:
        only.read()
    return only.where, str(caught.value)


def test_a_row_is_a_report(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps(ROW) + "\n\n" + json.dumps({**ROW, "source": "https://x.example/1", "id": None}) + "\n")
    first, second = documents(path)
    assert (first.external_id, first.published_on, first.title, first.text) == (
        "7",
        date(2024, 3, 26),
        "T",
        "Gunmen fled.",
    )
    assert (first.publisher, first.source) == ("Daily Example", None)
    assert (second.publisher, second.source, second.external_id) == (None, "https://x.example/1", None)


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "reports.ndjson"
    path.write_text(json.dumps({"body": "Gunmen fled.", "published": "2024-03-26T10:00:00Z"}))
    (report,) = documents(path, ReadOptions(columns=Columns.parse("text=body, date=published")))
    assert (report.text, report.published_on) == ("Gunmen fled.", date(2024, 3, 26))


@pytest.mark.parametrize("words", ["text", "text=", "body=text", "=x"])
def test_columns_that_make_no_sense(words: str) -> None:
    with pytest.raises(OptionError, match="--columns"):
        Columns.parse(words)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"text": ', "not JSON"),
        ('{"text": "cut short', "Unterminated string starting at character 10"),
        ("[1, 2]", "not a JSON object"),
        ("1" * 5000, "not JSON"),
        ("[" * 100_000, "nested too deep"),
        (json.dumps({**ROW, "text": None}), "nothing under 'text'"),
        (json.dumps({**ROW, "text": ["a"]}), "no column 'text' among id, date, title, source"),
        (json.dumps({**ROW, "date": ""}), "no date: nothing under 'date'"),
        (json.dumps({**ROW, "date": "2023-02-29"}), "does not exist"),
        (json.dumps({**ROW, "text": "a\0b"}), "zero character"),
        (json.dumps({**ROW, "text": "a\ud800b"}), "surrogate"),
    ],
)
def test_rows_that_cannot_be_used_are_told(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(line)
    where, reason = told(path)
    assert where == f"{path}, row 1"
    assert why in reason


def test_a_row_too_long(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({**ROW, "text": "x" * 200_000}))
    assert "too long" in told(path, ReadOptions(max_bytes=1000))[1]


def test_csv_with_quotes_and_newlines(tmp_path: Path) -> None:
    path = tmp_path / "reports.csv"
    path.write_text('id,date,text,source\n1,2024-03-26,"Gunmen fled,\nin vans.",Example\n', encoding="utf-8-sig")
    (report,) = documents(path)
    assert (report.external_id, report.text, report.publisher) == ("1", "Gunmen fled,\nin vans.", "Example")


def test_csv_parted_by_semicolons_or_tabs(tmp_path: Path) -> None:
    for delimiter in ";\t":
        path = tmp_path / "reports.csv"
        path.write_text(
            delimiter.join(("id", "date", "text")) + "\n" + delimiter.join(("1", "2024-03-26", "Hit, run."))
        )
        assert documents(path)[0].text == "Hit, run."


def test_csv_errors(tmp_path: Path) -> None:
    path = tmp_path / "reports.csv"
    path.write_text("id,date,text\n1,2024-03-26\n")
    assert "2 cells under 3 columns" in told(path)[1]
    path.write_bytes("id,date,text\n1,2024-03-26,Culiacán\n".encode("cp1252"))
    assert "--encoding cp1252" in told(path)[1]
