"""Names that share their words with a town's: a quarter or hamlet of it, the land around it, a namesake abroad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from msgspec import structs

from recuento.annotate.gazetteer import Candidate, Kind
from recuento.annotate.place_fold import fold
from recuento.annotate.place_resolve import Report
from recuento.annotate.place_sites import LINKS, VAGUE, Site
from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import Word
from recuento.annotate.place_words import PlaceWords
from recuento.model import Place

__all__ = ["around_towns", "called", "great_town", "outside_sites", "part_of", "part_of_town", "without_towns"]

_GREAT = 100_000
_VILLAGE = 10_000
_INITIALS = 4  # "CDMX" is no name to keep

_ONE_OF = frozenset({"un", "una", "otro", "otra", "unos", "unas"})
_OF_A_TOWN = frozenset({"brecha", "libramiento", "periferico", "tramo"})


def without_towns(sites: Sequence[Site], words: Sequence[Word], spots: Sequence[Spot]) -> list[Site]:
    """Return the sites, those of settlements and quarters cut before the town in whose name their own ends.

    "Vereda X de Y" is X of the town Y where Y's state follows, or where the report names Y alone as well, or, of a
    settlement, the state that Y lies in; else the whole may be one name ("colonia Lomas de Chapultepec").
    """
    inside = [range(site.first, site.after) for site in sites]
    alone = {spot.folded for spot in spots if not any(spot.first in within for within in inside)}
    by_end = {spot.after: spot for spot in spots}
    starts = {spot.first: spot for spot in spots}
    states = [option for spot in spots for option in spot.options if option.kind is Kind.ADMIN1]
    return [_without_town(site, words, by_end, starts, alone, states) for site in sites]


def around_towns(sites: Sequence[Site], words: Sequence[Word], spots: Sequence[Spot]) -> list[Site]:
    """Return the sites without those that only say around which town: "zona rural de X", "un tramo de X"."""
    towns = {range(spot.first, spot.after) for spot in spots}
    return [
        site
        for site in sites
        if (words[site.first].folded not in VAGUE and not _is_any_road(site, words))
        or words[site.name - 1].folded not in LINKS
        or range(site.name, site.name_after) not in towns
    ]


def _is_any_road(site: Site, words: Sequence[Word]) -> bool:
    """Tell whether the road has no name of its own: "un tramo de X", "una brecha de X", "el libramiento de X"."""
    article = words[site.first - 1].folded if site.first else ""
    return site.kind == "road" and (article in _ONE_OF or words[site.first].folded in _OF_A_TOWN)


def _without_town(
    site: Site,
    words: Sequence[Word],
    by_end: Mapping[int, Spot],
    starts: Mapping[int, Spot],
    alone: Set[str],
    states: Sequence[Candidate],
) -> Site:
    town = by_end.get(site.name_after)
    if site.kind not in ("quarter", "area") or town is None or town.first - 1 <= site.name:
        return site
    if words[town.first - 1].folded not in ("de", "del"):
        return site
    outer = starts.get(town.after + 1) if town.after < len(words) and words[town.after].text in (",", "(") else None
    around = [*(outer.options if outer else ()), *(states if site.kind == "area" else ())]
    enclosed = any(wide.holds(narrow) for wide in around for narrow in town.options)
    if not enclosed and town.folded not in alone:
        return site
    return structs.replace(site, name_after=town.first - 1, after=town.first - 1)


def outside_sites(
    spots: Sequence[Spot], sites: Sequence[Site], words: Sequence[Word], lexicon: PlaceWords
) -> list[Spot]:
    """Leave out names of roads, buildings, quarters ("the X area of Y"); "penal de X", "sierra de X" stand in X."""
    within = {index: site for site in sites for index in range(site.first, site.after)}
    starts = {spot.first: spot for spot in spots}
    kept = []
    for spot in spots:
        if _is_quarter_of(spot, starts, words, lexicon):
            continue
        site = within.get(spot.first)
        linked = spot.first > 0 and words[spot.first - 1].folded in ("de", "del")
        inside = site and (
            spot.after <= site.name
            or (site.kind == "area" and _is_half_a_name(spot, site, words))
            or site.kind in ("road", "quarter")
            or (site.kind != "area" and not linked and spot.first > site.first)
        )
        if not inside:
            kept.append(spot)
    return kept


def _is_half_a_name(spot: Spot, site: Site, words: Sequence[Word]) -> bool:
    """Tell whether a settlement's name only begins like that of a town, or is that of a river or a country."""
    if spot.first < site.name:
        return False
    begins = spot.after < site.name_after and words[spot.after].capital
    return begins or not any(option.kind >= Kind.ADMIN1 for option in spot.options)


