"""Which accounts are copies, and which of them stands for the others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest

from recuento.link.copies import originals, same_reports, with_copies, worth_judging
from recuento.link.facets import Facets, facets
from recuento.link.weights import load_weights
from recuento.pipeline import code_text

# Everyone and everything told here is invented.
TEXT = (
    "Gunmen abducted nine villagers from a ranch near Caborca, Sonora, on Sunday, prosecutors"
    " said. The attackers arrived in"
    " three pickup trucks before dawn and forced the villagers out of a dormitory, according"
    " to Marta Quiroga Beltrán."
)


def seen(text: str, day: int = 27, source: str = "A") -> Facets:
    (account,) = code_text(text, published_on=date(2024, 3, day), source=source).accounts
    return facets(account, load_weights().kinds)


def made(name: str, document: str, digest: str | None = "x") -> Facets:
    return replace(seen(TEXT), id=f"k-{name}", document=f"d-{document}", digest=digest)


def nobody(_: Collection[str]) -> Collection[str]:
    return ()


def test_the_same_words_on_the_same_day_are_copies_whatever_the_edition() -> None:
    one = seen(TEXT)
    assert one.digest is not None
    assert seen(f"{TEXT}\n\nEdition 4117.", source="B").digest == seen(f"{TEXT}\n\nEdition 882.", source="C").digest


@pytest.mark.parametrize(
    "other",
    [
        seen(TEXT, day=28),
        seen(TEXT.replace("nine", "eight")),
        seen(TEXT.replace("Caborca", "Pitiquito")),
        seen(TEXT.replace("Sunday", "Saturday")),
        seen(TEXT.replace("Marta Quiroga", "Rosa Quiroga")),
        seen(TEXT.replace("dormitory", "chapel")),
    ],
)
def test_another_day_figure_place_name_or_word_makes_no_copy(other: Facets) -> None:
    assert other.digest != seen(TEXT).digest


def test_a_report_of_few_words_is_nobody_s_copy() -> None:
    assert seen("Gunmen killed two farmers near Caborca, Sonora, on Sunday.").digest is None


def test_the_report_of_the_least_id_stands_for_its_copies() -> None:
    accounts = [made("c", "2"), made("a", "3"), made("b", "1"), made("z", "0", None), made("y", "0", "other")]
    assert originals(accounts, nobody) == {"k-a": "k-b", "k-b": "k-b", "k-c": "k-b", "k-z": "k-z", "k-y": "k-y"}


def test_two_alike_in_one_report_are_copies_of_two_in_another() -> None:
    accounts = [made("a", "1"), made("b", "1"), made("c", "2"), made("d", "2")]
    assert originals(accounts, nobody) == {"k-a": "k-a", "k-b": "k-b", "k-c": "k-a", "k-d": "k-b"}


def test_what_a_person_judged_stands_for_itself() -> None:
    accounts = [made("a", "1"), made("b", "2"), made("c", "3")]
    assert originals(accounts, lambda _: {"k-a"}) == {"k-a": "k-a", "k-b": "k-b", "k-c": "k-b"}


def test_a_copy_is_judged_against_its_original_and_no_other() -> None:
    first, second, third, stranger = made("a", "1"), made("b", "2"), made("c", "3"), made("z", "4", None)
    assert worth_judging(second, [first, third, stranger], nobody) == [first]
    assert worth_judging(first, [second, third, stranger], nobody) == [second, third, stranger]
    assert worth_judging(stranger, [first, second, third], nobody) == [first]


def test_copies_follow_into_the_group_of_their_original() -> None:
    stands = {"k-a": "k-a", "k-b": "k-a", "k-c": "k-c", "k-d": "k-d"}
    assert with_copies([("k-d",), ("k-a", "k-c")], stands) == (("k-a", "k-b", "k-c"), ("k-d",))


def test_originals_of_two_reports_stay_apart_where_one_report_has_copies_of_both() -> None:
    stands = {"k-a": "k-a", "k-b": "k-b", "k-c": "k-a", "k-d": "k-b"}
    documents = {"k-a": "d-1", "k-b": "d-2", "k-c": "d-3", "k-d": "d-3"}
    assert same_reports(stands, documents, lambda _a, _b: False) == {("k-a", "k-b")}
    assert same_reports(stands, documents, lambda _a, _b: True) == set()
    assert same_reports(stands, documents | {"k-d": "d-4"}, lambda _a, _b: False) == set()
