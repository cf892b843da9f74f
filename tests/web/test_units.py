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
        ("es", "trebuchet", False, None),
    ],
)
def test_a_unit_is_told_in_the_language_asked_and_none_is_made_up(
    language: str, unit: str, one: bool, words: str | None
) -> None:
    assert unit_in(language, unit, one=one) == words


def test_every_row_has_four_words_and_no_two_are_the_same() -> None:
    with (Path(recuento.web.units.__file__).parent / "units.toml").open("rb") as file:
        rows = tomllib.load(file)["unit"]
    assert all(len(row) == 4 and all(row) for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)


def entry(tally: str, unit: str, best: Count) -> Entry:
    return Entry(
        incident="i-a", tally=tally, side="unknown", unit=unit, best=best, low=best.at_least, high=best.at_most,
        as_of=date(2024, 1, 1), rests_on=("c-a",), set_aside=(), sources=1, rule="the one figure given",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tally", "unit", "best", "english", "spanish"),
    [
        ("seized", "rifle", Count.exactly(1), "rifle seized", "rifle asegurado"),
        ("seized", "van", Count.exactly(6), "vans seized", "camionetas aseguradas"),
        ("seized", "dosis", Count.exactly(90), "doses seized", "dosis aseguradas"),
        ("seized", "camión", Count.exactly(2), "trucks seized", "camiones asegurados"),
        ("seized", "kilo of cocaine", Count.exactly(2), "kilos of cocaine seized", "kilos de cocaína asegurados"),
        ("deployed", "elemento", Count(601, None), "members of the forces deployed", "elementos desplegados"),
        ("deployed", "unidad", Count.exactly(1), "unit deployed", "unidad desplegada"),
        ("displaced", "families", Count.exactly(40), "families displaced", "familias desplazadas"),
        ("seized", "trebuchet", Count.exactly(2), "seized (trebuchet)", "asegurado (trebuchet)"),
        ("seized", "unknown", Count.exactly(2), "seized (kind not said)", "asegurado (clase no dicha)"),
        ("wounded", "people", Count(1, None), "wounded", "herido"),
        ("wounded", "people", Count(2, None), "wounded", "heridos"),
    ],
)
def test_a_figure_is_told_with_what_it_counts(tally: str, unit: str, best: Count, english: str, spanish: str) -> None:
    told = entry(tally, unit, best)
    assert tongue("en").counted(told) == english
    assert tongue("es").counted(told) == spanish
