"""Where somebody is from, behind his age: "Rosa Vera, 28, of Lamar, South Carolina" puts nothing in Lamar."""

from __future__ import annotations

from collections.abc import Sequence

from recuento.annotate.place_tokens import Word
from recuento.annotate.place_words import PlaceWords

__all__ = ["is_home_of_somebody"]

_BEFORE = 4  # ", 28, of"
_OLDEST = 2  # digits


def is_home_of_somebody(words: Sequence[Word], first: int, lexicon: PlaceWords) -> bool:
    """Tell whether the place that begins at word ``first`` follows an age between commas and "of", in English."""
    if lexicon.language != "en" or first < _BEFORE + 1:
        return False
    name, opens, age, closes, of = words[first - _BEFORE - 1 : first]
    between = opens.text == closes.text == "," and age.text.isdigit() and len(age.text) <= _OLDEST
    return between and of.folded in lexicon.of and (name.capital or name.text in '”")')
