"""The day that a report gives its events, in sentences of our own (`dated/en.toml`): the share that must be right."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from recuento.model import DayRange
from recuento.model.claim import Claim
from recuento.pipeline import code_text

CASES = Path(__file__).parent / "dated" / "en.toml"
TUESDAY = date(2024, 3, 26)
# Percent of all cases; it may rise, it must not fall.
FLOOR = 93
# A day may be told a little wider than it was; a month and a year may not.
_DAYS = 3


def told(case: dict[str, Any]) -> list[Claim]:
    text = case["text"].replace("\\n", "\n\n")
    claims = code_text(text, published_on=TUESDAY, external_id="dated").claims
    counted = [
        c for c in claims if c.tally == case["tally"] and c.figure and c.figure.count.at_least in (case["count"], None)
    ]
    return counted or [c for c in claims if c.event == case["tally"]]


def lies_in(days: DayRange, wanted: str) -> bool:
    """Tell whether the days are those wanted: a day in a few, a month, a year, or a stretch as written."""
    first, after = days.first.isoformat(), days.after.isoformat()
    if ".." in wanted:
        return (first, after) == tuple(wanted.split(".."))
    if len(wanted) == 10:
        return days.days <= _DAYS and first <= wanted < after
    last = DayRange(days.after.fromordinal(days.after.toordinal() - 1), days.after).first.isoformat()
    return first.startswith(wanted) and last.startswith(wanted)


def is_right(case: dict[str, Any]) -> bool:
    claims = told(case)
    if not claims or claims[-1].when is None:
        return False
    ranges = claims[-1].when.ranges
    return len(ranges) <= 2 and any(lies_in(days, wanted) for days in ranges for wanted in case["days"])


def test_events_have_their_days() -> None:
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    wrong = [case["text"] for case in cases if not is_right(case)]
    share = 100 * (len(cases) - len(wrong)) / len(cases)
    assert share >= FLOOR, f"{share:.1f} % of {len(cases)}, floor {FLOOR}:\n" + "\n".join(wrong)
