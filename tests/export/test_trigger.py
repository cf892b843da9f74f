"""The trigger of a claim: the words by which its rule knew the event."""

from __future__ import annotations

import json
from datetime import date

from bench.spanish import events_of

from recuento.export import claim_from_json, claim_json
from recuento.pipeline import code_text

TEXT = "Guerrilleros del Frente Sur asesinaron a tres campesinos el martes en la vereda El Roble."


def test_a_claim_carries_the_words_of_its_trigger() -> None:
    coding = code_text(TEXT, published_on=date(2003, 5, 8))
    claim = next(c for c in coding.claims if c.event == "killing")
    wire = json.loads(claim_json(claim, coding.document))
    start = TEXT.index("asesinaron")
    assert wire["trigger"] == {"text": "asesinaron", "start": start, "end": start + len("asesinaron")}
    assert claim_from_json(claim_json(claim, coding.document)).trigger == claim.trigger


def test_claims_of_one_trigger_are_one_event() -> None:
    coding = code_text("Los sicarios mataron a dos policías y a un civil en Tumaco.", published_on=date(2003, 5, 8))
    assert len(coding.claims) > 1
    assert [event["trigger"] for event in events_of(coding)] == ["mataron"]
