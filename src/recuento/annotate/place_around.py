"""In which state, and in which town, an unlisted place lies: what the report says before it, nearest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from recuento.model import Place, PlaceMention

__all__ = ["state_around", "town_around"]

# A place that comes so early in its paragraph sets the scene for those after it: "En Torreón, …", "Ayer en Lerdo, …".
_OPENING = 25
# A line so short that ends in no stop is a heading.
_HEADING = 90
_FINE = frozenset({"town", "municipality"})


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


def town_around(text: str, start: int, before: Sequence[PlaceMention], qualified: Collection[int]) -> Place | None:
    """Return the town in which a quarter named at ``start`` lies, None where the report has moved on or names none.

    It is the last town said before, in the same paragraph, the one above or a heading, or one that set the scene. A
    capital in the dateline is where the story was filed.
    """
    head = text.rfind("\n", 0, start) + 1
    above = text.rfind("\n", 0, max(0, len(text[:head].rstrip()))) + 1
    told = [
        mention
        for mention in before
        if mention.locative
        and not (mention.dateline and mention.place.capital)
        and (mention.span.start >= above or mention.span.start in qualified or _opens(text, mention))
    ]
    town = next((mention.place for mention in reversed(told) if mention.place.precision in _FINE), None)
    if town is None:
        return None
    last = told[-1].place
    return town if last.country == town.country and last.admin1 in (None, town.admin1) else None


def _opens(text: str, mention: PlaceMention) -> bool:
    """Tell whether the place is a dateline, or where a paragraph begins, or in a heading."""
    start = mention.span.start
    first = text.rfind("\n", 0, start) + 1
    if mention.dateline or not mention.locative:
        return mention.dateline
    line = text[first:].split("\n", 1)[0].rstrip()
    return start - first <= _OPENING or (first > 0 and len(line) < _HEADING and not line.endswith((".", ":", ",")))
