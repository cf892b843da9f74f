"""The record for other programs, under /api: the page's filters, its figures and its decisions, as JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from recuento import __version__, answers
from recuento.errors import OptionError, RecuentoError
from recuento.ledger import ORDERS, Clocks, IncidentRecord, Order
from recuento.ledger.listing import After, place_in_order
from recuento.ledger.listings import CERTAINTIES, REVIEWED
from recuento.lexicon.codebook import codebook
from recuento.model import Coding, Decision
from recuento.web import api_actors, api_deciding
from recuento.web.answering import answer, cursor_of, cursor_read
from recuento.web.api_shapes import FacetsOut, Incidents, QueueOut, TokenOut, facets_of
from recuento.web.filters import SIDES, View, view_from
from recuento.web.pages import TheLedger
from recuento.web.problems import RESPONSES, on_http, on_invalid, on_recuento
from recuento.web.veiling import hidden_from, incident_veil, veiled_coding

__all__ = ["Name", "api"]

router = APIRouter(responses=RESPONSES)  # type: ignore[arg-type]
_MOST = 500
_LAST_PLACE = 100_000_000

Name = Annotated[str, Path(pattern=r"^[0-9a-z-]{1,40}$", description="an id, or the unique beginning of one")]


def api(parent: FastAPI) -> FastAPI:
    """Return the API over the ledger of the page's own application."""
    app = FastAPI(
        title="Recuento", version=__version__, docs_url=None, redoc_url=None, openapi_url="/openapi.json",
        summary="Incidents of violence, their figures, and the words that each rests on.",
        separate_input_output_schemas=False,
    )  # fmt: skip
    app.state = parent.state
    app.include_router(router)
    app.include_router(api_actors.router)
    app.include_router(api_deciding.router)
    app.add_exception_handler(RecuentoError, on_recuento)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_invalid)
    return app


def _codes(known: tuple[str, ...]) -> dict[str, object]:
    return {"anyOf": [{"type": "string", "enum": list(known)}, {"type": "null"}]}


_EVENTS = tuple(event.code for event in codebook().event)
_TALLIES = tuple(tally.code for tally in codebook().tally)
_WORDS = {"max_length": 200}


def _view(
    request: Request,
    q: Annotated[str | None, Query(description="words that one report holds, accents aside", max_length=200)] = None,
    since: Annotated[date | None, Query(alias="from", description="first day")] = None,
    until: Annotated[date | None, Query(alias="to", description="last day")] = None,
    place: Annotated[str | None, Query(description="words in a place's name", max_length=200)] = None,
    country: Annotated[str | None, Query(description="ISO 3166-1 code", max_length=8)] = None,
    admin1: Annotated[str | None, Query(description="ISO 3166-2 code, or a state's name", max_length=200)] = None,
    event: Annotated[str | None, Query(json_schema_extra=_codes(_EVENTS))] = None,
    tally: Annotated[str | None, Query(json_schema_extra=_codes(_TALLIES))] = None,
    side: Annotated[str | None, Query(json_schema_extra=_codes(SIDES))] = None,
    actor: Annotated[str | None, Query(description="words for somebody who took part", max_length=200)] = None,
    group: Annotated[str | None, Query(description="id of a group or force", max_length=200)] = None,
    source: Annotated[str | None, Query(description="an outlet's name, exactly", max_length=200)] = None,
    certainty: Annotated[str | None, Query(json_schema_extra=_codes(CERTAINTIES))] = None,
    reviewed: Annotated[str | None, Query(json_schema_extra=_codes(REVIEWED))] = None,
    changed: Annotated[date | None, Query(description="the ledger learned something since this day")] = None,
    box: Annotated[str | None, Query(description="west,south,east,north in degrees", max_length=200)] = None,
    tray: Annotated[str | None, Query(json_schema_extra=_codes(("unplaced", "undated")))] = None,
    contested: Annotated[str | None, Query(description="1: claims support more than one figure", max_length=10)] = None,
    only: Annotated[str | None, Query(json_schema_extra=_codes(("reviewed",)))] = None,
    background: Annotated[str | None, Query(description="1: also those only recalled", max_length=10)] = None,
    sort: Annotated[str | None, Query(json_schema_extra=_codes(ORDERS))] = None,
) -> View:
    """Return the filters; their parameters stand above for the schema, and are read as the page reads them."""
    return view_from({name: value for name, value in request.query_params.items() if name != "page"})


