"""The same views for machines: every list is also there as .json, .csv and .geojson, exactly as on screen."""

from __future__ import annotations

from io import StringIO

import msgspec
from fastapi import APIRouter
from fastapi.responses import Response

from recuento.export import geojson, write_csv
from recuento.web.pages import Rows

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/incidents.csv")
def as_table(rows: Rows) -> Response:
    """Return the incidents of the view as a table; no cell of it runs as a formula."""
    out = StringIO(newline="")
    write_csv(((row.incident, row.entries) for row in rows), out)
    named = {"Content-Disposition": 'attachment; filename="incidents.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=named)


@router.get("/incidents.geojson")
def as_map(rows: Rows) -> Response:
    """Return the incidents of the view as GeoJSON; those without a point are listed as unlocated."""
    return Response(geojson((row.incident, row.entries) for row in rows), media_type="application/geo+json")


@router.get("/incidents.json")
def as_json(rows: Rows) -> Response:
    """Return the incidents of the view, in the same order."""
    body = msgspec.json.encode({"incidents": [msgspec.to_builtins(row) for row in rows]})
    return Response(body, media_type="application/json")
