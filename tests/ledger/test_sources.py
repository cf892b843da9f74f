"""One source is one voice, under whatever name; a user's own register counts, and is kept."""

from __future__ import annotations

import pytest
from tests.builders import report, told

from recuento.errors import LexiconError
from recuento.ledger import Ledger
from recuento.lexicon.sources import register, register_with
from recuento.model import Coding, Count, Entry
from recuento.recording import record_coding, replay, use_sources

OWN = """
[[outlet]]
name = "Semanario La Orilla"
aliases = ["La Orilla", "Orilla Digital"]
domains = ["laorilla.example"]
scale = "local"

[[outlet]]
name = "Agencia Prueba"
kind = "wire"
scale = "national"
"""


def killed(number: int, publisher: str | None, note: str = "", url: str | None = None) -> Coding:
    words = f"{number} farmers of the valley were killed, {publisher or url} was told"
    statement = told(words, "killing", "killed", number, side="civilian")
    return report("2024-05-01", [statement], on="2024-04-30", publisher=publisher, url=url, note=note)


def held(*codings: Coding, own: str | None = None) -> Entry:
    with Ledger.open(":memory:") as ledger:
        use_sources(ledger, own)
        for coding in codings:
            record_coding(ledger, coding)
        (row,) = ledger.incidents()
        return row.entries[0]


def test_one_outlet_under_several_names_is_one_voice() -> None:
    both = (killed(7, "The Associated Press"), killed(7, None, url="https://apnews.com/article/1"), killed(7, "AP"))
    assert held(*both).sources == 1
    assert held(killed(7, "AP"), killed(7, "Reuters")).sources == 2


def test_papers_that_print_an_agency_s_text_are_its_voice() -> None:
    note = " CULIACÁN, México (AFP)."
    assert held(killed(7, "Diario A", note), killed(7, "Diario B", note)).sources == 1
    assert held(killed(7, "Diario A", " (no agency)"), killed(7, "Diario B", " (12 muertos)")).sources == 2


def test_a_user_s_own_register_counts_and_is_kept() -> None:
    two = (killed(7, "La Orilla"), killed(7, None, url="https://www.laorilla.example/nota"))
    assert held(*two).sources == 2
    assert held(*two, own=OWN).sources == 1
    with Ledger.open(":memory:") as ledger:
        for coding in two:
            record_coding(ledger, coding)
        assert use_sources(ledger, OWN) == 1
        assert ledger.incidents()[0].entries[0].sources == 1
        assert replay(ledger) == 0
        assert [(row.name, row.reports) for row in ledger.sources()] == [("Semanario La Orilla", 2)]
        assert use_sources(ledger, OWN) == 0
        assert use_sources(ledger, None) == 1
        assert [row.outlet for row in ledger.sources()] == [None, None]


def test_an_agency_breaks_a_tie_and_a_government_s_outlet_speaks_for_it() -> None:
    assert held(killed(7, "Reuters"), killed(9, "Diario A")).best == Count.exactly(7)
    assert held(killed(7, "Xinhua"), killed(9, "Reuters")).best == Count.exactly(7)
    assert held(killed(7, "Diario B"), killed(9, "Diario A")).best == Count.exactly(9)


def test_the_register_that_ships_names_each_outlet_once() -> None:
    names = [outlet.name for outlet in register().outlets]
    assert len(names) == len(set(names)) > 60
    assert register().by_domain["reuters.com"].kind == "wire"


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ("[[outlet]]\nname = 'X'", "scale"),
        (
            "[[outlet]]\nname = 'X'\nscale = 'local'\naliases = ['AFP']",
            "'afp' stands for Agence France-Presse and",
        ),
        ("outlet", "own"),
        ("[[outlet]]\nname = 'X'\nscale = 'galactic'", "galactic"),
    ],
)
def test_a_register_that_makes_no_sense_is_told(own: str, words: str) -> None:
    with pytest.raises(LexiconError, match=words):
        register_with(own)
