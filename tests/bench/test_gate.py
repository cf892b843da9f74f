"""The gate's own arithmetic: bounds, what fails, and how floors are raised."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.gate import FLOORS, Measured, chosen, failures, main, raised, read_floors, table, value_of
from bench.suites import SUITES, Figure


def measured(value: float, *, bound: float | None = None, ceiling: bool = False, name: str = "set.recall") -> Measured:
    return Measured(name=name, value=value, margin=1.0, ceiling=ceiling, bound=bound)


@pytest.mark.parametrize(
    ("one", "holds"),
    [
        (measured(80.0, bound=80.0), True),
        (measured(79.9, bound=80.0), False),
        (measured(20.0, bound=20.0, ceiling=True), True),
        (measured(20.1, bound=20.0, ceiling=True), False),
        (measured(1.0), True),
    ],
)
def test_a_floor_is_reached_and_a_ceiling_is_not_passed(one: Measured, holds: bool) -> None:
    assert one.holds is holds
    assert failures([one]) == ([] if holds else [one])


def test_a_new_floor_is_a_margin_short_of_what_was_measured() -> None:
    assert raised([measured(83.27)], {}) == {"set.recall": 82.2}
    assert raised([measured(15.91, ceiling=True)], {}) == {"set.recall": 17.0}


def test_a_floor_never_goes_down_and_a_ceiling_never_up() -> None:
    assert raised([measured(70.0)], {"set.recall": 80.0}) == {"set.recall": 80.0}
    assert raised([measured(90.0)], {"set.recall": 80.0}) == {"set.recall": 89.0}
    assert raised([measured(30.0, ceiling=True)], {"set.recall": 20.0}) == {"set.recall": 20.0}
    assert raised([measured(10.0, ceiling=True)], {"set.recall": 20.0}) == {"set.recall": 11.0}


def test_floors_of_figures_that_were_not_measured_stay() -> None:
    assert raised([measured(90.0)], {"other.recall": 50.0}) == {"other.recall": 50.0, "set.recall": 89.0}


def test_values_are_found_by_their_path_lists_are_counted_and_totals_shared_out() -> None:
    score = {"figures": {"p": 91.5}, "never_broken": ["a", "b"], "events": {"extra": 3}}
    assert value_of(score, Figure(name="p", path=("figures", "p"))) == 91.5
    assert value_of(score, Figure(name="never", path=("never_broken",))) == 2
    assert value_of(score, Figure(name="extra", path=("events", "extra"), per=2)) == 1.5


def test_rows_are_chosen_by_language_and_the_same_each_time() -> None:
    rows = [{"id": n, "lang": "es" if n % 3 else "en"} for n in range(9)]
    assert [row["id"] for row in chosen(rows, "en", 2)] == [0, 6]
    assert [row["id"] for row in chosen(rows, None, 4)] == [0, 4, 8]


def test_the_table_tells_what_holds() -> None:
    lines = table([measured(80.0, bound=80.5), measured(3.0, bound=4.0, ceiling=True), measured(1.0)]).splitlines()
    assert [line[0] for line in lines] == ["✗", "✓", "✓"]
    assert [line.split("   ")[-1] for line in lines] == ["≥ 80.5", "≤ 4", "no floor"]


def test_without_the_data_nothing_is_measured_and_nothing_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path) == 0
    assert "nothing measured" in capsys.readouterr().out


def test_every_figure_of_every_suite_has_a_floor_and_every_floor_a_figure() -> None:
    names = {f"{suite.name}.{figure.name}" for suite in SUITES for figure in suite.figures}
    assert names == set(read_floors(FLOORS))
