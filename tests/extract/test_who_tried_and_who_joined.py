"""Spanish: who tries to take a prisoner from the state, in whose hands rifles end, whom a court found guilty of it."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

DOERS = {"perpetrator", "authority"}


def doers(text: str, event: str) -> list[list[str]]:
    return [[role.text for role in claim.roles if role.role in DOERS] for claim in claims(text, event=event)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Quince presuntos integrantes del Frente Laguna fueron abatidos en Tulcán en un intento fallido de "
            "arrebatarles a las autoridades al hijo de un sicario, dijo un oficial de la Policía a una agencia.",
            "integrantes del Frente Laguna",
        ),
        (
            "Once pistoleros fueron abatidos el domingo. Habían llegado cuando intentaban quitarle a la Policía un "
            "preso.",
            "pistoleros",
        ),
        (
            "Fracasó el plan para liberar al hijo de un sicario. Ocho presuntos miembros de la banda Los Zorzales "
            "fueron abatidos ayer por la Policía.",
            "miembros de la banda",
        ),
        (
            "Con diez muertos pagó el Cártel del Páramo su intento de recuperar a Darío Luna, hijo de un jefe.",
            "Cártel del Páramo",
        ),
    ],
)
def test_the_armed_people_told_of_tried(text: str, who: str) -> None:
    found = [
        role for c in claims(text, event="rescue") if c.status == "attempted" for role in c.roles if role.role in DOERS
    ]
    assert found
    assert all(who in role.text and role.role == "perpetrator" for role in found)


def test_who_tells_of_the_attempt_did_not_try() -> None:
    text = "Hubo un intento de quitarle un preso a la Policía en Tulcán, dijo un oficial de la Policía."
    assert all(not names for names in doers(text, "rescue"))


def test_the_police_hold_what_ends_in_their_hands() -> None:
    text = "Tras el choque quedaron en manos de las autoridades 14 armas largas."
    assert doers(text, "seizure") == [["las autoridades"]]


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("Un juez condenó a 20 años a Darío Luna por el secuestro de tres comerciantes.", "abduction", ["Darío Luna"]),
        ("Darío Luna fue hallado culpable del asesinato de la maestra Ana Soto.", "killing", ["Darío Luna"]),
        ("Detuvieron a tres hombres por el asesinato de dos periodistas.", "killing", []),
    ],
)
def test_whom_a_court_found_to_have_done_it(text: str, event: str, who: list[str]) -> None:
    assert doers(text, event) == [who]


def test_an_older_crime_lends_nobody_to_the_news() -> None:
    text = (
        "Un juez condenó el lunes a Darío Luna por el secuestro de tres comerciantes en Tulcán. "
        "Horas después, dos policías resultaron heridos en Tulcán por arma de fuego."
    )
    assert doers(text, "wounding") == [[]]


def test_whoever_admits_it_took_them_though_the_army_is_named() -> None:
    text = (
        "La Gente Vieja, ala de un cártel local que, según la inteligencia militar, comandan los hijos de Darío Luna, "
        "difundió un video en el que reconoce que se llevó a 31 personas."
    )
    assert all("La Gente Vieja" in name for names in doers(text, "abduction") for name in names)
    assert doers(text, "abduction")[0]


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        (
            "A los que faltan los buscan 500 efectivos de Fuerzas Especiales que el Gobierno mandó a Michoacán.",
            "deployment",
            ["el Gobierno"],
        ),
        (
            "La Fiscalía contra la Extorsión y la Policía Nacional Civil ejecutaron ocho cateos en Mixco, en los que "
            "fueron capturadas 14 personas.",
            "arrest",
            ["La Fiscalía", "la Policía Nacional Civil"],
        ),
        (
            "La Armada rescató a dos pescadores en una incursión que dejó dos presuntos piratas abatidos.",
            "killing",
            ["La Armada"],
        ),
        (
            "Agentes de Investigación Criminal catearon una casa en Celaya. En ella fueron detenidas tres personas.",
            "arrest",
            ["Agentes de Investigación Criminal"],
        ),
        (
            "La Armada rescató a dos pescadores en una acción en la que murieron dos campesinos.",
            "killing",
            [],
        ),
    ],
)
def test_which_force_did_it(text: str, event: str, who: list[str]) -> None:
    assert doers(text, event) == [who]
