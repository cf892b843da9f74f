"""How many were taken in all, where the report tells how many of them are free or still held."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.model import Claim
from recuento.pipeline import code_text


def taken(text: str) -> Claim:
    claims = code_text(text, published_on=date(2024, 3, 26)).claims
    return next(claim for claim in claims if claim.tally == "abducted" and claim.figure)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kidnapped 44 villagers near Celaya on Saturday. By Monday 32 had been freed.",
        "Gunmen kidnapped 44 villagers near Celaya on Saturday. Twelve of the villagers are still missing.",
        "The army freed nine hostages on Monday. A gang claimed responsibility for the kidnapping of 44 people.",
    ],
)
def test_of_captives_partly_free_the_figure_is_a_total(text: str) -> None:
    assert taken(text).scope == "total"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kidnapped 44 villagers near Celaya on Saturday.",
        "Gunmen kidnapped nine villagers near Celaya on Saturday. Forty hostages of another gang were freed on Monday.",
        "Two hostages were freed on Monday. Gunmen kidnapped 44 more people near Celaya on Saturday.",
    ],
)
def test_where_nothing_says_how_many_are_left_it_is_none(text: str) -> None:
    assert taken(text).scope != "total"
