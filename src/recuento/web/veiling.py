"""Whose names a reader of the page sees: a minor's only where the one who serves it says so, a victim's by a switch."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import Request

from recuento.export import Hidden, Veil, veil_over
from recuento.ledger import ActorRecord, IncidentRecord, Ledger
from recuento.model import Claim, Coding, Document
from recuento.web.incident import IncidentPage
from recuento.web.report import ReportPage, report_page
from recuento.web.settings import Settings

__all__ = [
    "NAMES_COOKIE",
    "hidden_from",
    "hides_victims",
    "incident_veil",
    "veiled_actor",
    "veiled_coding",
    "veiled_incident",
    "veiled_report",
]

NAMES_COOKIE = "recuento_names"


def hides_victims(request: Request) -> bool:
    """Tell whether this reader asked that victims' names be hidden: in this address, or before."""
    return (request.query_params.get("names") or request.cookies.get(NAMES_COOKIE)) == "hidden"


def hidden_from(request: Request) -> Hidden:
    """Return whose names are hidden from this reader."""
    settings: Settings = request.app.state.settings
    if hides_victims(request):
        return "victims"
    return "nobody" if settings.minors else "minors"


def incident_veil(record: IncidentRecord, hidden: Hidden) -> Veil:
    """Return the veil for all that an incident's reports say."""
    return veil_over(_told(record), hidden)


def veiled_incident(page: IncidentPage, request: Request) -> IncidentPage:
    """Return the page of an incident as this reader may see it."""
    return incident_veil(page.record, hidden_from(request)).over(page)


def veiled_actor(actor: ActorRecord, request: Request) -> ActorRecord:
    """Return an actor as this reader may see it: what its case's reports say is veiled like those reports."""
    told = [(step.document, [step.claim]) for step in actor.steps] + [(each.document, []) for each in actor.stated]
    return veil_over(told, hidden_from(request)).over(actor)


def veiled_report(ledger: Ledger, name: str, request: Request) -> ReportPage:
    """Return the page of a report as this reader may see it: a name that another report of its incidents tells to be a
    minor's is hidden here too.

    Raises:
        UnknownId: no report bears this id.
    """
    page = report_page(ledger, name)
    hidden = hidden_from(request)
    if hidden == "nobody":
        return page
    homes = dict.fromkeys(read.incident for read in page.claims)
    mine = (page.document, [read.claim for read in page.claims])
    return veil_over([mine, *(each for home in homes for each in _told(ledger.incident(home)))], hidden).over(page)


def veiled_coding(ledger: Ledger, name: str, request: Request) -> Coding:
    """Return a report with all that was read in it, as this reader may see it; names are hidden as by `veiled_report`.

    Raises:
        UnknownId: no report bears this id.
    """
    coding = ledger.coding(name)
    hidden = hidden_from(request)
    if hidden == "nobody":
        return coding
    homes = dict.fromkeys(ledger.incident_of(account.id) for account in coding.accounts)
    mine = (coding.document, coding.claims)
    return veil_over([mine, *(each for home in homes for each in _told(ledger.incident(home)))], hidden).over(coding)


def _told(record: IncidentRecord) -> Iterable[tuple[Document, list[Claim]]]:
    for document in record.documents:
        yield document, [claim for claim in record.claims if claim.document == document.id]
