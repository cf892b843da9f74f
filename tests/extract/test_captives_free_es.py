"""Captives of whom the words behind them say that they are free: the number is of those freed."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text


@pytest.mark.parametrize(
    "text",
    [
        "Con ello suman 40 los secuestrados que han recuperado la libertad, dijo el gobernador.",
        "Suman 40 los rehenes que han quedado en libertad.",
        "Ya son 40 los plagiados que han sido liberados.",
        "Suman 40 los rehenes que recobraron su libertad.",
    ],
)
def test_a_number_of_captives_who_are_free_is_of_those_freed(text: str) -> None:
    coding = code_text(text, published_on=date(2024, 3, 26), external_id="x")
    counted = [(claim.tally, claim.figure.count.at_least) for claim in coding.claims if claim.figure]
    assert counted == [("freed", 40)]


def test_a_number_of_captives_still_held_is_of_those_taken() -> None:
    coding = code_text(
        "Suman 40 los secuestrados, dijo el gobernador.", published_on=date(2024, 3, 26), external_id="x"
    )
    assert [claim.tally for claim in coding.claims if claim.figure] == ["abducted"]
