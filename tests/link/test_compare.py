"""Scores of pairs: what agrees counts for, what differs against, and every part is shown."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import combinations

import pytest
from bench.dispatches import dispatches
from tests import stories
from tests.builders import CULIACAN, HERMOSILLO, MEXICO, SINALOA, report, told

from recuento.link import Linker
from recuento.link.compare import kilometres, told_if_near
from recuento.link.compare import score as score_of
from recuento.link.facets import facets
from recuento.model import Account, Place

NAVOLATO = Place(
    name="Navolato", admin1="Sinaloa", admin1_code="MX-SIN", country="MX", latitude=24.77, longitude=-107.7,
    precision="town", id="geonames:4004024",
)  # fmt: skip


def account(published: str = "2024-03-24", number: int = 7, publisher: str = "A", **fields: object) -> Account:
    words = f"{number} people died"
    (one,) = report(published, [told(words, "killing", "killed", number)], publisher=publisher, **fields).accounts
    return one


def score(a: Account, b: Account) -> float:
    return Linker().compare(a, b).score


def part(a: Account, b: Account, name: str) -> float:
    return dict(Linker().compare(a, b).parts)[name]


NEWS = account(on="2024-03-24")


@pytest.mark.parametrize(
    ("field", "fields", "sign"),
    [
        ("time", {"on": "2024-03-24"}, 1),
        ("time", {"on": "2024-03-25"}, -1),
        ("time", {"on": "2023-03-24"}, -1),
        ("place", {"place": CULIACAN}, 1),
        ("place", {"place": SINALOA}, 1),
        ("place", {"place": HERMOSILLO}, -1),
        ("place", {"place": None}, -1),
        ("counts", {"number": 7}, 1),
        ("counts", {"number": 3}, -1),
    ],
)
def test_a_field_speaks_for_or_against(field: str, fields: dict[str, object], sign: int) -> None:
    other = account(**{"on": "2024-03-24", "publisher": "B", **fields})
    assert part(NEWS, other, field) * sign > 0


def test_the_parts_add_up_to_the_score_in_either_order() -> None:
    a, b = stories.TUESDAY.accounts[0], stories.GOVERNOR_SATURDAY.accounts[0]
    one, other = Linker().compare(a, b), Linker().compare(b, a)
    assert one == other
    assert one.score == pytest.approx(sum(value for _, value in one.parts))


def test_the_same_day_town_and_figure_are_one_and_another_state_is_not() -> None:
    assert score(NEWS, account(publisher="B", on="2024-03-24")) > 0
    assert score(NEWS, account(publisher="B", on="2024-03-24", place=HERMOSILLO)) < 0


def test_background_needs_time_and_place() -> None:
    recalled = account("2024-06-01", publisher="B", on="2024-03-24", background=("news",))
    vague = account("2024-06-01", publisher="B", on="2024-03-24", place=None, background=("news",))
    assert score(NEWS, recalled) > 0 > score(NEWS, vague)


def test_towns_close_by_and_far_off() -> None:
    assert kilometres(CULIACAN, HERMOSILLO) == pytest.approx(595, abs=15)
    assert kilometres(CULIACAN, Place(name="?")) == float("inf")
    near = account(publisher="B", on="2024-03-24", place=NAVOLATO)
    assert part(NEWS, near, "place") < part(NEWS, account(publisher="B", on="2024-03-24"), "place")


def doing(publisher: str, *events: tuple[str, str]) -> Account:
    """Return an account of one report that tells these events, each of one person or thing."""
    said = [told(f"{event} 1", event, tally, 1, group="news") for event, tally in events]
    (one,) = report("2024-03-25", said, publisher=publisher, on="2024-03-24").accounts
    return one


def kind(a: Account, b: Account) -> str:
    return next(level.name for level in Linker().compare(a, b).levels if level.field == "kind")


def test_a_gun_found_at_a_killing_does_not_make_it_one_with_an_arrest_for_which_a_gun_was_taken() -> None:
    killing = doing("A", ("killing", "killed"), ("seizure", "seized"))
    arrest = doing("B", ("arrest", "arrested"), ("seizure", "seized"))
    raid = doing("C", ("seizure", "seized"), ("deployment", "deployed"))
    assert kind(killing, arrest) == kind(arrest, killing) == "other"
    assert kind(killing, raid) == "other"
    assert kind(arrest, raid) == "shared"
    assert kind(killing, doing("D", ("killing", "killed"), ("arrest", "arrested"))) == "leading"


def test_aggregates_have_no_keys_and_no_judgements() -> None:
    total = account(on="2024-03-24", publisher="B", aggregate=("news",))
    linker = Linker()
    assert not linker.keys(total).kept
    assert not linker.keys(total).sought
    assert linker.judgements(total, [NEWS], datetime(2024, 4, 1, tzinfo=UTC)) == ()


def test_keys_find_each_other_in_both_directions() -> None:
    linker = Linker()
    accounts = [
        NEWS,
        account(publisher="B", on="2024-03-29"),
        account(publisher="C", on="2024-03-24", place=MEXICO),
        account(publisher="D", on="2024-03-24", place=SINALOA),
        account(publisher="E", on=None, place=None),
        account(publisher="F", on="2024-01-01"),
    ]
    keys = [linker.keys(one) for one in accounts]
    found = [[bool(a.sought & b.kept) for b in keys] for a in keys]
    assert found == [list(column) for column in zip(*found, strict=True)]
    assert found[0] == [True, True, True, True, True, False]


def test_what_is_ruled_out_early_would_not_have_been_kept() -> None:
    weights = Linker().weights
    told = [facets(a, weights.kinds) for each in dispatches(120, seed=3) for a in each.coding.accounts]
    pairs = list(combinations(told, 2))
    told_of = [told_if_near(a, b, weights, weights.consider) for a, b in pairs]
    far = [pair for pair, how in zip(pairs, told_of, strict=True) if how is None]
    assert len(far) > len(pairs) / 2
    assert all(score_of(a, b, weights) < weights.consider for a, b in far)
    assert told_of == [told_if_near(b, a, weights, weights.consider) for a, b in pairs]
