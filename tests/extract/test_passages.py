"""The wording that tells each account."""

from __future__ import annotations

from datetime import date

from recuento.pipeline import code_text

# Everyone and everything told here is invented.
REPORT = (
    "Gunmen killed four waiters at the Costa Azul cantina in Tuxpan on Monday. The owner, Elmer Quiroz, hid behind a"
    " fridge.\n\nIn Jalpan, Querétaro, two beekeepers were abducted on 3 January 2021. They were never found."
)


def test_each_account_has_the_words_of_its_own_sentences() -> None:
    first, second = code_text(REPORT, published_on=date(2024, 3, 26), title="Massacre in a cantina").accounts[:2]
    assert first.passage is not None
    assert second.passage is not None
    words = {mark.word: mark for mark in first.passage.own}
    assert {"cantina", "quiroz", "fridge", "waiters"} <= set(words)
    assert words["quiroz"].name
    assert not words["fridge"].name
    assert words["cantina"].weight > words["waiters"].weight  # the headline says it as well
    assert "elmer quiroz" in first.passage.pairs
    assert "beekeepers" in {mark.word for mark in second.passage.own}
    assert "beekeepers" not in words
    assert first.passage.report == second.passage.report


def test_no_claim_comes_twice() -> None:
    claims = code_text(REPORT, published_on=date(2024, 3, 26)).claims
    assert len({claim.id for claim in claims}) == len(claims)


def test_an_arrest_is_told_apart_and_still_knows_who_did_what_it_follows() -> None:
    text = "Members of the Clan Tordo killed four waiters in Tuxpan on Monday. Police arrested two men on Monday."
    accounts = code_text(text, published_on=date(2024, 3, 26)).accounts
    assert [{claim.event for claim in account.claims} for account in accounts] == [{"killing"}, {"arrest"}]


def test_venues_are_those_of_the_sentences_that_tell_it() -> None:
    text = (
        "Hombres armados mataron a seis músicos en el bar Palomar, en Tuxpan, el lunes.\n\nEn Jalpan, Querétaro, dos"
        " apicultores fueron secuestrados en la guardería “El Trébol” el 3 de enero de 2021."
    )
    accounts = code_text(text, published_on=date(2024, 3, 26)).accounts
    assert [a.passage.venues for a in accounts if a.passage] == [("palomar",), ("el trebol",)]


def test_the_only_venue_of_a_report_is_that_of_its_news() -> None:
    text = "Gunmen killed six musicians in Tuxpan on Monday. The Palomar nightclub has been closed since."
    (account,) = code_text(text, published_on=date(2024, 3, 26)).accounts
    assert account.passage is not None
    assert account.passage.venues == ("palomar",)
