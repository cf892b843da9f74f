"""Lists of what was seized, and of who was hurt: each item is a claim of its own."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures

SEIZURES: tuple[tuple[str, list[int]], ...] = (
    ("Soldiers seized 21 rifles, six vans and 14 grenades in Caborca.", [21, 6, 14]),
    ("Soldiers seized two rifles and 1,200 cartridges in Caborca.", [2, 1200]),
    ("Police seized nine rifles.", [9]),
    ("Twenty-one rifles and six vans were seized in Caborca.", [21, 6]),
    ("Soldiers seized 21 rifles, along with six vans.", [21, 6]),
    ("Authorities confiscated seven pistols and three trucks.", [7, 3]),
    ("Soldados aseguraron 21 fusiles, seis camionetas y 14 granadas en Caborca.", [21, 6, 14]),
    ("Se aseguraron dos armas largas y 1.200 cartuchos.", [2, 1200]),
    ("La policía decomisó nueve rifles.", [9]),
    ("Fueron asegurados 21 fusiles y seis camionetas.", [21, 6]),
    ("En el lugar se decomisaron siete pistolas y tres camiones.", [7, 3]),
)

# A model is no number of weapons.
MODELS: tuple[tuple[str, list[int]], ...] = (
    ("Soldiers seized three AK-47 rifles in Caborca.", [3]),
    ("Soldiers seized four AR-15 rifles and two vans.", [4, 2]),
    ("Soldiers seized a Barrett .50 rifle in Caborca.", [1]),
    ("Soldados aseguraron tres fusiles AK-47 en Caborca.", [3]),
    ("Soldados aseguraron cuatro fusiles AR-15 y dos camionetas.", [4, 2]),
    ("Policías decomisaron una pistola calibre 9 milímetros.", [1]),
)

PEOPLE: tuple[tuple[str, list[tuple[str, int]]], ...] = (
    ("Gunmen killed two soldiers, a driver and three farmers.", [("killed", 2), ("killed", 1), ("killed", 3)]),
    ("Gunmen kidnapped two nurses and a doctor in Tula.", [("abducted", 2), ("abducted", 1)]),
    ("Sicarios mataron a dos soldados y tres campesinos.", [("killed", 2), ("killed", 3)]),
    ("Fueron secuestrados dos enfermeras y un médico.", [("abducted", 2), ("abducted", 1)]),
    ("Fueron secuestrados 12 hombres y ocho mujeres.", [("abducted", 12), ("abducted", 8)]),
    ("Twelve men and eight women were kidnapped in Tula.", [("abducted", 12), ("abducted", 8)]),
)


@pytest.mark.parametrize(("text", "numbers"), SEIZURES + MODELS)
def test_each_kind_of_thing_seized_has_its_figure(text: str, numbers: list[int]) -> None:
    assert figures(text) == [("seized", number) for number in numbers]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_each_kind_of_people_has_its_figure(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Soldiers seized 21 assault rifles, six vans and 14 grenades.", ["assault rifle", "van", "grenade"]),
        ("Soldados aseguraron 21 fusiles, seis camionetas y 14 granadas.", ["fusil", "camioneta", "granada"]),
    ],
)
def test_things_are_counted_by_kind(text: str, units: list[str]) -> None:
    assert [c.unit for c in claims(text, tally="seized")] == units


def test_an_item_quotes_its_own_figure() -> None:
    text = "Soldiers seized 21 rifles, six vans and 14 grenades in Caborca."
    assert [c.figure.span.of(text) for c in claims(text, tally="seized") if c.figure] == ["21", "six", "14"]
