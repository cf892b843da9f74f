"""What somebody avenges was done by those whom he accuses of it: "in revenge for break-ins, which police led"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from recuento.extract.claimants import AUTHORITIES, SPEECH_ACTS, accuser_among
from recuento.extract.drafts import Draft
from recuento.extract.speakers import kind_of
from recuento.lexicon.codebook import event_of
from recuento.model.claim import Role
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["with_reasons"]

_BURGLED = frozenset({"home_invasion", "robbery"})
_OF_THE_LAW = frozenset({"justice", "state_action"})
_NEAR = 1  # paragraphs


def with_reasons(drafts: Sequence[Draft], language: Language) -> list[Draft]:
    """Return the drafts of a report; what is given as somebody's reason is alleged, and done by those he accuses.

    It is so given in so many words ("in revenge for the break-ins"), or robberies are told where somebody claims a deed
    or accuses others ("Houses were looted, so we took people").
    """
    motives = [draft.motive.span for draft in drafts if draft.motive is not None]
    made = [draft for draft in drafts if draft.event in SPEECH_ACTS and not _is_by_authority(draft, language)]
    speaking = frozenset(draft.paragraph for draft in made)
    accusations = [draft for draft in made if draft.event == "accusation"]
    return [_blamed(d, accusations) if _is_reason(d, motives, speaking) else d for d in drafts]


def _is_by_authority(made: Draft, language: Language) -> bool:
    """Tell whether an authority accuses: it avenges nothing."""
    return any(r.role == "claimant" and kind_of(r.text, language) in AUTHORITIES for r in made.roles)


def _is_reason(draft: Draft, motives: Sequence[Span], speaking: frozenset[int]) -> bool:
    if any(span.covers(draft.trigger) for span in motives):
        return True
    if draft.event not in _BURGLED or draft.figure is not None or draft.paragraph not in speaking:
        return False
    return not draft.speakers or accuser_among(draft.speakers) is not None


def _blamed(draft: Draft, accusations: Sequence[Draft]) -> Draft:
    """Return a reason, with the nearest accused as its doers unless its own words name them."""
    told = structs.replace(draft, certainty="alleged", reason=True)
    of_the_law = event_of(draft.event).family in _OF_THE_LAW  # whoever avenges an arrest accuses of more
    if of_the_law or any(role.role == "perpetrator" for role in draft.roles):
        return told
    near = [made for made in accusations if abs(made.paragraph - draft.paragraph) <= _NEAR]
    for made in sorted(near, key=lambda one: abs(one.trigger.start - draft.trigger.start)):
        accused = _accused(made)
        if accused is not None and not any(accused.span.overlaps(role.span) for role in draft.roles):
            blamed = replace(accused, role="perpetrator", inherited=not draft.sentence.covers(accused.span))
            return structs.replace(told, roles=(blamed, *draft.roles))
    return told


def _accused(made: Draft) -> Role | None:
    return next((role for role in made.roles if role.role == "target"), None)
