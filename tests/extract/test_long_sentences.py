"""Sentences as long as the news writes them: everything that is counted, and nothing else."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, told

# text, every figure in it (tally, lower bound) in any order
ENGLISH: tuple[tuple[str, list[tuple[str, int]]], ...] = (
    (
        "Gunmen in three pickup trucks opened fire on a wedding party in the town of Yuriria late on Saturday, "
        "killing 11 guests and wounding seven others, the state police said.",
        [("killed", 11), ("wounded", 7)],
    ),
    (
        "After a two-hour gun battle, marines recovered 18 rifles and four grenade launchers and arrested a "
        "42-year-old man known as El Tuerto.",
        [("seized", 18), ("seized", 4), ("arrested", 1)],
    ),
    (
        "At least nine inmates died and 12 guards were taken hostage when a riot broke out in the prison at Turi.",
        [("killed", 9), ("abducted", 12)],
    ),
    (
        "The bodies of five men, some of them with gunshot wounds, were found on Tuesday in a ditch outside Zapotlán.",
        [("bodies", 5)],
    ),
    (
        "Two police officers who had been kidnapped in Ocosingo were released unharmed on Sunday after 36 hours.",
        [("freed", 2)],
    ),
    (
        "The defence ministry said it had sent 450 soldiers in 30 trucks to the area to search for the victims.",
        [("deployed", 450)],
    ),
    (
        "More than 300 families fled the villages of Tierra Blanca and Las Joyas after gunmen burned 12 houses.",
        [("displaced", 301)],
    ),
)
SPANISH: tuple[tuple[str, list[tuple[str, int]]], ...] = (
    (
        "Hombres armados a bordo de tres camionetas dispararon contra los asistentes a una boda en Yuriria, con saldo "
        "de 11 muertos y siete heridos, informó la policía estatal.",
        [("killed", 11), ("wounded", 7)],
    ),
    (
        "Tras dos horas de enfrentamiento, los marinos aseguraron 18 fusiles y cuatro lanzagranadas y detuvieron a un "
        "hombre de 42 años apodado El Tuerto.",
        [("seized", 18), ("seized", 4), ("arrested", 1)],
    ),
    (
        "Los cuerpos de cinco hombres, algunos con heridas de bala, fueron localizados el martes en una zanja.",
        [("bodies", 5)],
    ),
    (
        "Dos policías que habían sido secuestrados en Ocosingo fueron liberados ilesos el domingo tras 36 horas.",
        [("freed", 2)],
    ),
    (
        "La Secretaría de la Defensa informó que envió 450 soldados en 30 camiones para buscar a las víctimas.",
        [("deployed", 450)],
    ),
)
# text, words of the tally that must not move for each
KEPT_APART: tuple[tuple[str, str, list[int]], ...] = (
    ("Twelve gunmen and two soldiers were killed in the clash in Caborca.", "killed", [2, 12]),
    ("The clash in Caborca left 12 gunmen and two soldiers dead.", "killed", [2, 12]),
    ("Doce sicarios y dos soldados murieron en el enfrentamiento en Caborca.", "killed", [2, 12]),
    ("El enfrentamiento en Caborca dejó 12 sicarios y dos soldados muertos.", "killed", [2, 12]),
)


@pytest.mark.parametrize(("text", "expected"), ENGLISH + SPANISH)
def test_all_that_is_counted_and_nothing_else(text: str, expected: list[tuple[str, int]]) -> None:
    # Both a hostage freed and the taking that the same words recall may be told.
    recalled = [("abducted", number) for tally, number in expected if tally == "freed"]
    found = figures(text)
    assert sorted(f for f in found if f not in recalled or f in expected) == sorted(expected), told(text)


@pytest.mark.parametrize(("text", "tally", "numbers"), KEPT_APART)
def test_the_sides_have_figures_of_their_own(text: str, tally: str, numbers: list[int]) -> None:
    found = {c.figure.count.at_least: c.counted.side for c in claims(text, tally=tally) if c.figure}
    assert found == dict(zip(numbers, ["state", "armed_group"], strict=True)), told(text)
