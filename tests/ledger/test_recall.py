"""What a process keeps of the accounts and reports that it has read: until reports are read again, or a step fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.builders import report, told

from recuento.ledger import Ledger
from recuento.ledger.recall import Recall
from recuento.pipeline import record_coding

FIRST = report("2024-03-24", [told("4 people died at the bridge", "killing", "killed", 4)])


def test_what_was_known_is_forgotten_after_a_reading_and_kept_before() -> None:
    recall = Recall()
    (account,) = FIRST.accounts
    recall.accounts[account.id] = account
    assert recall.as_of(0, 0).accounts == {account.id: account}
    assert recall.as_of(1, 0).accounts == {}


def test_only_the_newer_half_is_kept_when_there_are_too_many() -> None:
    recall = Recall()
    (account,) = FIRST.accounts
    recall.accounts.update({f"k-{n}": account for n in range(4001)})
    assert list(recall.as_of(0, 0).accounts)[-1] == "k-4000"
    assert len(recall.accounts) == 2000


def test_a_step_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        with pytest.raises(RuntimeError), ledger.writing() as writer:
            writer.add(FIRST)
            assert writer.accounts([FIRST.accounts[0].id])
            raise RuntimeError
        with ledger.writing() as writer:
            assert not writer.accounts([FIRST.accounts[0].id])
        record_coding(ledger, FIRST)
        assert ledger.incident(FIRST.accounts[0].id).documents == (FIRST.document,)
