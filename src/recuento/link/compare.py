"""How likely two accounts tell of one incident: log-odds for each field, which add up. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import asin, cos, radians, sin, sqrt

from recuento.link.facets import VIOLENT, Facets, FigureSaid
from recuento.link.likeness import passage_level, people_level, report_level
from recuento.link.weights import Weights
from recuento.model import DayRange, Place

__all__ = [
    "Comparison",
    "Level",
    "Told",
    "compare",
    "comparison",
    "kilometres",
    "score",
    "tell_one",
    "told_if_near",
    "total",
]

_NEAR_KM = 25.0
_EARTH_KM = 6371.0
_ELSEWHERE = frozenset({"near", "same_state", "other_state", "other_country"})
_LIKE = {"missing": "abducted", "bodies": "killed"}  # the same people, by the words of another report
_AGAINST_PEOPLE = frozenset({"captivity", "harm"})
_ALIKE = frozenset({"some", "much", "most", "all"})
_MANY = 5
_PUBLISHED = ((1, "day"), (4, "days"), (14, "fortnight"), (60, "months"))
_REST = ("people", "counts", "passage", "background")  # compared only where the other fields leave a chance
_ROUNDED = 1e-5
_MISSED = frozenset({"near", "apart", "far"})  # two days, each told of its own event


Told = dict[str, str]
"""By field, the name of how it compares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one field of two accounts compares, under the name that its weight has in ``link.toml``."""

    field: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A score and the parts that it is the sum of, with how each field compared."""

    score: float
    parts: tuple[tuple[str, float], ...]
    levels: tuple[Level, ...]


def compare(a: Facets, b: Facets, weights: Weights) -> Comparison:
    """Return how ``a`` and ``b`` compare; the same in either order, and from nothing but the two and the weights."""
    return comparison(_told(a, b), weights)


def comparison(told: Told, weights: Weights) -> Comparison:
    """Return the score with its parts, of two of which it is known how each field compares."""
    found = tuple(Level(field=field, name=name) for field, name in told.items())
    parts = (("prior", weights.prior), *((level.field, weights.of(level.field, level.name)) for level in found))
    return Comparison(score=round(sum(value for _, value in parts), 6), parts=parts, levels=found)


def score(a: Facets, b: Facets, weights: Weights) -> float:
    """Return the score that `compare` gives, and nothing else: most pairs are far apart, and nobody asks why."""
    return total(_told(a, b), weights)


def total(told: Told, weights: Weights) -> float:
    """Return the score of two of which it is known how each field compares."""
    log_odds = weights.log_odds
    return round(sum([log_odds[field][name] for field, name in told.items()], weights.prior), 6)


def told_if_near(a: Facets, b: Facets, weights: Weights, least: float) -> Told | None:
    """Return how each field of the two compares; None where by a few of them they cannot score ``least``.

    Most pairs are ruled out by their days, places, kinds and reports; what was compared of the others is not again.
    """
    first, second = _in_order(a, b)
    outline = _outline(first, second)
    return _filled(first, second, outline) if _reaches(first, second, outline, weights, least) else None


def _in_order(a: Facets, b: Facets) -> tuple[Facets, Facets]:
    return (a, b) if (a.published_on, a.id) <= (b.published_on, b.id) else (b, a)


def _told(a: Facets, b: Facets) -> Told:
    first, second = _in_order(a, b)
    return _filled(first, second, _outline(first, second))


def _outline(first: Facets, second: Facets) -> Told:
    """Return how the two compare in what rules most pairs out, each field by itself."""
    return {
        "time": _time(first, second),
        "published": _published(first, second),
        "place": _place(first.place, second.place),
        "kind": _kind(first, second),
        "report": report_level(first, second),
    }


def _reaches(first: Facets, second: Facets, outline: Told, weights: Weights, least: float) -> bool:
    if (first.venues and second.venues) or outline["report"] == "all":
        return True  # a venue may overrule day and place, and so may two reports in the same words
    log_odds, most = weights.log_odds, weights.most
    known = sum([log_odds[field][name] for field, name in outline.items()], weights.prior + log_odds["venue"]["unsaid"])
    # The parts are added in another order than in the score, and that is rounded.
    return known + sum([most[field] for field in _REST]) + _ROUNDED >= least


def _filled(first: Facets, second: Facets, outline: Told) -> Told:
    """Return the name of how each field compares, where one may overrule another."""
    time, place, kind, report = outline["time"], outline["place"], outline["kind"], outline["report"]
    counts, venue = _counts(first, second), _venue(first, second) if kind != "other" else "unsaid"
    if venue == "same" and counts == "equal_many":
        # As many in one venue: what else is told of day and place is of something around it.
        time, place = ("unsaid" if time in _MISSED else time), ("unsaid" if place in _ELSEWHERE else place)
    elif venue == "same" and time in _MISSED:
        # A bar may be shot up twice; but the day of the news is often lent to what was told before.
        time, venue = ("unsaid", "same") if _may_be_lent(first, second) else (time, "unsaid")
    passage = passage_level(first, second)
    if report == "all" and passage in _ALIKE - {"some"}:
        # Two reports in nearly the same words: another day, or another place, is one misread or lent by other news. Not
        # where both say their day in words of their own: an outlet tells its next shooting as it told the one before.
        lent = not (first.dated and second.dated)
        time = "unsaid" if time in _MISSED | {"captivity"} and lent else time
        place = "near" if place in _ELSEWHERE and passage != "much" else place
    agree = time in {"same", "overlap"} and place in {"same", "near", "contained"}
    return {
        "time": time,
        "published": outline["published"],
        "place": place,
        "kind": kind,
        "people": people_level(first, second),
        "venue": venue,
        "counts": counts,
        "passage": passage,
        "report": report,
        # What one report recalls is what another reports only where time and place say so, or the names do.
        "background": "agrees" if first.background == second.background or agree or venue == "same" else "differs",
    }


