"""Words for a state count those in it: the dead, the wounded, the hostages."""

from __future__ import annotations

import pytest
from tests.extract.reading import figures

CASES: tuple[tuple[str, list[tuple[str, int]]], ...] = (
    ("The attack left three dead and five wounded.", [("killed", 3), ("wounded", 5)]),
    ("The shootout left three people dead and five others wounded.", [("killed", 3), ("wounded", 5)]),
    ("The attack left at least three dead.", [("killed", 3)]),
    ("Gunmen attacked a bar in Celaya, leaving seven dead.", [("killed", 7)]),
    ("Seven dead, four wounded in bar attack in Celaya", [("killed", 7), ("wounded", 4)]),
    ("Two soldiers were wounded and a third was killed.", [("wounded", 2), ("killed", 1)]),
    ("There were 12 dead and two wounded in the clash.", [("killed", 12), ("wounded", 2)]),
    ("The toll stands at 12 dead and two wounded.", [("killed", 12), ("wounded", 2)]),
    ("El asalto dejó un saldo de siete muertos y tres heridos.", [("killed", 7), ("wounded", 3)]),
    ("El ataque dejó tres muertos y cinco heridos.", [("killed", 3), ("wounded", 5)]),
    ("La balacera dejó tres personas muertas.", [("killed", 3)]),
    ("Hubo doce muertos y dos heridos en el enfrentamiento.", [("killed", 12), ("wounded", 2)]),
    ("El saldo es de doce muertos y dos heridos.", [("killed", 12), ("wounded", 2)]),
    ("Siete muertos y cuatro heridos en un bar de Celaya", [("killed", 7), ("wounded", 4)]),
    ("Un enfrentamiento en Tula dejó dos policías muertos.", [("killed", 2)]),
    ("Un policía muerto y tres civiles heridos dejó el ataque.", [("killed", 1), ("wounded", 3)]),
    ("Eleven people remain missing in Tula.", [("missing", 11)]),
    ("Once personas siguen desaparecidas en Tula.", [("missing", 11)]),
    ("Police found four bodies in a pit in Tula.", [("bodies", 4)]),
    ("La policía halló cuatro cuerpos en una fosa en Tula.", [("bodies", 4)]),
    ("The bodies of four men were found in Tula.", [("bodies", 4)]),
    ("Los cuerpos de cuatro hombres fueron hallados en Tula.", [("bodies", 4)]),
    ("Gunmen gunned down four bakers in Tula; two died.", [("wounded", 4), ("killed", 2)]),
    ("Sicarios acribillaron a cuatro panaderos en Tula; dos murieron.", [("wounded", 4), ("killed", 2)]),
    ("No hubo heridos en el ataque de Tula.", [("wounded", 0)]),
    ("No se reportan muertos ni heridos en Tula.", [("wounded", 0), ("killed", 0)]),
    ("Nadie resultó herido en el ataque de Tula.", [("wounded", 0)]),
    ("No hay detenidos por el ataque de Tula.", [("arrested", 0)]),
    ("No hubo heridos graves en el ataque de Tula.", []),
    ("Nobody was arrested after the attack in Tula.", [("arrested", 0)]),
    ("Also killed were a nurse and two bakers.", [("killed", 1), ("killed", 2)]),
    ("Also wounded in the attack were a guard and three clerks.", [("wounded", 1), ("wounded", 3)]),
    ("También fueron asesinados una enfermera y dos panaderos.", [("killed", 1), ("killed", 2)]),
    ("The remains of 12 people were found in a clandestine grave in Tula.", [("bodies", 12)]),
    ("Human remains of at least five people were found in a mass grave in Tula.", [("bodies", 5)]),
    ("De los presos que se fugaron, 35 estaban detenidos por homicidio.", []),
    ("Police identified two of the five murdered in Tula.", [("killed", 5)]),
    ("Identificaron a dos de los cinco ejecutados en Tula.", [("killed", 5)]),
    ("Fueron tres los muertos en Tula.", [("killed", 3)]),
    ("The attack left one dead and four arrested in Tula.", [("killed", 1), ("arrested", 4)]),
    ("The attack left a man dead and a woman seriously injured in Tula.", [("killed", 1), ("wounded", 1)]),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_state_counts_its_own(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The three dead were killed on Friday in Celaya.",
        "Los tres muertos fueron asesinados el viernes en Celaya.",
    ],
)
def test_the_dead_are_not_counted_again_by_the_verb(text: str) -> None:
    assert figures(text) == [("killed", 3)]


def test_other_shooting_victims_beside_a_body_are_not_dead() -> None:
    assert figures("One man was found dead at Fourth and Grand, along with two other shooting victims.") == [
        ("bodies", 1)
    ]


def test_a_crowd_is_nobody() -> None:
    found = figures("Officers found the teen dead inside the car, a large crowd gathered at the scene.")
    assert found == [("bodies", 1)]


def test_where_somebody_is_from_is_nobody() -> None:
    assert figures("Omar Vale, 20, of Larkfield, was pronounced dead at a clinic.") == [("killed", 1)]
