"""The tables and the questions are said in words that PostgreSQL understands; a server is needed to run them."""

from __future__ import annotations

import os

import pytest
from sqlalchemy import Table, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from tests.builders import day

from recuento.errors import LedgerError
from recuento.ledger import IncidentFilter, Ledger, tables
from recuento.ledger.conditions import conditions
from recuento.ledger.listed import incident_listing

DIALECT = postgresql.dialect()
SERVER = os.environ.get("RECUENTO_TEST_POSTGRES", "")


@pytest.mark.parametrize("table", tables.metadata.sorted_tables, ids=lambda table: table.name)
def test_a_table_can_be_made(table: Table) -> None:
    assert str(CreateTable(table).compile(dialect=DIALECT)).strip().startswith(f"CREATE TABLE {table.name}")
    for index in table.indexes:
        words = str(CreateIndex(index).compile(dialect=DIALECT))
        assert ("WHERE recorded_to IS NULL" in words) == str(index.name).endswith("_live")


def test_a_question_can_be_asked() -> None:
    wanted = IncidentFilter(
        since=day("2024-01-01"), until=day("2024-02-01"), place="x", event="clash", tally="killed", actor="y",
        background=False, aggregate=False, words="a b", box=(0, 0, 1, 1), placed=True,
    )  # fmt: skip
    asked = conditions(wanted, "postgresql")
    words = str(select(incident_listing).where(*asked).compile(dialect=DIALECT))
    assert "LIKE" in words
    assert "to_tsquery" in words


@pytest.mark.sqlite
def test_an_address_that_is_none_is_refused() -> None:
    for address, words in {"nonsense://x/y": "not the address", "sqlite:///no/such/dir/l.db": "no such folder"}.items():
        with pytest.raises(LedgerError, match=words):
            Ledger.open(address)


def test_a_server_runs_the_suite(database: str) -> None:
    if not SERVER:
        pytest.skip(
            "this suite ran on SQLite alone; on a server too: RECUENTO_TEST_POSTGRES=postgresql://USER@HOST/NAME"
        )
    with Ledger.open(":memory:") as ledger:
        assert ledger.incidents() == ()
        assert ledger._engine.dialect.name == database
