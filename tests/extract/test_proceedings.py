"""Arrests that are only ordered, sentencings put off, and what was not done instead of something else."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim, the_figure, told

STILL_TO_COME = (
    "The court ordered the arrest of former mayor Hugo Salas.",
    "Prosecutors sought the arrest of five customs officers.",
    "Hugo Salas's sentencing was adjourned to 9 July.",
    "The sentencing of Hugo Salas was postponed until July.",
    "The extradition of Hugo Salas was delayed by a week.",
    "Officials in Lima pushed for his extradition.",
    "The trial of Hugo Salas is set for May.",
)

DONE = (
    ("The arrest of five customs officers was announced on Monday.", "arrest"),
    ("The extradition of Hugo Salas took three hours.", "extradition"),
    ("He confessed that he had ordered the killing of two grocers.", "killing"),
)

NOT_DONE = (
    "First offenders take a course rather than appearing in court.",
    "He chose exile instead of facing trial.",
    "Settle it with words instead of shooting each other, the pastor said.",
)


@pytest.mark.parametrize("text", STILL_TO_COME)
def test_what_is_ordered_or_put_off_has_not_happened(text: str) -> None:
    assert {c.status for c in claims(text)} == {"planned"}, told(text)


@pytest.mark.parametrize(("text", "event"), DONE)
def test_what_was_announced_or_ordered_by_killers_has(text: str, event: str) -> None:
    assert the_claim(text, event=event).status == "occurred"


@pytest.mark.parametrize("text", NOT_DONE)
def test_what_was_not_done_instead_is_no_event(text: str) -> None:
    assert not claims(text), told(text)


def test_who_tries_to_reach_a_place_to_escape_has_not_escaped() -> None:
    tried = the_claim("Two suspects tried to reach the border to escape.", event="escape")
    assert tried.status == "attempted"


@pytest.mark.parametrize(
    "text",
    [
        "The ten-year war in the east has killed 25,000 people.",
        "A conflict that has killed 9,000 people is not over.",
        "The insurgency has left more than 12,000 dead.",
    ],
)
def test_what_a_long_war_did_is_no_incidents(text: str) -> None:
    assert the_claim(text, tally="killed").scope == "aggregate"


@pytest.mark.parametrize(
    "text", ["A war between two gangs left nine dead.", "Colombian conflict: more than 60 soldiers are hurt in Cali."]
)
def test_a_few_dead_and_a_heading_are_of_one_incident(text: str) -> None:
    assert {c.scope for c in claims(text) if c.figure} == {None}, told(text)


def test_prisoners_who_detain_guards_abduct_them() -> None:
    assert the_figure("Prisoners detained four warders in the yard.", "abducted") == (4, 4)
    assert the_figure("Police detained four prisoners in the yard.", "arrested") == (4, 4)
