"""The addresses that answer with a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from recuento.errors import OptionError
from recuento.ledger import IncidentRow, Ledger
from recuento.web.filters import View, view_from
from recuento.web.incident import incident_page
from recuento.web.overview import overview
from recuento.web.render import Renderer, tongue_of
from recuento.web.veiling import veiled_incident, veiled_report

__all__ = ["LOGGED", "Render", "Rows", "TheLedger", "ledger_of", "number_asked", "router", "rows_of"]

router = APIRouter(include_in_schema=False)
_AHEAD = 12
LOGGED = 200
"""Decisions on one page of the log."""


def ledger_of(request: Request) -> Ledger:
    """Return the ledger that is served."""
    ledger: Ledger = request.app.state.ledger
    return ledger


def _renderer(request: Request) -> Renderer:
    renderer: Renderer = request.app.state.renderer
    return renderer


def _view(request: Request) -> View:
    return view_from(request.query_params)


TheLedger = Annotated[Ledger, Depends(ledger_of)]
Render = Annotated[Renderer, Depends(_renderer)]
TheView = Annotated[View, Depends(_view)]


def rows_of(ledger: TheLedger, view: TheView) -> Iterator[IncidentRow]:
    """Return the incidents of the view, all of them, in the order in which the page shows them.

    Raises:
        OptionError: words are searched, and there is none.
    """
    wanted = view.asking()
    ledger.incident_page(wanted, limit=1)  # what is wrong with the question must be told before the answer begins
    return ledger.each_incident(wanted, order=view.sort)


Rows = Annotated[Iterator[IncidentRow], Depends(rows_of)]


@router.get("/incidents")
def incidents(request: Request, ledger: TheLedger, view: TheView, render: Render) -> Response:
    """Return the list with its facets, or the part of it that a changed filter needs."""
    template = "incidents_part.html" if "HX-Request" in request.headers else "incidents.html"
    page = overview(ledger, view, tongue_of(request), today=datetime.now(UTC).date())
    return render.page(request, template, view=page.view, page=page)


@router.get("/incidents/{name}")
def incident(request: Request, name: str, ledger: TheLedger, render: Render) -> Response:
    """Return one incident; an id that it bore once leads to the one it bears now."""
    as_of = _day(request.query_params.get("as_of"))
    page = veiled_incident(incident_page(ledger, name, as_of=as_of), request)
    if page.record.incident.id != name:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/incidents/{page.record.incident.id}{query}", status_code=307)
    return render.page(request, "incident.html", page=page, as_of=as_of)


@router.get("/review")
def review(request: Request, ledger: TheLedger, render: Render) -> Response:
    """Return the next figure to be looked at, and the way to those after it."""
    waiting = ledger.review(at=number_asked(request.query_params.get("at")), limit=_AHEAD + 1)
    item = waiting.waiting[0] if waiting.waiting else None
    page = veiled_incident(incident_page(ledger, item.row.incident.id, as_of=None), request) if item else None
    figures = page.figures if page else ()
    figure = next((f for f in figures if item and f.entry.key == item.entry.key), None)
    return render.page(request, "review.html", queue=waiting, page=page, figure=figure)


@router.get("/log")
def log(request: Request, ledger: TheLedger, render: Render) -> Response:
    """Return the decisions, the latest first; from the one of a number on, if the address names it."""
    made = ledger.decisions()
    at = min(number_asked(request.query_params.get("at")) or len(made), len(made))
    return render.page(
        request, "log.html", decisions=made[max(0, at - LOGGED) : at][::-1], number=len(made), later=at + LOGGED
    )


@router.get("/reports/{name}")
def report(request: Request, name: str, ledger: TheLedger, render: Render) -> Response:
    """Return one report with what was read in it; the first letters of its id lead to it."""
    found = ledger.document(name).id
    if found != name:
        return RedirectResponse(f"/reports/{found}", status_code=307)
    return render.page(request, "report.html", page=veiled_report(ledger, name, request))


def number_asked(words: str | None) -> int:
    """Return a number that an address gives, 0 where it gives none.

    Raises:
        OptionError: it is no number.
    """
    if words and not (words.isascii() and words.isdigit() and len(words) < 10):
        raise OptionError(f"{words!r} is no number of a page or a place in the queue")
    return int(words or 0)


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise OptionError(f"as_of: {words!r} is no day; write it as YYYY-MM-DD") from None
