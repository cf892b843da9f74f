"""From what a page shows to HTML: templates that escape everything, in the reader's language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from recuento import __version__
from recuento.ledger.evidence import in_order
from recuento.web.decided import decision_words
from recuento.web.figures import shown_mark
from recuento.web.forms import NAME_COOKIE
from recuento.web.settings import Settings
from recuento.web.tongue import SIDES, TONGUES, Tongue, choose, locale_of, tongue
from recuento.web.veiling import NAMES_COOKIE, hides_victims

__all__ = ["COOKIE", "Renderer", "tongue_of"]

COOKIE = "recuento_language"
_ID = re.compile(r"\b([ikd])-[0-9a-z]{12,20}\b")


def tongue_of(request: Request) -> Tongue:
    """Return the interface's language for this reader."""
    asked, kept = request.query_params.get("lang"), request.cookies.get(COOKIE)
    accepted = request.headers.get("accept-language")
    code = choose(asked, kept, accepted)
    return tongue(code, locale_of(code, accepted))


class Renderer:
    """The templates of one application."""

    def __init__(self, settings: Settings, token: str) -> None:
        self._read_only = settings.read_only
        self._token = token
        self._ledger = settings.ledger.rpartition("/")[2]
        self._templates = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters.update(
            shown_mark=shown_mark, decision_words=decision_words, in_order=in_order, coded=_coded, linked=_linked
        )

    def prepare(self) -> None:
        """Put every template together now, and not when the first page asks for it."""
        for name in self._templates.list_templates():
            self._templates.get_template(name)

    # A template's names are known to the template alone.
    def page(self, request: Request, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
        """Return a page, and remember the language that the address asked for."""
        speaks = tongue_of(request)
        html = self._templates.get_template(template).render(
            t=speaks, _=speaks.say, sides=SIDES, tongues=TONGUES, path=request.url.path, version=__version__,
            ledger=self._ledger, read_only=self._read_only, token=self._token,
            name=_name_of(request), here=_elsewhere(request), status=status, victims_hidden=hides_victims(request),
            **shown,
        )  # fmt: skip
        answer = HTMLResponse(html, status_code=status)
        if request.query_params.get("lang") == speaks.code:
            answer.set_cookie(COOKIE, speaks.code, max_age=31_536_000, samesite="strict", httponly=True)
        if request.query_params.get("names") in {"hidden", "shown"}:
            wish = request.query_params["names"]
            answer.set_cookie(NAMES_COOKIE, wish, max_age=31_536_000, samesite="strict", httponly=True)
        return answer


def _coded(words: str) -> Markup:
    """Return words in which what stands between two backticks is code."""
    parts = words.split("`")
    return Markup("").join(Markup("<code>{}</code>").format(part) if n % 2 else part for n, part in enumerate(parts))


def _linked(words: str) -> Markup:
    """Return words in which the ids of incidents, tellings and reports lead to their pages."""
    places = {"i": "incidents", "k": "incidents", "d": "reports"}
    told = _ID.sub(lambda found: f'<a href="/{places[found[1]]}/{found[0]}">{found[0]}</a>', str(escape(words)))
    return Markup(told)


def _name_of(request: Request) -> str:
    """Return who decided last in this browser."""
    try:
        return bytes.fromhex(request.cookies.get(NAME_COOKIE, "")).decode("utf-8")
    except ValueError:
        return ""


def _elsewhere(request: Request) -> str:
    """Return this address, ready for one more parameter at its end."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in {"lang", "names"}]
    return f"{request.url.path}?{urlencode(kept)}&" if kept else f"{request.url.path}?"
