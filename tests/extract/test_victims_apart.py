"""A paragraph that sets in with another hour and another victim tells another crime."""

from __future__ import annotations

import pytest
from tests.extract.reading import read


def _dead(text: str) -> list[int]:
    """Return how many claims of a death each account has that has one."""
    counted = [sum(c.event == "killing" for c in a.claims) for a in read(text).accounts]
    return [n for n in counted if n]


@pytest.mark.parametrize(
    "text",
    [
        (
            "A 15-year-old girl was shot and killed in Laredo on Sunday, police said.\n\n"
            "At 3:40 a.m. Sunday, a 31-year-old man was shot dead in a parked car."
        ),
        (
            "A man was shot dead in Laredo on Sunday, police said.\n\n"
            "On Friday, a cook was shot dead at the bus station."
        ),
        (
            "Una joven de 19 años fue asesinada a balazos el domingo en Reynosa, informó la policía.\n\n"
            "A las 22:30, un hombre de 43 años fue asesinado a balazos en un taller."
        ),
    ],
)
def test_another_hour_and_another_victim_are_another_crime(text: str) -> None:
    assert _dead(text) == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        (
            "A 31-year-old man was shot and killed in Laredo on Sunday, police said.\n\n"
            "At 3:40 a.m. Sunday, a 31-year-old man was shot dead in a parked car."
        ),
        (
            "A man was shot dead in Laredo on Sunday, police said.\n\n"
            "At 3:40 a.m. Sunday, a 31-year-old man was shot dead in a parked car."
        ),
    ],
)
def test_a_lead_told_at_length_is_one_crime(text: str) -> None:
    assert _dead(text) == [2]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Two men were shot dead in the 1500 block of South Larkin Avenue in Laredo on Sunday, police said. "
            "A woman was shot dead in the 200 block of Mercer Street."
        ),
        (
            "Two men were shot dead in the Elm Manor neighborhood of Laredo on Sunday, police said.\n\n"
            "A woman was shot dead in the West Larkin neighborhood on the same night."
        ),
        (
            "Dos hombres fueron asesinados a balazos el domingo en la colonia Las Palmas de Reynosa.\n\n"
            "En la colonia El Mezquital, una mujer fue asesinada a balazos cuando abría su negocio."
        ),
    ],
)
def test_two_addresses_or_quarters_are_two_crimes(text: str) -> None:
    assert _dead(text) == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Two men were shot dead in the 1500 block of South Larkin Avenue in Laredo on Sunday, police said. "
            "The men, of the 200 block of Mercer Street, were killed in their car."
        ),
        (
            "Dos hombres fueron asesinados a balazos el domingo en la colonia Las Palmas de Reynosa.\n\n"
            "Los dos hombres, vecinos de la colonia El Mezquital, fueron asesinados en su coche."
        ),
    ],
)
def test_where_the_dead_lived_is_no_second_scene(text: str) -> None:
    assert _dead(text) == [2]


def test_what_completes_a_sum_is_part_of_it() -> None:
    text = (
        "Los cuerpos de nueve hombres fueron hallados el lunes en Reynosa, informó la policía. Seis cuerpos fueron "
        "hallados en la colonia Las Palmas.\n\n"
        "Tres cuerpos fueron hallados en la colonia El Mezquital."
    )
    accounts = [a for a in read(text).accounts if any(c.tally == "bodies" for c in a.claims)]
    assert len(accounts) == 1
