"""A number with a bound is an object still; what a new clause tells is no part of the figure before it."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("A car bomb outside a police station killed three officers and hurt at least ten clerks.", (10, None)),
        ("The blast killed four soldiers and hurt at least nine passers-by.", (9, None)),
        ("The blast killed four soldiers and hurt up to 30 people.", (1, 30)),
    ],
)
def test_who_was_hurt(text: str, wounded: tuple[int, int | None]) -> None:
    [claim] = claims(text, tally="wounded")
    assert claim.figure is not None
    assert (claim.figure.count.at_least, claim.figure.count.at_most) == wounded


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Of the 66 taken, 58 are home; the fate of the other eight is unknown.", [58]),
        ("Marines freed 58 people, including 22 children; eight others are still missing.", [58, 22]),
        ("Police freed 58 hostages; including 22 children.", [58, 22]),
    ],
)
def test_who_was_freed(text: str, freed: list[int]) -> None:
    assert [c.figure.count.at_least for c in claims(text, tally="freed") if c.figure is not None] == freed
