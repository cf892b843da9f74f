from __future__ import annotations

import io
from datetime import date

import pytest
from rich.console import Console
from tests.builders import report, told
from tests.cli.records import record_of
from tests.stories import FRIDAY, GOVERNOR_SATURDAY, MINISTRY_SATURDAY, PRESS_FRIDAY, SUNDAY

from recuento.cli.timeline import changes, print_figures, print_timeline
from recuento.ledger.records import IncidentRecord
from recuento.model import Count

FATES = frozenset({"abducted", "freed", "missing"})


def printed(record: IncidentRecord, width: int = 120, tallies: frozenset[str] = FATES) -> str:
    stream = io.StringIO()
    print_timeline(record, Console(file=stream, width=width), tallies=tallies)
    return stream.getvalue()


def test_changes_say_what_a_figure_was_before() -> None:
    days = dict(changes(record_of([FRIDAY, GOVERNOR_SATURDAY, SUNDAY]).series))
    assert list(days) == [date(2024, 3, 22), date(2024, 3, 23), date(2024, 3, 24)]
    taken = {each.entry.tally: each for each in days[date(2024, 3, 23)]}["abducted"]
    assert (taken.before, taken.entry.best) == (Count.exactly(15), Count.exactly(66))
    (freed,) = days[date(2024, 3, 24)]
    assert (freed.entry.tally, freed.before, freed.entry.best) == ("freed", Count.exactly(42), Count.exactly(58))


def test_a_day_shows_what_each_report_says_and_then_what_is_held() -> None:
    friday, saturday = printed(record_of([FRIDAY, PRESS_FRIDAY, GOVERNOR_SATURDAY])).split("Saturday 23 Mar 2024")
    assert "Friday 22 Mar 2024" in friday
    assert "    neighbours\n      41 abducted  “As many as 41 people were taken”" in friday
    assert "→ abducted, civilians: 15  the figure by the speaker who stands highest; 41 also stands" in friday
    assert "    Governor Rubén Rocha\n      66 abducted  “66 people were taken”\n      42 freed" in saturday
    assert "→ abducted, civilians: 15 → 66  the latest figure by the speaker who stands highest" in saturday


def test_two_sources_of_one_day_are_both_told() -> None:
    text = printed(record_of([FRIDAY, MINISTRY_SATURDAY, GOVERNOR_SATURDAY]))
    for said in ("25 abducted", "18 freed", "66 abducted", "42 freed"):
        assert said in text
    assert "9 freed" not in text  # a part, told with its total or not at all
    assert "16 more freed" in printed(record_of([GOVERNOR_SATURDAY, SUNDAY]))


def test_parts_stand_with_the_figure_before_them() -> None:
    coding = report(
        "2024-03-24",
        [
            told("16 people came home", "release", "freed", 16, scope="increment"),
            told("4 minors did too", "release", "freed", 4, unit="minor"),
            told("58 people are free now", "release", "freed", 58, scope="total"),
        ],
        on="2024-03-22",
    )
    text = printed(record_of([FRIDAY, coding]))
    assert "16 more freed (4 minor)" in text
    assert "58 freed  “58 people are free now”" in text


def test_other_tallies_are_left_out() -> None:
    assert "freed" not in printed(record_of([GOVERNOR_SATURDAY]), tallies=frozenset({"abducted"}))


def test_a_denial_and_a_claim_of_responsibility_are_told_without_a_figure() -> None:
    said = (("the faction", "group"),)
    claimed = report(
        "2024-03-26", [told("The faction claimed it", "claim_of_responsibility", said_by=said)], on="2024-03-22"
    )
    assert "claim of responsibility  “The faction claimed it”" in printed(record_of([FRIDAY, claimed]))


@pytest.mark.parametrize("width", [30, 60, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = printed(record_of([FRIDAY, PRESS_FRIDAY, GOVERNOR_SATURDAY, SUNDAY]), width)
    assert all(len(line) <= width and line == line.rstrip() for line in text.splitlines())


def test_a_past_day_is_one_line_for_each_figure_on_people() -> None:
    stream = io.StringIO()
    record = record_of([FRIDAY, GOVERNOR_SATURDAY, SUNDAY], as_of=date(2024, 3, 23))
    print_figures(record, Console(file=stream, width=100), tallies=FATES)
    assert stream.getvalue().splitlines() == [
        "  abducted, civilians: 66 (66, 1 source)",
        "  freed, civilians: 42 (42, 1 source)",
    ]
