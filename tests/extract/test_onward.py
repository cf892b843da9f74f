"""Whoever opens a sentence without a rule's word acts in the next, where Spanish leaves its subject out."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

DOERS = (
    ("Los pistoleros llegaron en tres camionetas. Mataron a dos músicos.", "Los pistoleros"),
    ("Un comando entró en la fiesta. Mató a dos músicos.", "Un comando"),
    ("Eran una veintena de encapuchados. Mataron a dos músicos en Celaya.", "una veintena de encapuchados"),
)
NOBODY = (
    "La banda tocaba desde las nueve. Mataron a dos músicos en Celaya.",
    "Los vecinos temían a los pistoleros. Mataron a dos músicos en Celaya.",
    "Mataron a dos músicos en Celaya. Unos encapuchados bailaban en el carnaval.",
)


@pytest.mark.parametrize(("text", "doer"), DOERS)
def test_who_opens_the_sentence_before_did_it(text: str, doer: str) -> None:
    roles = [r for c in claims(text) if c.event == "killing" for r in c.roles if r.role == "perpetrator"]
    assert [(r.text, r.inherited) for r in roles] == [(doer, True)]


@pytest.mark.parametrize("text", NOBODY)
def test_others_did_not(text: str) -> None:
    assert [r.text for c in claims(text) for r in c.roles if r.role == "perpetrator"] == []
