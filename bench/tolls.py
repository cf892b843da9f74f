"""Follow the counts of real stories: every incident with its reports, and each tally on every day on which it changed.

Of a row only id, date, title, text and source are read. All sides of a tally are summed, as the ledger held them on
that day of publication. The stories call a captive who got away "escaped"; the codebook calls her freed (how: escaped),
and keeps "escaped" for those who evade arrest: a figure that rests on such captives alone, and on those who came home
where nobody was let go, is given as theirs. Where no
report says how many are missing, the captives unaccounted for are given: the taken less the freed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from bench.recorded import Row, recorded
from recuento.ledger import Ledger
from recuento.model import Claim, Entry
from recuento.model.totals import all_sides
from recuento.read import Columns

__all__ = ["main"]

_Toll = dict[str, Any]
_CAPTIVES = "captives"


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
        away = _got_away(record.claims)
        series = [_in_their_words(entry, away) for entry in record.series]
        yield {"incident": record.incident.id, "reports": reports, "tolls": list(_tolls(series))}


def _got_away(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the ids of the claims of captives who escaped, with those who came back, it is not told how, of these."""
    escaped = {claim.id for claim in claims if claim.how == "escaped"}
    back = {claim.id for claim in claims if claim.tally == "freed" and claim.how is None}
    let_go = any(claim.how in {"released", "rescued"} and claim.status == "occurred" for claim in claims)
    return frozenset(escaped | back if escaped and not let_go else escaped)


def _in_their_words(entry: Entry, away: frozenset[str]) -> Entry:
    """Return an entry under the tally that the stories give it; ``away`` are claims of captives who got away."""
    if entry.tally == "freed" and entry.rests_on and away.issuperset(entry.rests_on):
        return replace(entry, tally="escaped", unit=_CAPTIVES)
    return entry


def _tolls(series: Sequence[Entry]) -> Iterator[_Toll]:
    """Yield the sum of each tally from each day on which it changed."""
    before: dict[str, _Toll] = {}
    for day, entries in groupby(series, key=lambda entry: entry.as_of):
        today = tuple(entries)
        tolls = {tally: _toll([e for e in today if e.tally == tally]) for tally in {e.tally for e in today}}
        tolls |= _unaccounted_for(today, tolls)
        for tally, toll in sorted(tolls.items()):
            if toll != before.get(tally):
                before[tally] = toll
                yield {"tally": tally, "as_of": _iso(day), **toll}


def _unaccounted_for(today: Sequence[Entry], tolls: dict[str, _Toll]) -> dict[str, _Toll]:
    """Return the taken less the freed as the toll of the missing, or nothing where reports give that themselves."""
    gone = [entry for entry in today if entry.tally == "freed" or entry.unit == _CAPTIVES]
    if "missing" in tolls or "abducted" not in tolls or not gone:
        return {}
    taken, freed = tolls["abducted"], _toll(gone)
    low = max(0, taken["low"] - (freed["best"] if freed["high"] is None else freed["high"]))
    high = None if taken["high"] is None else max(0, taken["high"] - freed["low"])
    return {"missing": {"best": max(0, taken["best"] - freed["best"]), "low": low, "high": high}}


def _toll(entries: Sequence[Entry]) -> _Toll:
    of = {entry.unit for entry in entries}
    unit = next((unit for unit in (_CAPTIVES, "people") if unit in of), None)
    total = all_sides(entry for entry in entries if unit in {None, entry.unit})
    return {"best": total.best, "low": total.low, "high": total.high}


def _iso(day: date) -> str:
    return day.isoformat()
