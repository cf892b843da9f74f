"""What a process keeps of the accounts and reports that it has read: until reports are read again, or a step fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update
from tests.builders import report, told

from recuento.ledger import Ledger, tables
from recuento.ledger.connect import engine_for, writing
from recuento.ledger.links import Links
from recuento.ledger.recall import Live, Recall
from recuento.ledger.vicinity import Vicinity
from recuento.pipeline import record_coding

FIRST = report("2024-03-24", [told("4 people died at the bridge", "killing", "killed", 4)])


def test_what_was_known_is_forgotten_after_a_reading_and_kept_before() -> None:
    recall = Recall()
    (account,) = FIRST.accounts
    recall.accounts[account.id] = account
    assert recall.as_of(0, 0).accounts == {account.id: account}
    assert recall.as_of(1, 0).accounts == {}


def test_the_oldest_quarter_goes_when_there_are_too_many() -> None:
    recall = Recall()
    (account,) = FIRST.accounts
    recall.accounts.update({f"k-{n}": account for n in range(4001)})
    assert list(recall.as_of(0, 0).accounts)[-1] == "k-4000"
    assert len(recall.accounts) == 3000


def test_what_stands_is_known_of_more_accounts_than_are_kept_and_forgotten_with_them() -> None:
    recall = Recall()
    recall.live.update({f"k-{n}": Live(f"k-{n}", "d-1", aggregate=False) for n in range(4001)})
    assert len(recall.as_of(0, 0).live) == 4001
    assert not recall.as_of(1, 0).live


def test_an_account_that_stands_is_known_from_then_on_and_one_that_is_gone_is_not_taken_in(tmp_path: Path) -> None:
    def vicinity(live: dict[str, Live]) -> Vicinity:
        return Vicinity(connection, {}, lambda ids, _own: dict(zip(ids, ids, strict=True)), live, Links())

    (name,) = (one.id for one in FIRST.accounts)
    with Ledger.open(tmp_path / "l.db") as ledger:
        record_coding(ledger, FIRST)
    engine = engine_for(tmp_path / "l.db", create=False)
    with writing(engine) as connection:
        live: dict[str, Live] = {}
        vicinity(live).take_in({name, "k-none"})
        assert live == {name: Live(name, FIRST.document.id, aggregate=False)}
        connection.execute(update(tables.account).values(retired_at="2024-04-01"))
        gone = vicinity({})
        gone.take_in({name})
        assert gone.accounts == ()
    engine.dispose()


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
