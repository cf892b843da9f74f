"""Who speaks in a sentence without syntax: at its head, and at its end."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate import annotate
from recuento.extract.unparsed import speaker_of_unparsed
from recuento.model import Document


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
