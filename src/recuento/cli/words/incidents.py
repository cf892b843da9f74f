"""One incident, and incidents as a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from recuento.cli.words.common import ALLEGED, day, many, outlet, short, span
from recuento.model import Document, Incident

if TYPE_CHECKING:
    from recuento.ledger import Clocks, IncidentRecord, LeftOut

__all__ = [
    "ACCEPTED_MARK",
    "ALSO_SAID",
    "ALSO_STANDS",
    "ARITHMETIC",
    "BACKGROUND",
    "FIGURES",
    "IS_AGGREGATE",
    "LIST_HEADS",
    "MOTIVE",
    "NO_INCIDENTS",
    "NO_REPORTS",
    "OTHER_INCIDENTS",
    "PART_LABELS",
    "PEOPLE_AND_GROUPS",
    "REPORTS",
    "ROLES",
    "SET_ASIDE",
    "STILL",
    "TIED_TO",
    "TIES",
    "TIES_INVERSE",
    "WHO",
    "and_more",
    "clock_lines",
    "incident_notes",
    "next_after_incidents",
    "relation_line",
    "report_line",
    "row_note",
]

ROLES: Final = {
    "perpetrator": "by",
    "target": "against",
    "authority": "authority",
    "claimant": "claimed by",
    "instrument": "with",
    "beneficiary": "for",
}
PART_LABELS: Final = {
    **ROLES,
    "claimant of accusation": "accused by",
    "target of accusation": "accused",
    "claimant of denial": "denied by",
    "claimant of demand": "asked by",
}
MOTIVE: Final = "because"
STILL: Final = "still"
SET_ASIDE: Final = "set aside"
ALSO_STANDS: Final = "also stands"
WHO: Final = "Who"
FIGURES: Final = "Figures"
ARITHMETIC: Final = "Arithmetic"
ALSO_SAID: Final = "Also said"
TIED_TO: Final = "Tied to"
BACKGROUND: Final = "Background, not counted here"
OTHER_INCIDENTS: Final = "Other incidents in these reports"
IS_AGGREGATE: Final = "total of a period or area"
PEOPLE_AND_GROUPS: Final = "People and groups"
REPORTS: Final = "Reports"
NO_REPORTS: Final = "no report yet"
TIES: Final = {
    "part_of": "is part of",
    "follow_up_of": "follows up on",
    "response_to": "responds to",
    "retaliation_for": "retaliates for",
}
TIES_INVERSE: Final = {
    "part_of": "includes",
    "follow_up_of": "is followed up by",
    "response_to": "is answered by",
    "retaliation_for": "is retaliated for by",
}
_RELATIONS: Final = {
    "kin": "is kin of",
    "member_of": "is a member of",
    "leads": "leads",
    "faction_of": "is a faction of",
    "works_for": "works for",
    "custody_of": "holds in custody",
    "holds_office": "holds the office of",
}
NO_INCIDENTS: Final = "No incident in the ledger fits."
ACCEPTED_MARK: Final = " ✓"
"""Beside a figure that a person accepted as it stands, or gave."""
LIST_HEADS: Final = ("id", "when", "what", "where", "figures", "reports")


def and_more(number: int) -> str:
    """Return what ends a list that was cut."""
    return f"and {number} more"


def relation_line(subject: str, tie: str, detail: str | None, other: str, certainty: str) -> str:
    """Return a tie between two actors in words ("Ana is kin of (sister) Luis (alleged)")."""
    note = f" ({detail})" if detail else ""
    doubt = f" ({ALLEGED})" if certainty == "alleged" else ""
    return f"{subject} {_RELATIONS[tie]}{note} {other}{doubt}"


def report_line(document: Document, left_out: LeftOut | None = None) -> str:
    """Return a report as it is listed under an incident, with why it no longer stands."""
    title = f": {document.title}" if document.title else ""
    note = f" · {left_out.reason}" if left_out else ""
    return f"{outlet(document)}{title} · {short(document.id)}{note}"


def incident_notes(record: IncidentRecord) -> str:
    """Return what stands below an incident's head: how many reports tell of it, as of when, and its id."""
    incident = record.incident
    gone = {one.document for one in record.left_out}
    published = sorted(document.published_on for document in record.documents if document.id not in gone)
    notes = [f"{many(len(published), 'report')}, {span(published[0], published[-1])}" if published else NO_REPORTS]
    if incident.background:
        notes.append("told as background only")
    if incident.aggregate:
        notes.append("a total of a period or area, no one incident")
    return " · ".join([*notes, incident.id])


def clock_lines(clocks: Clocks) -> Iterator[str]:
    """Yield which of the two clocks was asked, and what its answer is."""
    if clocks.as_of is not None:
        yield f"As of {day(clocks.as_of)}: what reports published by then say, under today's judgements."
    if clocks.ledger_as_of is not None:
        then = clocks.ledger_as_of.isoformat(sep=" ", timespec="minutes")
        yield f"Ledger as of {then}: what this ledger held then; this answer never changes."


def next_after_incidents(number: int, first: str) -> str:
    """Return how many incidents there were, and what to type next."""
    return f"{many(number, 'incident')}. For one of them: recuento show {short(first)}"


def row_note(incident: Incident) -> str:
    """Return what sets an incident apart in a list; empty for most."""
    notes = ("background" if incident.background else "", "total of a period or area" if incident.aggregate else "")
    return ", ".join(note for note in notes if note)
