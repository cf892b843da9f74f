from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from recuento.cli import app
from recuento.cli.story import dispatches


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_search_prints_ids_that_can_be_asked_for(tmp_path: Path) -> None:
    db = tmp_path / "l.db"
    run("read", dispatches(), "--db", db)
    ran = run("search", "culiacan ninos", "--db", db)
    assert ran.exit_code == 0, ran.output
    told = " ".join(ran.stdout.split())
    assert "Searched 15 reports and" in told
    assert "“culiacan”, “ninos”" in told
    found = json.loads(run("search", "culiacan", "secuestr*", "--db", db, "--json").stdout)
    claim = next(hit["id"] for hit in found["hits"] if hit["kind"] == "claim")
    assert run("explain", claim, "--db", db).exit_code == 0
    assert run("show", found["hits"][0]["incidents"][0], "--db", db).exit_code == 0
    nothing = run("search", "--db", db, "!!")
    assert (nothing.exit_code, "no word to search for" in " ".join(nothing.stderr.split())) == (2, True)


def test_help_teaches_with_examples() -> None:
    assert "recuento search 'culiacan" in run("search", "--help").stdout
