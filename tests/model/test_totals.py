"""All sides of a tally together."""

from __future__ import annotations

from datetime import date

from recuento.model import Count, Entry
from recuento.model.totals import Total, all_sides


def entry(side: str, best: Count, low: int, high: int | None) -> Entry:
    return Entry(
        incident="i-1", tally="killed", side=side, unit="people", as_of=date(2024, 5, 1), best=best, low=low, high=high,
        rests_on=(), set_aside=(), rule="", sources=1,
    )  # fmt: skip


def test_sides_told_apart_add_up() -> None:
    assert all_sides([entry("state", Count.exactly(1), 1, 1), entry("armed_group", Count.exactly(12), 10, 12)]) == (
        Total(best=13, low=11, high=13)
    )


def test_a_figure_of_anybody_holds_those_of_known_sides() -> None:
    known, anybody = entry("state", Count.exactly(2), 2, 2), entry("unknown", Count.exactly(12), 12, 12)
    assert all_sides([known, anybody]) == Total(best=12, low=12, high=14)


def test_about_two_hundred_are_summed_as_two_hundred_and_a_range_by_its_floor() -> None:
    assert Count.about(200) == Count(180, 220)
    assert [Count.about(200).said, Count(12, 15).said, Count(40).said, Count.exactly(7).said] == [200, 12, 40, 7]
    assert all_sides([entry("civilian", Count(180, 220), 180, 220)]) == Total(best=200, low=180, high=220)


def test_a_floor_leaves_the_sum_open() -> None:
    assert all_sides([entry("unknown", Count(40), 40, None)]) == Total(best=40, low=40, high=None)
