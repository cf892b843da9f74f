"""A figure that somebody denies: it stays, with what was held before it as its low bound. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recuento.model import Claim, Count, Entry

__all__ = ["with_denials"]


def with_denials(entry: Entry, unfit: Iterable[Claim], past: Sequence[Count]) -> Entry:
    """Return the entry, its low bound let down where a named speaker denies the very figure held.

    ``unfit`` are the claims set aside for its column, ``past`` the counts that it superseded, oldest first. Who denies
    a figure without giving another leaves open what is true: the last figure held before, or none at all.
    """
    by = next((who for claim in unfit if (who := _who_denies(claim, entry.best)) is not None), None)
    if by is None or not entry.best.at_least:
        return entry
    floor = next((count.at_least for count in reversed(past) if count != entry.best), 0)
    return replace(entry, low=min(entry.low, floor), rule=f"{entry.rule}; denied by {by}")


def _who_denies(claim: Claim, best: Count) -> str | None:
    if claim.status != "denied" or claim.figure is None or claim.figure.count.at_least != best.at_least:
        return None
    return next((speaker.text for speaker in claim.said_by if not speaker.inherited), None)
