"""Incidents as a table for spreadsheets: one row for each incident and tally."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import IO

from recuento.model import Entry, FigureKey, Incident

__all__ = ["COLUMNS", "Told", "csv_lines", "safe_cell", "write_csv"]

Told = tuple[Incident, Iterable[Entry], Collection[FigureKey] | None]
"""An incident, its figures, and which of these persons accepted or gave; None where that is not known."""

COLUMNS = (
    "incident", "events", "first_day", "last_day", "days_certain", "place", "admin1", "country", "latitude",
    "longitude", "precision", "background", "aggregate", "tally", "side", "unit", "as_of", "best", "low", "high",
    "sources", "rule", "asked_as_of", "asked_ledger_as_of", "reviewed",
)  # fmt: skip

# A cell that begins so is run as a formula by common spreadsheets.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(
    rows: Iterable[Told],
    out: IO[str],
    as_of: date | None = None,
    ledger_as_of: datetime | None = None,
) -> None:
    """Write a heading and one row for each incident and entry; an incident with no figure has one row without.

    ``last_day`` is inclusive; ``days_certain`` is "no" where ``first_day`` to ``last_day`` holds several candidates,
    and where ``first_day`` is empty: nothing but a latest day is known.
    Empty cells are what the reports do not say; an empty ``high`` beside a figure is no ceiling. ``as_of`` and
    ``ledger_as_of`` are the clocks that were asked, and stand in every row. ``reviewed`` is "yes" beside a figure
    that a person accepted as it stands or gave, "no" beside any other, and empty where it is not known.
    """
    out.writelines(csv_lines(rows, as_of, ledger_as_of))


def csv_lines(rows: Iterable[Told], as_of: date | None = None, ledger_as_of: datetime | None = None) -> Iterator[str]:
    """Yield what `write_csv` writes, line by line."""
    asked = (as_of.isoformat() if as_of else None, ledger_as_of.isoformat() if ledger_as_of else None)
    writer = csv.writer(_Line(), lineterminator="\r\n")
    yield writer.writerow(COLUMNS)
    for incident, entries, accepted in rows:
        for entry in tuple(entries) or (None,):
            cells = (*_incident_cells(incident), *_entry_cells(entry), *asked, _reviewed(entry, accepted))
            yield writer.writerow([safe_cell(cell) for cell in cells])


class _Line:
    """A file that gives back what is written to it, and so does a `csv.writer` on it."""

    def write(self, words: str) -> str:
        return words


def safe_cell(value: str | float | None) -> str:
    """Return the value as text that no spreadsheet runs: an apostrophe goes before what looks like a formula.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell(-107.4), safe_cell(None)
    ("'=HYPERLINK(1)", '-107.4', '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)  # a number cannot carry a formula, and must stay a number
    return f"'{value}" if value.startswith(_FORMULA) else value


def _incident_cells(incident: Incident) -> tuple[str | float | None, ...]:
    place, days = incident.place, incident.when
    first = min((d.first for d in days), default=None)
    last = max((d.after - timedelta(days=1) for d in days), default=incident.no_later_than)
    return (
        incident.id,
        " ".join(incident.events),
        first.isoformat() if first else None,
        last.isoformat() if last else None,
        ("yes" if len(days) == 1 else "no") if last else None,
        place.name if place else None,
        place.admin1 if place else None,
        place.country if place else None,
        place.latitude if place else None,
        place.longitude if place else None,
        place.precision if place else None,
        "yes" if incident.background else "no",
        "yes" if incident.aggregate else "no",
    )


def _reviewed(entry: Entry | None, accepted: Collection[FigureKey] | None) -> str | None:
    if entry is None or accepted is None:
        return None
    return "yes" if entry.key in accepted else "no"


def _entry_cells(entry: Entry | None) -> tuple[str | int | None, ...]:
    if entry is None:
        return (None,) * 9
    return (
        entry.tally,
        entry.side,
        entry.unit,
        entry.as_of.isoformat(),
        entry.best.at_least if entry.best.exact is not None else str(entry.best),
        entry.low,
        entry.high,
        entry.sources,
        entry.rule,
    )
