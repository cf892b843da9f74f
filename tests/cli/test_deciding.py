"""The commands with which a person decides, from end to end."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recuento.cli import app

FIRST = "Gunmen killed 14 people at a market in Culiacán, Sinaloa on Monday, police said."
SECOND = "Soldiers seized 20 rifles in Hermosillo, Sonora on Friday, the army said."
WHO = ("--by", "Ana Prueba", "--why", "the paper says so")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for name, day, text in (("a", "2024-03-26", FIRST), ("b", "2024-05-11", SECOND)):
        (tmp_path / "reports" / f"{name}.txt").write_text(f"date {day} {text}", encoding="utf-8")
    assert run("read", tmp_path / "reports", "--db", tmp_path / "l.db").exit_code == 0
    return tmp_path / "l.db"


def listed(db: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("incidents", "--db", db, "--json").stdout.splitlines()]


def words(ran: Result) -> str:
    return " ".join((ran.stdout + ran.stderr).split())


def test_judge_undo_and_the_log(db: Path) -> None:
    first, second = (str(row["incident"]["id"]) for row in listed(db))
    made = run("judge", first, second, "same", *WHO, "--db", db)
    assert made.exit_code == 0, made.output
    assert f"Decision 1: {first[:10]} and {second[:10]} tell of the same incident" in words(made)
    assert len(listed(db)) == 1
    stale = run("judge", first, second, "different", "--by", "Luis", "--why", "no", "--db", db)
    assert stale.exit_code == 2
    assert "Ana Prueba decided on this before you" in words(stale)
    assert run("undo", "1", *WHO, "--db", db).exit_code == 0
    assert len(listed(db)) == 2
    told = words(run("log", "--db", db))
    assert "Ana Prueba: " in told
    assert "[undone by 2]" in told
    assert [json.loads(line)["kind"] for line in run("log", "--db", db, "--json").stdout.splitlines()] == [
        "judge", "undo",
    ]  # fmt: skip
    assert "has decided anything on" in words(run("log", "d-", "--db", db)) or run("log", "d-zz", "--db", db).exit_code


def test_correct_shows_in_the_incident_and_in_the_claim(db: Path) -> None:
    row = next(row for row in listed(db) if row["incident"]["place"]["name"] == "Culiacán")
    name = str(row["incident"]["id"])
    claim = next(c["id"] for c in json.loads(run("show", name, "--db", db, "--json").stdout)["claims"] if c["count"])
    made = run("correct", claim, "--field", "figure", "--to", "11", *WHO, "--db", db)
    assert made.exit_code == 0, made.output
    assert f"Look: recuento show {name[:10]}" in words(made)
    shown = words(run("show", name, "--db", db))
    assert "killed, civilians: 11 (11, 1 source)" in shown or "killed: 11 (11, 1 source)" in shown
    assert "A person's word" in shown
    assert "14 → 11; the paper says so" in shown
    assert "14 → 11" in words(run("explain", claim, "--db", db))
    exported = [json.loads(line) for line in run("export", "--format", "claims", "--db", db).stdout.splitlines()]
    assert next(c["count"]["at_least"] for c in exported if c["id"] == claim) == 11
    bad = run("correct", claim, "--field", "figure", "--to", "eleven", *WHO, "--db", db)
    assert (bad.exit_code, "'eleven' is no figure" in words(bad)) == (2, True)


def test_withdraw_and_read_again(db: Path) -> None:
    row = next(row for row in listed(db) if row["incident"]["place"]["name"] == "Culiacán")
    name = str(row["incident"]["id"])
    report = json.loads(run("show", name, "--db", db, "--json").stdout)["reports"][0]["id"]
    assert run("withdraw", report[:9], *WHO, "--db", db).exit_code == 0
    assert len(listed(db)) == 1
    exported = [json.loads(line) for line in run("export", "--format", "claims", "--db", db).stdout.splitlines()]
    assert report not in {claim["document"] for claim in exported}
    again = run("read", db.parent / "reports" / "a.txt", "--db", db)
    assert again.exit_code == 0
    assert "withdrawn by Ana Prueba (the paper says so; decision 1); it was not read again" in words(again)
    assert len(listed(db)) == 1
    assert "withdrawn by Ana Prueba" in words(run("show", name, "--db", db))


def test_audit_prints_a_head_that_can_be_expected_later(db: Path) -> None:
    name = str(listed(db)[0]["incident"]["id"])
    run("correct", name, "--field", "place", "--to", "Culiacán, Sinaloa", *WHO, "--db", db)
    told = run("audit", "--db", db).stdout
    head = re.search(r"Head of the log: (1:\w+)", told)
    assert head, told
    assert "1 decision as written, 2 reports as read" in told
    run("undo", "1", *WHO, "--db", db)
    assert run("audit", "--db", db, "--expect", head[1]).exit_code == 0
    other = run("audit", "--db", db, "--expect", "1:" + "0" * 64)
    assert (other.exit_code, "does not run through" in words(other)) == (3, True)
    typo = run("audit", "--db", db, "--expect", "foo")
    assert (typo.exit_code, "is no head of a log" in words(typo)) == (2, True)


def test_a_place_that_the_gazetteer_lacks_is_kept_and_said_to_be_off_the_map(db: Path) -> None:
    name = str(listed(db)[0]["incident"]["id"])
    known = run("correct", name, "--field", "place", "--to", "Culiacán, Sinaloa", *WHO, "--db", db)
    assert "no point on the map" not in words(known)
    hamlet = run("correct", name, "--field", "place", "--to", "El Ranchito Perdido, Sinaloa", *WHO, "--db", db)
    assert hamlet.exit_code == 0
    assert "The gazetteer has no El Ranchito Perdido, Sinaloa" in words(hamlet)


def test_help_teaches_with_examples() -> None:
    for command in ("judge", "correct", "withdraw", "undo", "log", "audit"):
        ran = run(command, "--help")
        assert ran.exit_code == 0
        assert f"recuento {command}" in ran.stdout


def test_nothing_unverified_leaves_as_verified(db: Path) -> None:
    killed, seized = (str(row["incident"]["id"]) for row in listed(db))
    for command in (["export", "--format", "csv"], ["export", "--format", "claims"], ["incidents", "--json"]):
        assert seized not in run(*command, "--reviewed-only", "--db", db).stdout
    assert run("export", "--format", "claims", "--reviewed-only", "--db", db).stdout == ""
    assert run("accept", killed, "--tally", "killed", *WHO, "--db", db).exit_code == 0
    table = run("export", "--format", "csv", "--db", db).stdout.splitlines()
    assert {(line.split(",")[0], line.rpartition(",")[2]) for line in table[1:]} == {(killed, "yes"), (seized, "no")}
    only = run("export", "--format", "csv", "--reviewed-only", "--db", db).stdout.splitlines()
    assert [line.split(",")[0] for line in only] == ["incident", killed]
    places = json.loads(run("export", "--format", "geojson", "--reviewed-only", "--db", db).stdout)
    assert [each["properties"]["tallies"][0]["reviewed"] for each in places["features"]] == [True]
    claims = [json.loads(line) for line in run("export", "--format", "claims", "--db", db).stdout.splitlines()]
    assert {(claim["tally"], claim["reviewed"]) for claim in claims} >= {("killed", True), ("seized", False)}
    sure = run("export", "--format", "claims", "--reviewed-only", "--db", db).stdout.splitlines()
    assert [json.loads(line)["tally"] for line in sure] == ["killed"]
    assert [row["accepted"][0][0] for row in listed(db) if row["accepted"]] == ["killed"]
    assert "14 ✓" in words(run("incidents", "--db", db))
    summed = run("table", "--by", "year", "--tally", "killed", "--format", "json", "--reviewed-only", "--db", db).stdout
    assert json.loads(summed)["reviewed"] == 1


@pytest.mark.parametrize("command", [("export", "--format", "claims"), ("export", "--format", "csv"), ("incidents",)])
def test_what_was_reviewed_is_asked_of_today_alone(db: Path, command: tuple[str, ...]) -> None:
    asked = run(*command, "--reviewed-only", "--as-of", "2024-04-01", "--db", db)
    assert (asked.exit_code, "of today" in words(asked)) == (2, True)
