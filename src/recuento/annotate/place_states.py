"""A state and its capital of one name: which of the two the bare name means, "en Zacatecas"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recuento.annotate.gazetteer import Candidate, Kind
from recuento.annotate.place_context import Setting
from recuento.annotate.place_spots import Spot

__all__ = ["states_rather"]


def states_rather(
    spots: Sequence[Spot],
    chosen: Mapping[int, Candidate],
    qualifiers: Mapping[int, Spot],
    settings: Mapping[int, Setting],
) -> dict[int, Candidate]:
    """Return the states that are meant instead of their capitals, by the first word of the name.

    Where the report says "Fresnillo, Zacatecas" the name alone is the state's, unless the report calls the town a town
    or says its state, too.
    """
    outer = {spot.first for spot in qualifiers.values()}
    told = {spot.folded for spot in spots if spot.first in outer and chosen[spot.first].kind is Kind.ADMIN1}
    towns = {spot.folded for spot in spots if spot.first in qualifiers or settings[spot.first].narrow == "town"}
    found = {}
    for spot in spots:
        town = chosen[spot.first]
        if spot.folded not in told - towns or spot.first in outer or town.kind < Kind.MUNICIPALITY or spot.fixed:
            continue
        state = next((option for option in spot.options if option.kind is Kind.ADMIN1 and option.holds(town)), None)
        if state is not None:
            found[spot.first] = state
    return found
