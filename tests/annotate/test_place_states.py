"""Whether a name that a state shares with its capital is the state's or the town's."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text


def places(text: str) -> list[tuple[str, str]]:
    """Return the name and the width of every claim's place."""
    found = code_text(text, published_on=date(2024, 3, 26)).claims
    return [(c.where.place.name, c.where.place.precision) for c in found if c.where is not None]


def test_a_town_in_the_state_makes_the_bare_name_the_states() -> None:
    text = (
        "México, DF. Tres sicarios murieron ayer en un tiroteo con soldados en Zacatecas.\n\n"
        "Los soldados patrullaban.\n\nLos hechos ocurrieron en el municipio de Jerez, Zacatecas."
    )
    assert {name for name, _ in places(text)} == {"Jerez"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Tres hombres fueron asesinados en la ciudad de Durango. Otro murió baleado en Canatlán, Durango.",
            ("Victoria de Durango", "town"),
        ),
        ("Puebla, Pue. Tres hombres fueron asesinados ayer, dijo la policía.", ("Puebla", "town")),
    ],
)
def test_a_town_called_one_stays_one(text: str, place: tuple[str, str]) -> None:
    assert places(text)[0] == place


def test_a_dateline_from_the_capital_makes_no_town_of_the_country() -> None:
    text = "México, DF. El empresario Bruno Tapia fue detenido en México el lunes, informó la fiscalía federal."
    assert places(text) == [("Mexico", "country")]


def test_where_the_hurt_are_taken_is_no_scene_with_its_state_either() -> None:
    text = (
        "Tres campesinos fueron asesinados ayer en un poblado de la sierra.\n\n"
        "Los heridos fueron llevados a un hospital de Jerez, Zacatecas. Un niño murió baleado."
    )
    assert "Jerez" not in {name for name, _ in places(text)}
    assert {name for name, _ in places("Un grupo armado entró a Jerez, Zacatecas, y mató a dos policías.")} == {"Jerez"}


def test_several_states_have_no_one_scene() -> None:
    text = (
        "México, DF. El fin de semana violento cerró con 31 muertos en cuatro estados.\n\n"
        "En Monterrey, cuatro hombres fueron asesinados."
    )
    assert places(text) == [("Monterrey", "town")]


def test_several_municipalities_of_a_state_are_in_the_state() -> None:
    text = "Ocho personas fueron asesinadas ayer en tres municipios de Guerrero.\n\nEn Iguala, un hombre murió baleado."
    assert places(text)[0] == ("Guerrero", "admin1")
    listed = "Ocho personas fueron asesinadas ayer en los municipios de Guerrero y Bachíniva, Chihuahua."
    assert ("Guerrero", "admin1") not in places(listed)
