"""Where it happened: the place that a clause gives its event, and the places that the report sets before."""

from __future__ import annotations

from recuento.extract.times import distance
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.model.annotation import Annotations, PlaceMention
from recuento.model.span import Span

__all__ = ["lead_place", "own_place", "place_before"]

_FINE = frozenset({"exact", "town", "municipality"})


def own_place(view: View, match: Match) -> PlaceMention | None:
    """Return the place that the trigger's sentence gives it: nearest in the tree, the narrowest where two are equal."""
    usable = [p for p in view.places if p.locative]
    return min(
        usable,
        key=lambda p: (distance(view, match, p.span)[0], _width(p), distance(view, match, p.span)[1]),
        default=None,
    )


def _width(mention: PlaceMention) -> int:
    return ["exact", "town", "municipality", "admin1", "country"].index(mention.place.precision)


def place_before(annotations: Annotations, sentence: Span, paragraph: int) -> PlaceMention | None:
    """Return the last place set before the sentence in its own or the preceding paragraph, headings included."""
    scope = [
        s.span
        for s in annotations.sentences
        if paragraph - 1 <= s.paragraph <= paragraph and s.span.start < sentence.start
    ]
    told = [p for p in annotations.places if p.locative and not p.dateline and any(s.covers(p.span) for s in scope)]
    return told[-1] if told else None


def lead_place(annotations: Annotations) -> PlaceMention | None:
    """Return the place of the news: the first that the opening sentences set, else the dateline's.

    Where the opening sets none, an institution's own state stands in, no narrower than the state: what "Sonora's
    attorney's office" reports is taken to be in Sonora.
    """
    opening = [s.span for s in annotations.sentences if s.paragraph <= 1]
    located = [p for p in annotations.places if p.locative and not p.dateline]
    first = [p for p in located if _opens(opening, p)]
    dateline = [p for p in annotations.places if p.dateline]
    fine = [p for p in first if p.place.precision in _FINE]
    own_state = [
        p for p in annotations.places if not p.locative and p.place.precision == "admin1" and _opens(opening, p)
    ]
    state = [p for p in first if p.place.precision == "admin1"]
    return next(iter([*fine, *state, *dateline, *first, *own_state]), None)


def _opens(opening: list[Span], mention: PlaceMention) -> bool:
    return any(span.covers(mention.span) for span in opening)
