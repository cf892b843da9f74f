"""Reads the place names of a labelled set: ``{"id", "lang", "text"}`` in, ``{"id", "toponyms"}`` out.

Offsets are into the row's text as given, which is never stripped or normalised; nothing but text and language is read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from recuento.annotate.gazetteer import open_gazetteer
from recuento.annotate.places import read_places
from recuento.model.document import Language

__all__ = ["main", "predict"]


def predict(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the toponyms of one row, each with start, end, lat and lon (None where unknown)."""
    language: Language = "es" if row.get("lang") == "es" else "en"
    readings = read_places(row["text"], language=language, gazetteer=open_gazetteer())
    return [
        {
            "start": reading.mention.span.start,
            "end": reading.mention.span.end,
            "lat": reading.mention.place.latitude,
            "lon": reading.mention.place.longitude,
        }
        for reading in readings
        if language == "en" or not reading.hint
    ]


def main(input_path: Path, out_path: Path) -> None:
    """Write one line for each row of ``input_path``."""
    with input_path.open(encoding="utf-8") as rows, out_path.open("w", encoding="utf-8") as out:
        for line in rows:
            if line.strip():
                row = json.loads(line)
                out.write(json.dumps({"id": row["id"], "toponyms": predict(row)}, ensure_ascii=False) + "\n")
