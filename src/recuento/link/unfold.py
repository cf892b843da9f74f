"""A link unfolded: how each field of two accounts compares, what was compared, and what would have found the pair."""

from __future__ import annotations

from dataclasses import dataclass

from recuento.link.block import keys
from recuento.link.compare import compare, kilometres
from recuento.link.facets import Facets, Wording
from recuento.link.likeness import likeness
from recuento.link.weights import Weights
from recuento.model import DayRange, Place

__all__ = ["Field", "Unfolded", "unfold"]

_MOST = 8  # shared words worth naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of two accounts.

    Attributes:
        field, level: the names of its weight in ``link_weights.toml``.
        log_odds: that weight.
        one, other: what was compared of either account, empty where it says nothing.
        shared: what both have (words, names, figures).
        measure: the cosine of two wordings, 0 to 1, or the kilometres between two places; None elsewhere.
    """

    field: str
    level: str
    log_odds: float
    one: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    measure: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfolded:
    """The score of two accounts with all that makes it: ``prior`` and the fields' log-odds add up to ``score``.

    ``found_by`` are the keys under which linking finds the one for the other; without any the pair is never compared.
    """

    score: float
    prior: float
    fields: tuple[Field, ...]
    found_by: tuple[str, ...]


def unfold(a: Facets, b: Facets, weights: Weights) -> Unfolded:
    """Return how two accounts compare, field by field, in the order given."""
    compared = compare(a, b, weights)
    log_odds = dict(compared.parts)
    fields = (_field(level.field, level.name, log_odds[level.field], a, b) for level in compared.levels)
    return Unfolded(
        score=compared.score,
        prior=weights.prior,
        fields=tuple(fields),
        found_by=tuple(sorted(keys(a).sought & keys(b).kept)),
    )


def _field(field: str, level: str, log_odds: float, a: Facets, b: Facets) -> Field:
    one, other = _values(field, a), _values(field, b)
    if field in {"passage", "report"}:
        mine, theirs = _wordings(field, a, b)
        shared = sorted(mine.weights.keys() & theirs.weights.keys(), key=lambda w: (-mine.weights[w], w))
        return Field(
            field=field, level=level, log_odds=log_odds, one=_heaviest(mine), other=_heaviest(theirs),
            shared=tuple(shared[:_MOST]), measure=round(likeness(mine, theirs), 3),
        )  # fmt: skip
    both = tuple(value for value in one if value in other) if field in {"people", "venue", "counts", "kind"} else ()
    measure = _apart(a.place, b.place) if field == "place" else None
    return Field(field=field, level=level, log_odds=log_odds, one=one, other=other, shared=both, measure=measure)


def _values(field: str, seen: Facets) -> tuple[str, ...]:
    match field:
        case "time":
            return tuple(_days(each) for each in seen.days)
        case "published":
            return (seen.published_on.isoformat(),)
        case "place":
            return _place(seen.place)
        case "kind":
            return seen.kinds
        case "people":
            return tuple(sorted(seen.pairs | seen.people))
        case "venue":
            return tuple(sorted(seen.venues))
        case "counts":
            return tuple(f"{each.tally} {each.number}, {each.side}" for each in seen.figures)
        case "background":
            return ("background" if seen.background else "news",)
    return ()


def _days(each: DayRange) -> str:
    return each.first.isoformat() if each.days == 1 else f"{each.first.isoformat()}/{each.after.isoformat()}"


def _place(place: Place | None) -> tuple[str, ...]:
    if place is None:
        return ()
    return tuple(dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part))


def _apart(a: Place | None, b: Place | None) -> float | None:
    if a is None or b is None:
        return None
    distance = kilometres(a, b)
    return round(distance, 1) if distance != float("inf") else None


def _wordings(field: str, a: Facets, b: Facets) -> tuple[Wording, Wording]:
    """Return what is compared of two wordings: of two languages the names alone."""
    mine, theirs = (a.passage, b.passage) if field == "passage" else (a.report, b.report)
    if a.language != b.language:
        return mine.names_only or mine, theirs.names_only or theirs
    return mine, theirs


def _heaviest(words: Wording) -> tuple[str, ...]:
    return tuple(sorted(words.weights, key=lambda word: (-words.weights[word], word))[:_MOST])
