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


def test_what_is_taken_out_leaves_the_rest_to_go_on_until_it_is_missed() -> None:
    growing = Growing([Grown(("a", "b", "c", "d"), ((-3.0, "a", "b"), (-2.0, "c", "d"), (-1.0, "a", "c")), 12)])
    assert growing.goes_on
    assert growing.step() == (-3.0, "a", "b")
    growing.take_out(["a", "b"])
    assert "a" not in growing
    assert "c" in growing
    assert growing.goes_on
    assert growing.step() == (-2.0, "c", "d")
    assert not growing.goes_on
    assert growing.let_go() == ("c", "d")
    assert not growing
    assert "c" not in growing
