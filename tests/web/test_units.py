"""What is counted besides people is named in the reader's language, one or several of it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

import recuento.web.units
from recuento.model import Count, Entry
from recuento.web.tongue import tongue
from recuento.web.units import unit_in


@pytest.mark.parametrize(
    ("language", "unit", "one", "words"),
    [
        ("es", "assault rifle", False, "fusiles de asalto"),
        ("en", "fusil", False, "rifles"),
        ("en", "fusil", True, "rifle"),
        ("en", "rifle", False, "rifles"),
        ("es", "Rifles", True, "rifle"),
        ("es", "vehicle", True, "vehículo"),
        ("en", "camioneta", False, "vans"),
        ("es", "kg", False, "kg"),
        ("es", "trebuchet", False, "trebuchet"),
    ],
)
def test_a_unit_is_told_in_the_language_asked_and_one_unknown_as_the_report_says_it(
    language: str, unit: str, one: bool, words: str
) -> None:
    assert unit_in(language, unit, one=one) == words


def test_every_row_has_four_words_and_no_two_are_the_same() -> None:
    with (Path(recuento.web.units.__file__).parent / "units.toml").open("rb") as file:
        rows = tomllib.load(file)["unit"]
    assert all(len(row) == 4 and all(row) for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)


def test_a_figure_of_things_is_told_with_its_unit() -> None:
    entry = Entry(
        incident="i-a", tally="seized", side="unknown", unit="rifle", best=Count.exactly(1), low=1, high=1,
        as_of=date(2024, 1, 1), rests_on=("c-a",), set_aside=(), sources=1, rule="the one figure given",
    )  # fmt: skip
    assert tongue("es").counted(entry) == "asegurado (rifle)"
    assert tongue("en").counted(entry) == "seized (rifle)"
