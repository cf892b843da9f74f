"""A nickname in quotation marks is a part of the name before it."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text


@pytest.mark.parametrize("marks", ['""', "“”", "''"])
def test_who_claims_is_not_the_nickname_of_somebody_else(marks: str) -> None:
    nickname = f"{marks[0]}El Gavilán{marks[1]}"
    text = (
        f"Una facción del Cártel de la Sierra, presuntamente liderada por los hijos de Fidencio {nickname} Leyva, "
        "se atribuyó el secuestro masivo de 53 personas."
    )
    claimed, taken = code_text(text, published_on=date(2024, 3, 26)).claims
    assert [r.text for r in claimed.roles if r.role == "claimant"] == ["Una facción del Cártel de la Sierra"]
    assert [r.text for r in taken.roles if r.role == "perpetrator"] == ["Una facción del Cártel de la Sierra"]


def test_a_gang_and_its_chief_by_nickname_are_one_doer() -> None:
    text = 'La banda de Jesús "El Rayo" Peña secuestró a tres hombres.'
    (claim,) = code_text(text, published_on=date(2024, 3, 26)).claims
    assert len([r for r in claim.roles if r.role == "perpetrator"]) == 1
