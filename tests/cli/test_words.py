from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import report, told

from recuento.cli import words
from recuento.model import Claim, Count, Counted, DayRange, Place, Span, Speaker


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ([DayRange.day(date(2024, 3, 22))], "22 Mar 2024"),
        ([DayRange(date(2024, 3, 22), date(2024, 3, 25))], "22–24 Mar 2024"),
        ([DayRange(date(2024, 3, 30), date(2024, 4, 2))], "30 Mar 2024 – 1 Apr 2024"),
        ([DayRange.month(2023, 1), DayRange.month(2024, 1)], "Jan 2023 or Jan 2024"),
        ([DayRange.month(2023, 12)], "Dec 2023"),
        ([DayRange.year(2023)], "2023"),
        ([], "day not said"),
    ],
)
def test_days(ranges: list[DayRange], said: str) -> None:
    assert words.days(ranges) == said


def test_places_without_saying_a_name_twice() -> None:
    assert words.place(Place(name="Sinaloa", admin1="Sinaloa", country="MX", precision="admin1")) == "Sinaloa, MX"
    assert words.place(Place(name="Mexico", country="MX", precision="country")) == "Mexico"
    assert words.place(None) == "place not said"


def test_figures_with_their_bounds() -> None:
    assert words.figure(Count.exactly(58), 42, 66, 3) == "58 (42–66, 3 sources)"
    assert words.figure(Count.exactly(58), 58, 58, 1) == "58 (58, 1 source)"
    assert words.figure(Count(12), 12, None, 1) == "at least 12 (12–?, 1 source)"
    assert words.figure(Count(401), 401, None, 1) == "more than 400 (401–?, 1 source)"
    assert words.count(Count(401, 440)) == "401–440"
    assert words.count(Count(2)) == "at least 2"


def test_who_is_counted() -> None:
    assert words.counted(Counted(side="state", force="National Guard"), "member") == (
        "member (state forces, National Guard)"
    )
    assert words.counted(Counted(), None) == ""


def claim_of(*, said_by: tuple[Speaker, ...], certainty: str = "stated") -> Claim:
    (claim,) = report("2024-03-23", [told("66 were taken", "abduction", "abducted", 66, certainty=certainty)]).claims
    return replace(claim, said_by=said_by)


def test_who_speaks_nearby_has_not_said_it() -> None:
    governor = Speaker(text="the governor", kind="official", span=Span(0, 4))
    nearby = replace(governor, inherited=True)
    assert words.said_by(claim_of(said_by=(governor,), certainty="attributed")) == "the governor"
    assert words.said_by(claim_of(said_by=(nearby,))) == "the report itself (the governor speaks nearby)"
    assert words.said_by(claim_of(said_by=(nearby,), certainty="alleged")) == (
        "the report itself, as alleged (the governor speaks nearby)"
    )
    assert words.said_by(claim_of(said_by=())) == "the report itself"
