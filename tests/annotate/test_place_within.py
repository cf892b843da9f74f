"""Villages lie in the municipality that the report gives them, and towns keep the name that it uses."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text

PUBLISHED = date(2024, 3, 26)


def where(text: str) -> list[tuple[str, str | None]]:
    """Return the name and the state of the place of every claim that has one."""
    found = code_text(text, published_on=PUBLISHED).claims
    return [(c.where.place.name, c.where.place.admin1) for c in found if c.where is not None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mataron a dos hombres en la vereda La Granja de Ituango.", ("La Granja, Ituango", "Antioquia")),
        (
            "Mataron a dos hombres en la comunidad de Las Palmas, municipio de Aguililla, Michoacán.",
            ("Las Palmas, Aguililla", "Michoacán"),
        ),
        (
            "Hallaron tres cuerpos en el ejido La Laguna, perteneciente a Caborca.",
            ("La Laguna, Caborca", "Sonora"),
        ),
        (
            "Dos campesinos fueron asesinados en la vereda El Carmen, en el municipio de Tibú.",
            ("El Carmen, Tibú", "Norte de Santander"),
        ),
    ],
)
def test_a_village_lies_where_the_report_puts_it(text: str, place: tuple[str, str]) -> None:
    assert where(text) == [place]


def test_a_town_beside_another_is_no_part_of_it() -> None:
    assert where("Mataron a dos hombres en Guadalajara, en el municipio de Zapopan.")[0][0] != "Guadalajara, Zapopan"


def test_a_town_is_called_as_the_report_calls_it() -> None:
    assert where("La policía detuvo a ocho hombres en Durán, provincia de Guayas.") == [("Durán", "Guayas")]


def test_a_short_form_of_the_name_is_no_other_name() -> None:
    assert where("Mataron a dos hombres en Chilapa, Guerrero.") == [("Chilapa de Álvarez", "Guerrero")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Un tiroteo dejó dos muertos en el poblado Los Sauces en el municipio de Tecate, Baja California.",
            ("Los Sauces, Tecate", "Baja California"),
        ),
        (
            "Mataron a dos hombres en el rancho Las Golondrinas del municipio de Tamazula, Durango.",
            ("Las Golondrinas, Tamazula", "Durango"),
        ),
    ],
)
def test_no_comma_is_needed_before_the_municipality(text: str, place: tuple[str, str]) -> None:
    assert set(where(text)) == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Un guardia murió el lunes en el municipio de Comalcalco, a 60 kilómetros de Villahermosa.", "Comalcalco"),
        ("A guard was killed on Monday in Olive Branch, about 30 miles north of Memphis, police said.", "Olive Branch"),
        ("Dos agentes murieron el lunes en Guasave al chocar con una camioneta robada con placas de Texas.", "Guasave"),
        ("Un guardia murió baleado el lunes a unos 20 kilómetros de Villahermosa, en el sureste.", "Villahermosa"),
    ],
)
def test_a_distance_or_a_plate_is_no_scene(text: str, place: str) -> None:
    assert {name for name, _ in where(text)} <= {place}


def test_a_state_in_the_name_of_an_office_is_no_part_of_a_town() -> None:
    text = (
        "Dos hombres murieron baleados el lunes en Bolaños, Jalisco, informó la Secretaría de Seguridad Pública,"
        " Prevención y Readaptación Social del Estado de Jalisco (SSP). Los agentes mataron a un agresor."
    )
    assert {name for name, _ in where(text)} == {"Bolaños"}
