from __future__ import annotations

from datetime import date

import pytest

from recuento.errors import DocumentError
from recuento.model import Document
from recuento.read.options import ReadOptions
from recuento.read.plain import plain_document


def plain(raw: str, options: ReadOptions | None = None) -> Document:
    return plain_document(raw, path="somewhere.txt", name="somewhere", options=options or ReadOptions())


@pytest.mark.parametrize(
    "raw",
    [
        " date 2024-03-26 Gunmen fled.\nPolice followed.",
        "date 2024-03-26\nGunmen fled.\nPolice followed.\n",
        "\ufeffDate: 2024-03-26\r\n\r\n Gunmen fled.\r\nPolice followed.",
    ],
)
def test_date_header(raw: str) -> None:
    report = plain(raw)
    assert report.published_on == date(2024, 3, 26)
    assert report.text == "Gunmen fled.\nPolice followed."
    assert report.external_id == "somewhere"
    assert report.source_path == "somewhere.txt"


def test_front_matter() -> None:
    report = plain(
        '---\ndate: 2024-03-26\ntitle: "Doce muertos"\npublisher: Agencia X\nsource: https://x.example/1\n'
        "language: es-MX\nnote: invented\nkeywords: [a, b]\n---\n\nDoce muertos en Sonora."
    )
    assert (report.title, report.publisher, report.source) == ("Doce muertos", "Agencia X", "https://x.example/1")
    assert (report.language, report.text) == ("es", "Doce muertos en Sonora.")


def test_given_date_is_for_reports_that_bear_none() -> None:
    options = ReadOptions(date=date(2020, 1, 1))
    assert plain("Gunmen fled.", options).published_on == date(2020, 1, 1)
    assert plain("date 2024-03-26 Gunmen fled.", options).published_on == date(2024, 3, 26)


def test_a_sentence_that_begins_with_date_is_no_header() -> None:
    assert plain("Date palms burned.", ReadOptions(date=date(2020, 1, 1))).text == "Date palms burned."


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("date 2024-03-26 ", "empty"),
        ("---\ndate: 2024-03-26\n---\n", "empty"),
        ("Gunmen fled.", "no date"),
        ("date 2024-02-31 Gunmen fled.", "2024-02-31 does not exist"),
        ("date 3/26/2024 Gunmen fled.", "write it as YYYY-MM-DD"),
        ("---\ndate: May 2024\n---\nGunmen fled.", "write it as YYYY-MM-DD"),
        ("---\ndate: 2024-03-26\nlanguage: tlh\n---\nGunmen fled.", "language 'tlh' is not read"),
        ("<!DOCTYPE html><p>Gunmen fled.", "a web page"),
    ],
)
def test_what_cannot_be_used_is_told(raw: str, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        plain(raw)


def test_a_report_too_long_is_told_with_its_size() -> None:
    with pytest.raises(DocumentError, match=r"0\.0 MB, the limit is 1e-05 MB.*--max-mb"):
        plain("date 2024-03-26 Gunmen fled.", ReadOptions(max_bytes=10))


def test_identity_is_publisher_day_and_text_never_the_path() -> None:
    one = plain_document("date 2024-03-26 Gunmen fled.", path="a", name="a", options=ReadOptions())
    two = plain_document("---\ndate: 2024-03-26\n---\nGunmen fled.\n", path="b", name="b", options=ReadOptions())
    other = plain_document(
        "---\ndate: 2024-03-26\npublisher: X\n---\nGunmen fled.", path="a", name="a", options=ReadOptions()
    )
    assert one.id == two.id
    assert other.id != one.id
