"""What a form says it has seen of a figure: a short mark of it as it was shown."""

from __future__ import annotations

from hashlib import sha256

from recuento.model import Entry

__all__ = ["shown_mark"]


def shown_mark(entry: Entry) -> str:
    """Return a mark that changes whenever what a person judges changes: figure, bounds, or the claims under it."""
    shown = (entry.tally, entry.side, entry.unit, entry.best, entry.low, entry.high, entry.rests_on)
    return sha256(repr(shown).encode()).hexdigest()[:16]
