"""Figures without a verb of their own: gapped, told among others, told in company."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures

GAPPED = (
    ("Cuatro personas murieron en Tepic y otras tres en Compostela.", [("killed", 4), ("killed", 3)]),
    (
        "Dos policías fueron asesinados en Celaya, uno más en Irapuato y cuatro en Salamanca.",
        [("killed", 2), ("killed", 1), ("killed", 4)],
    ),
    (
        "En Cali fueron capturadas 14 personas, mientras que en Palmira lo fueron otras nueve.",
        [("arrested", 14), ("arrested", 9)],
    ),
    ("Four people died in Tepic and three more in Compostela.", [("killed", 4), ("killed", 3)]),
    (
        "Two officers were killed in Celaya, one in Irapuato and four in Salamanca.",
        [("killed", 2), ("killed", 1), ("killed", 4)],
    ),
)

AMONG = (
    ("Entre los heridos se encuentran tres agentes estatales.", "wounded", 3),
    ("De los heridos, cuatro son niños.", "wounded", 4),
    ("Among the wounded were four officers.", "wounded", 4),
    ("There were four women among the wounded.", "wounded", 4),
)

COMPANY = (
    ("El alcalde fue detenido junto con otras cinco personas.", "arrested", [1, 5]),
    ("The mayor was arrested along with five other people.", "arrested", [1, 5]),
)


@pytest.mark.parametrize(("text", "expected"), GAPPED)
def test_a_number_with_a_place_of_its_own_repeats_the_verb_before(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


def test_a_gapped_figure_has_the_place_that_follows_it() -> None:
    found = claims("Cuatro personas murieron en Tepic y otras tres en Compostela.", tally="killed")
    assert [c.where.place.name for c in found if c.where is not None] == ["Tepic", "Compostela"]


@pytest.mark.parametrize(
    "text",
    [
        "Three men were shot dead in Iguala and two in Chilpancingo were kidnapped.",
        "Tres hombres fueron ejecutados en Iguala y dos en Chilpancingo fueron secuestrados.",
    ],
)
def test_a_verb_after_the_place_has_the_figure_for_itself(text: str) -> None:
    assert figures(text) == [("killed", 3), ("abducted", 2)]


@pytest.mark.parametrize(("text", "tally", "count"), AMONG)
def test_those_told_among_a_group_are_a_part_of_it(text: str, tally: str, count: int) -> None:
    found = claims(text, tally=tally)
    assert [(c.figure.count.exact, c.scope) for c in found if c.figure is not None] == [(count, "part")]


@pytest.mark.parametrize(("text", "tally", "counts"), COMPANY)
def test_company_shares_the_fate(text: str, tally: str, counts: list[int]) -> None:
    assert [c.figure.count.exact for c in claims(text, tally=tally) if c.figure is not None] == counts


def test_a_weapon_is_no_company() -> None:
    assert figures("Gunmen killed the driver with two shots.") == [("killed", 1)]


OWN = (
    (
        "Sujetos armados mataron a un obrero y dejaron gravemente heridos a sus dos hijos.",
        [("killed", 1), ("wounded", 2)],
    ),
    ("El ataque dejó tres muertos y heridas a otras cinco personas.", [("killed", 3), ("wounded", 5)]),
    (
        "El tiroteo, donde resultaron cuatro personas muertas y once heridas, duró horas.",
        [("killed", 4), ("wounded", 11)],
    ),
)


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_each_state_counts_its_own(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


def test_an_unsaid_subject_is_that_of_the_verb_above() -> None:
    found = claims("La guerrilla liberó a los 14 soldados que retenía desde marzo.")
    assert {(c.event, c.scope) for c in found} == {("release", None), ("abduction", "part")}
