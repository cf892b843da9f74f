"""Sums over incidents: zeros told, nothing summed that counts no one incident."""

from __future__ import annotations

import io
import json

import pytest
from tests.builders import CULIACAN, HERMOSILLO, MEXICO, report, told

from recuento import deciding
from recuento.errors import OptionError
from recuento.export import Cell, cells_json, crosstab, dimensions, write_cells
from recuento.ledger import IncidentFilter, Ledger
from recuento.model import Coding, Count
from recuento.recording import record_coding


def killed(published: str, number: int | Count, on: str | None, **fields: object) -> Coding:
    least = number if isinstance(number, int) else number.at_least
    side = str(fields.pop("side", "civilian"))
    statement = told(f"{least} people were killed", "killing", "killed", number, side=side, group="g")
    return report(published, [statement], on=on, **fields)


def cells(by: str, *codings: Coding, side: str | None = "civilian") -> tuple[Cell, ...]:
    with Ledger.open(":memory:") as ledger:
        for coding in codings:
            record_coding(ledger, coding)
        rows = [row.told for row in ledger.incidents()]
    return crosstab(rows, dimensions(by), "killed", side, "people")


STORY = (
    killed("2024-01-11", 3, "2024-01-10"),
    killed("2024-03-21", 4, "2024-03-20", publisher="B"),
    killed("2024-03-26", Count(5), "2024-03-25", place=HERMOSILLO, publisher="C"),
)


def test_months_without_an_incident_are_zeros() -> None:
    found = cells("month", *STORY)
    assert [(c.by, c.incidents, c.best, c.low, c.high) for c in found] == [
        (("2024-01",), 1, 3, 3, 3), (("2024-02",), 0, 0, 0, 0), (("2024-03",), 2, 9, 9, None),
    ]  # fmt: skip


def test_every_combination_is_told() -> None:
    found = {c.by: (c.incidents, c.counted, c.best) for c in cells("month,admin1", *STORY)}
    assert len(found) == 6
    assert found["2024-01", "Sinaloa, MX"] == (1, 1, 3)
    assert found["2024-01", "Sonora, MX"] == (0, 0, 0)
    assert found["2024-03", "Sonora, MX"] == (1, 1, 5)


def test_sides_are_apart_unless_all_are_asked() -> None:
    both = (*STORY[:1], killed("2024-01-11", 2, "2024-01-10", side="state", publisher="D"))
    assert [c.best for c in cells("year", *both)] == [3]
    assert [c.best for c in cells("year", *both, side=None)] == [5]
    assert {c.by[0]: c.best for c in cells("side", *both, side=None)} == {"civilian": 3, "state": 2}


def test_the_dead_of_no_side_hold_those_of_known_sides() -> None:
    told_so = (
        told("2 guards were killed", "killing", "killed", 2, side="state", group="g"),
        told("12 people were killed", "killing", "killed", 12, side="unknown", group="g"),
    )
    both = report("2024-01-11", told_so, on="2024-01-10")
    (cell,) = cells("year", both, side=None)
    assert (cell.incidents, cell.counted, cell.best, cell.low, cell.high) == (1, 1, 12, 12, 14)


def test_what_may_lie_in_two_months_or_has_no_day_or_place_is_called_so() -> None:
    found = cells(
        "month,place",
        killed("2024-05-02", 3, "2024-04-29", days=4),
        killed("2024-05-09", 2, None, place=MEXICO, publisher="B"),
    )
    assert {c.by for c in found if c.incidents} == {("not certain", "Culiacán, Sinaloa, MX"), ("not said", "not said")}


def test_an_incident_without_the_figure_is_no_zero_and_a_period_s_total_is_none() -> None:
    year = killed("2024-03-26", 900, None, aggregate=("g",))
    silent = report("2024-03-21", [told("a house burned", "arson")], on="2024-03-20", place=CULIACAN)
    (cell,) = cells("year", year, silent)
    assert (cell.incidents, cell.counted, cell.best) == (1, 0, 0)


def test_sums_tell_how_many_rest_on_what_persons_accepted() -> None:
    with Ledger.open(":memory:") as ledger:
        for coding in STORY:
            record_coding(ledger, coding)
        rows = ledger.incidents()
        deciding.accept(ledger, rows[0].incident.id, rows[0].entries[0], by="Ana Prueba", why="read it")
        told = [row.told for row in ledger.incidents()]
        only = [row.told for row in ledger.incidents(IncidentFilter(reviewed_only=True))]
    by_year = crosstab(told, dimensions("year"), "killed", None, "people")
    assert [(cell.counted, cell.reviewed) for cell in by_year] == [(3, 1)]
    assert [
        (cell.counted, cell.best, cell.reviewed) for cell in crosstab(only, ["year"], "killed", None, "people")
    ] == [(1, 3, 1)]
    past = [(incident, entries, None) for incident, entries, _ in told]
    assert [cell.reviewed for cell in crosstab(past, dimensions("year"), "killed", None, "people")] == [None]


def test_written_for_spreadsheets_and_for_machines() -> None:
    table = cells("admin1", *STORY)
    out = io.StringIO(newline="")
    write_cells(table, dimensions("admin1"), out)
    assert out.getvalue().splitlines()[0] == "admin1,incidents,counted,best,low,high,reviewed"
    assert '"Sonora, MX",1,1,5,5,,0' in out.getvalue()
    risky = Cell(by=("=HYPERLINK(1)",), incidents=1, counted=0, best=0, low=0, high=0, reviewed=None)
    out = io.StringIO(newline="")
    write_cells([risky], dimensions("place"), out)
    assert "\n'=HYPERLINK(1),1,0,0,0,0," in out.getvalue().replace("\r", "")
    line = json.loads(cells_json(table, dimensions("admin1")).splitlines()[1])
    assert line == {
        "admin1": "Sonora, MX",
        "incidents": 1,
        "counted": 1,
        "best": 5,
        "low": 5,
        "high": None,
        "reviewed": 0,
    }


@pytest.mark.parametrize("words", ["", "week", "month,month", "month,,era"])
def test_dimensions_that_are_none(words: str) -> None:
    with pytest.raises(OptionError, match="--by"):
        dimensions(words)
