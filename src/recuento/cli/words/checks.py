"""What should be looked at, and sums."""

from __future__ import annotations

from typing import Final

from recuento.cli.words.common import many

__all__ = ["CELL_HEADS", "NO_CONCERNS", "concern_head"]

NO_CONCERNS: Final = "Nothing to look at."
CELL_HEADS: Final = ("incidents", "counted", "best", "low", "high", "reviewed")
_KINDS: Final = {
    "parts_over_total": "A part larger than its total",
    "freed_over_taken": "More freed than taken",
    "impossible_date": "A day that cannot be",
    "past_correction": "A person's figure that later reports give otherwise",
    "no_place": "No place",
    "no_date": "No day",
}


def concern_head(kind: str, number: int) -> str:
    """Return the line above what should be looked at for one reason."""
    return f"{_KINDS[kind]}: {many(number, 'incident')}"
