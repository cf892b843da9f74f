"""Where somebody is from is not where it happened."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text

HOMES = (
    (
        "RENO – The jury convicted Colin Moore, 28, of Lamar, South Carolina. He was sentenced today to 12 years.",
        "Reno",
    ),
    ("RENO – Police said that Rod Marsh, 49, of Boise, Idaho, was arrested on Monday.", "Reno"),
    ("RENO – A man was killed on Monday in Boise, Idaho.", "Boise"),
    ("RENO – A nurse, 28, was shot dead on Monday in the city of Boise, Idaho.", "Boise"),
)


@pytest.mark.parametrize(("text", "place"), HOMES)
def test_a_home_behind_an_age_sets_no_scene(text: str, place: str) -> None:
    last = code_text(text, published_on=date(2024, 3, 26)).claims[-1]
    assert last.where is not None
    assert last.where.place.name == place
