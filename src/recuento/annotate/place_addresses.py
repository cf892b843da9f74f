"""Names of towns that the words around show to be a street's, a quarter's or a householder's."""

from __future__ import annotations

from collections.abc import Sequence

from recuento.annotate.gazetteer import Kind
from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import Word
from recuento.annotate.place_words import PlaceWords

__all__ = ["outside_addresses", "quarter_spots"]

_LONGEST = 3  # words of a street's name


def outside_addresses(spots: Sequence[Spot], words: Sequence[Word], lexicon: PlaceWords) -> list[Spot]:
    """Leave out "the 1500 block of South Trumbull", "Pettigrew and Plum streets", "the Pullman neighborhood", "Weaver's
    apartment": the town of that name lies elsewhere, as a rule.
    """
    if not lexicon.blocks:
        return list(spots)
    return [spot for spot in spots if not _is_in_address(spot, words, lexicon)]


def quarter_spots(spots: Sequence[Spot], words: Sequence[Word], lexicon: PlaceWords) -> list[Spot]:
    """Return the spots that are a quarter of the report's town: "the Pullman neighborhood", nothing said of whose."""
    found = [spot for spot in spots if _is_a_quarter(spot, words, lexicon)]
    return [spot for spot in found if spot.after + 1 >= len(words) or words[spot.after + 1].folded not in lexicon.of]


def _is_in_address(spot: Spot, words: Sequence[Word], lexicon: PlaceWords) -> bool:
    if _is_of_a_block(spot, words, lexicon) or _is_at_a_crossing(spot, words, lexicon):
        return True
    return _is_a_quarter(spot, words, lexicon) or (_is_town(spot) and _has_a_home(spot, words, lexicon))


def _is_town(spot: Spot) -> bool:
    return spot.options[0].kind >= Kind.MUNICIPALITY


def _is_of_a_block(spot: Spot, words: Sequence[Word], lexicon: PlaceWords) -> bool:
    """Tell whether a block, a corner or a crossing is told of it, over a point of the compass."""
    at = _before_compass(words, spot.first - 1, lexicon)
    if at > 0 and words[at].folded in lexicon.article:
        at -= 1
    return at > 0 and words[at].folded in lexicon.of and words[at - 1].folded in lexicon.blocks


def _before_compass(words: Sequence[Word], at: int, lexicon: PlaceWords) -> int:
    while at >= 0 and (words[at].text == "." or words[at].folded in lexicon.compass):
        at -= 1
    return at


def _is_at_a_crossing(spot: Spot, words: Sequence[Word], lexicon: PlaceWords) -> bool:
    """Tell whether "streets" ends the pair in which it stands: "Magnolia and Felicity streets"."""
    at, left = spot.after, _before_compass(words, spot.first - 1, lexicon)
    second = left > 0 and words[left].folded in lexicon.joined and words[left - 1].capital
    if at < len(words) and words[at].folded in lexicon.joined:
        at += 1
        while at < len(words) and (words[at].text == "." or words[at].folded in lexicon.compass):
            at += 1
        start = at
        while at < len(words) and at - start < _LONGEST and words[at].capital:
            at += 1
        if at == start:
            return False
    elif not second:
        return False
    return at < len(words) and words[at].folded in lexicon.streets


def _is_a_quarter(spot: Spot, words: Sequence[Word], lexicon: PlaceWords) -> bool:
    following = words[spot.after] if spot.after < len(words) else None
    named = following is not None and not following.capital and following.folded in lexicon.neighborhoods
    return named and _is_town(spot)


def _has_a_home(spot: Spot, words: Sequence[Word], lexicon: PlaceWords) -> bool:
    """Tell whether somebody's home is told of: "at Weaver's apartment", "in Jennings' home"."""
    if spot.after >= len(words) or words[spot.after].text not in "'’":
        return False
    at = spot.after + 1
    at += at < len(words) and words[at].folded == "s" and words[at].glued
    return at < len(words) and not words[at].capital and words[at].folded in lexicon.homes
