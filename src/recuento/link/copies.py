"""Reports printed again in the same words on the same day: linking looks at one of them, and the others follow it.

Two accounts are copies where nothing that is compared of them differs, the day of publication included. They would
score the same with any third, so all that comparing each of them could add is weight: one text would outvote others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

from recuento.link.facets import Facets

__all__ = ["Own", "originals", "same_reports", "with_copies", "worth_judging"]

Own = Callable[[Collection[str]], Collection[str]]
"""Tells which of these accounts stand for themselves and for no other: those that persons have judged."""


def originals(seen: Iterable[Facets], own: Own) -> dict[str, str]:
    """Return for each account the one that stands for it: that of the report with the least id among its copies.

    Where one report has two accounts that are alike, its first is a copy of the first of another report, its second of
    the second. ``own`` is asked only where there are copies.
    """
    found: dict[str, str] = {}
    alike: dict[str, list[Facets]] = {}
    for one in seen:
        found[one.id] = one.id
        if one.digest is not None:
            alike.setdefault(one.digest, []).append(one)
    several = [copies for copies in alike.values() if len(copies) > 1]
    judged = own([one.id for copies in several for one in copies]) if several else ()
    for copies in several:
        number, first = Counter[str](), list[str]()
        for one in sorted(copies, key=lambda each: (each.document, each.id)):
            if one.id not in judged:
                at = number[one.document]
                number[one.document] += 1
                if at == len(first):
                    first.append(one.id)
                found[one.id] = first[at]
    return found


def worth_judging(mine: Facets, others: Sequence[Facets], own: Own) -> Sequence[Facets]:
    """Return those of ``others`` that ``mine`` is to be judged against.

    A copy is judged against what it is a copy of; any other account against all that stand for themselves, and against
    its own copies.
    """
    stands = originals((mine, *others), own)
    if stands[mine.id] != mine.id:
        return [other for other in others if other.id == stands[mine.id]]
    return [other for other in others if stands[other.id] in {other.id, mine.id}]


def with_copies(groups: Iterable[Sequence[str]], stands: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return groups of originals with their copies, each sorted, in order of their first."""
    following: dict[str, list[str]] = {}
    for name, original in stands.items():
        following.setdefault(original, []).append(name)
    return tuple(sorted(tuple(sorted(name for one in group for name in following[one])) for group in groups))


def same_reports(
    stands: Mapping[str, str], documents: Mapping[str, str], one: Callable[[str, str], bool]
) -> set[tuple[str, str]]:
    """Return the pairs of originals of two reports whose copies are of one report, and cannot be one telling there."""
    told: dict[str, set[str]] = {}
    for name, original in stands.items():
        if name != original:
            told.setdefault(documents[name], set()).add(original)
    for name, original in stands.items():
        if name == original and documents[name] in told:
            told[documents[name]].add(name)
    pairs = {pair for names in told.values() for pair in combinations(sorted(names), 2)}
    return {(a, b) for a, b in pairs if documents[a] != documents[b] and not one(a, b)}
