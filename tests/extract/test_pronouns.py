"""Who "they" and "it" are, whose message claims, and who goes on acting in a clause of time."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures

# text, event, who did it
DID_IT: tuple[tuple[str, str, str], ...] = (
    ("Navy infantrymen came by boat before dawn. They arrested seven men.", "arrest", "Navy infantrymen"),
    (
        "State and federal forces fought for an hour. They also seized six vans and body armor.",
        "seizure",
        "State and federal forces",
    ),
    ("A dozen men arrived on motorcycles at noon. They shot dead two shopkeepers.", "killing", "A dozen men"),
    ("Gunmen stormed the bar. Police officers arrived later. They arrested two of them.", "arrest", "Police officers"),
    (
        "The Grey Hand sent a leaflet on Sunday. It claimed responsibility for the kidnapping of 31 farmers.",
        "claim_of_responsibility",
        "The Grey Hand",
    ),
    (
        "Banners signed by the Vipers took credit for the kidnapping of 40 people.",
        "claim_of_responsibility",
        "the Vipers",
    ),
    (
        "Banners hung in Tala and signed by the Vipers, a wing of the Cobos, took credit for the abduction of nine.",
        "abduction",
        "the Vipers",
    ),
    (
        "A message left in the square and signed with the initials of the Grey Front said it had killed the four men.",
        "killing",
        "the Grey Front",
    ),
    (
        "A sergeant lost his life on Monday when specialised units moved into Tala and freed 14 hostages.",
        "rescue",
        "specialised units",
    ),
    ("Two masked and armed men shot dead a teacher.", "killing", "armed men"),
)


@pytest.mark.parametrize(("text", "event", "who"), DID_IT)
def test_who_did_it(text: str, event: str, who: str) -> None:
    doers = {"perpetrator", "authority", "claimant"}
    assert {r.text for c in claims(text, event=event) for r in c.roles if r.role in doers} == {who}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Two patrols were ambushed near Tala. They had seized 12 rifles.", "seizure"),
        ("The families waited outside. They seized 12 rifles.", "seizure"),
        (
            "The mayor spoke at noon. It claimed responsibility for the kidnapping of 31 farmers.",
            "claim_of_responsibility",
        ),
    ],
)
def test_nobody_did_it_who_cannot_have(text: str, event: str) -> None:
    assert not [r for c in claims(text, event=event) for r in c.roles if r.role in {"authority", "claimant"}]


def test_people_behind_half_a_compound_are_counted() -> None:
    assert figures("Marines rescued 19 kidnapping victims Monday in Tala, a farming town.") == [("freed", 19)]
    assert figures("Two masked and armed men shot dead a teacher.") == [("killed", 1)]
