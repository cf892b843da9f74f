"""What a group claims and an accuser alleges is said by them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recuento.model.claim import Certainty, Role, Speaker, SpeakerKind

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["nested_speakers", "with_claimants"]


def nested_speakers(drafts: list[Draft]) -> list[Draft]:
    """What a group claims or an accuser alleges is said by them: "claimed responsibility for the kidnapping of 66"."""
    outer = [d for d in drafts if d.event in {"claim_of_responsibility", "accusation"}]
    if not outer:
        return drafts
    return [_alleged(draft) if draft in outer else _said_by_claimant(draft, outer) for draft in drafts]


def _alleged(draft: Draft) -> Draft:
    """An accusation is a fact; what it says is not."""
    return replace(draft, certainty="alleged") if draft.event == "accusation" else draft


def _said_by_claimant(draft: Draft, outer: list[Draft]) -> Draft:
    above = next((o for o in outer if o.trigger.start < draft.trigger.start), None)
    if above is None:
        return draft
    if above.motive is not None and above.motive.span.covers(draft.trigger):
        return replace(draft, certainty="alleged")
    kind: SpeakerKind = "group" if above.event == "claim_of_responsibility" else "other"
    named = (r for r in above.roles if r.role == "claimant")
    claimants = tuple(Speaker(text=r.text, kind=kind, span=r.span) for r in named)[:1]
    certainty: Certainty = (
        "alleged" if above.event == "accusation" else "attributed" if draft.certainty == "stated" else draft.certainty
    )
    roles = draft.roles
    if above.event == "claim_of_responsibility" and not any(r.role == "perpetrator" for r in roles):
        roles += tuple(replace(r, role="perpetrator") for r in above.roles if r.role == "claimant")[:1]
    if above.event == "accusation" and not any(r.role == "perpetrator" for r in roles):
        roles += tuple(replace(r, role="perpetrator") for r in above.roles if r.role == "target")[:1]
    known = {speaker.text for speaker in draft.speakers}
    speakers = (*(c for c in claimants if c.text not in known), *draft.speakers)
    return replace(draft, speakers=speakers, certainty=certainty, roles=roles)


def with_claimants(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of a report, an accusation by "it" or "they" given to the group that spoke just before."""
    done: list[Draft] = []
    last: Role | None = None
    for draft in drafts:
        named = next((r for r in draft.roles if r.role == "claimant"), None)
        if draft.event == "accusation" and named is None and last is not None:
            draft = replace(draft, roles=(last, *draft.roles))  # noqa: PLW2901 - the draft, completed
        if draft.event == "claim_of_responsibility" and named is not None:
            last = named
        done.append(draft)
    return done
