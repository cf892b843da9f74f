"""The noun that opens a Spanish sentence is the subject of the verb behind its aside."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text


def doers(text: str) -> list[str]:
    """Return who did or claims what a report of one sentence tells of."""
    found = code_text(text, published_on=date(2024, 3, 26)).claims
    return [r.text for c in found for r in c.roles if r.role in {"perpetrator", "claimant"}]


@pytest.mark.parametrize(
    "aside",
    ["cuyos jefes serían los hijos de Fidencio Leyva", "presuntamente liderada por los hijos de Fidencio Leyva"],
)
def test_past_an_aside_on_its_chiefs(aside: str) -> None:
    told = doers(f"Una célula del Cártel de la Sierra, {aside}, reivindicó el plagio de 53 personas.")
    assert told
    assert all(who.startswith("Una célula") for who in told)


def test_a_relative_clause_takes_no_subject_from_the_opening() -> None:
    text = (
        "El resultado de la operación, hecha el martes: dos detenidos y un menor rescatado, que había sido secuestrado."
    )
    assert not any("resultado" in who for who in doers(text))
