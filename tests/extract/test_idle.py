"""Events without a figure that are no news: purposes, habits, settings."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, told

IDLE = (
    "He and four others were looking for traffickers to rob.",
    "The militant group has bombed schools.",
    "The plan involves sending more soldiers to the area.",
    "Las bandas han atacado comercios.",
    "Lo acusan de querer eliminar rivales.",
)

NEWS = (
    ("Soldiers stormed a ranch in Tocoa before dawn.", "operation"),
    ("El gobierno desplegó tropas en Altamira.", "deployment"),
    ("Gunmen managed to rob a bank in Tampico.", "robbery"),
    ("El capo fue visto en Iguala después de salir de prisión.", "prison_release"),
)


@pytest.mark.parametrize("text", IDLE)
def test_talk_of_kinds_and_purposes_tells_of_no_event(text: str) -> None:
    bare = [c for c in claims(text) if c.figure is None and c.status == "occurred" and c.event != "accusation"]
    assert not bare, told(text)


@pytest.mark.parametrize(("text", "event"), NEWS)
def test_what_was_done_is_told(text: str, event: str) -> None:
    assert claims(text, event=event), told(text)


def test_a_raid_is_the_setting_of_an_arrest() -> None:
    found = claims("Police arrested four men during a raid in Tepic.")
    assert [c.event for c in found] == ["arrest"]


@pytest.mark.parametrize(
    "text",
    [
        "If the kidnappers do not get the money, they will kill the hostages.",
        "Si los secuestradores no reciben el dinero, matarán a los rehenes.",
    ],
)
def test_a_future_that_hangs_on_a_condition_is_no_event(text: str) -> None:
    assert not claims(text, event="killing")
