"""What leaves the system: claims, tables, maps."""

from recuento.export.geojson import geojson
from recuento.export.interchange import claim_from_json, claim_json, claim_lines, claim_to_wire, write_claims
from recuento.export.table import safe_cell, write_csv

__all__ = [
    "claim_from_json",
    "claim_json",
    "claim_lines",
    "claim_to_wire",
    "geojson",
    "safe_cell",
    "write_claims",
    "write_csv",
]
