"""How often Python looks for cycles in a process that reads much."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from recuento.cycles import seldom_sought


@pytest.fixture(autouse=True)
def _threshold_restored() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_they_are_sought_less_often_than_python_does_and_the_older_generations_as_before() -> None:
    gc.set_threshold(700, 10, 10)
    seldom_sought()
    assert gc.get_threshold() == (100_000, 10, 10)
    assert gc.get_freeze_count() > 0


def test_whoever_wants_them_sought_still_less_often_is_left_alone() -> None:
    gc.set_threshold(500_000, 5, 5)
    seldom_sought()
    assert gc.get_threshold() == (500_000, 5, 5)
