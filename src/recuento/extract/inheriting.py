"""Who did it, where another sentence of the same account says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recuento.extract.sharing import ACTS_OF_A_FORCE, agent_for
from recuento.extract.sides import side_of
from recuento.lexicon.codebook import event_of
from recuento.model.claim import Role
from recuento.model.document import Language

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["with_inherited_agents"]

# Those held are freed by those who took them.
_HARM = frozenset(
    {
        "killing", "wounding", "attack", "clash", "bombing", "arson", "abduction", "torture", "sexual_violence",
        "robbery", "home_invasion", "blockade", "property_destruction", "disappearance",
    }
)  # fmt: skip
_INHERITS = _HARM | {"release"}
# How far an agent is taken from, in paragraphs.
_BEFORE = 5
_AFTER = 2


def with_inherited_agents(drafts: Sequence[Draft], language: Language) -> list[Draft]:
    """Return the drafts of one account, each without an agent given the one that the account names nearest to it.

    The role is marked as inherited. Nothing is inherited where nobody is named, where the account's agent would have
    harmed his own side, or from what was only planned or denied.
    """
    return [_with_agent(draft, drafts, language) for draft in drafts]


def _with_agent(draft: Draft, drafts: Sequence[Draft], language: Language) -> Draft:
    agent = event_of(draft.event).agent
    if any(role.role in {agent, "perpetrator"} for role in draft.roles):
        return draft
    if any(d.motive is not None and d.motive.span.covers(draft.trigger) for d in drafts):
        return _with_accused(draft, drafts)
    for other in _nearest_first(draft, drafts):
        found = _lent(draft, other, language)
        if found is not None and _identifies(found, language) and not _is_affected(found, draft):
            return replace(draft, roles=(replace(found, role=agent, inherited=True), *draft.roles))
    return draft


def _with_accused(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """What a report gives as somebody's reason was done by those whom he accuses of it, nearby, if by anybody."""
    for other in _nearest_first(draft, drafts):
        if other.event == "accusation" and abs(other.paragraph - draft.paragraph) <= 1:
            accused = next((role for role in other.roles if role.role == "target"), None)
            if accused is not None and not _is_affected(accused, draft):
                blamed = replace(accused, role="perpetrator", inherited=True)
                return replace(draft, roles=(blamed, *draft.roles), certainty="alleged")
    return draft


def _nearest_first(draft: Draft, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the other drafts: those before it nearby, the last first, then those soon after it."""
    before = (d for d in reversed(drafts) if d.trigger.start < draft.trigger.start)
    after = (d for d in drafts if d.trigger.start > draft.trigger.start)
    yield from (d for d in before if draft.paragraph - d.paragraph <= _BEFORE)
    yield from (d for d in after if d.paragraph - draft.paragraph <= _AFTER)


def _lent(draft: Draft, other: Draft, language: Language) -> Role | None:
    """Return the agent that one event of an account lends another, None where their kinds do not go together."""
    if other.status in {"planned", "denied"} and draft.status != other.status:
        return None
    if draft.event in ACTS_OF_A_FORCE:
        return agent_for(draft, other, language) if other.event in ACTS_OF_A_FORCE else _force_in(other, language)
    if draft.event in _INHERITS and other.event in _HARM:
        lent = agent_for(draft, other, language)
        # A force of the state is taken to have done what befell armed people, and nothing else.
        fits = lent is None or side_of(lent.text, language) != "state" or draft.counted.side == "armed_group"
        return lent if fits else None
    same_court = other.event == draft.event and event_of(draft.event).family == "justice"
    return agent_for(draft, other, language) if same_court else None


def _force_in(other: Draft, language: Language) -> Role | None:
    """Return the force of the state that fought or killed: it also arrested and seized."""
    if other.event not in {"clash", "killing", "wounding", "attack"}:
        return None
    agents = (role for role in other.roles if role.role == "perpetrator")
    return next((role for role in agents if side_of(role.text, language) == "state"), None)


def _identifies(role: Role, language: Language) -> bool:
    """Tell whether the words say who: a side, a force, a name; "two men" and "they" could be anybody."""
    named = any(word[:1].isupper() for word in role.text.split()[1:])
    return named or side_of(role.text, language) != "unknown"


def _is_affected(role: Role, draft: Draft) -> bool:
    return any(role.span.overlaps(other.span) for other in draft.roles)
