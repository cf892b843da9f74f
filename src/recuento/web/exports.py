"""The same views for machines: every list is also there as .json, .csv and .geojson, exactly as on screen."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from fastapi import APIRouter
from fastapi.responses import Response, StreamingResponse

from recuento.export import csv_lines, geojson_parts
from recuento.ledger import IncidentRow
from recuento.web.pages import Rows

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_PIECE = 65_536


@router.get("/incidents.csv")
def as_table(rows: Rows) -> Response:
    """Return the incidents of the view as a table; no cell of it runs as a formula."""
    lines = (line.encode("utf-8") for line in csv_lines(row.told for row in rows))
    named = {"Content-Disposition": 'attachment; filename="incidents.csv"'}
    return StreamingResponse(_in_pieces(lines), media_type="text/csv; charset=utf-8", headers=named)


@router.get("/incidents.geojson")
def as_map(rows: Rows) -> Response:
    """Return the incidents of the view as GeoJSON; those without a point are listed as unlocated."""
    parts = geojson_parts(row.told for row in rows)
    return StreamingResponse(_in_pieces(parts), media_type="application/geo+json")


@router.get("/incidents.json")
def as_json(rows: Rows) -> Response:
    """Return the incidents of the view, in the same order."""
    return StreamingResponse(_in_pieces(_json(rows)), media_type="application/json")


def _json(rows: Iterator[IncidentRow]) -> Iterator[bytes]:
    comma = b""
    yield b'{"incidents":['
    for row in rows:
        yield comma + msgspec.json.encode(row)
        comma = b","
    yield b"]}"


def _in_pieces(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in few pieces: each is a trip from a thread to the network."""
    held = bytearray()
    for part in parts:
        held += part
        if len(held) >= _PIECE:
            yield bytes(held)
            held.clear()
    yield bytes(held)
