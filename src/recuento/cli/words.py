"""Every word that the command line says to a person, in one place, so that another language is another such module."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from recuento.lexicon.codebook import codebook, event_of
from recuento.model import Claim, Count, Counted, DayRange, Document, Entry, Incident, Place

if TYPE_CHECKING:
    from recuento.ledger import IncidentRecord
    from recuento.lexicon.triggers import Trigger
    from recuento.pipeline import Summary

__all__ = [
    "ALLEGED",
    "ALSO_SAID",
    "ALSO_STANDS",
    "ARITHMETIC",
    "BACKGROUND",
    "CORRECTION",
    "DEMO_LEDGER",
    "FIGURES",
    "IS_AGGREGATE",
    "IS_BACKGROUND",
    "IS_RETIRED",
    "LIST_HEADS",
    "MOTIVE",
    "NOTE",
    "NO_INCIDENTS",
    "NO_REPORTS",
    "OTHER_INCIDENTS",
    "PEOPLE_AND_GROUPS",
    "REPORTS",
    "ROLES",
    "RULE",
    "SCOPE",
    "SET_ASIDE",
    "SIDES",
    "STATUS",
    "STORY",
    "TIED_TO",
    "TIES",
    "TIES_INVERSE",
    "WHEN",
    "WHERE",
    "WHO",
    "as_of_head",
    "claim_facts",
    "claim_name",
    "count",
    "counted",
    "day",
    "days",
    "demo_intro",
    "demo_next",
    "event_name",
    "figure",
    "from_words",
    "incident_notes",
    "many",
    "next_after_incidents",
    "next_after_read",
    "outlet",
    "place",
    "publisher",
    "rejected_head",
    "relation_line",
    "replayed",
    "report_line",
    "row_note",
    "rule_line",
    "run_line",
    "said_by",
    "short",
    "tally_line",
    "tally_name",
    "unread_line",
]

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHORT_ID: Final = 8

SCOPE: Final = {
    "total": "total",
    "increment": "on top of an earlier figure",
    "part": "part of a total",
    "aggregate": "total of a period or area",
    None: "",
}
STATUS: Final = {
    "occurred": "",
    "attempted": "attempted",
    "planned": "planned",
    "ongoing": "ongoing",
    "denied": "denied",
    "unknown": "not known whether it happened",
}
SIDES: Final = {
    "civilian": "civilians",
    "state": "state forces",
    "armed_group": "armed group",
    "unknown": "side not said",
}
ROLES: Final = {
    "perpetrator": "by",
    "target": "against",
    "authority": "authority",
    "claimant": "claimed by",
    "instrument": "with",
    "beneficiary": "for",
}
MOTIVE: Final = "because"
SET_ASIDE: Final = "set aside"
ALSO_STANDS: Final = "also stands"
ALLEGED: Final = "alleged"
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
WHEN: Final = "when"
WHERE: Final = "where"
NOTE: Final = "note"
IS_BACKGROUND: Final = "older or general context, not the news of this report"
IS_RETIRED: Final = "the report itself withdraws this figure; it never sets a tally"
RULE: Final = "Read by"
NO_INCIDENTS: Final = "No incident in the ledger fits."
LIST_HEADS: Final = ("id", "when", "what", "where", "figures", "reports")
DEMO_LEDGER: Final = "a temporary file"
STORY: Final = "One incident, as its figures moved"
CORRECTION: Final = "Another, whose figure was corrected downwards"
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


def many(number: int, one: str, more: str | None = None) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def short(full_id: str) -> str:
    """Return the first letters of an id: enough to ask for it again."""
    return full_id[: _SHORT_ID + 2]


def day(when: date) -> str:
    """Return "22 Mar 2024"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def days(ranges: Sequence[DayRange]) -> str:
    """Return the candidates in words ("22 Mar 2024", "May 2024", "Jan 2023 or Jan 2024"); "day not said" for none."""
    return " or ".join(_range(each) for each in ranges) or "day not said"


