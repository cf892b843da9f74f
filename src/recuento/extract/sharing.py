"""What the events of one sentence share: "gunmen attacked a bar, leaving 20 dead" has one perpetrator for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.sides import party_side_of
from recuento.lexicon.codebook import event_of
from recuento.model.claim import Role, Side
from recuento.model.document import Language
from recuento.model.span import Span

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft
    from recuento.extract.view import View

__all__ = ["ACTS_OF_A_FORCE", "agent_for", "settle_parts", "share_agents", "side_harmed"]

_GROUP = {"violence": "violence", "fate": "fate", "state_action": "state", "justice": "justice", "speech": "speech"}
# Acts of one force: who arrests also seizes, rescues and is sent.
ACTS_OF_A_FORCE = frozenset({"arrest", "seizure", "rescue", "operation", "deployment"})
_FATES = frozenset({"freed", "killed", "bodies"})
_JOINING = frozenset({"CCONJ", "ADV", "DET", "AUX", "PUNCT"})  # "kidnapped and later killed"
_FOUND_GUILTY = frozenset({"conviction", "sentence", "plea"})
_HURT = frozenset({"killing", "wounding"})
_FIGHTING = frozenset({"state", "armed_group"})


def settle_parts(drafts: Sequence[Draft], view: View) -> list[Draft]:
    """Return the drafts; captives named by what befell them before are some of those taken, not all of them.

    "freed 16 people kidnapped by gangs" tells that 16 were freed; how many were taken it does not say. Those of "the
    kidnapping and murder of 12 people" were all taken.
    """
    fates = [d for d in drafts if d.tally in _FATES and d.figure is not None]
    return [
        structs.replace(d, scope="part")
        if d.tally == "abducted" and d.scope != "increment" and _befell_some(d, fates, view)
        else d
        for d in drafts
    ]


def _befell_some(taken: Draft, fates: Sequence[Draft], view: View) -> bool:
    """Tell whether those taken are told by what befell them; "kidnapped and killed nine" tells both at once."""
    same = [fate for fate in fates if fate.figure == taken.figure]
    return bool(same) and not any(_in_one_breath(taken, fate, view) for fate in same)


def _in_one_breath(taken: Draft, fate: Draft, view: View) -> bool:
    if fate.trigger.start <= taken.trigger.end:
        return False
    second = view.tokens[fate.match.head]
    if second.dep == "conj" and second.head == taken.match.head:
        return True  # "were kidnapped on Friday and freed on Sunday"
    between = [view.tokens[i].pos for i in view.inside(Span(taken.trigger.end, fate.trigger.start))]
    return "CCONJ" in between and set(between) <= _JOINING


def share_agents(drafts: Sequence[Draft], language: Language) -> list[Draft]:
    """Return the drafts, each without an agent given that of another event of the same kind in the sentence."""
    drafts = _not_sent_by_themselves(drafts)
    return [_with_shared(draft, drafts, language) for draft in drafts]


def _not_sent_by_themselves(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts; of a sentence that says who sent some, a force among those sent sent nobody.

    "The government sent 350 men, backed by a squadron of the police": the government sent the squadron too.
    """
    sent = [d for d in drafts if d.event == "deployment"]
    those = [r.span for d in sent for r in d.roles if r.role == "target"]
    within = {r.span for d in sent for r in d.roles if r.role == "authority" and any(s.covers(r.span) for s in those)}
    others = any(r.role == "authority" and r.span not in within for d in sent for r in d.roles)
    if not within or not others:
        return list(drafts)
    return [
        structs.replace(d, roles=tuple(r for r in d.roles if r.role != "authority" or r.span not in within))
        if d.event == "deployment"
        else d
        for d in drafts
    ]


def _with_shared(draft: Draft, drafts: Sequence[Draft], language: Language) -> Draft:
    event = event_of(draft.event)
    if draft.match.rule.loses or any(role.role in {event.agent, "perpetrator"} for role in draft.roles):
        return draft  # a gang that "lost twelve men" did not kill them
    if language == "es" and (judged := _judged_for_it(draft, drafts)) is not None:
        return structs.replace(draft, roles=(judged, *draft.roles))
    patients = [role.span for role in draft.roles]
    for other in sorted(drafts, key=lambda d: abs(d.trigger.start - draft.trigger.start)):
        shared = _agent_of(other, draft, language)
        if shared is not None and not any(shared.span.overlaps(span) for span in patients):
            return structs.replace(draft, roles=(*_jointly(shared, other, patients, language), *draft.roles))
    return draft


