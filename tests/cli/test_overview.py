"""changes, check and table from end to end, on the packaged dispatches."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recuento.cli import app
from recuento.cli.story import dispatches


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("overview") / "demo.db"
    assert run("read", dispatches(), "--db", path).exit_code == 0
    return path


def words(ran: Result) -> str:
    assert ran.exit_code == 0, ran.output
    return " ".join(ran.stdout.split())


def test_changes_on_both_clocks(db: Path) -> None:
    told = words(run("changes", "--since", "2024-03-23", "--clock", "published", "--db", db))
    assert "Since 23 Mar 2024: what reports published from then on changed" in told
    assert "abducted, civilians: 25 → 66" in told
    assert "66 personas fueron secuestradas" in told
    learned = words(run("changes", "--since", "2001-01-01", "--db", db))
    assert "what this ledger learned" in learned
    assert "New: " in learned
    assert "Nothing moved." in words(run("changes", "--since", "2999-01-01", "--db", db))
    found = json.loads(run("changes", "--since", "2001-01-01", "--db", db, "--json").stdout)
    assert {one["kind"] for one in found["incidents"]} == {"new"}
    assert run("changes", "--since", "Monday", "--db", db).exit_code == 2


def test_table_in_three_forms(db: Path) -> None:
    asked = ("table", "--by", "month,admin1", "--tally", "killed", "--side", "civilian", "--db", db)
    assert "month admin1 incidents counted best low high" in words(run(*asked))
    lines = [json.loads(line) for line in run(*asked, "--format", "json").stdout.splitlines()]
    assert any(line["incidents"] == 0 and line["best"] == 0 for line in lines)
    assert run(*asked, "--format", "csv").stdout.startswith("month,admin1,incidents,counted,best,low,high")
    abducted = run("table", "--by", "month", "--tally", "abducted", "--db", db, "--format", "json").stdout
    march = next(line for line in map(json.loads, abducted.splitlines()) if line["month"] == "2024-03")
    assert march["best"] == 66
    past = run("table", "--by", "month", "--tally", "abducted", "--db", db, "--as-of", "2024-03-22")
    assert "As of 22 Mar 2024" in past.stderr
    bad = run("table", "--by", "month", "--tally", "seized", "--db", db)
    assert (bad.exit_code, "counts things" in " ".join(bad.stderr.split())) == (2, True)


def test_check_names_incidents_and_claims(db: Path, tmp_path: Path) -> None:
    ran = run("check", "--db", db)
    assert ran.exit_code == 0, ran.output
    report = tmp_path / "r.txt"
    report.write_text("date 2024-05-02 Gunmen abducted 10 people, police said. Of the hostages, 12 were freed.")
    run("read", report, "--db", tmp_path / "l.db")
    told = words(run("check", "--db", tmp_path / "l.db"))
    assert "No place: 1 incident" in told
    kinds = {json.loads(line)["kind"] for line in run("check", "--db", tmp_path / "l.db", "--json").stdout.splitlines()}
    assert "no_place" in kinds


@pytest.mark.parametrize("command", ["changes", "check", "table"])
def test_help_teaches_with_examples(command: str) -> None:
    ran = run(command, "--help")
    assert ran.exit_code == 0
    assert f"recuento {command}" in ran.stdout
