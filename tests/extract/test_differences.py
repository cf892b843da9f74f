"""By how many a toll moved is no toll."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The death toll rose by two to 19.", 19),
        ("The death toll climbed by three, to 22, on Friday.", 22),
        ("The number of dead rose by two to 19.", 19),
        ("The official toll was cut by three to 14.", 14),
        ("The death toll rose from 17 to 19.", 19),
        ("La cifra de muertos subió en dos a 19.", 19),
        ("La cifra de muertos aumentó en dos, hasta 19.", 19),
    ],
)
def test_where_the_toll_stands(text: str, dead: int) -> None:
    [claim] = claims(text, tally="killed")
    assert claim.figure is not None
    assert claim.figure.count.exact == dead
    assert claim.figure.span.of(text) == str(dead)
    assert claim.scope == "total"


def test_nobody_is_killed_by_a_number_that_fell() -> None:
    assert claims("The number of wounded fell by one to 11.", tally="killed") == []


def test_about_where_it_stands_keeps_its_words_and_bounds() -> None:
    text = "The death toll rose by two to about 190."
    [claim] = claims(text, tally="killed")
    assert claim.figure is not None
    assert claim.figure.count.at_least < 190 < (claim.figure.count.at_most or 0)
    assert claim.figure.span.of(text) == "about 190"
