"""A vague number and the one that makes it precise."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text


def figures(text: str) -> list[tuple[str | None, int, int | None]]:
    """Return the tally and the bounds of every figure."""
    found = code_text(text, published_on=date(2024, 3, 26)).claims
    return [(c.tally, c.figure.count.at_least, c.figure.count.at_most) for c in found if c.figure is not None]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("More than a dozen dead, at least 17, in a gunfight near Loreto.", ("killed", 17, None)),
        ("More than 20 people were killed, 25, the mayor insisted, in an attack on Goro.", ("killed", 25, 25)),
        ("Más de una docena de muertos, al menos 17, en un ataque en Loreto.", ("killed", 17, None)),
        ("Decenas de secuestrados (31, según el alcalde) en Tumaco.", ("abducted", 31, 31)),
    ],
)
def test_the_number_in_the_aside_is_the_figure(text: str, figure: tuple[str, int, int | None]) -> None:
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("More than 20 people were killed, 30 wounded, in Goro.", ("killed", 21, None)),
        ("More than a dozen people, two of them girls, were killed in Goro.", ("killed", 13, None)),
        ("More than a dozen dead, 12 by day, in Goro attack.", ("killed", 13, None)),
    ],
)
def test_a_part_and_others_are_not(text: str, figure: tuple[str, int, int | None]) -> None:
    assert figure in figures(text)


def test_what_goes_up_to_a_number_has_reached_it() -> None:
    assert figures("The number of hostages freed has gone up to 48.") == [("freed", 48, 48)]
    assert figures("Up to 48 hostages were freed.") == [("freed", 1, 48)]


def test_the_own_will_of_captives_plans_nothing() -> None:
    text = "Seventeen people who had been held against their will are safe, the sheriff's office said on Thursday."
    told = {c.tally: c.status for c in code_text(text, published_on=date(2024, 3, 26)).claims}
    assert told["freed"] == "occurred"
