"""Samples, and how far coders agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from recuento.cli.words.common import many

if TYPE_CHECKING:
    from recuento.export import Agreement

__all__ = ["agreement_rows", "sampled"]

_SLOTS: Final = {
    "status": "status",
    "tally": "tally",
    "unit": "what is counted",
    "side": "side",
    "place": "place",
    "first_day": "first day",
    "last_day": "last day",
    "said_by": "who says so",
}


def sampled(drawn: int, asked: int, sample: str, key: str) -> str:
    """Return what was drawn, and what to do with it."""
    fewer = f" (there are no {asked:,})" if drawn < asked else ""
    return (
        f"{many(drawn, 'sentence')} drawn{fewer}: {sample} for the second coder, {key} for you."
        f" When it is filled in: recuento agree {sample} {key}"
    )


def agreement_rows(found: Agreement) -> Iterator[tuple[str, str]]:
    """Yield each measure with its value."""
    yield "sentences", f"{found.items:,}, with {many(found.statements, 'statement')}"
    kappa = "not defined: there is one code alone" if found.kappa is None else f"{found.kappa:.2f}"
    yield "what happened", f"kappa {kappa} ({_share(found.events, found.statements)} the same)"
    yield "figures, the same", _share(found.exact, found.figures)
    yield "figures, at most one apart", _share(found.within_one, found.figures)
    for slot in found.slots:
        yield _SLOTS[slot.name], _share(slot.same, slot.said)


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({100 * part / whole:.0f} %)" if whole else "none"
