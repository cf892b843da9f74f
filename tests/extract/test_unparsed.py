"""Who speaks in a sentence without syntax: at its head, and at its end."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate import annotate
from recuento.extract.unparsed import speaker_of_unparsed
from recuento.model import Document
from recuento.pipeline import code_text


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La Fiscalía de Durango informó que la pesquisa sigue.", "La Fiscalía de Durango"),
        ("El camino es de tierra y no hay señal, según señaló la Policía Municipal.", "la Policía Municipal"),
        ("La carretera quedó cerrada ayer, de acuerdo con la Guardia Nacional.", "la Guardia Nacional"),
        ("The road was shut for hours, according to state police.", "state police"),
        ("The road was shut for hours, according to the map, and nobody passed.", None),
        ("La carretera quedó cerrada, según la costumbre.", None),
        ("", None),
    ],
)
def test_whoever_begins_or_ends_it(text: str, who: str | None) -> None:
    known = annotate(Document(id="d-1", text=text or "Nada.", published_on=date(2024, 3, 26)))
    [sentence] = known.sentences
    assert not sentence.tokens
    found = speaker_of_unparsed(known, sentence)
    assert (found.text if found else None) == who
    assert found is None or found.span.of(known.text) == found.text


@pytest.mark.parametrize("silent", ["The police haven't commented.", "The mayor declined to comment."])
def test_who_does_not_speak_says_nothing_of_the_rest(silent: str) -> None:
    text = f"Gunmen killed four men in Celaya on Sunday. {silent} Three women were wounded."
    claims = code_text(text, published_on=date(2024, 3, 26)).claims
    assert claims
    assert not [speaker.text for claim in claims for speaker in claim.said_by]


@pytest.mark.parametrize("word", ["jailed", "imprisoned", "incarcerated"])
def test_a_boss_in_prison_is_not_arrested_now(word: str) -> None:
    text = f"The gang is run by the sons of {word} drug lord Ramiro Toledo. It killed two men in Celaya on Sunday."
    assert not [c for c in code_text(text, published_on=date(2024, 3, 26)).claims if c.event == "arrest"]
