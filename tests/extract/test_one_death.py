"""What a report tells apart of one person's death is one account, on the day of the crime."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.reading import read


def _deaths(text: str) -> list[date | None]:
    """Return the first day of every account that somebody's death stands in."""
    accounts = [a for a in read(text).accounts if any(c.tally == "killed" for c in a.claims)]
    return [a.when.ranges[0].first if a.when is not None else None for a in accounts]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Pedro Rueda, 19, was charged in Boise, police said Wednesday.\n\n"
            "Rueda surrendered on Monday in the March 9 killing of Mateo Lara.\n\n"
            "Nobody answered the door of his house on Tuesday night.\n\n"
            "Lara, a ninth-grader, was shot to death outside his school, police said."
        ),
        (
            "La Fiscalía detuvo el lunes en Tepic a un chofer por el homicidio de Mateo Lara Soto, "
            "ocurrido el 9 de marzo.\n\n"
            "Los vecinos marcharon el martes.\n\n"
            "Mateo Lara Soto fue asesinado a balazos frente a su casa."
        ),
    ],
)
def test_a_victim_named_again_after_the_arrest_died_on_the_day_of_the_crime(text: str) -> None:
    assert _deaths(text) == [date(2024, 3, 9)]


def test_whoever_died_days_after_he_was_shot_is_of_the_day_of_the_shooting() -> None:
    text = (
        "Mateo Lara, 16, died at a hospital on Monday night, police in Boise said.\n\n"
        "Mateo Lara was shot in the head on Thursday near the station."
    )
    assert _deaths(text) == [date(2024, 3, 21)]


@pytest.mark.parametrize(
    "text",
    [
        # Two of a family: "Lara" alone says neither.
        "Mateo Lara was shot dead on Monday in Boise.\n\nOn Thursday Julia Lara was shot dead in Reno.",
        # Another crime that the same man lived through, long before.
        "Mateo Lara was shot dead on Monday in Boise.\n\nOn 5 January 2024 Mateo Lara was shot in the leg in Reno.",
    ],
)
def test_two_people_and_two_crimes_stay_apart(text: str) -> None:
    assert len([a for a in read(text).accounts if a.family == "violence"]) == 2
