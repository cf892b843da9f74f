"""How many they were whom a pronoun stands for, and who of the hit is dead."""

from __future__ import annotations

import pytest
from tests.extract.reading import figures

TOLD = (
    ("Los secuestraron cuando volvían del baile; eran seis muchachos de Caborca.", [("abducted", 6)]),
    ("Los encapuchados los mataron en la brecha: dos taxistas y un peón.", [("killed", 2)]),
    ("Los mataron de noche; eran tres jornaleros.", [("killed", 3)]),
    ("Los mataron de noche; eran las tres de la mañana.", []),
    ("La mataron de noche: dos vecinos oyeron los gritos.", []),
)
DEAD = (
    ("Murió en el lugar un policía baleado en Celaya.", [("killed", 1)]),
    ("Un cabo recibió un disparo en el cuello y murió.", [("killed", 1)]),
    ("Un cabo recibió un disparo y su chofer murió.", [("wounded", 1), ("killed", 1)]),
)


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_number_behind_the_verb_counts_those_of_its_pronoun(text: str, expected: list[tuple[str, int]]) -> None:
    assert [f for f in figures(text) if f[1] > 1] == expected


@pytest.mark.parametrize(("text", "expected"), DEAD)
def test_who_died_of_it_is_not_wounded_besides(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected
