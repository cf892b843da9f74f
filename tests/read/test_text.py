from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recuento.errors import DocumentError, OptionError
from recuento.read.text import clean, clean_title, day, decode


def test_utf8_and_its_byte_order_mark() -> None:
    assert decode("ñandú".encode(), None) == "ñandú"
    assert decode("ñandú".encode("utf-8-sig"), None) == "ñandú"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_byte_order_mark_names_its_encoding(encoding: str) -> None:
    assert decode("Culiacán".encode(encoding), None) == "Culiacán"


def test_wrong_encoding_is_told_with_its_place_and_remedy() -> None:
    with pytest.raises(DocumentError, match=r"not UTF-8 at byte 6 \(0xE1\).*--encoding cp1252"):
        decode("Culiacán".encode("cp1252"), None)


def test_the_named_encoding_is_for_what_is_not_utf8() -> None:
    assert decode("Culiacán".encode("cp1252"), "cp1252") == "Culiacán"
    assert decode("Culiacán".encode(), "cp1252") == "Culiacán"


def test_an_unknown_encoding_is_the_options_fault() -> None:
    with pytest.raises(OptionError, match="no encoding is called 'klingon'"):
        decode(b"\xff", "klingon")


def test_binary_is_told() -> None:
    with pytest.raises(DocumentError, match="not text: a zero byte at byte 3"):
        decode(b"\x89PN\0G", None)


def test_controls_of_windows_1252_become_what_they_meant() -> None:
    assert clean("\x93Basta\x94 \x97 dijo\x85") == "“Basta” — dijo…"


def test_newlines_composition_and_outer_space() -> None:
    assert clean("\r\n Culiaca\u0301n\r\nSin.\r \n") == "Culiacán\nSin."


@pytest.mark.parametrize("bad", ["a\0b", "a\ud800b"])
def test_what_no_ledger_can_keep_is_told(bad: str) -> None:
    with pytest.raises(DocumentError, match="character 1"):
        clean(bad)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_titles_stand_on_one_line() -> None:
    assert clean_title(" Doce muertos\n en Sonora ") == "Doce muertos en Sonora"
    assert clean_title("  ") is None
    assert clean_title(None) is None


@pytest.mark.parametrize("words", ["2024-03-22", " 2024-03-22 ", "2024-03-22T23:50:00-07:00", "2024-03-22 08:00"])
def test_the_day_as_written(words: str) -> None:
    assert day(words) == date(2024, 3, 22)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("2024-02-30", "2024-02-30 does not exist"),
        ("03/22/2024", "write it as YYYY-MM-DD"),
        ("2024-3-22", "write it as YYYY-MM-DD"),
        ("0001-01-01", "no day of publication"),
    ],
)
def test_days_that_cannot_be_read(words: str, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        day(words)
