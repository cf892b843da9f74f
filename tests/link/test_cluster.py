"""Clusters against a slow and obvious oracle, and a person's word."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import combinations, permutations, product
from typing import Any

import pytest

from recuento.link.cluster import cluster as cluster_near
from recuento.model import Account, Judgement

Score = Callable[[str, str], float]
AT = datetime(2024, 4, 1, tzinfo=UTC)


def account(name: str, document: str | None = None) -> Account:
    return Account(
        id=f"k-{name}", document=document or f"d-{name}", published_on=date(2024, 1, 1), family="violence", claims=()
    )


def cluster(
    accounts: Iterable[Account], decisions: Sequence[Judgement], score: Score, **how: Any
) -> tuple[tuple[str, ...], ...]:
    """Cluster accounts of which every two are near."""
    documents = {one.id: one.document for one in accounts}
    return cluster_near(documents, linked(combinations(sorted(documents), 2)), decisions, score, **how)


def linked(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Return for each account those that it is near."""
    found: dict[str, dict[str, float]] = {}
    for a, b in pairs:
        found.setdefault(a, {})[b] = found.setdefault(b, {})[a] = 0.0
    return found


def says(a: str, b: str, verdict: str) -> Judgement:
    a, b = sorted((f"k-{a}", f"k-{b}"))
    return Judgement(a=a, b=b, verdict=verdict, score=0.0, parts=(), decided_by="Ana", decided_at=AT)


def oracle(accounts: list[Account], score: object, join: float) -> set[frozenset[str]]:
    """Join the two groups with the best average, again and again, looking at every pair every time."""
    documents = {one.id: one.document for one in accounts}
    groups = [frozenset([one.id]) for one in accounts]
    while True:
        best = None
        for x, y in product(sorted(groups, key=min), repeat=2):
            if min(x) >= min(y) or len({documents[a] for a in x | y}) < len(x | y):
                continue
            mean = round(sum(sorted(score(min(a, b), max(a, b)) for a in x for b in y)) / (len(x) * len(y)), 9)
            if mean >= join and (best is None or mean > best[0]):
                best = (mean, x, y)
        if best is None:
            return set(groups)
        groups = [g for g in groups if g not in best[1:]] + [best[1] | best[2]]


@pytest.mark.parametrize("seed", range(60))
def test_clusters_are_those_of_the_oracle(seed: int) -> None:
    dice = random.Random(seed)
    accounts = [account(str(n), f"d-{dice.randrange(6)}" if dice.random() < 0.3 else None) for n in range(9)]
    scores = {(a.id, b.id): dice.choice([-8.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.5]) for a in accounts for b in accounts}
    dice.shuffle(accounts)

    def score(a: str, b: str) -> float:
        return scores[a, b]

    assert {frozenset(group) for group in cluster(accounts, [], score, join=0.0)} == oracle(accounts, score, 0.0)


def test_two_accounts_of_one_report_never_meet() -> None:
    accounts = [account("1", "d-x"), account("2", "d-x"), account("3")]
    groups = cluster(accounts, [], lambda _a, _b: 5.0, join=0.0)
    assert groups == (("k-1", "k-3"), ("k-2",))


def test_two_accounts_of_one_report_meet_where_they_may_be_one_telling() -> None:
    accounts = [account("1", "d-x"), account("2", "d-x"), account("3")]
    groups = cluster(accounts, [], lambda _a, _b: 5.0, join=0.0, one=lambda _a, _b: True)
    assert groups == (("k-1", "k-2", "k-3"),)
    assert cluster(accounts[:2], [], lambda _a, _b: 5.0, join=0.0, one=lambda _a, _b: True) == (("k-1",), ("k-2",))


def test_an_account_in_the_way_of_two_groups_is_left_out() -> None:
    """k-9 of report x sits with 1 and 2, though k-4 of the same report fits everything better."""
    accounts = [account("1"), account("2"), account("9", "d-x"), account("4", "d-x"), account("5"), account("6")]
    near = {("k-1", "k-2"): 9.0, ("k-1", "k-9"): 6.0, ("k-2", "k-9"): 6.0, ("k-5", "k-9"): -1.0, ("k-6", "k-9"): -1.0}

    def score(a: str, b: str) -> float:
        return near.get((a, b), 5.0)

    apart = cluster(accounts, [], score, join=0.0)
    assert apart == (("k-1", "k-2", "k-9"), ("k-4", "k-5", "k-6"))
    assert cluster(accounts, [], score, join=0.0, sure=2.0) == (("k-1", "k-2", "k-4", "k-5", "k-6"), ("k-9",))
    word = (says("1", "9", "same"),)
    assert cluster(accounts, word, score, join=0.0, sure=2.0) == apart
    for order in permutations(accounts):
        assert len(cluster(order, [], score, join=0.0, sure=2.0)) == 2


def test_an_account_alone_takes_the_place_of_one_of_its_report_that_fits_less() -> None:
    """k-4 fits 1, 2 and 5 better than k-9 of the same report, which joined them first."""
    accounts = [account("1"), account("2"), account("5"), account("9", "d-x"), account("4", "d-x")]
    near = {("k-1", "k-9"): 9.5, ("k-2", "k-9"): 3.0, ("k-5", "k-9"): 3.0, ("k-1", "k-2"): 9.0, ("k-1", "k-5"): 9.0}

    def score(a: str, b: str) -> float:
        return near.get((a, b), 6.0)

    assert cluster(accounts, [], score, join=0.0) == (("k-1", "k-2", "k-5", "k-9"), ("k-4",))
    for order in permutations(accounts):
        assert cluster(order, [], score, join=0.0, sure=2.0) == (("k-1", "k-2", "k-4", "k-5"), ("k-9",))


def test_a_person_binds_and_the_latest_word_counts() -> None:
    accounts = [account("1"), account("2"), account("3")]

    def groups(*decisions: Judgement, score: float) -> object:
        return cluster(accounts, decisions, lambda _a, _b: score, join=0.0)

    assert groups(says("1", "2", "same"), score=-5.0) == (("k-1", "k-2"), ("k-3",))
    assert groups(says("1", "2", "different"), score=5.0) in {(("k-1", "k-3"), ("k-2",)), (("k-1",), ("k-2", "k-3"))}
    assert groups(says("1", "2", "different"), says("2", "1", "same"), score=-5.0) == (("k-1", "k-2"), ("k-3",))
    assert groups(says("1", "2", "same"), says("1", "2", "unsure"), score=-5.0) == (("k-1",), ("k-2",), ("k-3",))
    both = (says("1", "2", "same"), says("2", "3", "same"), says("1", "3", "different"))
    assert groups(*both, score=-5.0) == (("k-1",), ("k-2", "k-3"))


def test_the_order_of_accounts_does_not_matter() -> None:
    accounts = [account(str(n)) for n in range(5)]
    scores = dict.fromkeys(((f"k-{a}", f"k-{b}") for a in range(5) for b in range(5)), 0.5) | {("k-1", "k-2"): -9.0}
    first = cluster(accounts, [], lambda a, b: scores[a, b], join=0.0)
    assert all(cluster(order, [], lambda a, b: scores[a, b], join=0.0) == first for order in permutations(accounts))


def test_groups_that_no_near_pair_connects_stay_apart() -> None:
    documents = {f"k-{n}": f"d-{n}" for n in range(4)}
    near = [("k-0", "k-1"), ("k-2", "k-3")]
    assert cluster_near(documents, linked(near), [], lambda _a, _b: 5.0, join=0.0) == (("k-0", "k-1"), ("k-2", "k-3"))
