"""Whether two events of an account were on different days, by what the report says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["is_another_day"]

_CLOSE = 3  # days: a wider date says no day


def is_another_day(one: Draft, other: Draft) -> bool:
    """Tell whether both are dated within a few days, and share no day."""
    days = [draft.told_when.ranges for draft in (one, other) if draft.told_when is not None]
    if len(days) < 2 or any(len(ranges) != 1 or ranges[0].days > _CLOSE for ranges in days):
        return False
    (a,), (b,) = days
    return a.after <= b.first or b.after <= a.first
