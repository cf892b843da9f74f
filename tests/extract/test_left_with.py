"""Whom an attack leaves in a state: the state before or behind them, of a force or not."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text

PUBLISHED = date(2024, 3, 26)


def harmed(text: str) -> list[tuple[str, int | None, str]]:
    """Return the people killed, wounded, taken or missing, as event, figure and status."""
    found = code_text(text, published_on=PUBLISHED).claims
    return [(c.event, c.figure.count.exact, c.status) for c in found if c.figure is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La jornada dejó un patrullero de Carabineros muerto.", [("killing", 1)]),
        ("El ataque dejó un cabo del Ejército herido.", [("wounding", 1)]),
        ("La operación dejó un integrante de la Guardia Nacional fallecido.", [("killing", 1)]),
        ("El tiroteo dejó a un sargento de la Policía sin vida.", [("killing", 1)]),
        ("La balacera dejó muertos a once atacantes y herido a un agente.", [("killing", 11), ("wounding", 1)]),
        ("La balacera dejó muertos a once de los atacantes y un agente herido.", [("killing", 11), ("wounding", 1)]),
        ("El operativo dejó sin vida a un custodio y lesionados a tres policías.", [("killing", 1), ("wounding", 3)]),
        ("El ataque al convoy que los buscaba dejó sin vida a un marino.", [("killing", 1)]),
        ("El rescate le costó la vida a un militar.", [("killing", 1)]),
    ],
)
def test_who_is_left_dead_or_hurt(text: str, expected: list[tuple[str, int]]) -> None:
    assert harmed(text) == [(*one, "occurred") for one in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fueron 13 los disidentes abatidos y cuatro los soldados que resultaron lesionados.",
            [("killing", 13), ("wounding", 4)],
        ),
        ("Hay tres policías muertos y dos civiles que siguen desaparecidos.", [("killing", 3), ("missing", 2)]),
        ("Son seis los que murieron y nueve los que resultaron heridos.", [("killing", 6), ("wounding", 9)]),
    ],
)
def test_what_is_said_of_the_second_is_not_of_the_first(text: str, expected: list[tuple[str, int]]) -> None:
    assert harmed(text) == [(*one, "occurred") for one in expected]


def test_who_is_only_looked_for_is_not_left_dead() -> None:
    assert harmed("El ataque dejó sin luz a dos barrios.") == []
