"""What the events of one sentence share: "gunmen attacked a bar, leaving 20 dead" has one perpetrator for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recuento.lexicon.codebook import event_of
from recuento.model.claim import Role

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["settle_parts", "share_agents"]

_GROUP = {"violence": "violence", "fate": "fate", "state_action": "state", "justice": "justice", "speech": "speech"}


def settle_parts(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts; captives named by what befell them before are some of those taken, not all of them.

    "freed 16 people kidnapped by gangs" tells that 16 were freed; how many were taken it does not say.
    """
    fates = {d.figure for d in drafts if d.tally in {"freed", "killed", "bodies"} and d.figure is not None}
    return [replace(d, scope="part") if d.tally == "abducted" and d.figure in fates else d for d in drafts]


def share_agents(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, each without an agent given that of another event of the same kind in the sentence."""
    return [_with_shared(draft, drafts) for draft in drafts]


def _with_shared(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    event = event_of(draft.event)
    if any(role.role == event.agent for role in draft.roles):
        return draft
    patients = [role.span for role in draft.roles]
    for other in sorted(drafts, key=lambda d: abs(d.trigger.start - draft.trigger.start)):
        shared = _agent_of(other, draft)
        if shared is not None and not any(shared.span.overlaps(span) for span in patients):
            return replace(draft, roles=(shared, *draft.roles))
    return draft


def _agent_of(other: Draft, draft: Draft) -> Role | None:
    mine, theirs = event_of(draft.event), event_of(other.event)
    if other.motive is not None and other.motive.span.covers(draft.trigger):
        return None
    if other is draft or _GROUP[mine.family] != _GROUP[theirs.family] or mine.agent != theirs.agent:
        return None
    return next((role for role in other.roles if role.role == theirs.agent), None)
