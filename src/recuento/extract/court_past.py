"""Court matters without a day, told before an old release from prison: "She pleaded guilty. She got out in 2022"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import structs

from recuento.extract.drafts import Draft
from recuento.extract.times import NEWS_DAYS

__all__ = ["with_court_past"]

# What is over once whoever it befell is out.
_OVER = frozenset({"conviction", "sentence", "plea", "trial"})


def with_court_past(drafts: Sequence[Draft], published_on: date) -> list[Draft]:
    """Return the drafts; undated court matters are recalled before a release of long ago in their paragraph."""
    floor = published_on - timedelta(days=NEWS_DAYS)
    out = {d.paragraph: d.trigger.start for d in drafts if d.event == "prison_release" and _is_old(d, floor)}
    return [structs.replace(d, recalled=True) if _is_over(d, out.get(d.paragraph)) else d for d in drafts]


def _is_old(draft: Draft, floor: date) -> bool:
    return draft.date is not None and bool(draft.date.ranges) and all(r.after <= floor for r in draft.date.ranges)


def _is_over(draft: Draft, release: int | None) -> bool:
    return release is not None and draft.event in _OVER and draft.date is None and draft.trigger.start < release
