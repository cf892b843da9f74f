"""When, as far as a report commits itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["DayRange"]


@dataclass(frozen=True, slots=True, order=True)
class DayRange:
    """Every day that an expression can mean, half-open: ``first <= day < after``.

    "in May" is a month wide. An expression with two readings ("back in January") is two ranges, never one wide one.

    >>> DayRange.day(date(2024, 3, 24))
    DayRange(first=datetime.date(2024, 3, 24), after=datetime.date(2024, 3, 25))

    Raises:
        ValueError: the range is empty.
    """

    first: date
    after: date

    def __post_init__(self) -> None:
        if not self.first < self.after:
            raise ValueError(f"empty day range [{self.first}, {self.after})")

    @classmethod
    def day(cls, day: date) -> DayRange:
        return cls(day, day + timedelta(days=1))

    @classmethod
    def month(cls, year: int, month: int) -> DayRange:
        return cls(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))

    @classmethod
    def year(cls, year: int) -> DayRange:
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @property
    def days(self) -> int:
        """Width in days, at least 1."""
        return (self.after - self.first).days

    def overlaps(self, other: DayRange) -> bool:
        """Tell whether some day lies in both."""
        return self.first < other.after and other.first < self.after

    def contains(self, day: date) -> bool:
        """Tell whether ``day`` is one that the expression can mean."""
        return self.first <= day < self.after
