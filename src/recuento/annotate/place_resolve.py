"""Which of its namesakes a place name means in this report."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from recuento.annotate.gazetteer import Candidate, Kind
from recuento.annotate.place_context import Setting
from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import FOLDED, Word
from recuento.annotate.place_words import PlaceWords

__all__ = ["Clues", "Report", "choose", "kilometres", "report_of"]

_KIND_WORTH = (8.0, 6.0, 2.0, -0.6, 0.0)  # region, country, state, municipality, town: a kind is its place
# Before Python 3.12 to get at a member takes ten times as long as at a name.
_COUNTRY, _ADMIN1, _TOWN = Kind.COUNTRY, Kind.ADMIN1, Kind.TOWN
_PROXIMITY_KM = 150.0
_MANY = 12
_GREAT = 300_000
_DWARF = 50


class Report(Struct, frozen=True):
    """What a report as a whole says of where it speaks: weights of countries (they add up to 1) and named states."""

    countries: Mapping[str, float]
    admin1s: frozenset[str]
    points: tuple[tuple[str, float, float], ...] = ()


def report_of(spots: Iterable[Spot], words: Sequence[Word], lexicon: PlaceWords) -> Report:
    """Return the context that names of countries, states and peoples give, before any town is resolved."""
    weights: dict[str, float] = defaultdict(float)
    admin1s: set[str] = set()
    for spot in spots:
        top = spot.options[0]
        rivals = {option.country for option in spot.options if option.kind in (_COUNTRY, _ADMIN1)}
        if top.kind is _COUNTRY and top.country:
            weights[top.country] += 1.0 / len(rivals)
        for option in spot.options:
            if option.kind is _ADMIN1 and option.country and _outweighs(option, spot):
                weights[option.country] += 1.0 / len(rivals)
                admin1s.add(f"{option.country}.{option.admin1}")
        if top.kind is _TOWN and top.population > 300_000 and top.preferred and top.country:
            weights[top.country] += 0.5
    for code in map(lexicon.demonyms.get, map(FOLDED, words)):
        if code:
            weights[code] += 0.7
    total = sum(weights.values())
    return Report({code: weight / total for code, weight in weights.items()}, frozenset(admin1s))


class Clues(Struct, frozen=True, kw_only=True):
    """What bears on one spot: its setting, the state or country that follows it, its neighbours in a list.

    ``inner`` is the place before it that it qualifies: "Lerdo" for the "Durango" of "Lerdo, Durango".
    """

    setting: Setting
    qualifier: Spot | None
    peers: tuple[Candidate, ...] = ()
    inner: Candidate | None = None


def _outweighs(state: Candidate, spot: Spot) -> bool:
    """Tell whether the state is what the name mostly means: Guerrero is, La Unión of forty namesakes is not."""
    elsewhere = (o for o in spot.options if o.kind > _ADMIN1 and not state.holds(o))
    return state.population > 4 * max((option.population for option in elsewhere), default=0)


def choose(spot: Spot, clues: Clues, report: Report, lexicon: PlaceWords) -> Candidate:
    """Return the option that this report most likely means."""
    options = spot.options
    if clues.inner:
        # What stands after a town as its state is the state, however large the town of that name.
        options = tuple(option for option in options if option.holds(clues.inner)) or options
    elif not clues.qualifier and not _settles(clues.setting, lexicon):
        options = _without_dwarfs(options)
    if len(options) > _MANY and not clues.qualifier:
        # Of a hundred hamlets of one name, only those in a state that the report names can be meant.
        named = (option for option in options[_MANY:] if f"{option.country}.{option.admin1}" in report.admin1s)
        options = (*options[:_MANY], *named)
    if len(options) == 1:
        return options[0]
    return max(options, key=lambda option: (_worth(spot, option, clues, report, lexicon), -option.number))


def _settles(setting: Setting, lexicon: PlaceWords) -> bool:
    """Tell whether the noun before the name is that of a place of its own: "ejido X" and not "the south of X"."""
    noun = setting.noun
    return setting.narrow is not None or noun in lexicon.settled or lexicon.site_nouns.get(noun or "") == "area"


def _without_dwarfs(options: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Leave out hamlets that bear the name of a great city of their country: nobody names one without its state."""
    cities = {
        option.country: option.population / _DWARF
        for option in reversed(options)
        if option.kind is _TOWN and option.preferred and option.population >= _GREAT
    }
    return tuple(
        option for option in options if option.kind is not _TOWN or option.population >= cities.get(option.country, 0)
    )


def _worth(spot: Spot, option: Candidate, clues: Clues, report: Report, lexicon: PlaceWords) -> float:
    worth = math.log10(option.population + 10) + 1.2 * option.preferred
    # A state that shares its name with a great town elsewhere ("León", "Mérida") is no likelier than the town.
    worth += 0.0 if option.kind is _ADMIN1 and not _outweighs(option, spot) else _KIND_WORTH[option.kind]
    worth += 2.5 * (option.capital and option.preferred)
    if clues.qualifier and any(outer.holds(option) for outer in clues.qualifier.options):
        worth += 20
    if clues.setting.narrow and _PRECISE[clues.setting.narrow] is option.kind:
        worth += 5
    if clues.peers:
        worth += min(3.0, sum(1.5 for peer in clues.peers if _are_peers(peer, option)))
    worth += 0.7 * (option.country in lexicon.press) + 0.5 * (option.country in ("MX", "US"))
    if option.country:
        share = report.countries.get(option.country, 0.0)
        worth += 3.0 * share + (share > 0)
        if option.kind > _ADMIN1 and f"{option.country}.{option.admin1}" in report.admin1s:
            worth += 2.0
    if option.kind > _ADMIN1 and report.points:
        across = math.cos(math.radians(option.latitude))
        near = min(
            (kilometres(option, across, point) for point in report.points if point[0] != spot.folded), default=math.inf
        )
        worth += 2.0 * math.exp(-near / _PROXIMITY_KM)
    return worth


def _are_peers(one: Candidate, other: Candidate) -> bool:
    """Tell whether a list would name the two side by side: two countries, two states of one country."""
    return one.kind is other.kind and (one.kind < _ADMIN1 or one.country == other.country)


_PRECISE = {"town": _TOWN, "admin1": _ADMIN1, "municipality": Kind.MUNICIPALITY}


def kilometres(option: Candidate, across: float, point: tuple[str, float, float]) -> float:
    """Return the distance in kilometres, flat: good enough for near or far. ``across``: cosine of the latitude."""
    return 111.2 * math.hypot(option.latitude - point[1], (option.longitude - point[2]) * across)
