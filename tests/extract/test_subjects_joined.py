"""Who the subject is where the parser loses it: two joined by "and", behind a clause or gerund; and whose a sum is."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_claim

FIGURES: tuple[tuple[str, list[tuple[str, int]]], ...] = (
    ("A cook and a night watchman were killed when the attackers blew open the gate.", [("killed", 1), ("killed", 1)]),
    ("The court dealt with an ambush in which three guards and a bystander died.", [("killed", 3), ("killed", 1)]),
    ("Soldiers who searched the abandoned trucks found nine rifles.", [("seized", 9)]),
    ("Two men accused of kidnapping a doctor were arrested on Friday.", [("arrested", 2), ("abducted", 1)]),
    (
        "Eleven growers abducted two weeks ago in the Colombian province of Cauca were freed on Saturday.",
        [("abducted", 11), ("freed", 11)],
    ),
    ("The president has sent 2,500 troops and 800 police to the coast.", [("deployed", 2500), ("deployed", 800)]),
    ("A drone killed eleven gang members on Saturday, a police spokesman, Garry Noel, said.", [("killed", 11)]),
    ("Ten days after 33 passengers vanished near Reynosa, 21 of them are back.", [("missing", 33), ("freed", 21)]),
    ("One illegal firearm, a Taurus 9mm pistol, was taken from the scene.", [("seized", 1)]),
    ("Prosecutors on Wednesday charged eleven marines.", [("charged", 11)]),
)


@pytest.mark.parametrize(("text", "told"), FIGURES)
def test_who_is_counted(text: str, told: list[tuple[str, int]]) -> None:
    assert sorted(figures(text)) == sorted(told)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Two clerks were shot dead in Tala, bringing to 12 the number killed this year.", [None, "aggregate"]),
        ("Nine hostages were freed on Sunday, bringing to 40 the number released so far.", [None, "total"]),
        ("Three mayors were extradited, bringing to 41 the number sent north since 2014.", [None, "aggregate"]),
        ("Three more bodies were found on Sunday, taking the death toll to 14.", ["increment", "total"]),
    ],
)  # fmt: skip
def test_whose_a_sum_is(text: str, scopes: list[str | None]) -> None:
    found = [c for c in claims(text) if c.figure is not None]
    assert [c.scope for c in found] == scopes
    assert not [r for c in found for r in c.roles if r.role == "perpetrator"]


def test_an_accusation_that_says_whom_the_law_dealt_with_arrests_nobody() -> None:
    told = the_claim("Two men accused of kidnapping a doctor were arrested on Friday in Tala.", event="arrest")
    assert [(r.role, r.text) for r in told.roles] == [("target", "Two men")]


def test_who_found_it_behind_a_clause() -> None:
    text = "Soldiers who searched the abandoned trucks found nine rifles."
    assert {r.text for c in claims(text, tally="seized") for r in c.roles} == {"Soldiers"}


def test_people_behind_after_act_though_a_phrase_of_theirs_parts_them_from_the_verb() -> None:
    text = "At least 27 people were killed and 14 others are missing after rebels on motorcycles attacked a village."
    assert {r.text for c in claims(text, event="attack") for r in c.roles if r.role == "perpetrator"} == {"rebels"}


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Ada Oke, who leads the volunteers, said they had counted 27 bodies after the attack.", 0),
        ("A wing of the gang said it had carried out the attack on the bus.", 1),
        ("The gang said it had taken the 27 farmers.", 1),
    ],
)
def test_who_had_done_something_else_claims_nothing(text: str, claimed: int) -> None:
    assert len(claims(text, event="claim_of_responsibility")) == claimed


def test_nobody_says_what_no_group_claims() -> None:
    text = "No group has claimed the raid in Tala. Nine villagers were killed."
    assert not [s for c in claims(text) for s in c.said_by]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The front said it was behind the ambush and that it had captured six soldiers.", ("abduction", 6)),
        ("Police captured two gang members near Tala on Monday.", ("arrest", 2)),
    ],
)
def test_whom_a_group_captures_is_taken(text: str, told: tuple[str, int]) -> None:
    assert [(c.event, c.figure.count.exact) for c in claims(text) if c.figure is not None] == [told]


def test_a_sentence_that_opens_with_since_when_counts_over_years() -> None:
    assert (
        the_claim("Since he took office in 2022, 800 people have been jailed.", tally="arrested").scope == "aggregate"
    )
    assert the_claim("Since Monday, nine men have been arrested.", tally="arrested").scope is None
