"""Wire copy IN CAPITALS is read as prose is, and its evidence stays in capitals."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate import in_prose
from recuento.model import Coding, Document
from recuento.pipeline import code_text

DAY = date(2024, 3, 26)
SPANISH = (
    "Nuevo Laredo, Tamaulipas. Sujetos armados asesinaron el lunes a cuatro jornaleros en la calle"
    " Hidalgo, informó la Secretaría de Marina. Rosa Flores, vecina de la colonia Acacias, culpó a Los Zetas."
)
ENGLISH = (
    "Gunmen shot dead four bakers near Nuevo Laredo on Monday, the mayor's office said. The Gulf Cartel wasn't named."
)


def read(text: str) -> Coding:
    return code_text(text, published_on=DAY)


def spelt(text: str) -> str:
    return in_prose(Document(id="d-1", text=text, published_on=DAY)).text


@pytest.mark.parametrize("text", [SPANISH, ENGLISH])
def test_names_get_their_capitals_back(text: str) -> None:
    assert spelt(text.upper()) == text


@pytest.mark.parametrize("text", [SPANISH, ENGLISH])
def test_prose_is_left_alone(text: str) -> None:
    assert spelt(text) == text


def test_what_is_read_is_that_of_prose_in_the_words_of_the_report() -> None:
    loud, plain = read(SPANISH.upper()), read(SPANISH)
    assert loud.document.text == SPANISH.upper()
    assert [(c.event, c.tally, c.figure and c.figure.count, c.when and c.when.ranges) for c in loud.claims] == [
        (c.event, c.tally, c.figure and c.figure.count, c.when and c.when.ranges) for c in plain.claims
    ]
    claim = loud.claims[0]
    assert claim.where is not None
    assert claim.where.place.admin1_code == "MX-TAM"
    assert {role.text for role in claim.roles} == {"SUJETOS ARMADOS", "CUATRO JORNALEROS"}
    for words, span in [(claim.quote.text, claim.quote.span), *((r.text, r.span) for r in claim.roles)]:
        assert words == span.of(SPANISH.upper())


def test_ids_do_not_hang_on_how_it_was_spelt() -> None:
    coding = read(SPANISH.upper())
    assert {claim.document for claim in coding.claims} == {coding.document.id}
    assert coding == read(SPANISH.upper())


@pytest.mark.parametrize("text", ["", "A", "¡¿", "ÍÑÜ", "CUATRO MUERTOS\n" * 3, "STRAßE İN CULIACÁN, FOUR KILLED"])
def test_odd_texts_keep_their_length(text: str) -> None:
    assert len(spelt(text)) == len(text)
