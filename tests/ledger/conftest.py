"""One suite for both databases: SQLite always, PostgreSQL where RECUENTO_TEST_POSTGRES names a server to use.

On PostgreSQL every ledger that a test opens, in memory or in a file, is a schema of its own, dropped at the test's end.
Tests that look into an SQLite file bear the mark ``sqlite``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import make_url

from recuento.ledger import connect

SERVER = os.environ.get("RECUENTO_TEST_POSTGRES", "").replace("postgresql://", "postgresql+psycopg://")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    own = metafunc.definition.get_closest_marker("sqlite") is not None
    on = ["sqlite", "postgresql"] if SERVER and not own else ["sqlite"]
    metafunc.parametrize("database", on, indirect=True, ids=on if SERVER else [""])


@pytest.fixture(autouse=True)
def database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Open ledgers on the database that the test is run for."""
    if request.param == "sqlite":
        yield request.param
        return
    schemas: dict[str, str] = {}
    made: list[str] = []
    engines: list[Engine] = []
    real = connect.engine_for

    def on_server(where: str | Path, *, create: bool) -> Engine:
        if str(where) == ":memory:" or str(where) not in schemas:
            schemas[str(where)] = new_schema()
            made.append(schemas[str(where)])
        name = schemas[str(where)]
        url = make_url(SERVER).update_query_dict({"options": f"-csearch_path={name}"})
        engines.append(real(url.render_as_string(hide_password=False), create=create))
        return engines[-1]

    monkeypatch.setattr("recuento.ledger.store.engine_for", on_server)
    yield request.param
    for engine in engines:  # a test that leaves its ledger open leaves a connection
        engine.dispose()
    for name in made:
        dropped(name)


def new_schema() -> str:
    """Return the name of a schema that was made on the server."""
    name = f"test_{uuid4().hex[:12]}"
    _run(f"CREATE SCHEMA {name}")
    return name


def dropped(name: str) -> None:
    """Drop a schema with all that is in it."""
    _run(f"DROP SCHEMA {name} CASCADE")


def _run(statement: str) -> None:
    engine = create_engine(make_url(SERVER))
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
