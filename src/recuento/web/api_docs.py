"""The reference of the API as a page of ours: drawn from its own schema, with no script and nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import Response

__all__ = ["Field", "Operation", "Shape", "operations", "router_of", "shapes"]

_Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A parameter of an address, or a field of a shape; ``kind`` in words, ``shape`` the one it leads to."""

    name: str
    kind: str
    shape: str | None
    needed: bool
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing that can be asked. ``sent`` and ``answer`` are names of shapes."""

    method: str
    path: str
    about: str
    fields: tuple[Field, ...]
    sent: str | None
    answer: str
    answer_shape: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One kind of JSON object."""

    name: str
    about: str
    fields: tuple[Field, ...]


def router_of(api: FastAPI) -> APIRouter:
    """Return the address of the reference of this API."""
    router = APIRouter(include_in_schema=False)

    @router.get("/api/docs")
    def docs(request: Request) -> Response:
        schema = api.openapi()
        renderer = request.app.state.renderer
        page: Response = renderer.page(
            request, "api.html", operations=list(operations(schema)), shapes=list(shapes(schema))
        )
        return page

    return router


def operations(schema: _Schema) -> Iterator[Operation]:
    """Yield what can be asked, in the order of the schema."""
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            sent = _content(told.get("requestBody", {}))
            answer = _content(told["responses"]["200"])
            yield Operation(
                method=method.upper(),
                path=f"/api{path}",
                about=told.get("description", ""),
                fields=tuple(_field(each["name"], each["schema"], each) for each in told.get("parameters", ())),
                sent=_leads_to(sent),
                answer=_kind(answer),
                answer_shape=_leads_to(answer),
            )


def shapes(schema: _Schema) -> Iterator[Shape]:
    """Yield every kind of object, by name."""
    for name, told in sorted(schema["components"]["schemas"].items()):
        needed = told.get("required", ())
        yield Shape(
            name=name,
            about=told.get("description", ""),
            fields=tuple(
                _field(field, each, {"required": field in needed}) for field, each in told.get("properties", {}).items()
            ),
        )


def _field(name: str, schema: _Schema, told: _Schema) -> Field:
    return Field(
        name=name, kind=_kind(schema), shape=_leads_to(schema), needed=bool(told.get("required")),
        about=str(told.get("description", schema.get("description", ""))),
    )  # fmt: skip


def _content(told: _Schema) -> _Schema:
    contents: Mapping[str, _Schema] = told.get("content", {})
    return next((each["schema"] for each in contents.values()), {})


def _kind(schema: _Schema) -> str:
    """Return what a value is, in words ("string, null", "list of Entry")."""
    if "$ref" in schema:
        return _name(schema)
    if "enum" in schema:
        return " | ".join(str(each) for each in schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    several: Sequence[_Schema] = schema.get("anyOf", schema.get("oneOf", ()))
    if several:
        return ", ".join(dict.fromkeys(_kind(each) for each in several))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}" if "items" in schema else "list"
    return str(schema.get("format", schema.get("type", "object")))


def _leads_to(schema: _Schema) -> str | None:
    """Return the name of the shape that a schema is, or is a list of, or may be."""
    if "$ref" in schema:
        return _name(schema)
    inner = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *([schema["items"]] if "items" in schema else [])]
    return next((name for each in inner if (name := _leads_to(each))), None)


def _name(schema: _Schema) -> str:
    return str(schema["$ref"]).rpartition("/")[2]