TheFilters = Annotated[View, Depends(_view)]


@router.get("/incidents", response_model=Incidents)
def incidents(
    ledger: TheLedger,
    view: TheFilters,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 100,
    cursor: Annotated[str | None, Query(max_length=200, description="`next` of the page before")] = None,
) -> Response:
    """Incidents, the newest first unless `sort` asks otherwise. `next` leads to those that follow; null at the end.

    `only=reviewed` keeps the figures that a person accepted or gave, and the incidents that have one; `accepted` names
    them in every row.
    """
    wanted = view.asking()
    after = _after(cursor, view.sort) if cursor else None
    rows = ledger.incident_page(wanted, limit=limit + 1, after=after, order=view.sort)
    body = {
        "incidents": rows[:limit],
        "next": cursor_of([view.sort, *place_in_order(rows[limit - 1], view.sort)]) if len(rows) > limit else None,
        "total": ledger.counted(wanted).total,
    }
    return answer(body)


@router.get("/facets", response_model=FacetsOut)
def facets(ledger: TheLedger, view: TheFilters) -> FacetsOut:
    """How many of the incidents that pass have each event, tally, side, place, group, source; and in which month."""
    return facets_of(ledger.counted(view.asking()))


@router.get("/incidents/{name}", response_model=IncidentRecord)
def incident(
    ledger: TheLedger,
    request: Request,
    name: Name,
    as_of: Annotated[date | None, Query(description="as reports published by this day tell it")] = None,
    ledger_as_of: Annotated[datetime | None, Query(description="as this ledger held it at this instant")] = None,
) -> Response:
    """All that is known of one incident, by any id it ever had; names of minors are blotted out, as on the page."""
    if ledger_as_of is not None and ledger_as_of.tzinfo is None:
        raise OptionError("ledger_as_of: a time zone is missing; write 2024-03-26T12:00:00Z")
    record = answers.incident(ledger, name, Clocks(as_of=as_of, ledger_as_of=ledger_as_of))
    return answer(incident_veil(record, hidden_from(request)).over(record))


@router.get("/reports/{name}", response_model=Coding)
def report(ledger: TheLedger, request: Request, name: Name) -> Response:
    """One report with all that was read in it; names of minors are blotted out, as on the page."""
    return answer(veiled_coding(ledger, name, request))


@router.get("/review", response_model=QueueOut)
def review(
    ledger: TheLedger,
    at: Annotated[int, Query(ge=0, le=_LAST_PLACE)] = 0,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 50,
) -> Response:
    """The figures that nobody has accepted as they stand: contested ones first, then those of one source."""
    return answer(ledger.review(at=at, limit=limit))


@router.get("/decisions", response_model=list[Decision])
def decisions(ledger: TheLedger) -> Response:
    """Every decision, oldest first; each with the hash that covers the one before."""
    return answer(ledger.decisions())


@router.get("/token", response_model=TokenOut)
def token(request: Request) -> TokenOut:
    """The token that decisions must carry in the header `X-Recuento-Token`; it changes when the program starts."""
    return TokenOut(token=request.app.state.token, read_only=request.app.state.settings.read_only)


def _after(cursor: str, order: Order) -> After:
    """Return the place in the list after which a page begins.

    Raises:
        OptionError: it is no cursor of ours, or one of a list in another order.
    """
    match cursor_read(cursor):
        case [str(of), str(place), str(name)] if of == order:
            return place.replace("\x00", ""), name.replace("\x00", "")
    raise OptionError("cursor: this is none of a list in this order; take `next` of the page before")
