"""Who tries to free a prisoner: the armed people of the sentence, not the police who fought them off."""

from __future__ import annotations

from recuento.extract.naming import party_side, party_span
from recuento.extract.phrases import noun_of
from recuento.extract.sides import side_of
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.model.claim import Role

__all__ = ["with_attackers"]


def with_attackers(view: View, match: Match, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Return the roles of an attempt to free somebody, with the armed people named before it in the state's place.

    "Police shot dead nine gang members who ambushed a convoy in a bid to free a drug boss": where people are held
    captive the state frees them, and nothing is changed.
    """
    doers = [role for role in roles if role.role in {"authority", "perpetrator"}]
    of_state = bool(doers) and all(side_of(role.text, view.language) == "state" for role in doers)
    if match.rule.event != "rescue" or "captivity" in view.topics or not of_state:
        return roles
    armed = [i for i in range(match.head) if noun_of(view, i) is not None and party_side(view, i) == "armed_group"]
    if not armed:
        return roles
    span = party_span(view, armed[-1])
    attacker = Role(role="perpetrator", text=span.of(view.text), span=span)
    return (attacker, *(role for role in roles if role not in doers))
