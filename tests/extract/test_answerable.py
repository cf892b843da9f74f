"""Who answers for what others did is not named as having done it. Everyone named here is invented."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, doers, read


@pytest.mark.parametrize(
    "text",
    [
        "El gobernador es responsable moral del ataque al casino Palomar, dijo la viuda.",
        "El alcalde es responsable político de la masacre de 12 jóvenes, dijo la diputada.",
        "El Estado es responsable por omisión de la matanza de 12 jóvenes, dijo la diputada.",
        "The governor is morally responsible for the attack on the Palomar casino, the widow said.",
        "The ministry is politically responsible for the killing of 12 farmers, the widow said.",
    ],
)
def test_who_is_only_answerable_did_not_do_it(text: str) -> None:
    assert claims(text)
    assert not doers(text)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("El Cártel del Humaya es responsable del ataque al casino Palomar, dijo el fiscal.", "El Cártel del Humaya"),
        ("The gang is responsible for the killing of 12 farmers, the widow said.", "The gang"),
    ],
)
def test_who_is_responsible_did(text: str, doer: str) -> None:
    assert doers(text) == [doer]


def test_what_a_headline_says_was_attacked() -> None:
    title = "Gobernadora, responsable política en ataque a Mercado Palomar, dicen viudas"
    (claim,) = read("Las viudas hablaron ayer en la plaza.", title).claims
    assert [(role.role, role.text) for role in claim.roles] == [("target", "Mercado Palomar")]