def _is_quarter_of(spot: Spot, starts: Mapping[int, Spot], words: Sequence[Word], lexicon: PlaceWords) -> bool:
    """Tell whether a name is that of a part of the town after it: "the X area of Y"."""
    noun = spot.after
    if noun + 2 >= len(words) or words[noun].folded not in lexicon.quarters_after:
        return False
    if words[noun + 1].folded not in lexicon.of or noun + 2 not in starts:
        return False
    return not any(_lies_in(option, state) for option in spot.options for state in starts[noun + 2].options[:1])


def _lies_in(town: Candidate, state: Candidate) -> bool:
    """Tell whether a town is of a state: "the X area of Y" is around the town X where Y is its state."""
    own = (town.country, town.admin1) == (state.country, state.admin1)
    return own and town.kind >= Kind.MUNICIPALITY and state.kind is Kind.ADMIN1


def part_of_town(spot: Spot, spots: Sequence[Spot], report: Report, text: str) -> Place | None:
    """Return the place as a part of the report's one great town where its only namesakes are small and far away.

    "In Whitehaven, Memphis police said": no town of that name lies in any country that the report speaks of. "In the La
    Lima area of Culiacán": villages of that name lie in other states, of which the report says nothing.
    """
    small = all(o.kind >= Kind.MUNICIPALITY and o.population < _GREAT and not o.capital for o in spot.options)
    town = great_town(spots, report) if small else None
    if town is None or any(_may_be_meant(option, town, report) for option in spot.options):
        return None
    return part_of(town, spot.span.of(text))


def _may_be_meant(option: Candidate, town: Place, report: Report) -> bool:
    """Tell whether a namesake lies where the report speaks of; of a village that is the town's own state.

    Unless the report names other states: then it speaks of more than the town. So does whoever writes from a capital.
    """
    if not report.countries.get(option.country or ""):
        return False
    own = f"{town.country}.{town.admin1}"
    local = not town.capital and report.admin1s <= {own}
    village = option.kind is Kind.TOWN and option.population < _VILLAGE
    return not (local and village) or own == f"{option.country}.{option.admin1}"


def part_of(town: Place, name: str) -> Place:
    """Return a quarter of that name at the town's point."""
    return replace(town, name=f"{name}, {town.name}", id=None, precision="exact")


def called(place: Candidate, name: str) -> Place:
    """Return a town or municipality by the name that the report gives it, where its main one is wholly another.

    "Durán" is Eloy Alfaro in the gazetteer, and in no newspaper; "Chilapa" stays Chilapa de Álvarez.
    """
    found = place.place()
    alike = not set(fold(name).split()).isdisjoint(fold(found.name).split())
    if place.kind < Kind.MUNICIPALITY or alike or not name[:1].isupper() or len(name) <= _INITIALS:
        return found
    return replace(found, name=name if not name.isupper() else found.name)


def great_town(spots: Sequence[Spot], report: Report) -> Place | None:
    """Return the one great town that the report names, as a place or in the name of an office; None of several."""
    home = {best for other in spots if (best := other.options[0]).population >= _GREAT and best.kind is Kind.TOWN}
    home = {best for best in home if report.countries.get(best.country or "")}
    return home.pop().place() if len(home) == 1 else None
