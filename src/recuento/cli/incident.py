"""One incident on paper: what, where, when, who; the figures with their words; what was set aside and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from recuento.cli import words
from recuento.model import Claim, Document, Entry, Role, Where

if TYPE_CHECKING:
    from recuento.ledger import IncidentRecord

__all__ = ["figure_line", "print_brief", "print_incident", "quoted"]


def print_incident(record: IncidentRecord, console: Console) -> None:
    """Print all that the ledger knows of one incident."""
    console.print(_head(record))
    for title, body in _sections(record):
        if body:
            console.print(Text(f"\n{title}", style="bold"))
            console.print(Padding(Group(*body), (0, 0, 0, 2)))


def print_brief(record: IncidentRecord, title: str, console: Console) -> None:
    """Print what, where and when under a title."""
    console.print()
    console.rule(Text(title), align="left", style="dim")
    console.print(_head(record))


def _sections(record: IncidentRecord) -> Iterator[tuple[str, Sequence[RenderableType]]]:
    claims = {claim.id: claim for claim in record.claims}
    documents = {document.id: document for document in record.documents}
    own = [claim for claim in record.claims if claim.background == record.incident.background]
    shown = {
        each for entry in record.entries for each in (*entry.rests_on, *(aside.claim for aside in entry.set_aside))
    }
    rest = [claim for claim in record.claims if claim.id not in shown]
    told = [claim for claim in rest if claim in own]
    aside = [claim for claim in rest if claim not in own]
    yield "Who", _who(own)
    yield "Figures", [line for entry in record.entries for line in _entry(entry, claims, documents)]
    yield "Arithmetic", [Text(remark.text) for remark in record.remarks]
    yield "Also said", [_evidence(claim, documents, named=True) for claim in _distinct(told)]
    yield "Tied to", list(_ties(record))
    yield "Background, not counted here", [_evidence(claim, documents, named=True) for claim in _distinct(aside)]
    yield "People and groups", list(dict.fromkeys(_relations(record)))
    yield "Reports", [Text(words.report_line(document)) for document in record.documents]


def _head(record: IncidentRecord) -> Text:
    incident = record.incident
    what = ", ".join(words.event_name(code) for code in incident.events)
    head = Text(what[:1].upper() + what[1:], style="bold")
    head.append(f"\n{words.place(incident.place)} · {words.days(incident.when)}", style="not bold")
    head.append(f"\n{words.incident_notes(record)}", style="not bold dim")
    return head


def _who(claims: Sequence[Claim]) -> list[Text]:
    """Return one line for each role, with everybody that the reports name in it."""
    lines = []
    for role, label in words.ROLES.items():
        names: dict[str, str] = {}
        for claim in claims:
            for each in claim.roles:
                if each.role == role:
                    names.setdefault(each.text.casefold(), _party(each, claim))
        if names:
            lines.append(Text(f"{label:<12}").append("; ".join(names.values())))
    motives = dict.fromkeys(claim.motive.text for claim in claims if claim.motive)
    if motives:
        lines.append(Text(f"{words.MOTIVE:<12}").append("; ".join(motives)))
    return lines


def _party(role: Role, claim: Claim) -> str:
    note = words.STATUS[claim.status] or ("alleged" if claim.certainty == "alleged" else "")
    return f"{role.text} ({note})" if note else role.text


def figure_line(entry: Entry) -> Text:
    """Return "abducted, civilians: 66 (25–66, 3 sources)"."""
    line = Text(words.tally_line(entry), style="bold")
    line.append(words.figure(entry.best, entry.low, entry.high, entry.sources), style="bold cyan")
    return line


def _entry(entry: Entry, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Iterator[RenderableType]:
    yield figure_line(entry)
    yield Padding(Text(entry.rule, style="italic dim"), (0, 0, 0, 2))
    for claim in entry.rests_on:
        yield Padding(_evidence(claims[claim], documents), (0, 0, 0, 2))
    for aside in entry.set_aside:
        if aside.claim in claims:
            note = Text(f"{words.SET_ASIDE}: {aside.reason}", style="yellow")
            yield Padding(Group(note, Padding(_evidence(claims[aside.claim], documents), (0, 0, 0, 2))), (0, 0, 0, 2))


def _evidence(claim: Claim, documents: Mapping[str, Document], *, named: bool = False) -> Text:
    """Return the words of a claim with the figure underlined, then who says it, its scope and its report."""
    line = Text()
    if named:
        line.append(f"{words.claim_name(claim)}: ", style="bold")
    line.append_text(quoted(claim))
    facts = words.claim_facts(claim)
    where = _elsewhere(claim.where)
    line.append(
        f"\n  {facts}{where} · {words.outlet(documents[claim.document])} · {words.short(claim.id)}", style="dim"
    )
    return line


def quoted(claim: Claim) -> Text:
    """Return the quote on one line, its figure underlined."""
    start = claim.quote.span.start
    text = Text(f"“{claim.quote.text}”")
    if claim.figure is not None:
        text.stylize("underline bold", claim.figure.span.start - start + 1, claim.figure.span.end - start + 1)
    return Text(" ").join(line for line in text.split("\n"))


def _elsewhere(where: Where | None) -> str:
    return f" · {words.place(where.place)}" if where is not None and not where.inherited else ""


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims without those that another report makes in the very same words."""
    seen: dict[tuple[str, str | None, str], Claim] = {}
    for claim in claims:
        seen.setdefault((claim.event, claim.tally, claim.quote.text), claim)
    return list(seen.values())


def _ties(record: IncidentRecord) -> Iterator[Text]:
    own = {record.incident.id, *record.incident.aliases}
    for tie in record.ties:
        mine = tie.subject in own
        label = (words.TIES if mine else words.TIES_INVERSE)[tie.tie]
        line = Text(f"{label} ").append(words.short(tie.object if mine else tie.subject), style="bold")
        yield line.append(f": {tie.reason}", style="dim")


def _relations(record: IncidentRecord) -> Iterator[str]:
    for relation in record.relations:
        doubt = " (alleged)" if relation.certainty == "alleged" else ""
        yield f"{relation.subject} {words.relation_words(relation.tie, relation.detail)} {relation.object}{doubt}"
