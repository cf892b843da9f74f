"""Events whose day is counted back from that of the news."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.reading import claims


@pytest.mark.parametrize(
    ("text", "count", "first", "after"),
    [
        (
            "Nine people were killed in Celaya on Thursday, three days after gunmen killed 14 people at a party.",
            14, date(2024, 3, 18), date(2024, 3, 19),
        ),
        (
            "Nueve cadáveres fueron arrojados este jueves en Celaya, dos días después de la aparición de 14 cadáveres.",
            14, date(2024, 3, 19), date(2024, 3, 20),
        ),
        (
            "A day after gunmen killed five officers in Tecate, soldiers arrested four suspects.",
            5, date(2024, 3, 24), date(2024, 3, 26),
        ),
        (
            "Nine hostages were freed on Saturday, two days after 31 had been let go, police said.",
            31, date(2024, 3, 21), date(2024, 3, 22),
        ),
        (
            "Troops arrived in Tecate a day after 31 farmers were abducted on Friday.",
            31, date(2024, 3, 22), date(2024, 3, 23),
        ),
        (
            "Two days after gunmen abducted 31 farmers on Friday, soldiers freed 12.",
            12, date(2024, 3, 24), date(2024, 3, 25),
        ),
        (
            "Un día antes de que el Ejército rescatara a nueve el sábado, los captores habían soltado a 31.",
            31, date(2024, 3, 22), date(2024, 3, 23),
        ),
        ("Hace dos semanas aparecieron 14 cuerpos bajo un puente de Celaya.", 14, date(2024, 3, 11), date(2024, 3, 18)),
    ],
)  # fmt: skip
def test_days_are_counted_from_those_that_are_told(text: str, count: int, first: date, after: date) -> None:
    told = next(c for c in claims(text) if c.figure is not None and c.figure.count.exact == count)
    assert told.when is not None
    assert [(r.first, r.after) for r in told.when.ranges] == [(first, after)]


def test_an_anniversary_counted_in_years_is_background() -> None:
    text = "Un año después del asesinato de 14 jóvenes en Celaya, la fiscalía detuvo a tres hombres."
    assert [c.background for c in claims(text, event="killing")] == [True]


def test_hours_after_an_event_count_no_days() -> None:
    text = "Los soldados llegaron dos horas después de que fueron asesinados cinco agentes en Tecate."
    assert [c.when for c in claims(text, event="killing")] == [None]
