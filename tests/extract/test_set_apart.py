"""What only stands beside an event: parts between dashes, how rare it was, what it may mean, whom others look for."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_claim

from recuento.model.claim import Claim


def doers(claim: Claim) -> list[str]:
    """Return the words for whoever did it."""
    return [r.text for r in claim.roles if r.role in {"perpetrator", "authority"}]


def test_parts_between_dashes_stand_before_the_verb() -> None:
    text = (
        "Gunmen kidnapped 60 people. In all, 52 people — 38 adults and 14 children — are now safe, the governor said."
    )
    assert [(f, c.scope) for f, c in zip(figures(text), claims(text), strict=True)][1:] == [
        (("freed", 52), "total"),
        (("freed", 38), "part"),
        (("freed", 14), "part"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A soldier was shot dead in the operation, one of the biggest mounted this year.",
        "Nine people were killed in Tala, the deadliest attack in the state in 2023.",
        "Two officers were shot dead, the third such attack this month.",
    ],
)
def test_how_rare_it_was_dates_nothing(text: str) -> None:
    (told,) = claims(text, tally="killed")
    assert told.when is None
    assert not told.background


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In an effort to find those who are still missing, 350 soldiers have been deployed.", [("deployed", 350)]),
        ("The rescue of nine came one day after.", [("freed", 9)]),
        ("That men of his would take so many captives at once may show a change of method.", []),
        ("The fact that a gang would kidnap 40 pupils could mean it fears nobody.", []),
    ],
)  # fmt: skip
def test_what_counts_nobody(text: str, told: list[tuple[str, int]]) -> None:
    assert figures(text) == told
    assert told or not claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "A group of gunmen set out to free the brother of a drug boss from police near Tala.",
        "Gunmen moved to free a jailed trafficker near Tala.",
        "Ten men rode into town to free a detainee from police.",
    ],
)
def test_what_is_set_out_to_do_is_tried(text: str) -> None:
    assert [(c.event, c.status) for c in claims(text)] == [("rescue", "attempted")]


def test_who_loses_men_killed_none_of_them() -> None:
    assert doers(the_claim("The gang lost eight men in a gun battle near Tecate.", event="killing")) == []


def test_who_attacks_behind_a_list() -> None:
    text = (
        "Police recovered 11 rifles, vests and three vans after gunmen attacked a police convoy near Tala on Saturday."
    )
    assert doers(the_claim(text, event="attack")) == ["gunmen"]


def test_a_place_behind_its_preposition_seizes_nothing() -> None:
    text = "Police in St Catherine recovered 11 high-powered rifles and three motor cars."
    assert {who for c in claims(text, event="seizure") for who in doers(c)} == {"Police"}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Police had taken Luis Rey into custody on weapons and drug charges.", {"arrest", "charge"}),
        ("Luis Rey was held minutes earlier and has since been charged with murder.", {"arrest", "charge"}),
        ("Ada Rey pleaded guilty to money laundering. She was released in July 2024.", {"plea", "prison_release"}),
    ],
)
def test_courts_and_custody(text: str, events: set[str]) -> None:
    assert {c.event for c in claims(text)} == events
