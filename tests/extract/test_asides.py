"""Who is only said to be something is counted once."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text


def dead(text: str) -> list[int | None]:
    coding = code_text(text, published_on=date(2024, 3, 26))
    return [c.figure.count.exact for c in coding.claims if c.tally == "killed" and c.figure is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Hassan Dabir, 44, a father of three, died at the scene.",
        "The shopkeeper, Ali Noor, 51, a grandfather of five, was killed on Monday.",
        "The victim, a father of three, was shot dead.",
        "El comerciante Luis Prada, un padre de familia, murió en el lugar.",
    ],
)
def test_who_somebody_is_said_to_be_is_nobody_else(text: str) -> None:
    assert dead(text) == [1]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A student, a nurse and two drivers were killed.", [1, 1, 2]),
        ("Murieron un joven, una mujer y un niño.", [1, 1, 1]),
    ],
)
def test_an_item_of_a_list_is_somebody_else(text: str, counts: list[int]) -> None:
    assert dead(text) == counts


def test_captives_who_escaped_and_came_home_are_freed_once() -> None:
    text = "Gunmen carried off four women on Sunday. Two of them escaped on Monday night and walked home."
    coding = code_text(text, published_on=date(2024, 3, 26))
    told = [(c.event, c.tally, c.how, c.figure and c.figure.count.exact) for c in coding.claims]
    assert told == [("abduction", "abducted", None, 4), ("escape", "freed", "escaped", 2)]
