"""The drawing of a figure over time."""

from __future__ import annotations

from datetime import date

from recuento.web.step import Dot, Held, step_chart


def held(day: int, best: int, low: int, high: int | None) -> Held:
    return Held(day=date(2024, 3, day), best=best, low=low, high=high)


def test_one_day_is_told_in_words() -> None:
    assert step_chart([held(21, 25, 15, 41)], []) is None
    assert step_chart([], []) is None


def test_days_whose_names_would_run_into_one_another_are_not_all_named() -> None:
    days = [date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 3), date(2024, 5, 1), date(2024, 5, 30)]
    chart = step_chart([Held(day=day, best=n, low=n, high=n) for n, day in enumerate(days, 1)], [])
    assert chart is not None
    assert [tick.day for tick in chart.days] == [date(2024, 3, 1), date(2024, 5, 1), date(2024, 5, 30)]


def test_a_figure_that_never_moved_is_drawn_low() -> None:
    still = step_chart([held(21, 7, 7, 7), held(24, 7, 7, 7)], [])
    moved = step_chart([held(21, 7, 7, 7), held(24, 9, 9, 9)], [])
    assert still is not None
    assert moved is not None
    assert still.height < moved.height
    assert [tick.label for tick in still.values] == ["0", "7"]


def test_steps_stay_level_until_the_day_of_the_change() -> None:
    dots = [Dot(day=date(2024, 3, day), value=value, claim=f"c-{day}", title="A", standing="rests")
            for day, value in ((21, 25), (23, 66))]  # fmt: skip
    chart = step_chart([held(21, 25, 25, 25), held(23, 66, 25, None)], dots)
    assert chart is not None
    first, second = (placed.at for placed in chart.dots)
    assert chart.line == f"M{first.x},{first.y}H{second.x}V{second.y}H{chart.right}"
    assert second.y < first.y
    assert [tick.label for tick in chart.values] == ["0", "20", "40", "60", "80"]
    assert [tick.day for tick in chart.days] == [date(2024, 3, 21), date(2024, 3, 23)]
    assert chart.band.endswith("Z")


def test_a_figure_of_none_can_be_drawn() -> None:
    chart = step_chart([held(21, 0, 0, 0), held(22, 0, 0, 0)], [])
    assert chart is not None
    assert [tick.label for tick in chart.values] == ["0", "1"]


def test_dots_of_one_day_and_figure_stand_side_by_side() -> None:
    same = [Dot(day=date(2024, 3, 21), value=5, claim=f"c-{i}", title="A", standing="rests") for i in range(3)]
    chart = step_chart([held(21, 5, 5, 5), held(22, 6, 5, 6)], same)
    assert chart is not None
    assert len({placed.at.x for placed in chart.dots}) == 3
