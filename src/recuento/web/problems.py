"""What went wrong, as the API says it: one shape for every error, that of RFC 9457."""

from __future__ import annotations

import json
import re
from http import HTTPStatus

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from recuento.errors import InputError, LedgerError, StaleDecision, UnknownId

__all__ = ["PROBLEM", "RESPONSES", "Problem", "on_http", "on_invalid", "on_recuento", "problem", "status_of"]

PROBLEM = "application/problem+json"
_NAMED = re.compile(r"([a-z_]{1,20}): ")
_STATUS: tuple[tuple[type[Exception], int], ...] = (
    (UnknownId, 404),
    (StaleDecision, 409),
    (InputError, 400),
    (LedgerError, 409),  # it cannot honour the request: decided so already, or a name is missing
    (Exception, 500),
)


class Problem(BaseModel):
    """An error. `where` names the parameter or field that it lies in, where one is to blame."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    where: str | None = None


RESPONSES = {
    status: {"model": Problem, "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    for status in (400, 404, 422)
}
"""What any address of the API may answer instead."""


def status_of(error: Exception) -> int:
    """Return the status under which an error is told: 500 for one that is ours."""
    return next(status for kind, status in _STATUS if isinstance(error, kind))


def problem(status: int, detail: str, where: str | None = None) -> Response:
    """Return an error as the API says it."""
    known = {each.value: each.phrase for each in HTTPStatus}
    body = Problem(title=known.get(status, "Error"), status=status, detail=detail, where=where)
    return Response(json.dumps(body.model_dump(), ensure_ascii=False), status_code=status, media_type=PROBLEM)


def on_recuento(_request: Request, error: Exception) -> Response:
    """Tell an error of ours; "from: 'x' is no day" lies in the parameter "from"."""
    said = _NAMED.match(str(error))
    return problem(status_of(error), str(error), said[1] if said else None)


def on_http(_request: Request, error: Exception) -> Response:
    """Tell what the framework refused."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return problem(status, str(getattr(error, "detail", error)))


def on_invalid(_request: Request, error: Exception) -> Response:
    """Tell what a parameter or a field should have been."""
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {"loc": (), "msg": str(error)}
    where = ".".join(str(part) for part in first["loc"][1:]) or None
    return problem(422, f"{where}: {first['msg']}" if where else str(first["msg"]), where)
