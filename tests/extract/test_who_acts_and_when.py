"""Who acts behind "as", a preposition or a place, and which days date only what was said."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.reading import claims, the_claim

from recuento.model import Claim


def doers(claim: Claim) -> list[str]:
    """Return who did it, in the words of the report."""
    return [role.text for role in claim.roles if role.role in {"perpetrator", "authority"}]


def days(claim: Claim) -> list[date]:
    """Return the first of the days that the claim may mean."""
    return [found.first for found in claim.when.ranges] if claim.when else []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A corporal lost his life as troops on Friday freed nine more farmers from the hands of bandits.", "troops"),
        ("A guard was hurt as soldiers freed six captives.", "soldiers"),
        ("A driver lost his life as marines on Sunday rescued 14 hostages near Tampico.", "marines"),
    ],
)
def test_whoever_stands_behind_as_frees_them(text: str, who: str) -> None:
    assert doers(the_claim(text, event="rescue")) == [who]


def test_who_works_as_something_is_no_clause() -> None:
    assert "as" not in " ".join(doers(the_claim("A man who served as a guard freed six captives.", tally="freed")))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("From the scene police recovered six rifles and two cars.", "police"),
        ("At the scene police seized four pistols.", "police"),
        ("In the house detectives found 12 grenades.", "detectives"),
    ],
)
def test_the_place_that_opens_a_sentence_is_none_of_who_acts(text: str, who: str) -> None:
    assert {words for claim in claims(text, tally="seized") for words in doers(claim)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen fired on their cars on Monday.", ["Gunmen"]),
        ("Soldiers were on patrol when gunmen shot at them on Monday.", ["gunmen"]),
        ("Police fired on the crowd on Monday.", ["Police"]),
        ("Two officers shot at the market on Monday were treated there.", []),
        ("A girl shot at a bus stop is in hospital.", []),
    ],
)
def test_whoever_fires_on_somebody_attacks(text: str, who: list[str]) -> None:
    assert doers(the_claim(text, event="attack")) == who


def test_a_convoy_that_was_fired_on_makes_no_arrests() -> None:
    text = "Gunmen ambushed a police convoy on Monday near Celaya. Twelve rifles were seized. A man was arrested."
    assert doers(the_claim(text, event="seizure")) == [] == doers(the_claim(text, event="arrest"))


@pytest.mark.parametrize(
    ("text", "event", "day"),
    [
        (
            "Gunmen killed two guards on Friday. In a statement yesterday, the army said troops were near when gunmen "
            "fired on their cars.",
            "attack",
            date(2024, 3, 22),
        ),
        (
            "Three guards were wounded on Friday and were in stable condition Sunday. Six of the gunmen escaped.",
            "escape",
            date(2024, 3, 22),
        ),
        (
            "Nine people are free, the mayor said Monday, after soldiers rescued them earlier in the day.",
            "rescue",
            date(2024, 3, 25),
        ),
        ("Its founder was convicted of smuggling by a court in 2018.", "conviction", date(2018, 1, 1)),
    ],
)
def test_days_are_of_what_happened(text: str, event: str, day: date) -> None:
    assert days(the_claim(text, event=event)) == [day]


@pytest.mark.parametrize(
    "silent",
    [
        "The police command had yet to respond to the claim when we went out to report.",
        "Police did not immediately comment.",
        "The army has not publicly said so.",
    ],
)
def test_who_has_not_spoken_says_nothing(silent: str) -> None:
    text = f"Gunmen took nine people on Friday. {silent} Three men were wounded."
    assert [claim.said_by for claim in claims(text, tally="abducted")] == [()]


def test_nobody_who_holds_a_prisoner_tries_to_free_him() -> None:
    text = "Police arrested two men on Friday. A post on Friday: “Three dead in attempt to free prisoner.”"
    assert [who for claim in claims(text, event="rescue") for who in doers(claim)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine people in Kaduna State on Friday.",
        "Bandits killed 12 farmers in Zamfara state on Friday.",
        "Four men were killed in the state on Friday.",
    ],
)
def test_a_state_states_nothing(text: str) -> None:
    assert days(the_claim(text, event="killing")) == [date(2024, 3, 22)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Gunmen killed nine people in the Tumaco area of Nariño on Monday.", "Tumaco"),
        ("Gunmen killed nine people in the Apatzingan area of Michoacan state on Monday.", "Apatzingán"),
        ("Two men were killed in the Oakland area of Pittsburgh on Monday.", "Pittsburgh"),
        ("Two men were killed in the Springfield section of Philadelphia on Monday.", "Philadelphia"),
    ],
)
def test_the_land_around_a_town_is_of_the_town_where_its_state_follows(text: str, where: str) -> None:
    place = the_claim(text, event="killing").where
    assert place is not None
    assert place.place.name == where


@pytest.mark.parametrize(
    ("text", "figures_told"),
    [
        ("A total of 34 people are free, made up of 20 adults and 14 children.", [34, 20, 14]),
        ("The governor said a total of 41 people were now free, including 20 adults.", [41, 20]),
        ("A group of 12 hostages walked free, among them two nuns.", [12, 2]),
    ],
)
def test_a_total_is_kept_beside_its_parts(text: str, figures_told: list[int]) -> None:
    told = [claim.figure.count.at_least for claim in claims(text, tally="freed") if claim.figure is not None]
    assert told == figures_told
