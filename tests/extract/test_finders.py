"""Who finds, gets and gives: finders killed nobody, a house that is found is not seized, a recipient is not freed.

Everyone and everything told here is invented.
"""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_claim


@pytest.mark.parametrize(
    "text",
    [
        "Los vecinos encontraron sin vida a dos mujeres en Zarzal.",
        "Bomberos rescataron el cuerpo de un hombre.",
        "Las madres identificaron a los cuatro cuerpos.",
        "Neighbours found two women dead inside the house.",
    ],
)
def test_who_finds_the_dead_did_not_kill_them(text: str) -> None:
    assert not [role for role in the_claim(text, event="body_found").roles if role.role == "perpetrator"]


def test_who_leaves_the_dead_did() -> None:
    (claim,) = claims("The killers dumped four bodies by the road.", event="body_found")
    assert ("perpetrator", "The killers") in [(role.role, role.text) for role in claim.roles]


@pytest.mark.parametrize(
    ("text", "seized"),
    [
        ("Soldados localizaron una casa de seguridad con 12 fusiles.", [12]),
        ("La policía halló indicios y tres rifles en la vivienda.", [3]),
        ("Troops found a safe house with 12 rifles.", [12]),
        ("Police found a clandestine grave and three rifles at the ranch.", [3]),
    ],
)
def test_what_stays_where_it_is_is_not_seized(text: str, seized: list[int]) -> None:
    assert [number for tally, number in figures(text) if tally == "seized"] == seized
    assert all(claim.figure is not None for claim in claims(text, event="seizure"))


def test_a_house_can_be_seized() -> None:
    assert ("seized", 2) in figures("La fiscalía aseguró dos casas y 12 fusiles.")


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Los secuestradores entregaron a los tres rehenes a la Cruz Roja.", [3]),
        ("La guerrilla entregó a una comisión humanitaria a los cinco policías.", [5]),
        ("El ELN liberó a seis soldados y los entregó al CICR.", [6]),
        ("La Marina entregó a la fiscalía a dos sospechosos capturados el lunes.", []),
        ("La Marina entregó a la Procuraduría de Zarzal a cuatro personas detenidas el martes.", []),
        ("The rebels handed the four soldiers over to the Red Cross.", [4]),
        ("The gang handed over its three hostages to a priest.", [3]),
        ("Police handed the three suspects over to the church.", []),
    ],
)
def test_who_is_given_captives_is_not_freed(text: str, freed: list[int]) -> None:
    assert [number for tally, number in figures(text) if tally == "freed"] == freed
    told = [role.text for claim in claims(text, event="release") for role in claim.roles if role.role == "beneficiary"]
    assert not [text for text in told if "Cruz" in text or "CICR" in text]


def test_bodies_are_not_abducted() -> None:
    text = "Los padres de los nueve maestros secuestrados en abril reconocen cuatro de los siete cuerpos."
    assert [number for tally, number in figures(text) if tally == "abducted"] == [9]


def test_who_recognises_the_dead_claims_nothing() -> None:
    assert not claims("Las viudas debieron reconocer que se trataba de ellos.", event="claim_of_responsibility")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Los sicarios dejaron tres cuerpos en la plaza.", ["Los sicarios"]),
        ("Hombres armados colgaron nueve cuerpos de un puente.", ["Hombres armados"]),
        ("Paramedics carried away the nine bodies that were left at the market.", []),
        ("La policía tuvo noticia del hallazgo de cuatro cuerpos en la barranca.", []),
    ],
)
def test_only_who_gets_rid_of_the_dead_is_blamed(text: str, by: list[str]) -> None:
    (claim,) = claims(text, tally="bodies")
    assert [role.text for role in claim.roles if role.role == "perpetrator"] == by
