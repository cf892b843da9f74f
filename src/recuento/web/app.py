"""The page: one application over one ledger."""

from __future__ import annotations

from pathlib import Path
from secrets import token_urlsafe
from urllib.parse import urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from recuento import __version__
from recuento.errors import RecuentoError
from recuento.ledger import Ledger
from recuento.web import actors, api_docs, compare, deciding, exports, pages, places, points
from recuento.web.api import api
from recuento.web.door import SESSION_COOKIE, Door
from recuento.web.problems import problem, status_of
from recuento.web.render import Renderer, tongue_of
from recuento.web.safety import HEADERS, Guard
from recuento.web.settings import Settings

__all__ = ["create_app"]


def create_app(settings: Settings) -> FastAPI:
    """Return the application; nothing it serves is fetched from anywhere else.

    Raises:
        LedgerError: there is no ledger at ``settings.ledger``, or it is none.
    """
    door = Door() if settings.login else None
    app = FastAPI(
        title="Recuento", version=__version__, docs_url=None, redoc_url=None, openapi_url=None,
        middleware=[Middleware(Guard, settings=settings, door=door)],
    )  # fmt: skip
    app.state.ledger = Ledger.open(settings.ledger, create=False)
    app.state.settings = settings
    app.state.door = door
    app.state.token = token_urlsafe(24)
    app.state.renderer = Renderer(settings, app.state.token)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    app.include_router(exports.router)
    app.include_router(actors.router)
    app.include_router(points.router)
    app.include_router(places.router)
    app.include_router(pages.router)
    app.include_router(compare.router)
    app.include_router(deciding.router)
    app.add_exception_handler(RecuentoError, _told)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _broken)
    app.get("/", include_in_schema=False)(_front)
    app.get("/login", include_in_schema=False)(_login)
    programs = api(app)
    app.include_router(api_docs.router_of(programs))
    app.mount("/api", programs)
    return app


def _front() -> Response:
    return RedirectResponse("/incidents", status_code=307)


def _login(request: Request, key: str = "") -> Response:
    """Let a browser in that brings a key, once; the address with the key is left at once."""
    door: Door | None = request.app.state.door
    if door is None:
        return RedirectResponse("/incidents", status_code=303)
    session = door.enter(key)
    if session is None:
        used = tongue_of(request).refusal("This link was used, or is none. Start 'recuento serve' again for a new one.")
        return PlainTextResponse(f"{used}\n", 403)
    answer = RedirectResponse("/incidents", status_code=303)
    # "lax": the link may be opened from a message, and a stricter cookie would not follow that first step.
    answer.set_cookie(SESSION_COOKIE, session, samesite="lax", httponly=True)
    return answer


def _told(request: Request, error: Exception) -> Response:
    """Say what was wrong with the address (an id that is none, a day that is no day), in the page's own frame."""
    return _error(request, status_of(error), str(error))


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _error(request, status, str(getattr(error, "detail", error)))


def _invalid(request: Request, _error_of: Exception) -> Response:
    return _error(request, 422, "This is not a form of this page.")


def _broken(request: Request, _error_of: Exception) -> Response:
    """Say that the fault is ours; the server writes it to its own log, and the reader is shown nothing of it."""
    answer = _error(request, 500, "The fault is ours. Nothing was decided; the terminal of 'recuento serve' says more.")
    answer.headers.update(HEADERS)  # it is sent past the guard, which would have added them
    return answer


def _error(request: Request, status: int, message: str) -> Response:
    if request.url.path.startswith("/api/"):  # an end of a line in an address keeps it from the API itself
        return problem(status, message)
    renderer: Renderer = request.app.state.renderer
    told = tongue_of(request).refusal(message)
    return renderer.page(request, "error.html", status=status, message=told, back=_page_before(request))


def _page_before(request: Request) -> str | None:
    """Return our page from which a form was sent, to look at it again; None where it was another's, or is not told."""
    before = urlsplit(request.headers.get("referer", ""))
    ours = before.netloc.lower() == request.headers.get("host", "").lower() and not before.path.startswith("//")
    if request.method == "GET" or not ours:
        return None
    return f"{before.path}?{before.query}" if before.query else before.path
