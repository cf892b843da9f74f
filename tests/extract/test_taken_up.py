"""Whoever dies by a pronoun alone is the one hurt before; "another" before a participle is one person more."""

from __future__ import annotations

import pytest
from tests.builders import day

from recuento.pipeline import code_text


def counts(text: str) -> list[tuple[str, int]]:
    coding = code_text(text, published_on=day("2024-03-26"))
    return [(c.tally, c.figure.count.at_least) for c in coding.claims if c.tally is not None and c.figure is not None]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A girl was shot in the neck in Tula on Monday. She was pronounced dead at the scene.", 1),
        ("A man was shot in Tula on Monday. He died at a hospital. He died of his wounds.", 1),
        ("A man was shot in Tula on Monday. She died at a hospital.", 0),  # somebody else
        ("Two men were shot in Tula on Monday. He died at a hospital.", 0),  # which of them?
        ("A man was shot in Tula on Monday. He did not die.", 0),
    ],
)
def test_he_or_she_who_died_is_the_one_hurt_before(text: str, dead: int) -> None:
    assert sum(count for tally, count in counts(text) if tally == "killed") == dead


def test_a_pronoun_that_is_counted_stands_in_the_quote_of_its_claim() -> None:
    coding = code_text("A nurse was shot in Tula. She died at a hospital.", published_on=day("2024-03-26"))
    (dead,) = [claim for claim in coding.claims if claim.tally == "killed"]
    assert dead.figure is not None
    assert dead.quote.span.covers(dead.figure.span)
    assert (dead.unit, dead.read_by) == ("nurse", "en.killing.die+pronoun")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A man was killed and another injured on Monday.", [("killed", 1), ("wounded", 1)]),
        ("A shooting left one man dead and another wounded.", [("killed", 1), ("wounded", 1)]),
        # a number before "and" is no part of the state behind it
        ("Gunmen killed two and wounded three in Tula.", [("killed", 2), ("wounded", 3)]),
        ("The attack killed one and injured 12.", [("killed", 1), ("wounded", 12)]),
        ("Five people wounded and two killed in Tula.", [("wounded", 5), ("killed", 2)]),
        # what follows "dead" has its own state, and another clause its own dead
        ("A shooting at a car wash left two drivers dead and two other men injured.", [("killed", 2), ("wounded", 2)]),
        ("Eight clients were shot and one clerk is dead.", [("wounded", 8), ("killed", 1)]),
        ("A 16-year-old girl and a 31-year-old driver were badly wounded.", [("wounded", 1), ("wounded", 1)]),
        ("A man was killed and two women are in serious condition.", [("killed", 1), ("wounded", 2)]),
        ("Police found a boy with a gunshot wound to the head.", [("wounded", 1)]),
        ("A teenager arrived at the hospital with a bullet wound.", [("wounded", 1)]),
        ("A teen was found shot in a car in Tula.", [("wounded", 1)]),
        ("A teen was found shot to death in a car in Tula.", [("bodies", 1)]),
    ],
)
def test_each_state_counts_its_own(text: str, told: list[tuple[str, int]]) -> None:
    assert counts(text) == told
