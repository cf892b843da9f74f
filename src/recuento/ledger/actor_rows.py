"""Which actors each incident names: derived rows, written with the incident and built afresh by a replay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from recuento.ledger.actors import actors_named
from recuento.lexicon.fold import fold
from recuento.lexicon.minors import names_of_minors
from recuento.model import Claim, Document

__all__ = ["actor_rows"]

_LONGEST = 120  # letters of a key; a longer name is no name


def actor_rows(incident: str, claims: Sequence[Claim], documents: Mapping[str, Document]) -> Iterable[dict[str, Any]]:
    """Yield the rows of one incident: the actors that claims of its standing reports name, minors left out."""
    young = {fold(name) for one in documents.values() for name in names_of_minors(one.text)}
    for actor in actors_named(claim for claim in claims if claim.document in documents):
        if len(actor.key) <= _LONGEST and fold(actor.name) not in young:
            yield {
                "incident": incident, "actor": actor.key, "kind": actor.kind, "name": actor.name,
                "words": fold(actor.name), "parts": " ".join(actor.parts), "claims": actor.claims,
            }  # fmt: skip
