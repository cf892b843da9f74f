"""Which accounts are looked at together: rare words find a report, a town is no venue, one report tells it twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import CULIACAN, HERMOSILLO, report, told

from recuento.link import Linker
from recuento.link.compare import tell_one
from recuento.link.facets import Facets, facets
from recuento.model import Account, Mark, Passage, Place

QUARTER = Place(
    name="Aguaruto", admin1="Sinaloa", admin1_code="MX-SIN", country="MX", latitude=24.78, longitude=-107.51,
    precision="town", id="made:1",
)  # fmt: skip
MOCHIS = Place(
    name="Los Mochis", admin1="Sinaloa", admin1_code="MX-SIN", country="MX", latitude=25.79, longitude=-108.99,
    precision="town", id="made:2",
)  # fmt: skip
ARENAL = Place(name="Zarzaparrilla Quinonera", admin1="Sinaloa", admin1_code="MX-SIN", country="MX", precision="town")
RARE, UNCOMMON = ("zarzaparrilla", "quinonera"), ("ambulance", "neighbours")


def account(words: tuple[str, ...], published: str = "2024-03-24", number: int = 1, **fields: object) -> Account:
    said = f"{number} people died {' '.join(words)}"
    (one,) = report(published, [told(said, "killing", "killed", number)], on=published, **fields).accounts
    marks = tuple(Mark(word=word, weight=10, name=False) for word in words)
    return replace(one, passage=Passage(language="en", own=marks, report=marks))


def named(one: Account) -> Account:
    """Return the account with words that look like names."""
    assert one.passage is not None
    marks = tuple(replace(mark, name=mark.word in RARE) for mark in one.passage.report)
    return replace(one, passage=replace(one.passage, own=marks, report=marks))


def seen(one: Account) -> Facets:
    return facets(one, Linker().weights.kinds)


def found(a: Account, b: Account) -> bool:
    keys = Linker().keys
    return bool(keys(a).sought & keys(b).kept)


def test_two_rare_words_find_a_report_within_a_year_and_two_merely_uncommon_ones_do_not() -> None:
    first, later = account(RARE), account(RARE, "2024-09-02", publisher="B", place=HERMOSILLO)
    assert found(first, later)
    assert found(later, first)
    assert not found(account(UNCOMMON), account(UNCOMMON, "2024-09-02", publisher="B", place=HERMOSILLO))


def test_two_of_the_rarest_words_of_the_reports_find_one_another_months_later_and_not_the_next_year() -> None:
    def wide(published: str, publisher: str) -> Account:
        one = account(RARE, published, publisher=publisher)
        assert one.passage is not None
        return replace(one, passage=replace(one.passage, own=()))  # other words tell it

    first = wide("2024-03-24", "A")
    assert found(first, wide("2024-08-02", "B"))
    assert found(wide("2024-08-02", "B"), first)
    assert not found(first, wide("2025-08-02", "B"))


def test_the_name_of_the_town_finds_no_report_of_another_month() -> None:
    first, later = account(RARE, place=ARENAL), account(RARE, "2024-09-02", publisher="B", place=ARENAL)
    assert not found(first, later)


@pytest.mark.parametrize(("venue", "kept"), [("culiacan", False), ("palomar", True), ("palomar de culiacan", True)])
def test_the_name_of_the_town_is_no_venue(venue: str, kept: bool) -> None:
    one = account(RARE, place=CULIACAN)
    assert one.passage is not None
    told_there = replace(one, passage=replace(one.passage, venues=(venue,)))
    assert (venue in seen(told_there).venues) is kept


@pytest.mark.parametrize(
    ("words", "fields", "one"),
    [
        (RARE, {"place": QUARTER}, True),  # the town first, its quarter later: one telling in two
        (UNCOMMON, {"place": QUARTER}, True),
        (RARE, {"place": QUARTER, "number": 3}, False),  # another figure for the same thing
        (RARE, {"place": QUARTER, "number": 1}, True),  # who may be one of the two
        (RARE, {"place": QUARTER, "published": "2024-02-01"}, True),  # a day lent by other words of the report
        (RARE, {"place": MOCHIS}, True),  # elsewhere, but told in like words
        (UNCOMMON, {"place": MOCHIS}, False),
        (UNCOMMON, {"place": HERMOSILLO}, True),  # as many, in a town far away that may be a name misread
        (UNCOMMON, {"place": HERMOSILLO, "number": 1}, False),
    ],
)
def test_two_tellings_of_one_report_may_meet(words: tuple[str, ...], fields: dict[str, object], one: bool) -> None:
    a, b = seen(account(RARE, place=CULIACAN, number=2)), seen(account(words, **{"number": 2, **fields}))  # type: ignore[arg-type]
    assert tell_one(a, b) is one
    assert tell_one(b, a) is one


def test_two_tellings_of_one_report_that_say_two_days_or_one_of_them_in_passing_stay_apart() -> None:
    first = replace(seen(account(RARE, place=CULIACAN)), dated=True)
    later = replace(seen(account(RARE, "2024-02-01", place=CULIACAN)), dated=True)
    assert not tell_one(first, later)
    assert not tell_one(first, replace(first, background=True))
    assert tell_one(first, replace(later, days=first.days))


def test_a_report_without_a_place_is_found_by_one_rare_name_of_the_same_weeks() -> None:
    words = (*UNCOMMON, RARE[0])
    placed, lost = named(account(RARE, place=CULIACAN)), named(account(words, publisher="B", place=None))
    assert found(placed, lost)
    assert found(lost, placed)
    assert not found(placed, named(account(words, "2024-05-02", publisher="B", place=None)))
    assert not found(placed, named(account(words, publisher="B", place=HERMOSILLO)))
    assert not found(placed, account(words, publisher="B", place=None))


def test_two_rare_words_of_a_report_find_it_within_months() -> None:
    one, later = account((*RARE, *UNCOMMON), place=CULIACAN), account(RARE, "2024-05-02", publisher="B", place=None)
    assert found(one, later)
    assert found(later, one)
