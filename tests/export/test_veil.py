"""Names that should not leave."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.export.veil import BLOT, Hidden, Veil, veil_over
from recuento.pipeline import code_text

DAY = date(2024, 3, 26)


def veiled(text: str, hidden: Hidden = "minors") -> str:
    coding = code_text(text, published_on=DAY, external_id="x")
    return veil_over([(coding.document, coding.claims)], hidden).words(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luis Pardo, 15, and Marta Gil, 34, were shot dead in Acapulco on Monday.", "Luis Pardo"),
        ("The boy, identified as Iván Robles, was killed by gunmen in Celaya. Robles was 12.", "Iván Robles"),
        ("A 16-year-old girl, Ana Solís, was abducted in Tepic on Sunday.", "Ana Solís"),
        ("Gunmen killed schoolgirl Noemí Lara in Iguala on Friday.", "Noemí Lara"),
        ("Noemí Lara, a schoolgirl, was killed in Iguala on Friday.", "Noemí Lara"),
        ("Gunmen killed the children Ana, Luis and Sofía Robles in Iguala.", "Sofía Robles"),
        ("Fue asesinado el menor Diego Luna, de 14 años, en Celaya.", "Diego Luna"),
        ("La niña identificada como Eva Ríos Peña fue secuestrada en Tepic.", "Eva Ríos Peña"),
        ("Eva Ríos (13 años) fue herida a balazos en Tepic.", "Eva Ríos"),
    ],
)  # fmt: skip
def test_the_name_of_a_minor_is_hidden_wherever_it_stands(text: str, name: str) -> None:
    shown = veiled(text)
    assert len(shown) == len(text)
    assert BLOT in shown
    assert not [word for word in name.split() if word in shown]


@pytest.mark.parametrize(
    "text",
    [
        "Marta Gil, 34, was shot dead in Acapulco on Monday.",
        "Governor Elmer Quiroz said on May 3, 12 people were killed in Acapulco.",
        "La gobernadora Rita Montes dijo que 12 menores fueron liberados en Tepic.",
        "The boy was killed in Acapulco on Monday.",
    ],
)
def test_other_names_stay(text: str) -> None:
    assert veiled(text) == text


def test_victims_are_hidden_on_request_and_officials_never() -> None:
    text = "Marta Gil was shot dead in Acapulco, Governor Elmer Quiroz said. Gil was a nurse."
    shown = veiled(text, "victims")
    assert "Gil" not in shown
    assert "Marta" not in shown
    assert "Governor Elmer Quiroz" in shown
    assert "Acapulco" in shown


def test_nobody_is_hidden_where_that_was_asked() -> None:
    text = "Luis Pardo, 15, was shot dead in Acapulco on Monday."
    assert veiled(text, "nobody") == text


def test_a_name_hidden_in_one_report_is_hidden_in_all_and_in_capitals() -> None:
    one = code_text("Luis Pardo, 15, was killed in Celaya.", published_on=DAY, external_id="a")
    veil = veil_over([(one.document, one.claims)], "minors")
    assert veil.words("LUIS PARDO FUE ASESINADO") == f"{BLOT * 10} FUE ASESINADO"


def test_everything_shown_is_veiled_and_what_holds_no_name_is_left_as_it_was() -> None:
    coding = code_text("Luis Pardo, 15, was killed in Celaya.", published_on=DAY, external_id="a")
    veil = veil_over([(coding.document, coding.claims)], "minors")
    shown = veil.over(coding)
    assert "Pardo" not in shown.document.text
    assert not [claim for claim in shown.claims if "Pardo" in claim.quote.text]
    assert [claim.id for claim in shown.claims] == [claim.id for claim in coding.claims]
    assert veil.over({"a": ["Pardo", DAY]}) == {"a": [BLOT * 5, DAY]}
    untouched = ("nothing", DAY)
    assert veil.over(untouched) is untouched
    assert Veil(frozenset()).over(coding) is coding
