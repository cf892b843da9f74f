"""What a group claims and an accuser alleges is said by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold
from recuento.lexicon.syntax import syntax
from recuento.model.claim import Certainty, Role, Speaker, SpeakerKind
from recuento.model.document import Language

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["AUTHORITIES", "SPEECH_ACTS", "accuser_among", "nested_speakers", "with_claimants"]

# "the banner", "the group's message": longer words say whose it is.
_FEW = 4
SPEECH_ACTS = frozenset({"claim_of_responsibility", "accusation"})


def nested_speakers(drafts: list[Draft]) -> list[Draft]:
    """What a group claims or an accuser alleges is said by them: "claimed responsibility for the kidnapping of 66"."""
    outer = [d for d in drafts if d.event in {"claim_of_responsibility", "accusation"}]
    if not outer:
        return drafts
    drafts = _told_once(drafts)
    outer = [d for d in drafts if d in outer]
    return [_alleged(draft) if draft in outer else _said_by_claimant(draft, outer) for draft in drafts]


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """Leave out an accusation that names nobody beside one that does: "it alleged that police led the raids".

    Whoever makes it makes the other: "a man says it was revenge and claims that police led the robberies".
    """
    made = [d for d in drafts if d.event == "accusation"]
    named = [d for d in made if any(role.role == "target" for role in d.roles)]
    if not named or len(made) == 1:
        return drafts
    accuser = next((role for d in made for role in d.roles if role.role == "claimant"), None)
    whole = named[0]
    if accuser is not None and all(role.role != "claimant" for role in whole.roles):
        whole = structs.replace(whole, roles=(accuser, *whole.roles))
    return [whole if d is named[0] else d for d in drafts if d not in made or d in named]


def _alleged(draft: Draft) -> Draft:
    """An accusation is a fact; what it says is not."""
    return structs.replace(draft, certainty="alleged") if draft.event == "accusation" else draft


def _said_by_claimant(draft: Draft, outer: list[Draft]) -> Draft:
    above = _above(draft, outer)
    if above is None or _only_says_whom(above, draft):
        return draft
    if draft.event in _REASONS and above.event == "claim_of_responsibility" and draft.figure is None:
        return structs.replace(draft, certainty="alleged")  # nobody claims the robberies that he avenges
    if above.motive is not None and above.motive.span.covers(draft.trigger):
        return structs.replace(draft, certainty="alleged")
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
    return structs.replace(draft, speakers=speakers, certainty=certainty, roles=roles)


def _above(draft: Draft, outer: list[Draft]) -> Draft | None:
    """Return what is claimed or alleged of an event: a claim whose words hold it, else the first told before it.

    "Police took part in robberies, says the gang, which claims the kidnapping of nine": the gang kidnapped.
    """
    claims = (o for o in outer if o.event == "claim_of_responsibility" and o.trigger.start < draft.trigger.start)
    held = next((o for o in claims if o.quote.covers(draft.trigger)), None)
    told = (o for o in outer if o.trigger.start < draft.trigger.start or _is_of(o, draft))
    return held or next(told, None)


def _only_says_whom(accusation: Draft, draft: Draft) -> bool:
    """Tell whether an accusation only says whom the law dealt with: "two men accused of fraud were arrested"."""
    nobody = accusation.event == "accusation" and all(role.role != "claimant" for role in accusation.roles)
    return nobody and accusation.aside and event_of(draft.event).family in {"justice", "state_action"}


_REASONS = frozenset({"home_invasion", "robbery"})


def _is_of(claim: Draft, draft: Draft) -> bool:
    """Tell whether a passive claim is of an event told before its verb: "the kidnapping of 63 was claimed by"."""
    return claim.event == "claim_of_responsibility" and claim.quote.covers(draft.trigger)


# Who reports or investigates a deed does not claim it, and accuses in other words.
AUTHORITIES = frozenset({"official", "security_force", "court", "outlet"})


def accuser_among(speakers: Sequence[Speaker]) -> Speaker | None:
    """Return the nearest speaker who can claim a deed or accuse others of one, None where only authorities speak."""
    nearest = next(iter(speakers), None)
    return nearest if nearest is not None and nearest.kind not in AUTHORITIES else None


def _no_authorities(speakers: Sequence[Speaker]) -> list[Speaker]:
    """Return those who may claim a deed: "the gang, which police say he leads, admits that it did it"."""
    return [speaker for speaker in speakers if speaker.kind not in AUTHORITIES]


def with_claimants(drafts: list[Draft], language: Language) -> list[Draft]:
    """Return the drafts of a report; a claim or an accusation without a claimant is given whoever says it.

    That is the speaker of its sentence, unless an authority or an outlet, else whoever claimed or accused last before
    ("it", "they contend"). "The message" and "the voice" speak for whoever claimed last.
    """
    done: list[Draft] = []
    last: Role | None = None
    for draft in drafts:
        if draft.event in SPEECH_ACTS:
            draft = _with_claimant(draft, last, language)  # noqa: PLW2901 - the draft, completed
            last = _claimant(draft) or last
        done.append(draft)
    return _deeds_claimed(done)


def _deeds_claimed(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts; whoever is told before a claim without a subject did what it claims.

    "Los Cenizos difundieron un audio. Admiten en él el rapto de 69 personas."
    """
    found = ((d, _claimant(d)) for d in drafts if d.event == "claim_of_responsibility")
    claims = {d.sentence: (d, role) for d, role in found if role is not None and role.inherited}
    return [_done_by(d, *claims[d.sentence]) if d.sentence in claims else d for d in drafts]


