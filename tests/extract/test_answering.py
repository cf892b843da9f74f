"""Who is held or tried for a deed did it; no judge, court or officer did."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

DEEDS = ("killing", "abduction", "attack", "wounding")


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("A judge jailed a driver for killing two women.", "a driver"),
        ("A court sentenced Luis Ramos to 40 years for kidnapping a trader.", "Luis Ramos"),
        ("A jury convicted him of killing two women.", None),
        ("Prosecutors charged a driver with killing two women.", "a driver"),
        ("Police arrested a man for shooting three neighbours.", "a man"),
        ("A driver was jailed for killing two women.", "A driver"),
        ("Un juez condenó a un chofer por matar a dos vecinos en Tepic.", "un chofer"),
        ("La policía detuvo a un chofer por matar a su vecino.", "un chofer"),
        ("Un juez vinculó a proceso a Luis Ramos por secuestrar a un comerciante.", "Luis Ramos"),
        ("Un tribunal sentenció a 40 años a un sicario por asesinar a un regidor.", "un sicario"),
        ("La Fiscalía acusó a Luis Ramos de asesinar a dos maestras.", "Luis Ramos"),
        ("El juez ordenó prisión para el chofer por matar a un ciclista.", None),
    ],
)
def test_who_did_it(text: str, doer: str | None) -> None:
    [deed] = [c for c in claims(text) if c.event in DEEDS]
    assert [r.text for r in deed.roles if r.role == "perpetrator"] == ([doer] if doer else [])
