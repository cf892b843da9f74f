"""How the API writes what it answers, and the cursors of its lists."""

from __future__ import annotations

import base64
import binascii
import json

import msgspec
from fastapi.responses import Response

from recuento.errors import OptionError

__all__ = ["answer", "cursor_of", "cursor_read"]


def answer(body: object) -> Response:
    """Return nouns of the model as JSON, as they are."""
    return Response(msgspec.json.encode(body), media_type="application/json")


def cursor_of(place: list[str | int]) -> str:
    """Return a place in a list as a word that fits an address."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def cursor_read(cursor: str) -> object:
    """Return what `cursor_of` was given; of another's cursor, whatever stands in it.

    Raises:
        OptionError: nothing stands in it.
    """
    try:
        return json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        raise OptionError("cursor: this is none; take `next` of the page before") from None
