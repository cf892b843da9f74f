"""Claims: who says them and how their figures are meant; one claim explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recuento.cli.words.common import SIDES, STATUS, count, event_name, tally_name
from recuento.model import Claim, Counted, Role

if TYPE_CHECKING:
    from recuento.lexicon.triggers import Trigger

__all__ = [
    "IS_BACKGROUND",
    "IS_RETIRED",
    "NOTE",
    "RULE",
    "SCOPE",
    "WHEN",
    "WHERE",
    "by_words",
    "claim_facts",
    "claim_name",
    "counted",
    "from_words",
    "part",
    "party",
    "rule_line",
    "said_by",
    "statement",
]

SCOPE: Final = {
    "total": "total",
    "increment": "on top of an earlier figure",
    "part": "part of a total",
    "aggregate": "total of a period or area",
    None: "",
}
WITHDRAWN: Final = "withdrawn by the report itself"
WHEN: Final = "when"
WHERE: Final = "where"
NOTE: Final = "note"
IS_BACKGROUND: Final = "older or general context, not the news of this report"
IS_RETIRED: Final = "the report itself withdraws this figure; it never sets a tally"
RULE: Final = "Read by"


def counted(who: Counted, unit: str | None) -> str:
    """Return who or what is counted, as far as said ("12 …": "cartel member, armed group")."""
    notes = [SIDES[who.side] if who.side != "unknown" else None, who.force, who.age_group, who.sex, who.occupation]
    said = ", ".join(dict.fromkeys(note for note in notes if note and note != unit))
    return f"{unit or ''} ({said})".strip() if said else unit or ""


def said_by(claim: Claim) -> str:
    """Return who says so, nearest speaker first, with how sure the words are."""
    chain = ", according to ".join(dict.fromkeys(speaker.text for speaker in claim.said_by if not speaker.inherited))
    if chain:
        return f"{chain} (alleged)" if claim.certainty == "alleged" else chain
    nearby = next((speaker.text for speaker in claim.said_by), None)
    sure = "" if claim.certainty == "stated" else f", as {claim.certainty}"
    return f"the report itself{sure}" + (f" ({nearby} speaks nearby)" if nearby else "")


def claim_name(claim: Claim) -> str:
    """Return what a claim states, without its words ("killing, attempted", "abducted 66")."""
    name = tally_name(claim.tally) if claim.tally else event_name(claim.event)
    number = f" {count(claim.figure.count)}" if claim.figure else ""
    status = f", {STATUS[claim.status]}" if STATUS[claim.status] else ""
    return f"{name}{number}{status}"


def statement(claim: Claim) -> str:
    """Return what a claim states, its figure first ("42 freed", "16 more freed", "30 abducted, denied")."""
    if claim.figure is None or claim.tally is None:
        return claim_name(claim)
    more = " more" if claim.scope == "increment" else ""
    notes = [STATUS[claim.status], WITHDRAWN if claim.retired else ""]
    told = f"{count(claim.figure.count)}{more} {tally_name(claim.tally)}"
    return ", ".join([told, *(note for note in notes if note)])


def part(claim: Claim) -> str:
    """Return a part of a figure, in the report's words where they hold it ("24 adultos")."""
    figure = claim.figure
    told = (role.text for role in claim.roles if figure is not None and role.span.covers(figure.span))
    return next(told, f"{count(figure.count) if figure else ''} {claim.unit or ''}".strip())


def claim_facts(claim: Claim) -> str:
    """Return who says a claim and how its figure is meant."""
    facts = [said_by(claim)]
    if claim.figure is not None:
        facts += [counted(claim.counted, claim.unit), SCOPE[claim.scope]]
    if claim.how:
        facts.append(claim.how)
    return " · ".join(fact for fact in facts if fact)


def from_words(said: str, inherited: bool) -> str:
    """Return the words that a day or place was read from."""
    return f"from “{said}”, said elsewhere in the report" if inherited else f"from “{said}”"


def by_words(said: str) -> str:
    """Return the words by which a rule knew the event."""
    return f"by “{said}”"


def party(role: Role) -> str:
    """Return the words that name who took part, the actor's id, and where they stand if not in the claim's sentence."""
    actor = f" ({role.actor})" if role.actor else ""
    return f"“{role.text}”{actor}" + (", named elsewhere in the report" if role.inherited else "")


def rule_line(rule: Trigger) -> str:
    """Return what a rule looks for."""
    return f"{event_name(rule.event)}, {rule.form}: {', '.join(rule.lemmas)}. Its examples (✓ read, ✗ passed over):"
