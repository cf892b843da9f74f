"""How long a past day's answer takes on an incident with 10,000 entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import insert

from bench.dispatches import dispatches
from recuento import answers
from recuento.ledger import Clocks, Ledger
from recuento.ledger import tables as t
from recuento.ledger.rows import entry_row
from recuento.ledger.wire import instant
from recuento.pipeline import record_coding

__all__ = ["main", "milliseconds", "with_entries"]

_FIRST = date(1998, 1, 1)
_AT = datetime(2026, 1, 1, tzinfo=UTC)


def main(*, entries: int, asked: int, seed: int) -> None:
    """Print the median milliseconds of both clocks: of the figures alone, and of the whole answer."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "past.db") as ledger:
        name = with_entries(ledger, entries)
        for words, whole in (("figures (Ledger.held)", False), ("the whole answer (show --as-of)", True)):
            day, held = milliseconds(ledger, name, entries, asked, seed, whole=whole)
            print(f"{entries:,} entries, {words}: --as-of {day:.1f} ms, with --ledger-as-of {held:.1f} ms (medians)")


def with_entries(ledger: Ledger, number: int) -> str:
    """Record one incident, give it so many entries, a day each, every one replaced once, and return its id."""
    coding = next(each.coding for each in dispatches(40) if len(each.coding.accounts) == 1)
    (incident,) = record_coding(ledger, coding, at=_AT).incidents
    (model, *_) = ledger.incident(incident).entries
    rows = []
    for place in range(number // 2):
        told = replace(model, as_of=_FIRST + timedelta(days=place), low=place, recorded_from=None)
        rows.append(entry_row(told, instant(_AT), "made") | {"recorded_to": instant(_AT + timedelta(days=1))})
        rows.append(entry_row(replace(told, low=place + 1), instant(_AT + timedelta(days=1)), "made"))
    with ledger._engine.begin() as connection:
        connection.execute(insert(t.entry), rows)
    return incident


def milliseconds(ledger: Ledger, name: str, entries: int, asked: int, seed: int, *, whole: bool) -> tuple[float, float]:
    """Return the median milliseconds of an answer as of a day, and as of a day and of a moment of the ledger."""
    dice = Random(seed)
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(asked):
        day = _FIRST + timedelta(days=dice.randrange(entries // 2))
        for times, then in zip(found, (None, _AT + timedelta(hours=dice.randrange(1, 48))), strict=True):
            clocks = Clocks(as_of=day, ledger_as_of=then)
            started = perf_counter()
            answers.incident(ledger, name, clocks) if whole else ledger.held(name, clocks)
            times.append(1000 * (perf_counter() - started))
    return median(found[0]), median(found[1])
