"""Months as bars: none left out, heights that say how many, years where months would be too many."""

from __future__ import annotations

from datetime import date

from recuento.web.histogram import histogram
from recuento.web.tongue import tongue


def days(first: date, last: date) -> str:
    return f"{first}..{last}"


def test_every_month_between_the_first_and_the_last_has_its_bar_and_its_days() -> None:
    drawn = histogram({date(2024, 1, 1): 2, date(2024, 4, 1): 4}, tongue("en"), days)
    assert drawn is not None
    assert [bar.number for bar in drawn.bars] == [2, 0, 0, 4]
    assert drawn.bars[1].href == "2024-02-01..2024-02-29"
    assert drawn.bars[0].height * 2 == drawn.bars[3].height
    assert all(round(bar.y + bar.height, 1) == drawn.base for bar in drawn.bars)
    assert [label.words for label in drawn.months] == ["Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024"]
    assert [label.words for label in drawn.scale] == ["0", "2", "4"]


def test_a_long_time_is_told_by_years() -> None:
    drawn = histogram({date(2001, 5, 1): 1, date(2024, 4, 1): 1200}, tongue("es"), days)
    assert drawn is not None
    assert drawn.yearly
    assert len(drawn.bars) == 24
    assert drawn.bars[-1].href == "2024-01-01..2024-12-31"
    assert len(drawn.months) <= 6
    assert drawn.scale[0].words == "0"
    assert all(label.at <= drawn.base for label in drawn.scale)


def test_one_month_is_told_better_in_words() -> None:
    assert histogram({date(2024, 1, 1): 2}, tongue("en"), days) is None
    assert histogram({}, tongue("en"), days) is None
