"""Reads the place names of a labelled set: ``{"id", "lang", "text"}`` in, ``{"id", "toponyms"}`` out.

Offsets are into the row's text as given, which is never stripped or normalised; nothing but text and language is read.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

from recuento.annotate.gazetteer import open_gazetteer
from recuento.annotate.places import Reading, read_places
from recuento.annotate.sentences import split_sentences
from recuento.annotate.syntax import parse
from recuento.model import Name, Span
from recuento.model.document import Language

__all__ = ["main", "predict"]

_JOINS = re.compile(r",?[ ](?:en|de|del)[ ](?:el[ ]|la[ ])?")


def predict(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the toponyms of one row, each with start, end, lat and lon (None where unknown)."""
    if row.get("lang") == "es":
        return _phrases(row["text"])
    readings = _readings(row["text"], "en")
    return [_toponym(reading.mention.span, reading) for reading in readings]


def _readings(text: str, language: Language) -> tuple[Reading, ...]:
    names: tuple[Name, ...] = ()
    if (files("recuento") / "data" / "pipelines" / language / "meta.json").is_file():
        sentences = split_sentences(text, single=False)
        names = tuple(name for parsed in parse(text, sentences, language=language) for name in parsed.names)
    return read_places(text, language=language, gazetteer=open_gazetteer(), names=names)


def _phrases(text: str) -> list[dict[str, Any]]:
    """Return places as the Spanish set marks them: with their noun, and with what they lie in as one stretch."""
    readings = [reading for reading in _readings(text, "es") if reading.kind != "hint"]
    found: list[tuple[Span, Reading]] = []
    for reading in readings:
        if found and found[-1][0].overlaps(reading.phrase):
            continue
        if found and _lies_in(text, found[-1][0], found[-1][1], reading):
            found[-1] = (found[-1][0].to(reading.phrase), found[-1][1])
            continue
        found.append((reading.phrase, reading))
    return [_toponym(span, reading) for span, reading in found]


def _lies_in(text: str, before: Span, first: Reading, second: Reading) -> bool:
    """Tell whether the second follows the first as what it lies in: "colonia X, de Y", "Y, STATE"."""
    inner, outer = first.mention.place, second.mention.place
    if _JOINS.fullmatch(text, before.end, second.phrase.start):
        return True
    if text[before.end : second.phrase.start] != ", ":
        return False
    nouned = second.phrase.start < second.mention.span.start
    wider = outer.precision in ("admin1", "country") and inner.precision not in ("admin1", "country")
    return nouned or (wider and outer.country == inner.country)


def _toponym(span: Span, reading: Reading) -> dict[str, Any]:
    place = reading.mention.place
    return {"start": span.start, "end": span.end, "lat": place.latitude, "lon": place.longitude}


def main(input_path: Path, out_path: Path) -> None:
    """Write one line for each row of ``input_path``."""
    with input_path.open(encoding="utf-8") as rows, out_path.open("w", encoding="utf-8") as out:
        for line in rows:
            if line.strip():
                row = json.loads(line)
                out.write(json.dumps({"id": row["id"], "toponyms": predict(row)}, ensure_ascii=False) + "\n")
