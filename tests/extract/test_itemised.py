"""Parts of a figure that stand in a sentence of their own."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

TOLD = (
    ("Forty people were freed on Sunday. Thirty men, ten women.", "freed", 40, [30, 10]),
    ("Cuarenta personas fueron liberadas el domingo. Treinta hombres y diez mujeres.", "freed", 40, [30, 10]),
)


@pytest.mark.parametrize(("text", "tally", "whole", "parts"), TOLD)
def test_people_who_add_up_are_parts_of_the_figure_before(text: str, tally: str, whole: int, parts: list[int]) -> None:
    told = claims(text, tally=tally)
    total = next(c for c in told if c.scope != "part")
    assert total.figure is not None
    assert total.figure.count.at_least == whole
    assert [c.figure.count.at_least for c in told if c.scope == "part" and c.figure] == parts
    assert {c.part_of for c in told if c.scope == "part"} == {total.id}


def test_people_who_do_not_add_up_are_no_parts() -> None:
    assert len(claims("Forty people were freed on Sunday. Thirty men, nine women.", tally="freed")) == 1
