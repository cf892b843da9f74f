"""Who did it, in the words that name them: whole names, no more words than they need."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

# text, event, role, the party's words
NAMED: tuple[tuple[str, str, str, str], ...] = (
    (
        "Agentes de la Secretaría de Marina (Semar) detuvieron a dos hombres.",
        "arrest",
        "authority",
        "Agentes de la Secretaría de Marina (Semar)",
    ),
    (
        "El grupo armado colombiano Los Cobos secuestró a dos ganaderos.",
        "abduction",
        "perpetrator",
        "El grupo armado colombiano Los Cobos",
    ),
    ("Three officers died in an attack by gunmen on a bar in Tepalca.", "killing", "perpetrator", "gunmen"),
    ("Police arrested Teodoro Javier-Ortega on Monday.", "arrest", "target", "Teodoro Javier-Ortega"),
)


@pytest.mark.parametrize(("text", "event", "role", "words"), NAMED)
def test_a_party_is_named_in_its_own_words(text: str, event: str, role: str, words: str) -> None:
    assert [r.text for c in claims(text, event=event) for r in c.roles if r.role == role] == [words]


def test_a_speaker_keeps_the_short_form_of_its_name() -> None:
    text = "Sicarios mataron a seis campesinos, informó la Secretaría de Seguridad (SSP)."
    assert [s.text for c in claims(text, tally="killed") for s in c.said_by] == ["la Secretaría de Seguridad (SSP)"]
