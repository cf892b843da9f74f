"""How many were shot, and figures that add up several crimes."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_claim

SHOT: tuple[tuple[str, list[tuple[str, int]]], ...] = (
    ("Four people were shot at a wedding in Reno.", [("wounded", 4)]),
    ("Three people were shot and one died.", [("wounded", 3), ("killed", 1)]),
    ("Three people were shot, one fatally.", [("wounded", 3), ("killed", 1)]),
    ("Six guests were stabbed, two of them fatally.", [("wounded", 6), ("killed", 2)]),
    ("The guard shot two clerks before killing himself.", [("wounded", 2), ("killed", 1)]),
    ("A farmer accidentally shot himself on Sunday.", [("wounded", 1)]),
    ("Tres jóvenes fueron baleados el lunes en Chilapa.", [("wounded", 3)]),
)


@pytest.mark.parametrize(("text", "told"), SHOT, ids=[row[0] for row in SHOT])
def test_the_hit_and_the_dead(text: str, told: list[tuple[str, int]]) -> None:
    assert figures(text) == told
    assert {c.event for c in claims(text, tally="wounded")} == {"attack"}


@pytest.mark.parametrize(
    "text",
    ["There was a shooting in the 500 block of Elm Road.", "An attack at 2 p.m. in the 7 block of Ruiz Road."],
)
def test_an_address_makes_an_attack_news_and_suffers_none(text: str) -> None:
    told = the_claim(text)
    assert (told.event, told.roles) == ("attack", ())


def test_part_of_a_hospitals_name_is_nobody() -> None:
    told = claims("He took himself to Mount Ruiz Hospital after being shot on Friday.", tally="wounded")
    assert "Ruiz" not in {role.text for c in told for role in c.roles}


def test_a_patrol_shot_at_is_attacked_and_nobody_is_counted() -> None:
    assert the_claim("A patrol was shot at by rebels near Tumaco on Friday.").figure is None


SEVERAL = (
    "Nine people were wounded in other shootings since Saturday afternoon.",
    "Some 2,400 people were wounded in those shootings, not counting the 410 who died.",
    "Eight people were wounded in shootings from Friday to Sunday in Guayaquil.",
    "Four people were hurt in three separate attacks in Cali.",
    "Nine people were shot in Laredo since Friday, including a drive-by shooting near the station.",
    "At least 16 people were shot in the city overnight, including a fatal ambush on Elm Street.",
    "Doce personas fueron asesinadas el fin de semana, incluida una masacre en un bar de Celaya.",
    "Nueve personas fueron asesinadas en distintos hechos durante el fin de semana en Celaya.",
)


@pytest.mark.parametrize("text", SEVERAL)
def test_a_figure_over_several_crimes_is_of_none_of_them(text: str) -> None:
    scopes = [c.scope for c in claims(text) if c.figure is not None]
    assert set(scopes) == {"aggregate"}


ONE = (
    "Thirty people were killed in two attacks on the barracks in Tepic.",
    "Doce personas murieron en dos ataques simultáneos en Cali.",
    "Twelve people were killed, including three children, in an attack on a church in Tepic.",
    "Seven people, including a murder suspect, were killed in a shooting in Tepic.",
    "Doce personas murieron, entre ellas tres niñas, en un ataque a una iglesia de Celaya.",
    "One woman was killed in one of several shootings overnight in Reno.",
)


@pytest.mark.parametrize("text", ONE)
def test_what_is_told_as_one_is_one(text: str) -> None:
    assert "aggregate" not in {c.scope for c in claims(text, tally="killed")}
