"""What heads an incident."""

from __future__ import annotations

from datetime import date

from recuento.link.incidents import incident_of
from recuento.link.weights import load_weights
from recuento.model import DayRange
from recuento.pipeline import code_text

# Everyone and everything told here is invented.
REPORT = (
    "Gunmen abducted nine villagers in Caborca, Sonora, on Sunday. On Monday four of them were released, and three more"
    " were released on Tuesday."
)


def test_what_began_an_incident_heads_it() -> None:
    accounts = code_text(REPORT, published_on=date(2024, 3, 26)).accounts
    (events,) = {incident_of([a], load_weights().kinds).events for a in accounts if len(a.claims) > 2}
    assert events[0] == "abduction"
    assert events[-1] == "release"


def test_an_incident_of_which_only_the_outcome_is_dated_began_by_then() -> None:
    text = "Gunmen kidnapped nine villagers in Caborca, Sonora. Four of the captives were released on Monday."
    (account,) = code_text(text, published_on=date(2024, 3, 26)).accounts
    incident = incident_of([account], load_weights().kinds)
    assert incident.when == ()
    assert incident.no_later_than == date(2024, 3, 25)


def test_the_day_of_the_taking_heads_it_where_another_report_gives_it() -> None:
    texts = (
        "Gunmen kidnapped nine villagers in Caborca, Sonora. Four of the captives were released on Monday.",
        "Gunmen kidnapped nine villagers in Caborca, Sonora, on Friday.",
    )
    accounts = [a for text in texts for a in code_text(text, published_on=date(2024, 3, 26)).accounts]
    incident = incident_of(accounts, load_weights().kinds)
    assert incident.when == (DayRange.day(date(2024, 3, 22)),)
    assert incident.no_later_than is None
