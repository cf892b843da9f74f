"""What leaves the system: claims, tables, maps."""

from recuento.export.agreement import Agreement, agreement, cohen_kappa, read_codes
from recuento.export.crosstab import Cell, cells_json, crosstab, dimensions, write_cells
from recuento.export.geojson import geojson, geojson_parts
from recuento.export.interchange import claim_from_json, claim_json, claim_lines, claim_to_wire, write_claims
from recuento.export.sampling import Item, sample, write_key, write_sample
from recuento.export.table import Told, csv_lines, safe_cell, write_csv
from recuento.export.veil import Hidden, Veil, veil_over

__all__ = [
    "Agreement",
    "Cell",
    "Hidden",
    "Item",
    "Told",
    "Veil",
    "agreement",
    "cells_json",
    "claim_from_json",
    "claim_json",
    "claim_lines",
    "claim_to_wire",
    "cohen_kappa",
    "crosstab",
    "csv_lines",
    "dimensions",
    "geojson",
    "geojson_parts",
    "read_codes",
    "safe_cell",
    "sample",
    "veil_over",
    "write_cells",
    "write_claims",
    "write_csv",
    "write_key",
    "write_sample",
]
