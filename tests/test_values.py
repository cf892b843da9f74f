"""Values as a person types them."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.errors import OptionError
from recuento.model import Count, DayRange
from recuento.values import count_of, days_of, days_words, place_of, place_words


@pytest.mark.parametrize(
    ("words", "place", "precision"),
    [
        ("Culiacan", "Culiacán, Sinaloa, MX", "town"),
        ("culiacán, sinaloa", "Culiacán, Sinaloa, MX", "town"),
        ("Sinaloa", "Sinaloa, MX", "admin1"),
        ("Mexico", "Mexico, MX", "country"),
        ("Chihuahua", "Chihuahua, MX", "admin1"),
        ("Chihuahua, Chihuahua", "Chihuahua, MX", "town"),
        ("Tumaco, Colombia", "Tumaco, Nariño, CO", "town"),
        ("Aldea Inventada, Sinaloa, MX", "Aldea Inventada, Sinaloa, MX", "town"),
    ],
)
def test_places(words: str, place: str, precision: str) -> None:
    found = place_of(words)
    assert (place_words(found), found.precision) == (place, precision)


@pytest.mark.parametrize(
    ("words", "told"),
    [("San Pedro", "places bear the name"), ("San Pedro, Sonora", "no such place"), (" , ", "a place has a name")],
)
def test_places_that_are_not_clear(words: str, told: str) -> None:
    with pytest.raises(OptionError, match=told):
        place_of(words)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2024-03-22", DayRange.day(date(2024, 3, 22))),
        ("2024-02", DayRange.month(2024, 2)),
        ("2024-03-22..2024-03-24", DayRange(date(2024, 3, 22), date(2024, 3, 25))),
        ("2024-12..2025-01", DayRange(date(2024, 12, 1), date(2025, 2, 1))),
    ],
)
def test_days_there_and_back(words: str, days: DayRange) -> None:
    assert days_of(words) == (days,)
    assert days_of(days_words((days,))) == (days,)


@pytest.mark.parametrize(
    "words", ["", "March", "2024-13", "2024-02-30", "2024-03-24..2024-03-22", "2024", "22/03/2024"]
)
def test_days_that_are_none(words: str) -> None:
    with pytest.raises(OptionError):
        days_of(words)


@pytest.mark.parametrize(("words", "count"), [(" 12 ", Count(12, 12)), ("12+", Count(12)), ("10–12", Count(10, 12))])
def test_figures(words: str, count: Count) -> None:
    assert count_of(words) == count


@pytest.mark.parametrize("words", ["", "twelve", "-3", "12-10", "1.5", "12 dead"])
def test_figures_that_are_none(words: str) -> None:
    with pytest.raises(OptionError):
        count_of(words)
