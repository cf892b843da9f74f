"""Those counted before, to whom a sentence adds its own."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.reading import claims

CASES = (
    ("El lunes quedaron libres 16 rehenes, que se suman a los 42 del domingo.", "freed", 16, 42, date(2024, 3, 24)),
    ("Soldados detuvieron a tres hombres, que se agregan a los cinco de ayer.", "arrested", 3, 5, date(2024, 3, 25)),
)


@pytest.mark.parametrize(("text", "tally", "now", "before", "day"), CASES)
def test_an_increment_and_those_before(text: str, tally: str, now: int, before: int, day: date) -> None:
    new, old = claims(text, tally=tally)
    assert new.figure is not None
    assert old.figure is not None
    assert (new.figure.count.exact, new.scope, old.figure.count.exact) == (now, "increment", before)
    assert old.when is not None
    assert old.when.ranges[0].first == day


def test_those_before_with_a_word_of_their_own_are_counted_once() -> None:
    told = claims("El Ejército rescató a 16 personas, que se suman a las 42 liberadas el sábado.", tally="freed")
    assert [(c.figure.count.exact, c.scope) for c in told if c.figure] == [(16, "increment"), (42, None)]


def test_soldiers_who_join_others_are_not_those_arrested() -> None:
    assert not claims("Detuvieron a tres hombres, que se suman a los cinco soldados presos.", tally="deployed")
