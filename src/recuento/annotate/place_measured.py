"""Places that only say how far another lies or where a car is registered: "a 60 kilómetros de X", "con placas de X"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import Word
from recuento.annotate.place_words import PlaceWords

__all__ = ["only_marks"]

_REACH = 8
_BEFORE = 30  # words before the distance in which the place stands that it is of
_ENDS = frozenset(".!?;:")


def only_marks(
    words: Sequence[Word], spots: Sequence[Spot], placed: Collection[int], lexicon: PlaceWords
) -> frozenset[int]:
    """Return where the names start at which nothing happened; ``placed`` is where those start that set something."""
    firsts = {spot.first for spot in spots if spot.span.start in placed}
    return frozenset(
        spot.span.start
        for spot in spots
        if _is_on_a_plate(words, spot, lexicon) or _is_measured_from(words, spot, firsts - {spot.first}, lexicon)
    )


def _is_measured_from(words: Sequence[Word], spot: Spot, placed: Collection[int], lexicon: PlaceWords) -> bool:
    """Tell whether the sentence puts something in a place that lies so far from this one: "in X, 30 miles from Y".

    Args:
        placed: the first words of the places where the report puts something.
    """
    unit = _led_by(words, spot, lexicon.distances, lexicon)
    if unit is None or not words[unit - 1].text[:1].isdigit():
        return False
    for index in range(unit - 1, max(-1, unit - _BEFORE), -1):
        if index in placed:
            return True
        if words[index].text in _ENDS and not words[index].glued:
            return False
        if words[index].first and index not in placed:
            return False
    return False


def _is_on_a_plate(words: Sequence[Word], spot: Spot, lexicon: PlaceWords) -> bool:
    """Tell whether a car only bears the place's plates: "una camioneta con placas del estado de X"."""
    return _led_by(words, spot, lexicon.plates, lexicon) is not None


def _led_by(words: Sequence[Word], spot: Spot, wanted: Collection[str], lexicon: PlaceWords) -> int | None:
    """Return where one of the words stands that leads to the spot over "del estado de", "north of"; None of others."""
    passable = lexicon.of | lexicon.between | lexicon.nouns | lexicon.directional
    for index in range(spot.first - 1, max(0, spot.first - _REACH), -1):
        if words[index].folded in wanted:
            return index
        if words[index].folded not in passable:
            return None
    return None
