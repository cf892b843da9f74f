"""The generator of dispatches, and what is measured with it, at a small size."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from bench.dispatches import dispatches
from bench.linking import b_cubed, measure

from bench import crash, identity, past
from recuento.ledger import Ledger
from recuento.ledger.check import check
from recuento.model import Coding

SHARED = Path(__file__).resolve().parents[3] / "shared"


def codings(number: int) -> tuple[Coding, ...]:
    return tuple(dispatch.coding for dispatch in dispatches(number))


def test_dispatches_are_the_same_for_the_same_seed() -> None:
    first, again = list(dispatches(60)), list(dispatches(60))
    assert first == again
    assert [each.coding for each in dispatches(60, seed=1)] != [each.coding for each in first]
    for dispatch in first:
        check(dispatch.coding)
        told = {account.id for account in dispatch.coding.accounts if not account.aggregate}
        assert dispatch.truth.keys() == told
    days = [each.coding.document.published_on for each in first]
    assert days == sorted(days)
    assert len({name for each in first for name in each.truth.values()}) < 60  # several tell of one


def test_b_cubed() -> None:
    truth = {"a": "1", "b": "1", "c": "2"}
    assert b_cubed(truth, truth) == (1.0, 1.0)
    precision, recall = b_cubed(truth, {"a": "x", "b": "x", "c": "x"})
    assert precision == pytest.approx((4 / 3 + 1 / 3) / 3)
    assert recall == 1.0


def test_linking_is_measured_at_each_size(tmp_path: Path) -> None:
    small, large = measure([10, 30], tmp_path / "l.db")
    assert (small.reports, large.reports) == (10, 30)
    assert 0 < small.linking < large.linking < large.recording
    assert 0.5 < large.f1 <= 1
    assert large.true_incidents > 3


def test_any_order_of_dispatches_gives_what_the_oracle_gives() -> None:
    told = codings(40)  # of one day and a state or two: many are near one another
    wanted = identity.oracle(told)
    dice = Random(3)
    assert identity.recorded(told) == wanted
    assert identity.recorded(dice.sample(told, len(told)), None, dice) == wanted
    assert identity.recorded(dice.sample(told, len(told)), None, dice, most=7) == wanted
    assert identity.replays(told)


def test_of_more_entries_one_day_is_asked() -> None:
    with Ledger.open(":memory:") as ledger:
        name = past.with_entries(ledger, 60)
        for whole in (False, True):
            assert min(past.milliseconds(ledger, name, 60, 3, 0, whole=whole)) > 0


def test_a_killed_writer_is_made_good(tmp_path: Path) -> None:
    told = codings(12)
    crash.write(tmp_path / "clean.db", told)
    for after in (0.05, 0.2):
        db = tmp_path / f"{after}.db"
        crash.killed(db, told, after)
        crash.write(db, told)
        assert crash.content(db) == crash.content(tmp_path / "clean.db")


def test_incidents_are_the_same_when_their_figures_are_not_counted() -> None:
    told = codings(20)
    wanted = identity.recorded(told)
    with identity._nothing_counted():
        assert identity.recorded(told) == wanted


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here: no real reports to record")
def test_real_reports_in_any_order_give_the_same_incidents() -> None:
    real = identity.real_codings(SHARED, 12, 0)
    wanted = identity.oracle(real)
    assert wanted
    for seed in (1, 2):
        assert identity.recorded(Random(seed).sample(real, len(real)), None, Random(seed)) == wanted
    assert identity.strangers(real, 15)
