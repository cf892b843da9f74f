"""Lists of things seized: every counted item, whatever stands between."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

LISTS = (
    (
        "A los detenidos se les aseguraron cinco armas largas, siete cortas, 18 cargadores y dos camionetas.",
        [5, 7, 18, 2],
    ),
    ("Los soldados decomisaron seis fusiles AK-47, dos AR-15, un lanzagranadas y tres vehículos.", [6, 2, 1, 3]),
    ("Se incautaron 320 kilogramos de clorhidrato de cocaína, dos lanchas y cuatro motores.", [320, 2, 4]),
    ("Se aseguró un arsenal que consta de 22 fusiles, ocho pistolas y 4,500 cartuchos.", [22, 8, 4500]),
    ("Agents confiscated 12 kilograms of cocaine, $40,000 in cash and four cell phones.", [12, 40000, 4]),
    ("En el lugar hallaron 15 paquetes de marihuana, tres básculas y un chaleco antibalas.", [15, 3, 1]),
)


def counts(text: str) -> list[int]:
    return [c.figure.count.at_least for c in claims(text, tally="seized") if c.figure is not None and c.scope != "part"]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_every_item_is_counted(text: str, expected: list[int]) -> None:
    assert counts(text) == expected


def test_a_weight_in_two_units_is_one_figure() -> None:
    found = claims("La Marina aseguró 12 kilos 300 gramos de cocaína en Manzanillo.", tally="seized")
    assert [(c.figure.count.at_least, c.figure.count.at_most) for c in found if c.figure is not None] == [(12, 13)]


def test_what_stands_in_brackets_is_part_of_what_stands_before() -> None:
    found = claims("La policía incautó nueve fusiles (tres M16 y seis AK-47) y tres carros.", tally="seized")
    told = [(c.figure.count.exact, c.scope) for c in found if c.figure is not None]
    assert told == [(9, None), (3, "part"), (6, "part"), (3, None)]


def test_stolen_goods_are_no_robbery() -> None:
    text = "Se decomisaron 300 litros de combustible robado y una pipa."
    assert not claims(text, event="robbery")
    assert counts(text) == [300, 1]


def test_a_number_without_its_noun_is_not_of_people() -> None:
    found = claims("Agents confiscated $40,000 in cash.", tally="seized")
    assert all(c.unit != "people" for c in found)


def test_some_of_what_was_seized_are_no_second_seizure() -> None:
    found = claims("Hay 17 vehículos asegurados, nueve de ellos blindados.", tally="seized")
    assert [(c.figure.count.exact, c.scope) for c in found if c.figure is not None] == [(17, None), (9, "part")]


def test_an_arrest_is_not_itself_arrested() -> None:
    found = claims("Asimismo se informó de la detención allá de ocho hombres.", tally="arrested")
    assert all(c.unit != "detención" for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Seizures comprised 12 long guns (AK-47 and AR-15 rifles, mainly), 3 handguns and two cars, Radio Norte said.",
        "Police said the seizures comprised 12 long guns (mostly rifles), 3 handguns and two cars.",
    ],
)
def test_what_seizures_comprised_is_read_however_the_sentence_is_hung(text: str) -> None:
    counted = [claim.figure.count.at_least for claim in claims(text, tally="seized") if claim.figure]
    assert counted == [12, 3, 2]


def test_what_goes_on_with_a_spanish_subject_stands_behind_its_verb() -> None:
    told = "26 fusiles fueron incautados por la Policía, además de chalecos, dos autos y gran cantidad de munición."
    found = claims(told)
    assert [(c.event, c.figure.count.exact if c.figure else None, c.unit) for c in found] == [
        ("seizure", 26, "fusil"),
        ("seizure", None, None),
        ("seizure", 2, "auto"),
        ("seizure", None, None),
    ]
