""" "This town" is the town of the dateline; the region that the words add only tells where it lies."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text

PUBLISHED = date(2024, 3, 26)


def where(text: str) -> list[str | None]:
    """Return the name of the place of every claim."""
    found = code_text(text, published_on=PUBLISHED).claims
    return [c.where.place.name if c.where else None for c in found]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Apatzingán, Mich. Un guardia murió el lunes en este municipio de la Tierra Caliente.", "Apatzingán"),
        ("Tumaco (Nariño). En este puerto del Pacífico la Policía detuvo a dos hombres.", "Tumaco"),
        ("CULIACÁN, México — Tres policías murieron el domingo en esta ciudad de Sinaloa.", "Culiacán"),
        ("Tegucigalpa. Tres policías murieron el domingo en esta capital.", "Tegucigalpa"),
        ("TUMACO, Colombia (AP) — Two men were killed on Monday in this Pacific port.", "Tumaco"),
        ("REYNOSA, Mexico (AP) — Gunmen killed three soldiers in this Tamaulipas border city.", "Reynosa"),
    ],
)
def test_this_town_is_the_dateline(text: str, town: str) -> None:
    assert where(text) == [town]


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Dos hombres murieron en un ataque en este municipio de Tibú.", {"Tibú"}),
        (
            "Tijuana, BC. Dos hombres fueron asesinados el lunes en Rosarito. En esta ciudad detuvieron a tres.",
            {"Rosarito"},
        ),
    ],
)
def test_this_town_may_be_another(text: str, towns: set[str]) -> None:
    assert set(where(text)) == towns
