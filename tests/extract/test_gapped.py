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
    ("Four officers were among those wounded.", "wounded", 4),
)

COMPANY = (
    ("El alcalde fue detenido junto con otras cinco personas.", "arrested", [1, 5]),
    ("The mayor was arrested along with five other people.", "arrested", [1, 5]),
)


@pytest.mark.parametrize(("text", "expected"), GAPPED)
def test_a_number_with_a_place_of_its_own_repeats_the_verb_before(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "tally", "days"),
    [
        ("Forty hostages were let go on Friday and another 12 the next day.", "freed", {40: 22, 12: 23}),
        ("Gunmen killed four officers on Friday and three on Saturday.", "killed", {4: 22, 3: 23}),
        ("On Friday 42 hostages were freed; 16 more followed on Saturday.", "freed", {42: 22, 16: 23}),
        ("Police arrested nine men on Friday and on Saturday two women.", "arrested", {9: 22, 2: 23}),
        ("El viernes soltaron a 40 rehenes y el sábado a 12.", "freed", {40: 22, 12: 23}),
        ("Hombres armados mataron el viernes a cuatro policías y el sábado a tres.", "killed", {4: 22, 3: 23}),
        ("Cuarenta fueron liberados el viernes y otros 12 siguieron el sábado.", "freed", {40: 22, 12: 23}),
    ],
)
def test_a_number_with_a_day_of_its_own_repeats_the_verb_before(text: str, tally: str, days: dict[int, int]) -> None:
    found = {c.figure.count.exact: c.when.ranges[0].first.day for c in claims(text, tally=tally) if c.figure and c.when}
    assert found == days


@pytest.mark.parametrize(
    "text",
    [
        "Forty hostages were freed on Friday between 10 and 12 on the road.",
        "Forty hostages were freed on Friday, and three police cars followed on Saturday.",
        "Forty hostages were freed on Friday and 12 on Saturday were still held.",
    ],
)
def test_a_number_beside_a_day_may_count_something_else(text: str) -> None:
    assert [count for tally, count in figures(text) if tally == "freed"] == [40]


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


SHARES = (
    ("Dos personas resultaron lesionadas, una de las cuales murió horas más tarde.", "killed", 1),
    ("De los 20 secuestrados, 12 ya fueron liberados.", "freed", 12),
    ("Of the 25 hostages, 18 were freed.", "freed", 18),
    ("Tres de los heridos fallecieron en el hospital.", "killed", 3),
)


@pytest.mark.parametrize(("text", "tally", "count"), SHARES)
def test_a_share_is_counted_and_not_its_whole(text: str, tally: str, count: int) -> None:
    assert [c.figure.count.exact for c in claims(text, tally=tally) if c.figure is not None] == [count]


def test_a_word_that_only_names_a_group_counts_nobody() -> None:
    assert not claims("Uno de los heridos murió en el hospital.", tally="wounded")


def test_a_verb_of_its_own_takes_the_end_of_a_list_away() -> None:
    text = "Sicarios emboscaron a una patrulla; murieron cinco agentes y tres más quedaron lesionados."
    assert figures(text) == [("killed", 5), ("wounded", 3)]


def test_no_victim_is_sentenced() -> None:
    assert not claims("Le dictaron 340 años de cárcel por el secuestro de cinco personas.", tally="sentenced")


def test_a_pair_is_two() -> None:
    assert figures("Sujetos armados mataron a una pareja en Iguala.") == [("killed", 2)]
    assert figures("A couple was killed in Iguala.") == [("killed", 2)]


def test_a_list_of_names_goes_on_past_one_that_looks_like_a_word() -> None:
    text = "Fueron detenidos Rosa Elena Pineda, Marta Cervantes Lugo y Uriel Presas Espinoza."
    assert figures(text) == [("arrested", 3)]


BROKEN = (
    ("Durante el tiroteo un vigilante cayó muerto afuera de la cantina.", [("killed", 1)]),
    ("Investigan la desaparición, desde diciembre, de cuatro personas en Iguala.", [("missing", 4)]),
    ("Ayer liberaron a cuatro – entre estas tres menores de edad.", [("freed", 4), ("freed", 3)]),
    ("La gobernadora dijo que entre los muertos figura un comandante municipal.", [("killed", 1)]),
)


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_what_the_parser_breaks_is_counted(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected
