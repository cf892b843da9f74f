"""Who tries to take whom from the state, and that nobody is arrested by them."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim

TRIED = (
    ("Once sicarios cayeron cuando trataban, sin éxito, de arrebatarle a la Marina al sobrino.", "sicarios", "sobrino"),
    ("Nueve pistoleros murieron cuando pretendían quitarles a los agentes al hijo.", "pistoleros", "hijo"),
    ("El comando intentó sin éxito arrebatar a los agentes a un hombre.", "comando", "hombre"),
    ("Los criminales buscaban liberar a un operador del cártel.", "criminales", "operador"),
    ("Un grupo armado quiso, por la fuerza, llevarse a un detenido del hospital.", "grupo", "detenido"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "who", "whom"), TRIED)
def test_an_attempt_has_its_doers_and_whom_they_want(text: str, who: str, whom: str) -> None:
    claim = the_claim(text, event="rescue")
    assert claim.status == "attempted"
    assert any(who in role.text for role in claim.roles if role.role == "perpetrator")
    assert [role for role in claim.roles if role.role == "beneficiary" and whom in role.text]
    assert not any("Marina" in role.text or "agentes" in role.text for role in claim.roles)


@pytest.mark.parametrize("text", ["Los sicarios trataban de quitarle a la policía a un detenido.", TRIED[4][0]])
def test_whom_they_want_is_not_arrested_by_them(text: str) -> None:
    assert not claims(text, event="arrest")


def test_what_is_taken_from_an_officer_is_no_attempt_to_free() -> None:
    assert not claims("Tres sujetos intentaron quitarle el arma a un policía.", event="rescue")
