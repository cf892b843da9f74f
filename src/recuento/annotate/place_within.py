"""In which municipality a village lies where the report says so: "la comunidad de X, municipio de Y", "ejido X de Y".

The gazetteer has dozens of namesakes of a village, most in other states and countries. Only one near the municipality
can be meant; where there is none, the village is a part of the municipality that no list has.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from recuento.annotate.gazetteer import Candidate, Kind
from recuento.annotate.place_resolve import kilometres
from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import Word
from recuento.annotate.place_words import PlaceWords

__all__ = ["municipalities_of", "near"]

_REACH = 6
_NEAR_KM = 40.0
_OPENS = frozenset({",", "("})
_LIES_IN = frozenset({"en", "de", "del"})  # "el poblado de X en el municipio de Y", "el rancho X del municipio de Y"
_TO = frozenset({"a", "al"})  # "perteneciente a X"


def municipalities_of(
    words: Sequence[Word], spots: Sequence[Spot], after: Mapping[int, Spot], lexicon: PlaceWords
) -> dict[int, Spot]:
    """Return, by the village's first word, the municipality that the same phrase says it lies in (Spanish)."""
    if lexicon.language != "es":
        return {}
    found = {}
    for spot in spots:
        outer = next((after[spot.after + gap] for gap in range(1, _REACH) if spot.after + gap in after), None)
        if outer is not None and _puts_in(words, spot, outer, lexicon):
            found[spot.first] = outer
    return found


def _puts_in(words: Sequence[Word], spot: Spot, outer: Spot, lexicon: PlaceWords) -> bool:
    between = [word.folded for word in words[spot.after : outer.first]]
    if spot.folded == outer.folded or not any(option.kind >= Kind.MUNICIPALITY for option in outer.options):
        return False
    passable = lexicon.of | lexicon.between | lexicon.nouns | lexicon.locative | _OPENS | _TO | lexicon.belonging
    if not passable.issuperset(between):
        return False
    if between[0] in _OPENS or between[0] in lexicon.belonging:
        said = lexicon.municipality_nouns | lexicon.belonging
        return not said.isdisjoint(between)
    if len(between) > 1 and between[0] in _LIES_IN:
        return not lexicon.municipality_nouns.isdisjoint(between)
    return between in (["de"], ["del"], ["en"]) and _is_village(words, spot, lexicon)


def _is_village(words: Sequence[Word], spot: Spot, lexicon: PlaceWords) -> bool:
    """Tell whether a noun of villages stands before the name: "la vereda X", "la comunidad de X"."""
    at = spot.first - 1
    while at > 0 and words[at].folded in lexicon.of | {"la", "las", "los", "el"}:
        at -= 1
    return at >= 0 and words[at].folded in lexicon.villages


def near(options: Sequence[Candidate], municipality: Candidate) -> Candidate | None:
    """Return the largest of the options that can lie in the municipality, None where none does."""
    across = math.cos(math.radians(municipality.latitude))
    point = ("", municipality.latitude, municipality.longitude)
    inside = [
        option for option in options
        if option.kind >= Kind.MUNICIPALITY and option.number != municipality.number
        and (option.country, option.admin1) == (municipality.country, municipality.admin1)
        and kilometres(option, across, point) < _NEAR_KM
    ]  # fmt: skip
    return max(inside, key=lambda option: option.population, default=None)