def _range(span: DayRange) -> str:
    first, last = span.first, span.after - timedelta(days=1)
    if first == last:
        return day(first)
    if first.day == 1 and span == DayRange.month(first.year, first.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if span == DayRange.year(first.year):
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def place(where: Place | None) -> str:
    """Return "Culiacán, Sinaloa, MX"."""
    if where is None:
        return "place not said"
    admin1 = where.admin1 if where.admin1 != where.name else None
    country = where.country if where.precision != "country" else None
    return ", ".join(part for part in (where.name, admin1, country) if part)


def count(number: Count) -> str:
    """Return "12", "at least 12", "12–14"."""
    if number.at_most is None:
        return f"at least {number.at_least:,}"
    if number.exact is not None:
        return f"{number.exact:,}"
    return f"{number.at_least:,}–{number.at_most:,}"


def figure(best: Count, low: int, high: int | None, sources: int) -> str:
    """Return "58 (42–66, 3 sources)": the figure held, what current claims support, how many independent sources."""
    top = "?" if high is None else f"{high:,}"
    span = f"{low:,}" if high == low else f"{low:,}–{top}"
    return f"{count(best)} ({span}, {many(sources, 'source')})"


def event_name(code: str) -> str:
    """Return the name of an event ("killing")."""
    return event_of(code).name_en


def tally_name(code: str) -> str:
    """Return the name of a tally ("killed")."""
    return next(tally.name_en for tally in codebook().tally if tally.code == code)


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


def outlet(document: Document) -> str:
    """Return who published a report and when."""
    return f"{publisher(document)}, {day(document.published_on)}"


def relation_line(subject: str, tie: str, detail: str | None, other: str, certainty: str) -> str:
    """Return a tie between two actors in words ("Ana is kin of (sister) Luis (alleged)")."""
    note = f" ({detail})" if detail else ""
    doubt = f" ({ALLEGED})" if certainty == "alleged" else ""
    return f"{subject} {_RELATIONS[tie]}{note} {other}{doubt}"


def report_line(document: Document) -> str:
    """Return a report as it is listed under an incident."""
    title = f": {document.title}" if document.title else ""
    return f"{outlet(document)}{title} · {short(document.id)}"


def incident_notes(record: IncidentRecord) -> str:
    """Return what stands below an incident's head: how many reports tell of it, as of when, and its id."""
    incident = record.incident
    published = sorted(document.published_on for document in record.documents)
    notes = [f"{many(len(published), 'report')}, {_span(published[0], published[-1])}" if published else NO_REPORTS]
    if record.as_of:
        notes.append(f"as of {day(record.as_of)}")
    if incident.background:
        notes.append("told as background only")
    if incident.aggregate:
        notes.append("a total of a period or area, no one incident")
    return " · ".join([*notes, incident.id])


def _span(first: date, last: date) -> str:
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def tally_line(entry: Entry) -> str:
    """Return what an entry counts, ready for its figure ("abducted, civilians: ")."""
    unit = f" {entry.unit}" if entry.unit != "people" else ""
    side = f", {SIDES[entry.side]}" if entry.side != "unknown" else ""
    return f"{tally_name(entry.tally)}{unit}{side}: "


def claim_name(claim: Claim) -> str:
    """Return what a claim states, without its words ("killing, attempted", "abducted 66")."""
    name = tally_name(claim.tally) if claim.tally else event_name(claim.event)
    number = f" {count(claim.figure.count)}" if claim.figure else ""
    status = f", {STATUS[claim.status]}" if STATUS[claim.status] else ""
    return f"{name}{number}{status}"


def claim_facts(claim: Claim) -> str:
    """Return who says a claim and how its figure is meant."""
    facts = [said_by(claim)]
    if claim.figure is not None:
        facts += [counted(claim.counted, claim.unit), SCOPE[claim.scope]]
    if claim.how:
        facts.append(claim.how)
    return " · ".join(fact for fact in facts if fact)


def run_line(summary: Summary, db: str) -> str:
    """Return what a run did, in one line."""
    if summary.new == 0 and summary.known:
        already = f"{many(summary.known, 'report')} already in the ledger"
        return f"Nothing new: {already} ({db}, {summary.seconds:.1f} s)."
    known = f", {summary.known:,} already there" if summary.known else ""
    return (
        f"{many(summary.new, 'new report')}{known}: {many(summary.claims, 'claim')},"
        f" {many(len(summary.incidents), 'incident')} told or changed,"
        f" {summary.seconds:.1f} s. Ledger: {db}"
    )


def rejected_head(number: int) -> str:
    """Return the line above the reports that could not be used."""
    return f"{many(number, 'report')} could not be used:"


def next_after_read(incidents: Sequence[str]) -> str:
    """Return what to type next."""
    return f"Next: recuento incidents, or: recuento show {short(incidents[0])}"


def next_after_incidents(number: int, first: str) -> str:
    """Return how many incidents there were, and what to type next."""
    return f"{many(number, 'incident')}. For one of them: recuento show {short(first)}"


def row_note(incident: Incident) -> str:
    """Return what sets an incident apart in a list; empty for most."""
    notes = ("background" if incident.background else "", "total of a period or area" if incident.aggregate else "")
    return ", ".join(note for note in notes if note)


def unread_line(left: str, gave: str) -> str:
    """Return how much of a report was left unread ("2 sentences", "7 claims")."""
    return f"{left} left unread; {gave} read"


def from_words(said: str, inherited: bool) -> str:
    """Return the words that a day or place was read from."""
    return f"from “{said}”, said elsewhere in the report" if inherited else f"from “{said}”"


def rule_line(rule: Trigger) -> str:
    """Return what a rule looks for."""
    return f"{event_name(rule.event)}, {rule.form}: {', '.join(rule.lemmas)}. Its examples (✓ read, ✗ passed over):"


def demo_intro(number: int) -> str:
    """Return what the demo is about to do."""
    return (
        f"Reading {number} short dispatches, English and Spanish, that come with Recuento. They retell two events of"
        " 2024 from public facts, or are invented; each says which."
    )


def as_of_head(asked: date) -> str:
    """Return the line above a past day's figures."""
    return f"The same incident, asked as of {day(asked)}"


def demo_next(db: str | None) -> str:
    """Return what to type after the demo."""
    ask = f"recuento incidents --db {db}   recuento show ID --db {db}" if db else "recuento demo --db demo.db"
    return f"\nNext: {ask}\nYour own reports: recuento read FOLDER, then recuento incidents"


def publisher(document: Document) -> str:
    """Return who published a report."""
    return document.publisher or document.source or document.external_id or document.id


def replayed(number: int) -> str:
    """Return what a replay did."""
    return f"{many(number, 'incident')} derived afresh from the recorded claims."
