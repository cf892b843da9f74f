"""What a form sent: read with a limit, and believed only with the token that our own pages carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import compare_digest
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from recuento.errors import OptionError
from recuento.web.settings import Settings

__all__ = ["NAME_COOKIE", "Sent", "TheForm"]

NAME_COOKIE = "recuento_name"
_MOST = 65_536


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a form; who decides and why are in every one."""

    fields: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return a field that must be filled.

        Raises:
            OptionError: it is empty.
        """
        words = self.fields.get(name, "").strip()
        if not words:
            raise OptionError(f"{name}: this field must be filled")
        return words

    def number(self, name: str) -> int | None:
        """Return a field as a number, None where it is empty.

        Raises:
            OptionError: it is no number.
        """
        words = self.fields.get(name, "").strip()
        if not words:
            return None
        if not (words.isascii() and words.isdigit() and len(words) < 19):
            raise OptionError(f"{name}: {words!r} is no number")
        return int(words)

    @property
    def by(self) -> str:
        return self.text("by")

    @property
    def why(self) -> str:
        return self.text("why")

    def back(self, otherwise: str) -> str:
        """Return the page to go back to: one of ours, never another site's."""
        asked = self.fields.get("back", "")
        parts = urlsplit(asked)
        ours = asked.startswith("/") and not asked.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
        return asked if ours and asked.isprintable() else otherwise


async def _sent(request: Request) -> Sent:
    settings: Settings = request.app.state.settings
    if settings.read_only:
        raise HTTPException(403, "This page was opened read-only: it takes no decisions.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST:
            raise HTTPException(413, "A form of this page is never so long.")
    try:
        fields = dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=64))
    except ValueError:
        raise HTTPException(400, "This is not a form of this page.") from None
    if not compare_digest(fields.get("token", "").encode(), request.app.state.token.encode()):
        raise HTTPException(403, "The page is older than the program: load it again, then decide.")
    return Sent(fields)


TheForm = Annotated[Sent, Depends(_sent)]
