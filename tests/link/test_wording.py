"""Reports that the reader reads, joined by what they say: across languages, copied, and kept apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from recuento.link import Linker
from recuento.link.compare import compare
from recuento.link.facets import facets
from recuento.model import Account
from recuento.pipeline import code_text

# Everyone and everything told here is invented.
ENGLISH = (
    "Gunmen killed seven mourners at a wake in the Loma Parda district of Tuxpan, Veracruz, on Monday night. The"
    " prosecutor, Elmira Quiroz, said that the attackers came in two vans."
)
SPANISH = (
    "Hombres armados mataron a siete personas en un velorio en la colonia Loma Parda de Tuxpan, Veracruz, el lunes por"
    " la noche. La fiscal Elmira Quiroz dijo que los agresores llegaron en dos camionetas."
)
ELSEWHERE = (
    "Hombres armados mataron a siete personas en una gallera de Fresnillo, Zacatecas, el lunes por la noche. El"
    " alcalde, Odilón Barrientos, lamentó los hechos."
)
LATER = (
    "Two men will stand trial for the murder of seven mourners at a wake in Loma Parda, Tuxpan, in March, the"
    " prosecutor Elmira Quiroz said."
)


def account(text: str, published: str, publisher: str) -> Account:
    return code_text(text, published_on=date.fromisoformat(published), source=publisher).accounts[0]


def score(a: Account, b: Account) -> float:
    return Linker().compare(a, b).score


def test_an_english_and_a_spanish_report_of_one_incident_join_and_another_stays_apart() -> None:
    english, spanish = account(ENGLISH, "2024-03-26", "Courier"), account(SPANISH, "2024-03-26", "Gaceta")
    elsewhere = account(ELSEWHERE, "2024-03-26", "Gaceta")
    linker = Linker()
    assert linker.keys(english).sought & linker.keys(spanish).kept
    assert score(english, spanish) > linker.weights.join > score(spanish, elsewhere)
    assert linker.weights.join > score(english, elsewhere)


def test_a_copy_is_as_alike_as_can_be() -> None:
    levels = {
        level.field: level.name
        for level in Linker().compare(account(ENGLISH, "2024-03-26", "A"), account(ENGLISH, "2024-03-27", "B")).levels
    }
    assert levels["passage"] == levels["report"] == "all"


def test_a_report_months_later_finds_the_incident_by_its_wording() -> None:
    linker = Linker()
    first, later = account(ENGLISH, "2024-03-26", "Courier"), account(LATER, "2024-09-02", "Courier")
    assert linker.keys(later).sought & linker.keys(first).kept


def test_two_reports_in_the_same_words_are_one_though_one_was_read_with_another_town_and_lent_another_day() -> None:
    weights = Linker().weights
    first = account(ENGLISH, "2024-03-26", "Courier")
    moved = ENGLISH.replace("Tuxpan, Veracruz, on Monday night", "Fresnillo, Zacatecas, on Thursday night")
    other = account(moved, "2024-03-29", "Gaceta")
    one, two = facets(first, weights.kinds), facets(other, weights.kinds)
    assert one.dated and two.dated
    told = {level.field: level.name for level in compare(one, replace(two, dated=False), weights).levels}
    assert told["report"] == told["passage"] == "all"
    assert (told["time"], told["place"]) == ("unsaid", "near")
    assert score(first, other) > weights.join > score(first, account(ELSEWHERE, "2024-03-26", "Gaceta"))


def test_two_days_that_both_reports_say_themselves_count_however_alike_their_words_are() -> None:
    # An outlet tells of its next shooting as it told of the one before.
    first = account(ENGLISH, "2024-03-26", "Courier")
    next_week = account(ENGLISH.replace("Monday", "Tuesday"), "2024-04-10", "Courier")
    told = {level.field: level.name for level in Linker().compare(first, next_week).levels}
    assert told["report"] == told["passage"] == "all"
    assert told["time"] == "far"
