"""In which state an unlisted place lies: what the report says before it, nearest and surest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from recuento.model import Place, PlaceMention

__all__ = ["state_around"]

# A place that comes so early in its paragraph sets the scene for those after it: "En Torreón, …", "Ayer en Lerdo, …".
_OPENING = 25


def state_around(text: str, start: int, before: Sequence[PlaceMention], qualified: Collection[int]) -> Place | None:
    """Return the place whose state and country hold at ``start``, None where the report gives none.

    Round-ups change state by paragraph, so what the same paragraph puts somewhere comes first; then the nearest place
    before that was said with its state, opened a paragraph or stands in the dateline.

    Args:
        before: the report's places before ``start``, in text order; institutions' hints are not among them.
        qualified: where the places start that the report says with their state or country.
    """
    head = text.rfind("\n", 0, start) + 1
    here = [mention for mention in before if mention.span.start >= head and mention.locative]
    settling = [mention for mention in before if mention.span.start in qualified or _opens(text, mention)]
    narrow = [mention.place for mention in here if mention.place.admin1]
    if narrow:
        return narrow[-1]
    wide = next((mention.place for mention in reversed(here) if mention.place.country), None)
    told = [mention.place for mention in settling if mention.place.admin1]
    return told[-1] if told and (wide is None or wide.country == told[-1].country) else wide


def _opens(text: str, mention: PlaceMention) -> bool:
    """Tell whether the place is a dateline, or where a paragraph begins."""
    start = mention.span.start
    return mention.dateline or (mention.locative and start - (text.rfind("\n", 0, start) + 1) <= _OPENING)
