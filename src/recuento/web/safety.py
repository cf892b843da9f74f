"""Who may ask, and what a browser may do with the answer.

A page on loopback can be reached by any web site the user visits: by a name that is made to resolve to 127.0.0.1 (DNS
rebinding) or by a form that posts here. So the Host header must be one of ours, and whatever changes something must
come from our own pages.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from recuento.web.door import Door
from recuento.web.problems import problem
from recuento.web.settings import Settings
from recuento.web.tongue import choose, tongue

__all__ = ["HEADERS", "MOST_SENT", "Guard"]

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# "same-origin" and not "no-referrer": under the latter a browser sends "Origin: null" with our own forms.
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What goes with every answer."""
_OPEN = frozenset({"/login"})
MOST_SENT = 262_144
"""Bytes of a form or of a decision sent by a program; a form is held to less."""
_READS = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Refuse foreign hosts and origins before anything is looked up, and send a strict policy with every answer.

    With a ``door``, whoever has not come in by a link is refused too.
    """

    def __init__(self, app: ASGIApp, settings: Settings, door: Door | None = None) -> None:
        self._app = app
        self._names = settings.names
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                # What the record says is kept nowhere; our own scripts and styles are, and asked for anew by their tag.
                headers.setdefault("Cache-Control", "no-cache" if scope["path"].startswith("/static/") else "no-store")
            await send(message)

        headers = Headers(scope=scope)
        refused = self._refused(scope["method"], scope["path"], headers)
        answer = self._app if refused is None else _told(*refused, scope["path"], headers)
        await answer(scope, receive, with_headers)

    def _refused(self, method: str, path: str, headers: Headers) -> tuple[int, str] | None:
        """Return the status and the words of a refusal; None for what may be asked."""
        host = headers.get("host", "").lower()
        if host not in self._names:
            return 421, f"This page answers only as {', '.join(sorted(self._names))}."
        if self._door and path not in _OPEN and not self._door.admits(headers.get("cookie", "")):
            return 401, "Open the link that 'recuento serve' printed; it works once."
        if method in _READS:
            return None
        if headers.get("origin") != f"http://{host}":
            return 403, "Changes are taken from this page's own forms only, and from programs that name it as Origin."
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not length.isdigit():
            return 411, "What is sent must say how long it is."
        return None if int(length) <= MOST_SENT else (413, "What is sent to this page is never so long.")


def _told(status: int, words: str, path: str, headers: Headers) -> Response:
    if path.startswith("/api/"):
        return problem(status, words)
    said = tongue(choose(None, None, headers.get("accept-language"))).refusal(words)
    return PlainTextResponse(f"{said}\n", status_code=status)
