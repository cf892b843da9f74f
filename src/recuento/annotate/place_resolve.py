"""Which of its namesakes a place name means in this report."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recuento.annotate.gazetteer import Candidate, Kind
from recuento.annotate.place_context import Setting
from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import Word
from recuento.annotate.place_words import PlaceWords

__all__ = ["Report", "choose", "contains", "report_of"]

_KIND_WORTH = {Kind.REGION: 8.0, Kind.COUNTRY: 4.0, Kind.ADMIN1: 1.5, Kind.MUNICIPALITY: -0.6, Kind.TOWN: 0.0}
_SPANISH_SPEAKING = frozenset(["MX", "CO", "GT", "HN", "SV", "NI", "CR", "PA", "VE", "EC", "PE", "BO", "CL", "AR", "UY", "PY", "CU", "DO", "ES", "PR"])
_ENGLISH_SPEAKING = frozenset(["US", "GB", "CA", "AU"])
_PROXIMITY_KM = 150.0


@dataclass(frozen=True, slots=True)
class Report:
    """What a report as a whole says of where it speaks: weights of countries (they add up to 1) and named states."""

    countries: Mapping[str, float]
    admin1s: frozenset[str]
    points: tuple[tuple[str, float, float], ...] = ()


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Tell whether ``inner`` lies in the state or country ``outer``."""
    if outer.kind is Kind.COUNTRY:
        return inner.country == outer.country and inner.kind > Kind.COUNTRY
    return (
        outer.kind is Kind.ADMIN1
        and inner.kind > Kind.ADMIN1
        and inner.country == outer.country
        and inner.admin1 == outer.admin1
    )


def report_of(spots: Iterable[Spot], words: Sequence[Word], lexicon: PlaceWords) -> Report:
    """Return the context that names of countries, states and peoples give, before any town is resolved."""
    weights: dict[str, float] = defaultdict(float)
    admin1s: set[str] = set()
    for spot in spots:
        top = spot.options[0]
        rivals = {option.country for option in spot.options if option.kind in (Kind.COUNTRY, Kind.ADMIN1)}
        if top.kind is Kind.COUNTRY and top.country:
            weights[top.country] += 1.0 / len(rivals)
        for option in spot.options:
            if option.kind is Kind.ADMIN1 and option.country:
                weights[option.country] += 1.0 / len(rivals)
                admin1s.add(f"{option.country}.{option.admin1}")
        if top.kind is Kind.TOWN and top.population > 300_000 and top.preferred and top.country:
            weights[top.country] += 0.5
    for word in words:
        if code := lexicon.demonyms.get(word.folded):
            weights[code] += 0.7
    total = sum(weights.values())
    return Report({code: weight / total for code, weight in weights.items()}, frozenset(admin1s))


def choose(spot: Spot, setting: Setting, qualifier: Spot | None, report: Report, lexicon: PlaceWords) -> Candidate:
    """Return the option that this report most likely means."""
    if len(spot.options) == 1:
        return spot.options[0]
    return max(
        spot.options, key=lambda option: (_worth(spot, option, setting, qualifier, report, lexicon), -option.number)
    )


def _worth(
    spot: Spot, option: Candidate, setting: Setting, qualifier: Spot | None, report: Report, lexicon: PlaceWords
) -> float:
    worth = (
        math.log10(option.population + 10) + _KIND_WORTH[option.kind] + 1.2 * option.preferred + 2.5 * option.capital
    )
    if qualifier and any(contains(outer, option) for outer in qualifier.options):
        worth += 20
    if setting.narrow and _PRECISE[setting.narrow] is option.kind:
        worth += 5
    speaking = _SPANISH_SPEAKING if lexicon.language == "es" else _ENGLISH_SPEAKING
    worth += 0.7 * (option.country in speaking) + 0.5 * (option.country in ("MX", "US"))
    if option.country:
        share = report.countries.get(option.country, 0.0)
        worth += 3.0 * share + (share > 0)
        if option.kind > Kind.ADMIN1 and f"{option.country}.{option.admin1}" in report.admin1s:
            worth += 2.0
    if option.kind > Kind.ADMIN1:
        near = min((_km(option, point) for point in report.points if point[0] != spot.folded), default=math.inf)
        worth += 1.5 * (near < _PROXIMITY_KM)
    return worth


_PRECISE = {"town": Kind.TOWN, "admin1": Kind.ADMIN1, "municipality": Kind.MUNICIPALITY}


def _km(option: Candidate, point: tuple[str, float, float]) -> float:
    """Return the distance in kilometres, flat: good enough for near or far."""
    across = (option.longitude - point[2]) * math.cos(math.radians(option.latitude))
    return 111.2 * math.hypot(option.latitude - point[1], across)
