from __future__ import annotations

import io
from datetime import date

from rich.console import Console
from tests.cli.records import record_of
from tests.stories import FRIDAY, GOVERNOR_SATURDAY, PRESS_FRIDAY, SUNDAY

from recuento.cli.timeline import changes, print_timeline
from recuento.model import Count


def test_changes_say_what_a_figure_was_before() -> None:
    days = dict(changes(record_of([FRIDAY, GOVERNOR_SATURDAY, SUNDAY]).series))
    assert list(days) == [date(2024, 3, 22), date(2024, 3, 23), date(2024, 3, 24)]
    taken = {each.entry.tally: each for each in days[date(2024, 3, 23)]}["abducted"]
    assert (taken.before, taken.entry.best) == (Count.exactly(15), Count.exactly(66))
    (freed,) = days[date(2024, 3, 24)]
    assert (freed.entry.tally, freed.before, freed.entry.best) == ("freed", Count.exactly(42), Count.exactly(58))


def test_the_timeline_shows_day_figure_words_and_rival() -> None:
    stream = io.StringIO()
    print_timeline(record_of([FRIDAY, PRESS_FRIDAY, GOVERNOR_SATURDAY]), Console(file=stream, width=120))
    text = stream.getvalue()
    friday, saturday = text.split("23 Mar 2024", 1)
    assert "abducted, civilians: 15" in friday
    assert "also stands: “As many as 41 people were taken”  neighbours · Diario" in friday
    assert "abducted, civilians: 15 → 66" in saturday
    assert "set aside: superseded by 66" in saturday
