"""All sides of one tally together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recuento.model.incident import Entry

__all__ = ["Total", "all_sides"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A figure of all sides with its bounds; ``high`` is None where no ceiling is known."""

    best: int
    low: int
    high: int | None


def all_sides(entries: Iterable[Entry]) -> Total:
    """Return the sum of the entries of one tally and one kind of thing, one for each side.

    Sides that reports tell apart add up. A figure whose side no report says is of anybody, those of known sides
    among them: the larger of the two counts, and both together bound it from above.
    """
    told = list(entries)
    known, anybody = [e for e in told if e.side != "unknown"], [e for e in told if e.side == "unknown"]
    apart, whole = sum(e.best.said for e in known), sum(e.best.said for e in anybody)
    highs = [e.high for e in told]
    ceiling = None if None in highs else sum(high for high in highs if high is not None)
    return Total(
        best=max(apart, whole),
        low=max(sum(e.low for e in known), sum(e.low for e in anybody)),
        high=ceiling,
    )
