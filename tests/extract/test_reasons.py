"""Whose a message is, whom it accuses, and who did what it avenges."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim


def doers(text: str, event: str) -> list[str]:
    return [r.text for c in claims(text, event=event) for r in c.roles if r.role in {"perpetrator", "authority"}]


def accusers(text: str) -> list[str]:
    return [r.text for c in claims(text, event="accusation") for r in c.roles if r.role == "claimant"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A wing of the Delta Cartel claimed the kidnapping of 33 fishermen. One of the masked men said it was "
            "payback for raids on homes, and that municipal policemen had been at the head of the raiders.",
            "municipal policemen",
        ),
        (
            "The Bagres gang claimed the kidnapping of 33 fishermen, calling it revenge for burglaries of homes.\n\n"
            "It accuses town policemen of having led the burglaries.",
            "town policemen",
        ),
        (
            "Armed men seized 33 fishermen in Tame on Friday. Los Bagres said in a letter that they did it in revenge "
            "for home invasions, which they blamed on officers of the municipal police.",
            "officers of the municipal police",
        ),
    ],
)
def test_whoever_is_accused_did_what_is_avenged(text: str, who: str) -> None:
    assert doers(text, "home_invasion") == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen took 33 fishermen. In a note the gang spoke of revenge for home invasions.", []),
    ],
)
def test_what_nobody_is_accused_of_was_done_by_nobody_named(text: str, who: list[str]) -> None:
    assert doers(text, "home_invasion") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Gov. Ana Prieto said 12 people were missing. A wing of the Delta Cartel claimed the kidnapping. It said "
            "it was avenging burglaries at homes, which it blamed on municipal police.",
            ["A wing of the Delta Cartel"],
        ),
        (
            "A faction of the Delta Cartel, which neighbours say is run by two brothers, claimed the kidnapping of 33 "
            "fishermen. The burglaries of homes, it alleged, were led by policemen.",
            ["A faction of the Delta Cartel"],
        ),
        ("The bombing killed nine. The army blamed the bombing on the Liberation Front.", ["The army"]),
    ],
)
def test_it_is_whoever_claimed_last_and_not_whoever_spoke_last(text: str, who: list[str]) -> None:
    assert accusers(text) == who


def test_whom_something_is_blamed_on_is_accused_and_not_the_thing() -> None:
    claim = the_claim("The kidnappers blamed the robberies on officers of the station.", event="accusation")
    assert [r.text for r in claim.roles if r.role == "target"] == ["officers of the station"]


def test_a_claim_holds_what_its_own_words_name() -> None:
    text = (
        "Members of the police force took part in robberies at homes, according to a video in which the Bagres gang "
        "claims the kidnapping of 33 fishermen."
    )
    assert doers(text, "abduction") == ["the Bagres gang"]


def test_a_group_that_names_itself_is_called_so() -> None:
    text = "A group calling itself the Sons of the River said that it was behind the kidnapping of 33 fishermen."
    assert doers(text, "abduction") == ["A group calling itself the Sons of the River"]


def test_whoever_stands_by_what_is_avenged_did_it() -> None:
    text = (
        "The Eastern Front said it was holding nine workers in reprisal for raids by the police on villagers' houses."
    )
    assert doers(text, "home_invasion") == ["the police"]
    assert doers(text, "abduction") == ["The Eastern Front"]
