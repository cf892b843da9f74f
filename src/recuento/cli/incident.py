"""One incident on paper: what, where, when, who; the figures with their words; what was set aside and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from recuento.cli import words
from recuento.cli.beside import Beside, beside_lines
from recuento.cli.evidence import claim_lines, figure_text
from recuento.cli.page import Line, heading, print_lines
from recuento.cli.parties import parties
from recuento.ledger.evidence import in_order, rivals, set_aside
from recuento.model import Claim, Entry

if TYPE_CHECKING:
    from recuento.ledger import IncidentRecord

__all__ = ["print_brief", "print_incident"]


def print_incident(record: IncidentRecord, others: Sequence[Beside], console: Console) -> None:
    """Print all that the ledger knows of one incident, and what ``others`` its reports tell of."""
    print_lines(_head(record), console)
    for title, lines in _sections(record, others):
        body = list(lines)
        if body:
            console.print(heading(title))
            print_lines(body, console)


def print_brief(record: IncidentRecord, title: str, console: Console) -> None:
    """Print what, where and when under a title."""
    console.print(heading(title))
    print_lines(_head(record), console)


def _head(record: IncidentRecord) -> Iterator[Line]:
    incident = record.incident
    what = ", ".join(words.event_name(code) for code in incident.events)
    yield Line(Text(what[:1].upper() + what[1:], style="bold"))
    yield Line(Text(f"{words.place(incident.place)} · {words.days(incident.when, incident.no_later_than)}"))
    yield Line(Text(words.incident_notes(record), style="dim"))
    yield from (Line(Text(asked, style="yellow"), 0, 2) for asked in words.clock_lines(record.clocks))


def _sections(record: IncidentRecord, others: Sequence[Beside]) -> Iterator[tuple[str, Iterator[Line]]]:
    own = [claim for claim in record.claims if claim.background == record.incident.background]
    shown = {claim for entry in record.entries for claim in _used(entry, record)}
    rest = [claim for claim in _distinct(record.claims) if claim.id not in shown]
    yield words.WHO, _who(own, record.entries)
    yield words.FIGURES, (line for entry in in_order(record.entries) for line in _entry(entry, record))
    yield words.ARITHMETIC, (Line(Text(remark.text), 2, 2) for remark in record.remarks)
    yield words.ALSO_SAID, _others([claim for claim in rest if claim in own], record)
    yield words.TIED_TO, _ties(record, others)
    yield words.BACKGROUND, _background([claim for claim in rest if claim not in own], others, record)
    tied = {end for tie in record.ties for end in (tie.subject, tie.object)}
    news = (other for other in others if not other.apart and other.incident not in tied)
    yield words.OTHER_INCIDENTS, (line for other in news for line in beside_lines(other, 2))
    yield words.PEOPLE_AND_GROUPS, _relations(record)
    yield words.A_PERSONS_WORD, (Line(Text(words.decision_line(one)), 2, 3) for one in record.decisions)
    gone = {one.document: one for one in record.left_out}
    yield (
        words.REPORTS,
        (Line(Text(words.report_line(document, gone.get(document.id))), 2, 2) for document in record.documents),
    )


def _used(entry: Entry, record: IncidentRecord) -> Iterator[str]:
    yield from entry.rests_on
    yield from (aside.claim for aside in entry.set_aside)
    yield from (claim.id for claim in rivals(entry, record))


def _who(claims: Sequence[Claim], entries: Sequence[Entry]) -> Iterator[Line]:
    """Yield one line for each role, with those whom the reports name in it."""
    for label, named in parties(claims, entries):
        yield _labelled(label, "; ".join(named))
    motives = dict.fromkeys(claim.motive.text for claim in claims if claim.motive)
    if motives:
        yield _labelled(words.MOTIVE, "; ".join(motives))


def _labelled(label: str, value: str) -> Line:
    return Line(Text(f"{label:<12}", style="dim").append(value, style="not dim"), 2, 12)


def _entry(entry: Entry, record: IncidentRecord) -> Iterator[Line]:
    """Yield one figure, the rule that chose it, its evidence, its rivals and what was set aside."""
    claims = {claim.id: claim for claim in record.claims}
    yield Line(figure_text(entry), 2, 2)
    yield Line(Text(entry.rule, style="italic dim"), 4, 2)
    for claim in _distinct([claims[one] for one in entry.rests_on if one in claims]):
        yield from claim_lines(claim, record, 4)
    others = _distinct(rivals(entry, record))
    if others:
        yield Line(Text(f"{words.ALSO_STANDS}:", style="yellow"), 4)
    for claim in others:
        yield from claim_lines(claim, record, 6)
    for reason, aside in set_aside(entry, record):
        yield Line(Text(f"{words.SET_ASIDE}: {reason}", style="yellow"), 4, 2)
        for claim in _distinct(aside):
            yield from claim_lines(claim, record, 6)


def _others(claims: Sequence[Claim], record: IncidentRecord) -> Iterator[Line]:
    for claim in claims:
        yield from claim_lines(claim, record, 2, named=True)


def _background(claims: Sequence[Claim], others: Sequence[Beside], record: IncidentRecord) -> Iterator[Line]:
    yield from _others(claims, record)
    for other in others:
        if other.apart:
            yield from beside_lines(other, 2)


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims without those that another report makes in the very same words."""
    seen: dict[tuple[str, str | None, str], Claim] = {}
    for claim in claims:
        seen.setdefault((claim.event, claim.tally, claim.quote.text), claim)
    return list(seen.values())


def _ties(record: IncidentRecord, others: Sequence[Beside]) -> Iterator[Line]:
    """Yield each tie, and below it what the same reports tell of the other end."""
    own = {record.incident.id, *record.incident.aliases}
    for tie in record.ties:
        mine = tie.subject in own
        end = tie.object if mine else tie.subject
        label = (words.TIES if mine else words.TIES_INVERSE)[tie.tie]
        line = Text(f"{label} ").append(words.short(end), style="bold")
        yield Line(line.append(f": {tie.reason}", style="dim"), 2, 2)
        for other in others:
            if other.incident == end:
                yield from beside_lines(other, 4)


def _relations(record: IncidentRecord) -> Iterator[Line]:
    said = dict.fromkeys(
        words.relation_line(each.subject, each.tie, each.detail, each.object, each.certainty)
        for each in record.relations
    )
    return (Line(Text(one), 2, 2) for one in said)
