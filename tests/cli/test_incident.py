from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console
from tests.cli.records import record_of
from tests.stories import CLASH, FRIDAY, GOVERNOR_SATURDAY, MINISTRY_SATURDAY, PRESS_FRIDAY, TUESDAY

from recuento.cli.incident import print_incident
from recuento.ledger.records import IncidentRecord
from recuento.model import IncidentTie

STORY = [FRIDAY, PRESS_FRIDAY, MINISTRY_SATURDAY, GOVERNOR_SATURDAY, TUESDAY]


def printed(record: IncidentRecord, width: int = 100) -> str:
    stream = io.StringIO()
    print_incident(record, (), Console(file=stream, width=width))
    return stream.getvalue()


def flat(record: IncidentRecord) -> str:
    return " ".join(printed(record).split())


def test_the_head_says_what_where_and_when() -> None:
    head = printed(record_of(STORY)).splitlines()[:3]
    assert head[0].startswith("Abduction, release")
    assert head[1] == "Culiacán, Sinaloa, MX · 22 Mar 2024"
    assert head[2].startswith("5 reports, 22 Mar 2024 – 26 Mar 2024 · i-")


def test_each_figure_stands_over_its_words_and_its_speaker() -> None:
    text = flat(record_of(STORY))
    assert "freed, civilians: 58 (58, 1 source)" in text
    assert "“The total is 58” Governor Rubén Rocha · people (civilians) · total · Reuters, 26 Mar 2024 · c-" in text


def test_rivals_stand_beside_the_figure_and_superseded_ones_below_it() -> None:
    friday = [FRIDAY, PRESS_FRIDAY]
    assert "also stands: “As many as 41 people were taken” neighbours" in flat(record_of(friday))
    assert "set aside: superseded by 66 (Governor Rubén Rocha" in flat(record_of([*friday, GOVERNOR_SATURDAY]))


def test_arithmetic_that_was_noticed() -> None:
    text = flat(record_of(STORY))
    assert "42 + 16 = 58 = 36 + 22" in text
    assert "66 taken − 58 freed = 8 unaccounted for" in text


def test_an_attempt_is_no_figure_but_is_kept() -> None:
    assert "“They meant to free 1 man”" in flat(record_of([CLASH]))


def test_ties_point_to_the_other_incident_from_either_end() -> None:
    record = record_of([CLASH])
    mine = IncidentTie(subject=record.incident.id, tie="follow_up_of", object="i-other12345", reason="same prisoner")
    theirs = IncidentTie(subject="i-other12345", tie="follow_up_of", object=record.incident.id, reason="same prisoner")
    assert "follows up on i-other123: same prisoner" in flat(replace(record, ties=(mine,)))
    assert "is followed up by i-other123: same prisoner" in flat(replace(record, ties=(theirs,)))


def test_people_and_groups_are_told_once_with_their_doubt() -> None:
    assert flat(record_of(STORY)).count("Ana Prueba is kin of (sister) Luis Prueba (alleged)") == 1


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_in_white_space(width: int) -> None:
    for line in printed(record_of(STORY), width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()
