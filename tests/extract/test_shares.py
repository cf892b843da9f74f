"""A number told as a share of another is the one that counts."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nine out of 30 hostages were freed on Sunday.", 9),
        ("Nine out of the 30 hostages were freed on Sunday.", 9),
        ("A brawl ensued and three people out of the 60 inside the bar were shot.", 3),
        ("Sixty people out of work were wounded in the bombing.", 60),
    ],
)
def test_out_of_a_number_is_none_of_those_counted(text: str, count: int) -> None:
    coding = code_text(text, published_on=date(2024, 3, 26))
    told = [c.figure.count.exact for c in coding.claims if c.tally in {"freed", "wounded"} and c.figure is not None]
    assert told == [count]


def test_a_share_is_freed_and_the_whole_was_taken() -> None:
    text = "La mitad de los veinte secuestrados ya está en casa, dijo el alcalde de Caborca."
    told = code_text(text, published_on=date(2024, 3, 26)).claims
    assert sorted((c.tally, c.figure.count.exact) for c in told if c.figure) == [("abducted", 20), ("freed", 10)]
