"""What a person should look at."""

from __future__ import annotations

from tests import stories
from tests.builders import report, told

from recuento import answers
from recuento.deciding import Which, correct
from recuento.ledger import Ledger
from recuento.model import Coding
from recuento.recording import record_coding


def kinds(*codings: Coding) -> dict[str, str]:
    with Ledger.open(":memory:") as ledger:
        for coding in codings:
            record_coding(ledger, coding)
        return {one.kind: one.text for one in answers.concerns(ledger)}


def test_a_sound_record_raises_nothing() -> None:
    assert kinds(stories.FRIDAY, stories.GOVERNOR_SATURDAY) == {}


def test_parts_and_freed_that_are_too_many() -> None:
    odd = report(
        "2024-05-01",
        [
            told("10 people were taken", "abduction", "abducted", 10, side="civilian", scope="total"),
            told("12 people are free", "release", "freed", 12, side="civilian", scope="total"),
            told("13 children are free", "release", "freed", 13, side="civilian", scope="part", unit="child"),
        ],
        on="2024-04-30",
    )
    found = kinds(odd)
    assert found["freed_over_taken"] == "12 freed, but only 10 taken"
    assert found["parts_over_total"] == "a part of 13 (child) is more than the total of 12"


def test_a_day_that_had_not_come_and_what_nobody_says() -> None:
    late = report("2024-05-01", [told("3 people were killed", "killing", "killed", 3)], on="2024-05-09", place=None)
    found = kinds(late)
    assert found["impossible_date"] == "“Nota” is read as 2024-05-09, but the report that tells it is of 2024-05-01"
    assert found["no_place"] == "no report says where"
    assert "no_date" not in found
    undated = report("2024-05-01", [told("3 people were killed", "killing", "killed", 3)])
    assert kinds(undated) == {"no_date": "no report says when"}


def test_totals_of_a_period_and_background_need_no_place() -> None:
    year = report("2024-05-01", [told("900 people were killed", "killing", "killed", 900, group="year")], place=None,
                  aggregate=("year",))  # fmt: skip
    old = report("2024-05-01", [told("3 people were killed", "killing", "killed", 3, group="old")], place=None,
                 background=("old",))  # fmt: skip
    assert kinds(year, old) == {}


def test_a_person_s_figure_that_later_reports_give_otherwise() -> None:
    with Ledger.open(":memory:") as ledger:
        record_coding(ledger, stories.FRIDAY)
        (row,) = ledger.incidents()
        correct(ledger, row.incident.id, "figure", "20", by="Ana", why="own count", which=Which(tally="abducted"))
        assert answers.concerns(ledger) == ()
        record_coding(ledger, stories.GOVERNOR_SATURDAY)
        found = {one.kind: one.text for one in answers.concerns(ledger)}
        assert set(found) == {"past_correction", "freed_over_taken"}
        assert found["past_correction"] == "abducted is 20 by a person's word; reports published since say 66"