def _done_by(draft: Draft, claim: Draft, claimant: Role) -> Draft:
    if draft is claim or draft.trigger.start <= claim.trigger.start or not claim.quote.covers(draft.trigger):
        return draft
    if draft.event in _REASONS and draft.figure is None:
        return draft
    # Whoever is named behind the claim did something else: "admiten el rapto …: soldados se metían a las casas".
    own = tuple(r for r in draft.roles if r.role != "perpetrator" or claim.quote.covers(r.span))
    if any(role.role == "perpetrator" for role in own):
        return draft
    return structs.replace(draft, roles=(replace(claimant, role="perpetrator"), *own))


def _claimant(draft: Draft) -> Role | None:
    return next((role for role in draft.roles if role.role == "claimant"), None)


def _with_claimant(draft: Draft, last: Role | None, language: Language) -> Draft:
    own = _claimant(draft)
    if own is not None:
        behind = last is not None and own.text != last.text and _speaks_for_others(own.text, language)
        return _given(draft, last) if behind and last is not None else draft
    speaker = accuser_among(draft.speakers if draft.event == "accusation" else _no_authorities(draft.speakers))
    taken = [role.span for role in draft.roles]
    if speaker is not None and last is not None and not draft.sentence.covers(speaker.span):
        speaker = None  # "which it blamed on": whoever claimed last, not whoever spoke last
    if speaker is not None and not any(speaker.span.overlaps(span) for span in taken):
        here = draft.sentence.covers(speaker.span)
        said = Role(role="claimant", text=speaker.text, span=speaker.span, inherited=not here)
        return _with_claimant(structs.replace(draft, roles=(said, *draft.roles)), last, language)
    return draft if last is None else _given(draft, last)


def _given(draft: Draft, claimant: Role) -> Draft:
    return structs.replace(draft, roles=(replace(claimant, inherited=True), *draft.roles))


def _speaks_for_others(words: str, language: Language) -> bool:
    """Tell whether the words are of a message, or point back without a name: "the banner", "the voice"."""
    folded = fold(words).split()
    table = syntax(language)
    points_back = folded[0] in table.definite | table.definite_plural
    named = any(word[:1].isupper() for word in words.split()[1:])
    return points_back and not named and len(folded) < _FEW