def _jointly(shared: Role, other: Draft, patients: Sequence[Span], language: Language) -> list[Role]:
    """Return the shared agent and the forces that acted with it: "la Fiscalía y la Policía hicieron cateos"."""
    if shared.role != "authority":
        return [shared]
    also = (role for role in other.roles if role.role == shared.role and role.span != shared.span)
    free = (role for role in also if not any(role.span.overlaps(span) for span in patients))
    return [shared, *(role for role in free if party_side_of(role.text, language) == "state")]


def _judged_for_it(crime: Draft, drafts: Sequence[Draft]) -> Role | None:
    """Return the one whom a court finds to have done it: "condenado por el secuestro de tres"."""
    if not crime.charged or event_of(crime.event).agent != "perpetrator":
        return None
    found = [
        r for d in drafts if d.event in _FOUND_GUILTY and d.status == "occurred" for r in d.roles if r.role == "target"
    ]
    harmed = [role.span for role in crime.roles]
    people = {role.span: role for role in found if not any(role.span.overlaps(span) for span in harmed)}
    return replace(next(iter(people.values())), role="perpetrator") if len(people) == 1 else None


def _agent_of(other: Draft, draft: Draft, language: Language) -> Role | None:
    mine, theirs = event_of(draft.event), event_of(other.event)
    if any(one.motive is not None and one.motive.span.covers(draft.trigger) for one in (other, draft)):
        return None
    if draft.event == "home_invasion" and draft.certainty == "alleged":
        return None  # the gang that avenges robberies did not commit them
    if other is draft or other.recalled != draft.recalled or _is_counted_back(draft, other):
        return None
    freed = language == "es" and other.event == "rescue" and other.status == "occurred"
    if (other.event == "operation" or freed) and mine.agent == "perpetrator":
        return _killed_in_operation(draft, other, language)
    if draft.event == "rescue" and draft.status == "attempted" and other.event != "rescue":
        return None  # who seized the rifles of those who tried to free a prisoner did not try it
    if _tried_to_free(other) and draft.event in _HURT and side_harmed(draft, language) == "unknown":
        return None  # "twenty men came to free their boss, and five died": the five may be of them
    same_force = {other.event, draft.event} <= ACTS_OF_A_FORCE
    if (_GROUP[mine.family] != _GROUP[theirs.family] and not same_force) or mine.agent != theirs.agent:
        return None
    return agent_for(draft, other, language)


def _tried_to_free(draft: Draft) -> bool:
    return draft.event == "rescue" and draft.status == "attempted"


def _is_counted_back(one: Draft, other: Draft) -> bool:
    """Tell whether one is what the other's day is counted from: "killed on Thursday, days after gunmen shot 14"."""
    days = [draft.date for draft in (one, other) if draft.date is not None]
    return any(day.is_counted_back for day in days) and one.date != other.date


def _killed_in_operation(draft: Draft, operation: Draft, language: Language) -> Role | None:
    """The force that led an operation killed or wounded the armed people who fell in it."""
    if draft.event not in {"killing", "wounding"} or side_harmed(draft, language) != "armed_group":
        return None
    found = agent_for(draft, operation, language)
    return replace(found, role="perpetrator") if found else None


def agent_for(draft: Draft, other: Draft, language: Language) -> Role | None:
    """Return the agent of ``other`` that can have done what ``draft`` tells, or None.

    Nobody is taken to have harmed his own side. Of a clash only the side facing those who were harmed is taken, and
    none where the words do not tell their side.
    """
    agent = event_of(other.event).agent
    harmed = side_harmed(draft, language)
    if other.event == "clash" and draft.event != "clash" and harmed not in _FIGHTING:
        return None
    agents = [role for role in other.roles if role.role == agent and not _is_of_those_sent(role, other)]
    if agent != "perpetrator":
        return next(iter(agents), None)
    if harmed == "armed_group" and side_harmed(other, language) == "state":
        agents = [
            role for role in agents if party_side_of(role.text, language) == "state"
        ]  # "men" who fought the police
    return next((role for role in agents if _faces(party_side_of(role.text, language), harmed)), None)


def _is_of_those_sent(role: Role, other: Draft) -> bool:
    """Tell whether a force is only named as that of those who are sent: "a battalion of the National Guard"."""
    return other.event == "deployment" and any(r.role == "target" and r.span.covers(role.span) for r in other.roles)


def _faces(side: Side, harmed: Side) -> bool:
    return side != harmed or side not in _FIGHTING


def side_harmed(draft: Draft, language: Language) -> Side:
    """Return the side of those whom the event befell, "unknown" where the words do not tell."""
    if draft.counted.side != "unknown":
        return draft.counted.side
    patient = event_of(draft.event).patient
    sides = [party_side_of(role.text, language) for role in draft.roles if role.role == patient]
    return next((side for side in sides if side != "unknown"), "unknown")
