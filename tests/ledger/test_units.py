"""What the unit of a figure says about whom it counts."""

from __future__ import annotations

import pytest

from recuento.ledger.units import unit_key


@pytest.mark.parametrize(
    ("tally", "unit", "key"),
    [
        ("deployed", "elemento", "efectivo"),  # one report says "elementos", the next "efectivos"
        ("deployed", "efectivo adicional", "efectivo"),
        ("deployed", "soldado", "soldado"),
        ("deployed", None, "unknown"),
        ("killed", "elemento", "people"),
        ("abducted", "familia", "families"),
    ],
)
def test_what_a_figure_counts(tally: str, unit: str | None, key: str) -> None:
    assert unit_key(tally, unit) == key
