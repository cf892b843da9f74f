"""What heads an incident."""

from __future__ import annotations

from datetime import date

from recuento.link.incidents import incident_of
from recuento.link.weights import load_weights
from recuento.pipeline import code_text

# Everyone and everything told here is invented.
REPORT = (
    "Gunmen abducted nine villagers in Caborca, Sonora, on Sunday. On Monday four of them were released, and three more"
    " were released on Tuesday."
)


def test_what_began_an_incident_heads_it() -> None:
    accounts = code_text(REPORT, published_on=date(2024, 3, 26)).accounts
    (events,) = {incident_of([a], load_weights().kinds).events for a in accounts if len(a.claims) > 2}
    assert events[0] == "abduction"
    assert events[-1] == "release"