def tell_one(a: Facets, b: Facets) -> bool:
    """Tell whether two accounts of one report may tell of one incident all the same.

    A report normally tells of one, read as several where it gives two days, its town first and its quarter later, or a
    surname that is a town elsewhere. Two are told apart by what they are about, by two days told in words, by what is
    only recalled, by different numbers of the same, and by two places that nothing they say brings together.
    """
    if not a.kinds or not b.kinds or a.kinds[0] != b.kinds[0] or a.kinds[0] not in _AGAINST_PEOPLE:
        return False
    venue, counts = _venue(a, b) == "same", _counts(a, b)
    if venue and counts == "equal_many":
        return True
    if _time(a, b) in _MISSED and not _may_be_lent(a, b):
        return False
    place = _place(a.place, b.place)
    if place not in _ELSEWHERE and (venue or counts == "equal_many"):
        return True
    if a.background != b.background or _number_apart(a, b):
        return False
    # A town of another state that counts as many is more often a name misread than a second incident.
    misread = place != "same_state" and counts == "equal_few"
    return place not in _ELSEWHERE - {"near"} or misread or passage_level(a, b) in _ALIKE


def _number_apart(a: Facets, b: Facets) -> bool:
    """Tell whether no figure of two accounts is the same and two are numbers of the same, neither of one alone: "one"
    may be among "three".
    """
    pairs = [(x.number, y.number) for x, y in product(a.figures, b.figures) if x.tally == y.tally and _comparable(x, y)]
    return all(x != y for x, y in pairs) and any(min(pair) > 1 for pair in pairs)


def _published(a: Facets, b: Facets) -> str:
    apart = (b.published_on - a.published_on).days
    for most, name in _PUBLISHED:
        if apart <= most:
            return name
    return "long"


def _time(a: Facets, b: Facets) -> str:
    if not a.days or not b.days:
        return "unsaid"
    if a.days == b.days and len(a.days) == 1:
        gap, width = 0, a.days[0].days
    else:
        gap, width = min((_gap(x, y), max(x.days, y.days)) for x, y in product(a.days, b.days))
    if gap == 0:
        return "same" if width <= 3 else "overlap" if width <= 31 else "wide"
    if gap <= 7 and "captivity" in a.kinds and "captivity" in b.kinds:
        return "captivity"
    return "near" if gap <= 2 else "apart" if gap <= 7 else "far"


def _may_be_lent(a: Facets, b: Facets) -> bool:
    """Tell whether one of two days may be that of another event of its report, of which alone the words say it."""
    if a.dated and b.dated:
        return False
    # What only tells who owns up to something is of no kind.
    return a.background == b.background or ("captivity",) == a.kinds[:1] == b.kinds[:1]


def _venue(a: Facets, b: Facets) -> str:
    if not a.venues or not b.venues:
        return "unsaid"
    return "same" if any(_one_name(x, y) for x in a.venues for y in b.venues) else "other"


def _one_name(x: str, y: str) -> bool:
    """Tell whether two names are one, or one goes on where the other ends: "palomar", "palomar del centro"."""
    return f"{x} ".startswith(f"{y} ") or f"{y} ".startswith(f"{x} ")


def _gap(x: DayRange, y: DayRange) -> int:
    """Return by how many days two ranges miss one another; 0 where they share a day."""
    return 0 if x.overlaps(y) else (max(x.first, y.first) - min(x.after, y.after)).days + 1


def _place(a: Place | None, b: Place | None) -> str:
    if a is None or b is None:
        return "unsaid"
    if a.country and b.country and a.country != b.country:
        return "other_country"
    if _same_place(a, b):
        # Two reports that both name only the state or the country do not thereby name one place.
        return "same" if a.precision not in {"admin1", "country"} else "contained"
    if "country" in {a.precision, b.precision}:
        return "contained"
    if _state(a) != _state(b):
        return "other_state" if _state(a) and _state(b) else "unsaid"
    if "admin1" in {a.precision, b.precision}:
        return "contained"
    return "near" if kilometres(a, b) <= _NEAR_KM else "same_state"


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


def _kind(a: Facets, b: Facets) -> str:
    if not a.kinds or not b.kinds:
        return "unsaid"
    if a.kinds[0] == b.kinds[0]:
        return "leading"
    shared = set(a.kinds) & set(b.kinds)
    if (a.kinds[0] in VIOLENT) != (b.kinds[0] in VIOLENT):
        shared -= {"force"}  # the gun found at a killing, and the one taken with the man who was caught for it
    return "shared" if shared else "other"


def _counts(earlier: Facets, later: Facets) -> str:
    """Return the best agreement of any figure, or the conflict of those that count the same."""
    pairs = [(x, y) for x, y in product(earlier.figures, later.figures) if _comparable(x, y)]
    equal = [x.number for x, y in pairs if x.number == y.number and (x.tally == y.tally or x.number >= _MANY)]
    if equal:
        return "equal_many" if max(equal) >= _MANY else "equal_few"
    pairs = [(x, y) for x, y in pairs if x.tally == y.tally]
    if not pairs:
        return "unsaid"
    return "growing" if any(y.number > x.number for x, y in pairs) else "conflict"


def _comparable(x: FigureSaid, y: FigureSaid) -> bool:
    return _LIKE.get(x.tally, x.tally) == _LIKE.get(y.tally, y.tally) and (
        x.side == y.side or "unknown" in {x.side, y.side}
    )
