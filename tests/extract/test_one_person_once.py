"""One person is counted once, and nobody is counted who is a date, a price of guilt or somebody's child at home."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims


def _people(text: str, *tallies: str) -> list[tuple[str, int]]:
    told = [(c.tally, c.figure.count.at_least) for c in claims(text) if c.tally and c.figure is not None]
    return [(tally, number) for tally, number in told if not tallies or tally in tallies]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Police are investigating the death of Alan Reyes, a former student at Lincoln High.", [1]),
        ("Peter Gomez, a father of two, was shot and killed on Monday.", [1]),
        ("Elvira Soto, madre de tres, fue asesinada el lunes en Celaya.", [1]),
        ("A 12-year-old student was hit in the chest and killed Sunday evening by three attackers.", [1]),
        ("A neighbour who was shot last Christmas has died.", [1]),
        ("A driver was charged with Class B felony manslaughter.", []),
        ("He took out a pistol and shot at the guards.", []),
        ("A girl was shot in the arm on Sunday, a block from where a boy was fatally shot in May.", [1]),
    ],
)
def test_the_dead_are_counted_once(text: str, dead: list[int]) -> None:
    assert [number for _, number in _people(text, "killed")] == dead


def test_who_was_killed_by_three_attackers_was_not_their_killer() -> None:
    (told,) = claims("A student was hit in the chest and killed Sunday evening by three attackers.", tally="killed")
    assert {role.role: role.text for role in told.roles} == {"perpetrator": "three attackers", "target": "A student"}


def test_an_age_stays_in_the_words_for_whom_it_is_of() -> None:
    told = next(c for c in claims("A 16-year-old boy was killed in Celaya on Monday.") if c.tally == "killed")
    assert [role.text for role in told.roles if role.role == "target"] == ["A 16-year-old boy"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Dana "Dany" Lopez died at a hospital on Friday.', 'Dana "Dany" Lopez'),
        ('Ramón "El Moncho" Ríos fue asesinado el lunes en Celaya.', 'Ramón "El Moncho" Ríos'),
        ("Prosecutors charged Joaquin “El Topo” Ruiz on Tuesday.", "Joaquin “El Topo” Ruiz"),
    ],
)
def test_a_nickname_parts_no_name_in_two(text: str, who: str) -> None:
    (told,) = claims(text)
    assert [role.text for role in told.roles if role.role == "target"] == [who]


def test_the_dead_of_a_weekends_shootings_are_those_of_several_incidents() -> None:
    text = "Three people were killed and twelve were wounded in weekend shootings in Chicago."
    assert {c.scope for c in claims(text)} == {"aggregate"}
