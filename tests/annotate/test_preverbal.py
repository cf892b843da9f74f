"""The subject right before a Spanish verb, behind a clause that the sentence opens with."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text

PUBLISHED = date(2024, 3, 26)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Con un panfleto que circuló el jueves, un ala del Clan del Golfo se atribuyó el ataque.", "un ala del Clan"),
        ("En un video que difundieron el martes, hombres armados se atribuyeron el ataque.", "hombres armados"),
        (
            "Tras el ataque que dejó tres muertos, una columna de las FARC secuestró a ocho peones.",
            "una columna",
        ),
    ],
)
def test_who_stands_before_the_verb_did_it(text: str, doer: str) -> None:
    found = [
        c for c in code_text(text, published_on=PUBLISHED).claims if c.event in {"claim_of_responsibility", "abduction"}
    ]
    assert [r.text.startswith(doer) for c in found for r in c.roles if r.role in {"claimant", "perpetrator"}] == [True]


def test_an_apposition_is_no_subject() -> None:
    found = code_text("Pedro Ruiz, un hombre de 40 años, fue asesinado.", published_on=PUBLISHED).claims
    assert [r.text for c in found for r in c.roles] == ["Pedro Ruiz"]
