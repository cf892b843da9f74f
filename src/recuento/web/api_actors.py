"""Who acts, for other programs: the list of groups and persons, and all that the ledger tells of one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel

from recuento.errors import OptionError
from recuento.ledger import ActorKind, ActorRecord
from recuento.ledger.casefile import ActorRow
from recuento.web.answering import answer, cursor_of, cursor_read
from recuento.web.pages import TheLedger
from recuento.web.problems import RESPONSES
from recuento.web.veiling import veiled_actor

__all__ = ["router"]

router = APIRouter(responses=RESPONSES)  # type: ignore[arg-type]
_MOST = 500
_LARGEST = 2**31
_KINDS: tuple[ActorKind, ...] = ("group", "person")
_KIND = {"anyOf": [{"type": "string", "enum": list(_KINDS)}, {"type": "null"}]}
Key = Annotated[str, Path(pattern=r"^[ap]-[0-9a-z-]{1,118}$", description="a key that /api/actors gives")]


class Actors(BaseModel):
    """A page of actors, those of most incidents first, and how many there are in all."""

    actors: list[ActorRow]
    next: str | None
    total: int


@router.get("/actors", response_model=Actors)
def actors(
    ledger: TheLedger,
    q: Annotated[str | None, Query(description="words in the name, accents aside", max_length=200)] = None,
    kind: Annotated[str | None, Query(json_schema_extra=_KIND)] = None,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 100,
    cursor: Annotated[str | None, Query(max_length=400, description="`next` of the page before")] = None,
) -> Response:
    """Groups and forces of the registry, and persons by full name; nobody to whom violence was done, and no minor."""
    known: ActorKind | None = next((one for one in _KINDS if one == kind), None)
    if kind is not None and known is None:
        raise OptionError(f"kind: there is no {kind!r}; there are {', '.join(_KINDS)}")
    words = " ".join((q or "").replace("\x00", " ").split()) or None
    found = ledger.actors(words=words, kind=known, most=limit + 1, after=_after(cursor) if cursor else None)
    rows = found.rows[:limit]
    more = cursor_of([rows[-1].incidents, rows[-1].key]) if len(found.rows) > limit else None
    return answer({"actors": rows, "next": more, "total": found.total})


@router.get("/actors/{key}", response_model=ActorRecord)
def actor(ledger: TheLedger, request: Request, key: Key) -> Response:
    """One actor: names, incidents, ties, and the steps of a person's case; names are hidden as on the page."""
    return answer(veiled_actor(ledger.actor(key), request))


def _after(cursor: str) -> tuple[int, str]:
    match cursor_read(cursor):
        case [int(number), str(key)] if not isinstance(number, bool) and 0 <= number < _LARGEST:
            return number, key.replace("\x00", "")
    raise OptionError("cursor: this is none; take `next` of the page before")
