"""Of those found, the dead are bodies; whoever has wounds is not, and no animal is."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Deputies found a clerk shot to death and two drivers with gunshot wounds in the lot.", []),
        ("Police found a woman dead and her two sons wounded inside the house.", [1]),
        ("Two men with bullet wounds were found dead in a car.", [2]),
        ("Officers found three bodies with gunshot wounds in a van.", [3]),
        ("Officers found a dead raccoon near the truck.", []),
        ("Hallaron a un hombre muerto y a otros dos con heridas de bala.", [1]),
        ("La policía encontró tres cadáveres con heridas de bala en una camioneta.", [3]),
        ("Los vecinos hallaron dos mapaches muertos junto al río.", []),
    ],
)
def test_the_dead_among_those_found(text: str, bodies: list[int]) -> None:
    assert [c.figure.count.at_least for c in claims(text, tally="bodies") if c.figure is not None] == bodies


def test_the_man_shot_beside_two_with_wounds_is_counted_once() -> None:
    [killed] = claims("Deputies found a clerk shot to death and two drivers with gunshot wounds.", tally="killed")
    assert killed.figure is not None
    assert killed.figure.count.at_least == 1


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The bodies of four missing students turned up on Friday in a ravine.", 4),
        ("The bodies of nine kidnapped miners were found on Friday.", 9),
        ("Police found the body of an abducted teacher near Tula.", 1),
    ],
)
def test_what_befell_them_before_takes_no_bodies_away(text: str, bodies: int) -> None:
    [claim] = claims(text, tally="bodies")
    assert claim.figure is not None
    assert claim.figure.count.exact == bodies
    assert claims(text, tally="missing") == []
