"""How alike the wording of two accounts is: people named, the passages that tell them, the whole reports."""

from __future__ import annotations

from bisect import bisect_right
from math import sqrt

from rapidfuzz.fuzz import token_set_ratio

from recuento.link.facets import Facets, Wording

__all__ = ["likeness", "passage_level", "people_level", "report_level"]

_SAME_NAME = 92.0
_STEPS = ("none", "trace", "little", "some", "much", "most", "all")
_PASSAGE = (0.02, 0.07, 0.14, 0.22, 0.32, 0.48)
_REPORT = (0.04, 0.09, 0.15, 0.22, 0.3, 0.44)


def people_level(a: Facets, b: Facets) -> str:
    """Return how many names of more than one word the two have in common."""
    shared = len(a.pairs & b.pairs)
    if not shared and a.people and b.people:
        shared = min(_found(a.people, b.people), _found(b.people, a.people))
    return ("none", "one", "several")[min(shared, 2)]


def _found(names: frozenset[str], others: frozenset[str]) -> int:
    return sum(any(token_set_ratio(name, other) >= _SAME_NAME for other in others) for name in names)


def passage_level(a: Facets, b: Facets) -> str:
    """Return how alike the passages are that tell the two accounts."""
    return _level(a.passage, b.passage, _PASSAGE, names_only=a.language != b.language)


def report_level(a: Facets, b: Facets) -> str:
    """Return how alike the two whole reports are."""
    return _level(a.report, b.report, _REPORT, names_only=a.language != b.language)


def _level(a: Wording, b: Wording, steps: tuple[float, ...], *, names_only: bool) -> str:
    if names_only:
        a, b = a.names_only or a, b.names_only or b
    if not a.weights or not b.weights:
        return "unsaid"
    return _STEPS[bisect_right(steps, likeness(a, b))]


def likeness(a: Wording, b: Wording) -> float:
    """Return the cosine of two sets of weighed words, rounded so that no order of summing tips a step."""
    mine, theirs = a.weights, b.weights
    shared = mine.keys() & theirs.keys()  # most pairs share few words: the others are not gone through one by one
    if not shared:
        return 0.0
    both = sum([mine[word] * theirs[word] for word in shared])
    return round(both / sqrt(a.mass * b.mass), 9)
