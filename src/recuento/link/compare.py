"""How likely two accounts tell of one incident: log-odds for each field, which add up. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import asin, cos, radians, sin, sqrt

from rapidfuzz.fuzz import token_set_ratio

from recuento.link.facets import Facets, FigureSaid
from recuento.link.weights import Weights
from recuento.model import DayRange, Place

__all__ = ["Comparison", "compare", "kilometres"]

_NEAR_KM = 25.0
_SAME_NAME = 92.0
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A score and the parts that it is the sum of."""

    score: float
    parts: tuple[tuple[str, float], ...]


def compare(a: Facets, b: Facets, weights: Weights) -> Comparison:
    """Return how ``a`` and ``b`` compare; the same in either order, and from nothing but the two and the weights."""
    first, second = sorted((a, b), key=lambda f: (f.published_on, f.id))
    time, place = _time(first, second, weights), _place(first.place, second.place, weights)
    parts = [
        ("prior", weights.prior),
        ("time", time),
        ("place", place),
        ("kind", _kind(first, second, weights)),
        ("names", _names(first, second, weights)),
        ("counts", _counts(first, second, weights)),
        ("text", _text(first, second, weights)),
    ]
    if first.background != second.background and (time <= 0 or place <= 0):
        parts.append(("background", weights.background.disagrees))
    return Comparison(score=round(sum(value for _, value in parts), 6), parts=tuple(parts))


def _time(a: Facets, b: Facets, weights: Weights) -> float:
    w = weights.time
    if not a.days or not b.days:
        apart = abs((a.published_on - b.published_on).days)
        return w.unsaid_near if apart <= 2 else w.unsaid if apart <= 10 else w.unsaid_far
    gap, width = min((_gap(x, y), max(x.days, y.days)) for x, y in product(a.days, b.days))
    if gap == 0:
        return w.same if width <= 3 else w.overlap if width <= 31 else w.wide
    if gap <= 7 and "captivity" in a.kinds and "captivity" in b.kinds:
        return w.captivity
    return w.near if gap <= 2 else w.apart if gap <= 7 else w.far


def _gap(x: DayRange, y: DayRange) -> int:
    """Return by how many days two ranges miss one another; 0 where they share a day."""
    return 0 if x.overlaps(y) else (max(x.first, y.first) - min(x.after, y.after)).days + 1


def _place(a: Place | None, b: Place | None, weights: Weights) -> float:
    w = weights.place
    if a is None or b is None:
        return w.unsaid
    if a.country and b.country and a.country != b.country:
        return w.other_country
    if _same_place(a, b):
        # Two reports that both name only the state or the country do not thereby name one place.
        return w.same if a.precision not in {"admin1", "country"} else w.contained
    if "country" in {a.precision, b.precision}:
        return w.contained
    if _state(a) != _state(b):
        return w.other_state if _state(a) and _state(b) else w.unsaid
    if "admin1" in {a.precision, b.precision}:
        return w.contained
    return w.near if kilometres(a, b) <= _NEAR_KM else w.same_state


def _same_place(a: Place, b: Place) -> bool:
    return a.id == b.id if a.id and b.id else (a.name, _state(a)) == (b.name, _state(b))


def _state(place: Place) -> str | None:
    return place.admin1_code or place.admin1


def kilometres(a: Place, b: Place) -> float:
    """Return the distance along the earth; infinite where a point is not known."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return float("inf")
    north, south = radians(a.latitude), radians(b.latitude)
    across = radians(a.longitude - b.longitude)
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def _kind(a: Facets, b: Facets, weights: Weights) -> float:
    if not a.kinds or not b.kinds:
        return 0.0
    if a.kinds[0] == b.kinds[0]:
        return weights.kind.leading
    return weights.kind.shared if set(a.kinds) & set(b.kinds) else weights.kind.other


def _names(a: Facets, b: Facets, weights: Weights) -> float:
    shared = sum(any(token_set_ratio(name, other) >= _SAME_NAME for other in b.names) for name in sorted(a.names))
    back = sum(any(token_set_ratio(name, other) >= _SAME_NAME for other in a.names) for name in sorted(b.names))
    return weights.names.each * min(shared, back, 2)


def _counts(earlier: Facets, later: Facets, weights: Weights) -> float:
    """Return the best agreement of any figure, or the conflict of those that count the same."""
    pairs = [(x, y) for x, y in product(earlier.figures, later.figures) if _comparable(x, y)]
    if not pairs:
        return 0.0
    w = weights.counts
    equal = [x.number for x, y in pairs if x.number == y.number]
    if equal:
        return w.equal_many if max(equal) >= 5 else w.equal_few
    return w.growing if any(y.number > x.number for x, y in pairs) else w.conflict


def _comparable(x: FigureSaid, y: FigureSaid) -> bool:
    return x.tally == y.tally and (x.side == y.side or "unknown" in {x.side, y.side})


def _text(a: Facets, b: Facets, weights: Weights) -> float:
    both = len(a.words & b.words)
    if both < 4:
        return 0.0
    share = both / len(a.words | b.words)
    return weights.text.copy if share >= 0.6 else weights.text.similar if share >= 0.25 else 0.0
