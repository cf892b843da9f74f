"""What the tables of a ledger keep, and what an older ledger is turned into."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from tests import stories
from tests.ledger.filling import at, tables_of

from recuento.ledger import Ledger, vicinity
from recuento.ledger.rows import THESE
from recuento.recording import record_coding

pytestmark = pytest.mark.sqlite
_KEYS = "SELECT key, account FROM account_key ORDER BY key, account"


def shape(path: Path) -> list[tuple[str, ...]]:
    """Return the names of all tables and indexes, and the tables' columns."""
    with closing(sqlite3.connect(path)) as connection:
        things = connection.execute("SELECT type, name, tbl_name FROM sqlite_master ORDER BY type, name").fetchall()
        tables = [name for kind, name, _ in things if kind == "table"]
        columns = [
            (table, str(row[1]), str(row[2]), str(row[3]))
            for table in tables
            for row in connection.execute(f"PRAGMA table_info({table})")
        ]
        return [*things, *columns]


def test_keys_are_carried_over_into_a_table_without_row_numbers(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    with Ledger.open(new) as ledger:
        for step, coding in enumerate((stories.FRIDAY, stories.TUESDAY)):
            record_coding(ledger, coding, at=at(step))
    tables_of(old, "0008")  # before keys were kept once
    with closing(sqlite3.connect(old)) as before:
        before.execute("ATTACH ? AS new", (str(new),))
        keys = before.execute(_KEYS.replace("account_key", "new.account_key")).fetchall()
        for table in ("document", "account", "account_key"):
            names = ", ".join(row[1] for row in before.execute(f"PRAGMA main.table_info({table})"))
            before.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}")  # noqa: S608
        before.execute("SELECT rowid FROM main.account_key")
        before.commit()
    with Ledger.open(old):
        pass
    with closing(sqlite3.connect(old)) as upgraded:
        assert upgraded.execute(_KEYS).fetchall() == keys
        assert len(keys) > 20
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            upgraded.execute("SELECT rowid FROM account_key")
    assert shape(old) == shape(new)


def test_those_that_count_no_more_are_told_by_their_index(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "new.db") as ledger:
        record_coding(ledger, stories.FRIDAY, at=at(0))
    asked = str(vicinity._LIVE.compile(dialect=create_engine("sqlite://").dialect))
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        question = asked.replace(f"(__[POSTCOMPILE_{THESE.key}])", "('k-1', 'k-2')")
        steps = [row[-1] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}")]
    assert [step for step in steps if "uq_account_retired" in step]
    assert not [step for step in steps if "SCAN" in step]
