"""Words are found whatever their accents, side by side or as beginnings; what was withdrawn says so."""

from __future__ import annotations

import pytest
from tests import stories
from tests.builders import report, told

from recuento.deciding import withdraw
from recuento.errors import OptionError
from recuento.ledger import Found, Ledger
from recuento.recording import record_coding

NOTE = report(
    "2024-05-01",
    [told("Hombres armados hirieron a 3 niñas en Culiacán", "wounding", "wounded", 3, unit="niña")],
    note=" La Guardia Nacional llegó tarde.",
)


@pytest.fixture
def ledger() -> Ledger:
    held = Ledger.open(":memory:")
    for coding in (stories.FRIDAY, stories.GOVERNOR_SATURDAY, NOTE):
        record_coding(held, coding)
    return held


def ids(found: Found) -> set[str]:
    return {hit.id for hit in found.hits}


@pytest.mark.parametrize(
    "asked", ["culiacan ninas", "CULIACÁN niñas", "niñas culiacán", "hirier* culiac*", '"3 ninas en culiacan"']
)
def test_accents_capitals_and_order_do_not_matter(ledger: Ledger, asked: str) -> None:
    found = ledger.search(asked)
    assert ids(found) == {NOTE.document.id, NOTE.claims[0].id}
    assert (found.reports, found.claims) == (3, 4)
    home = ledger.incident_of(NOTE.accounts[0].id)
    assert {hit.incidents for hit in found.hits} == {(home,)}


@pytest.mark.parametrize("asked", ["culiacan ninos", '"culiacan ninas"', "culia", "nacional secuestro"])
def test_all_words_must_be_there(ledger: Ledger, asked: str) -> None:
    assert ledger.search(asked).hits == ()


def test_the_words_found_are_marked_in_the_text_as_it_was_written(ledger: Ledger) -> None:
    (hit,) = ledger.search('"guardia nacional"').hits
    assert [mark.of(hit.excerpt) for mark in hit.marks] == ["Guardia", "Nacional"]
    assert hit.kind == "report"
    (hit,) = (hit for hit in ledger.search("ninas").hits if hit.kind == "claim")
    assert [mark.of(hit.excerpt) for mark in hit.marks] == ["niñas"]


def test_the_best_are_shown_and_all_are_counted(ledger: Ledger) -> None:
    found = ledger.search("people", limit=1)
    assert (len(found.hits), found.total) == (1, 4)


@pytest.mark.parametrize("asked", ["", "  ", '""', "***", "-"])
def test_no_word(ledger: Ledger, asked: str) -> None:
    with pytest.raises(OptionError, match="no word"):
        ledger.search(asked)


@pytest.mark.parametrize(
    "asked", ['ninas"', "ninas AND", "ninas) OR (x", "words:ninas", "ninas & !x", "'; DROP TABLE ninas; --"]
)
def test_what_looks_like_a_query_language_is_words(ledger: Ledger, asked: str) -> None:
    assert ledger.search(asked).total in {0, 2}


def test_what_was_withdrawn_is_found_and_says_so(ledger: Ledger) -> None:
    withdraw(ledger, NOTE.document.id, by="Ana Prueba", why="retracted")
    assert {hit.left_out.decision for hit in ledger.search("ninas").hits} == {1}
