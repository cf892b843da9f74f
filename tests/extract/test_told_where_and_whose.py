"""Where somebody only spoke, whose count it is, what a group's "it" holds, and what a bomb that is claimed did."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_claim


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Gunmen took 60 hostages in Zaria. Some 52 are safe, the mayor told reporters in Kaduna.", "Zaria"),
        ("Soldiers freed nine hostages in Zaria on Monday, a colonel told journalists on Tuesday in Kaduna.", "Zaria"),
        ("Gunmen shot two reporters dead in Gusau on Monday.", "Gusau"),
    ],
)  # fmt: skip
def test_where_somebody_spoke_is_no_scene(text: str, town: str) -> None:
    assert {c.where.place.name for c in claims(text) if c.where is not None} == {town}


def test_a_count_has_whoever_made_it_as_its_speaker() -> None:
    text = "Gunmen kidnapped 41 students. An earlier count by the police put the number of those taken at 36."
    assert [[s.text for s in c.said_by] for c in claims(text) if c.figure and c.figure.count.exact == 36] == [
        ["the police"]
    ]


def test_a_phrase_before_its_subject_is_no_part_of_a_speaker() -> None:
    text = "Three men were shot dead. In the meantime, the Hillside police have listed a man as a person of interest."
    assert {s.text for c in claims(text) for s in c.said_by} == {"the Hillside police"}


def test_a_gang_holds_people_and_soldiers_rescue_them() -> None:
    held = claims("The faction seized the men at a roadblock near Tala. It still holds a soldier.", tally="abducted")
    assert [[r.text for r in c.roles if r.role == "perpetrator"] for c in held] == [["The faction"]]
    freed = the_claim(
        "Soldiers searched the trucks near Tala. They also freed a man tied up in the back.", tally="freed"
    )
    assert (freed.event, [r.text for r in freed.roles if r.role == "authority"]) == ("rescue", ["Soldiers"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A convoy of gunmen attacked a clinic in Tala and was driven off.", []),
        ("The ministry has moved 600 inmates to a new wing and posted 300 soldiers around it.", [("deployed", 300)]),
        ("The burned remains of four people were found near an air base.", [("bodies", 4)]),
        ("All 12 hostages — seven Filipinos and five Indians — are free.", [("freed", 12), ("freed", 7), ("freed", 5)]),
        ("His son Abel was held in March and extradited.", [("arrested", 1), ("extradited", 1)]),
    ],
)
def test_what_is_counted(text: str, told: list[tuple[str, int]]) -> None:
    assert sorted(figures(text)) == sorted(told)


def test_a_bombing_that_killed_one_is_claimed() -> None:
    claimed = the_claim(
        "The group claimed a car bombing on Tuesday which killed one person.", event="claim_of_responsibility"
    )
    assert [r.text for r in claimed.roles] == ["The group"]
    assert not claims("The group claims the attack was led by police.", event="claim_of_responsibility")
    assert not claims("The attack claimed nine lives.", event="claim_of_responsibility")


def test_who_is_accused_behind_by_did_what_is_avenged() -> None:
    text = (
        "A splinter of the Kito gang said it took 61 people in revenge for a series of break-ins at members' homes. "
        "In an audio message it alleged that the break-ins had been led by officers of the Tala police."
    )
    accused = the_claim(text, event="accusation")
    assert [r.text for r in accused.roles if r.role == "target"] == ["officers of the Tala police"]
    done = [[r.text for r in c.roles if r.role == "perpetrator"] for c in claims(text, event="home_invasion")]
    assert done[0] == ["officers of the Tala police"]


def test_what_is_said_beside_a_state_is_nobody() -> None:
    assert claims("The killings, and the boldness of a cartel, worry the neighbours of Tala.") == []
    assert figures("The deaths of Ana Solís and a boy stunned Tala.") == [("killed", 2)]
    assert figures("Three deaths, and two injuries, were reported in Tala.") == [("killed", 3), ("wounded", 2)]


def test_who_makes_homicides_soar_shoots_nobody() -> None:
    assert claims("La llegada de dos bandas disparó los homicidios en Tulum.") == []
    assert [c.event for c in claims("Unos sicarios dispararon a un taxista en Tulum.")] == ["attack"]
