"""Which state or country stands after a town to say which town is meant: "Town, State", "Town (State)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recuento.annotate.gazetteer import Kind
from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import Word
from recuento.annotate.place_words import PlaceWords

__all__ = ["qualifiers_of"]

_REACH = 7  # words between the two: "Navojoa, en el sur de Sonora", ", en el departamento boliviano de"


def qualifiers_of(
    words: Sequence[Word], spots: Sequence[Spot], after: Mapping[int, Spot], lexicon: PlaceWords
) -> dict[int, Spot]:
    """Return, by the town's first word, the state or country that contains it and follows it."""
    found: dict[int, Spot] = {}
    for spot in spots:
        for gap in range(_REACH):
            other = after.get(spot.after + gap)
            if other is None:
                continue
            between = [word.folded for word in words[spot.after : other.first]]
            spanish = lexicon.language == "es" and between[:1] in (["en"], ["del"])
            joins = not between or between[0] in (",", "(") or spanish
            rest = all(_leads_out(word, lexicon) for word in between[1:])
            repeated = spot.folded == other.folded and len(between) != 1
            if joins and rest and not repeated and _nested(spot, other) and not _listed(spot, other):
                found[spot.first] = other
            break
    return found


def _leads_out(word: str, lexicon: PlaceWords) -> bool:
    """Tell whether the word may stand between a town and its state: "en el norteño departamento boliviano de"."""
    return (
        word in lexicon.between or word in lexicon.nouns or word in lexicon.demonyms or word in ("de", "en", "in", "of")
    )


def _nested(inner: Spot, outer: Spot) -> bool:
    return any(wide.holds(narrow) for wide in outer.options for narrow in inner.options)


def _listed(spot: Spot, other: Spot) -> bool:
    """Tell whether the two are states side by side in a list: "Oklahoma, Pennsylvania, Wisconsin and California"."""
    if spot.folded == other.folded or other.fixed:
        return False
    states = [option for option in spot.options if option.kind in (Kind.ADMIN1, Kind.COUNTRY)]
    peers = any(
        state.kind is peer.kind and (state.country == peer.country or state.kind is Kind.COUNTRY)
        for state in states
        for peer in other.options
    )
    return peers and not any(wide.holds(state) for wide in other.options for state in states)
