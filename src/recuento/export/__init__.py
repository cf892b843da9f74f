"""What leaves the system: claims, tables, maps."""

from recuento.export.crosstab import Cell, cells_json, crosstab, dimensions, write_cells
from recuento.export.geojson import geojson
from recuento.export.interchange import claim_from_json, claim_json, claim_lines, claim_to_wire, write_claims
from recuento.export.table import safe_cell, write_csv

__all__ = [
    "Cell",
    "cells_json",
    "claim_from_json",
    "claim_json",
    "claim_lines",
    "claim_to_wire",
    "crosstab",
    "dimensions",
    "geojson",
    "safe_cell",
    "write_cells",
    "write_claims",
    "write_csv",
]
