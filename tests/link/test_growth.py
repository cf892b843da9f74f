"""Groups that grow as they did come out as if all were joined anew, whatever is added."""

from __future__ import annotations

import random
from math import inf

import pytest

from recuento.link.cluster import cluster
from recuento.link.growth import Growing, Grown, links_within


def _near(scores: dict[tuple[str, str], float], names: list[str], least: float) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {name: {} for name in names}
    for (a, b), score in scores.items():
        if score >= least and a in found and b in found:
            found[a][b] = found[b][a] = score
    return found


@pytest.mark.parametrize("sure", [inf, 1.0])
@pytest.mark.parametrize("seed", range(80))
def test_what_grew_before_grows_again_around_what_is_new(seed: int, sure: float) -> None:
    dice = random.Random(f"{seed} {sure}")
    number = dice.choice([8, 14, 24])
    names = [f"k-{n:02}" for n in range(number)]
    documents = {name: f"d-{dice.randrange(number)}" if dice.random() < 0.2 else name for name in names}
    stories = {name: dice.randrange(3) for name in names}
    scores = {
        (a, b): round(dice.gauss(0.9 if stories[a] == stories[b] else -0.9, 1.1), 1)
        for a in names
        for b in names
        if a < b
    }
    order = dice.sample(names, number)
    kept: dict[tuple[str, ...], Grown] = {}
    standing: tuple[tuple[str, ...], ...] = ()
    asked: list[tuple[str, str]] = []
    asked_anew: list[tuple[str, str]] = []
    for count in range(1, number + 1):
        inside = order[:count]
        told, near = {name: documents[name] for name in inside}, _near(scores, inside, -0.25)
        how = {"join": -0.25, "best": 0.3, "sure": sure}
        fresh = cluster(told, near, [], lambda a, b: asked_anew.append((a, b)) or scores[a, b], **how)
        grown = [kept[group] for group in standing if group in kept]
        again = cluster(
            told, near, [], lambda a, b: asked.append((a, b)) or scores[a, b], **how, grown=grown,
            keep=lambda one: kept.__setitem__(one.accounts, one),
        )  # fmt: skip
        assert again == fresh
        assert all(one.links == links_within(one.accounts, near) for one in grown)
        standing = fresh
    assert len(asked) < len(asked_anew)


def test_a_group_let_go_takes_no_further_step() -> None:
    growing = Growing([Grown(("a", "b", "c"), ((-2.0, "a", "b"), (-1.0, "a", "c")), 6)])
    assert "b" in growing
    assert growing.step() == (-2.0, "a", "b")
    assert growing.let_go("c") == ("a", "b", "c")
    assert not growing
    assert growing.let_go("c") == ()
