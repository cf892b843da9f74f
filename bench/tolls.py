"""Follow the counts of real stories: every incident with its reports, and each tally on every day on which it changed.

Of a row only id, date, title, text and source are read. All sides of a tally are summed, as the ledger held them on
that day of publication.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from bench.recorded import Row, recorded
from recuento.ledger import Ledger
from recuento.ledger.totals import all_sides
from recuento.model import Entry
from recuento.read import Columns

__all__ = ["main"]

_Toll = dict[str, Any]


def main(input_path: Path, out_path: Path) -> None:
    """Write one line for each incident of the reports under ``input_path``."""
    with recorded(input_path, Columns()) as (ledger, rows), out_path.open("w") as out:
        out.writelines(json.dumps(line) + "\n" for line in _lines(ledger, rows))


def _lines(ledger: Ledger, rows: tuple[Row, ...]) -> Iterator[dict[str, Any]]:
    names: dict[str, list[str]] = {}
    for row in rows:
        names.setdefault(row.document, []).append(row.name)
    for listed in ledger.incidents():
        record = ledger.incident(listed.incident.id)
        reports = [name for document in record.documents for name in names[document.id]]
        yield {"incident": record.incident.id, "reports": reports, "tolls": list(_tolls(record.series))}


def _tolls(series: Sequence[Entry]) -> Iterator[_Toll]:
    """Yield the sum of each tally from each day on which it changed."""
    before: dict[str, _Toll] = {}
    for day, entries in groupby(series, key=lambda entry: entry.as_of):
        today = tuple(entries)
        for tally in sorted({entry.tally for entry in today}):
            toll = _toll([entry for entry in today if entry.tally == tally])
            if toll != before.get(tally):
                before[tally] = toll
                yield {"tally": tally, "as_of": _iso(day), **toll}


def _toll(entries: Sequence[Entry]) -> _Toll:
    people = [entry for entry in entries if entry.unit == "people"] or entries
    total = all_sides(people)
    return {"best": total.best, "low": total.low, "high": total.high}


def _iso(day: date) -> str:
    return day.isoformat()
