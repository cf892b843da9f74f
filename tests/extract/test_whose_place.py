"""Spanish: which of a sentence's places, or of those told before it, is where it happened."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims


def told(text: str, event: str) -> list[str | None]:
    return [claim.where.place.name if claim.where else None for claim in claims(text, event=event)]


@pytest.mark.parametrize(
    ("text", "event", "where"),
    [
        ("Un tribunal de Manhattan condenó el jueves a Rubén Lara, detenido en Cancún.", "conviction", "Manhattan"),
        ("Un juez de Cali condenó a 20 años de cárcel a Rubén Lara por un crimen en Tumaco.", "sentence", "Cali"),
        ("Ocho cateos en Mixco, Villa Nueva y Escuintla dejaron 14 detenidos.", "arrest", "Mixco"),
        ("La Marina rescató a nueve personas en Tumeremo, municipio Sifontes.", "rescue", "Tumeremo"),
    ],
)
def test_of_several_places_one_is_meant(text: str, event: str, where: str) -> None:
    assert told(text, event)[-1] == where


def test_each_of_two_figures_keeps_its_town() -> None:
    assert told("Cinco personas murieron en Mixco y tres en Escuintla, en Guatemala.", "killing") == [
        "Mixco",
        "Escuintla",
    ]


def test_a_town_before_its_municipality_goes_on() -> None:
    text = "La Marina rescató a nueve personas en Tumeremo, municipio Sifontes. En el operativo falleció un sargento."
    assert told(text, "killing") == ["Tumeremo"]


def test_troops_are_sent_to_the_area() -> None:
    text = (
        "Murieron baleadas dos personas en Ituango, Antioquia. Otra cayó en la vereda La Granja. "
        "El Gobierno mandó 500 soldados."
    )
    assert told(text, "deployment") == ["Ituango"]
