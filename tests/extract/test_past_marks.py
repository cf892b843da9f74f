"""Clauses behind "cuando" and "when": whom the pronoun means was killed, and killed nobody. All are invented."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, read


def roles(text: str) -> list[tuple[str, str, str]]:
    told = [c for c in read(text).claims if c.event in {"killing", "attack", "abduction"}]
    return [(c.event, role.role, role.text) for c in told for role in c.roles]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Los tres hombres comían cuando los mataron.", [("killing", "target", "Los tres hombres")]),
        ("La maestra iba a la escuela cuando la secuestraron.", [("abduction", "target", "La maestra")]),
        ("El policía caminaba por la plaza cuando le dispararon.", [("attack", "target", "El policía")]),
        (
            "Ramiro Quintana viajaba en su auto cuando lo ejecutaron.",
            [("killing", "target", "Ramiro Quintana")],
        ),
        (
            "El joven y su novia paseaban cuando los mataron.",
            [("killing", "target", "El joven"), ("killing", "target", "su novia")],
        ),
        (
            "El comandante cenaba cuando un grupo armado lo atacó.",
            [("attack", "perpetrator", "un grupo armado"), ("attack", "target", "El comandante")],
        ),
        (
            "The mayor was leaving his house when gunmen shot him dead.",
            [("killing", "perpetrator", "gunmen"), ("killing", "target", "The mayor")],
        ),
        ("The mayor was leaving his house when they killed him.", [("killing", "target", "The mayor")]),
        (
            "The two officers were eating when gunmen killed them.",
            [("killing", "perpetrator", "gunmen"), ("killing", "target", "The two officers")],
        ),
        (
            "El comando llegó al bar y dispararon contra los clientes.",
            [("attack", "perpetrator", "El comando"), ("attack", "target", "los clientes")],
        ),
    ],
)
def test_whom_it_befell(text: str, told: list[tuple[str, str, str]]) -> None:
    assert roles(text) == told


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("El alcalde salía de su casa cuando lo mataron.", 1),
        ("Los tres hombres comían cuando los mataron.", 3),
        ("The mayor was leaving his house when gunmen shot him dead.", 1),
        ("The two officers were eating when gunmen killed them.", 2),
    ],
)
def test_whom_the_pronoun_means_is_counted(text: str, killed: int) -> None:
    (claim,) = claims(text, tally="killed")
    assert claim.figure is not None
    assert claim.figure.count.exact == killed


def test_another_pronoun_is_not_taken_up() -> None:
    """He who shot is not he who was shot, and "him" is none of several."""
    (claim,) = claims("The officer was chasing the thief when he shot him.")
    assert claim.figure is None
    (claim,) = claims("The police were chasing a man when gunmen shot him dead.", event="killing")
    assert claim.figure is None
