"""Who has or gets what was done is not who did it. Everyone and everything told here is invented."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, doers, figures


@pytest.mark.parametrize(
    "text",
    [
        "A drive-by shooting outside a bakery in Dayton, Ohio leaves two men dead, five others hurt.",
        "Paramedics from Altagracia pronounced him dead after the shooting.",
        "The teacher received death threats from a neighbour.",
        "A shooting spree killed two and wounded five.",
        "El alcalde recibió amenazas de muerte.",
    ],
)
def test_nobody_is_named_who_did_it(text: str) -> None:
    assert claims(text)
    assert not doers(text)


def test_countries_and_groups_act() -> None:
    assert doers("Israel killed nine people in a strike.") == ["Israel"]
    assert doers("Dayton police shot and killed a gunman.") == ["Dayton police"]


def test_who_gets_threats_is_threatened() -> None:
    (claim,) = claims("The mayor of Zarzal received death threats in March.", event="threat")
    assert [(role.role, role.text) for role in claim.roles] == [("target", "The mayor of Zarzal")]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("El joven presentaba tres heridas de bala.", 1),
        ("La víctima presentó dos heridas de arma de fuego en el pecho.", 1),
        ("Dos personas presentaron heridas de bala.", 2),
        ("El ataque dejó cinco heridas, todas maestras.", 5),
    ],
)
def test_wounds_are_no_people(text: str, wounded: int) -> None:
    assert [number for tally, number in figures(text) if tally == "wounded"] == [wounded]
