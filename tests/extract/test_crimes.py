"""The day of a crime and the day of what the law did about it are told apart."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.reading import claims


def _days(text: str, event: str) -> list[tuple[date, date]]:
    told = next(c for c in claims(text) if c.event == event)
    return [(r.first, r.after) for r in told.when.ranges] if told.when is not None else []


FRIDAY, MONDAY = date(2024, 3, 22), date(2024, 3, 25)


@pytest.mark.parametrize(
    ("text", "law", "crime"),
    [
        ("Two men were arrested Friday in the June killing of a baker.", FRIDAY, date(2023, 6, 1)),
        ("Detuvieron el viernes a un chofer por el asesinato de un panadero en junio.", FRIDAY, date(2023, 6, 1)),
        ("A clerk pleaded guilty on Monday to the murder of his cousin back in April.", MONDAY, date(2023, 4, 1)),
        (
            "Un juez vinculó a proceso el viernes a un chofer por el homicidio de una maestra en febrero.",
            FRIDAY, date(2024, 2, 1),
        ),
    ],
)  # fmt: skip
def test_an_arrest_and_its_crime_have_days_of_their_own(text: str, law: date, crime: date) -> None:
    acts = [c for c in claims(text) if c.event in {"arrest", "plea", "charge"}]
    assert [c.when.ranges[0].first for c in acts if c.when is not None] == [law]
    assert _days(text, "killing")[0][0] == crime


def test_the_day_of_a_crime_before_its_noun_is_not_the_arrests() -> None:
    text = "Deputies made an arrest in last week's killing of a grocer near Boise."
    assert _days(text, "arrest") == []
    assert _days(text, "killing") == [(date(2024, 3, 18), date(2024, 3, 25))]


def test_who_is_wanted_for_a_murder_did_not_commit_it_when_he_surrendered() -> None:
    text = "A driver wanted for the murder of two bakers turned himself in Tuesday afternoon."
    assert _days(text, "killing") == []


def test_a_crime_without_a_day_takes_the_one_its_report_gives_it_elsewhere() -> None:
    text = (
        "A driver was arrested on Monday in connection with the killing of two bakers in Celaya.\n\n"
        "Gunmen killed the two bakers on 3 March outside their shop in Celaya."
    )
    told = [c for c in claims(text) if c.event == "killing"]
    assert [c.when.ranges[0].first for c in told if c.when is not None] == [date(2024, 3, 3), date(2024, 3, 3)]
    assert [c.when.inherited for c in told if c.when is not None] == [True, False]
    assert len({c.account for c in told}) == 1


def test_a_crime_told_in_court_does_not_take_the_day_of_the_court() -> None:
    text = (
        "CELAYA, 25 March - A judge sentenced a driver to 30 years for the murder of a baker.\n\n"
        "Prosecutors said on Monday that the driver shot the baker and wounded two customers."
    )
    wounded = next(c for c in claims(text) if c.event == "wounding")
    assert wounded.when is None


@pytest.mark.parametrize(
    "text",
    [
        "Luis Soto died from injuries suffered in the March 15 shooting.",
        "Luis Soto murió por las heridas que sufrió en el ataque del 15 de marzo.",
        "Luis Soto murió a consecuencia de las lesiones recibidas el 15 de marzo.",
    ],
)
def test_whoever_died_of_wounds_died_of_what_was_then(text: str) -> None:
    assert _days(text, "killing") == [(date(2024, 3, 15), date(2024, 3, 16))]


def test_a_day_of_the_death_itself_stays_its_own() -> None:
    assert _days("Luis Soto died Friday of injuries suffered on Tuesday.", "killing")[0][0] == FRIDAY
