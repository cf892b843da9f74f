"""The commands from end to end, on the packaged dispatches and on reports that cannot be used."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recuento.cli import app
from recuento.cli.story import dispatches


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the packaged dispatches; no test writes to it."""
    db = tmp_path_factory.mktemp("ledger") / "demo.db"
    ran = run("read", dispatches(), "--db", db)
    assert ran.exit_code == 0, ran.output
    return db


def incidents(ledger: Path, *filters: str) -> list[dict[str, object]]:
    ran = run("incidents", "--db", ledger, "--json", *filters)
    assert ran.exit_code == 0, ran.output
    return [json.loads(line) for line in ran.stdout.splitlines()]


def first_id(ledger: Path, *filters: str) -> str:
    """Return the id of the incident that most reports tell of."""
    rows = incidents(ledger, *filters)
    return str(max(rows, key=lambda row: row["documents"])["incident"]["id"])


def test_reading_again_adds_nothing_and_says_so(tmp_path: Path) -> None:
    db = tmp_path / "one.db"
    report = tmp_path / "one.txt"
    report.write_text("date 2024-03-26 Gunmen killed 3 people in Culiacán, Sinaloa on Monday, police said.")
    first = run("read", report, "--db", db)
    assert "1 new report: " in first.stdout
    before = incidents(db)
    second = run("read", report, "--db", db)
    assert second.exit_code == 0
    assert "Nothing new: 1 report already in the ledger" in second.stdout
    assert incidents(db) == before


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    ran = run("read", tmp_path / "none", "--db", tmp_path / "one.db")
    assert ran.exit_code == 0
    assert "No report was found there: name files, or folders that hold some" in " ".join(ran.stdout.split())


def test_what_stops_a_command_is_told_as_a_shell_counts_it(monkeypatch: pytest.MonkeyPatch, ledger: Path) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("recuento.ledger.Ledger.open", stopped)
    ran = run("incidents", "--db", ledger)
    assert ran.exit_code == 130
    assert "stopped; what was recorded by then is kept" in " ".join(ran.stderr.split())


def test_a_reader_who_goes_away_is_no_error(ledger: Path) -> None:
    command = [sys.executable, "-m", "recuento", "export", "--format", "claims", "--db", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as going:
        assert going.stdout is not None
        assert going.stderr is not None
        first = going.stdout.readline()
        going.stdout.close()
        told = going.stderr.read()
        assert going.wait(60) in {0, 141}  # 0 where all had been written before
    assert json.loads(first)["id"].startswith("c-")
    assert told == b""


def test_what_cannot_be_used_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text("date 2024-03-26 Gunmen killed 3 people in Culiacán on Monday, police said.")
    (folder / "empty.txt").write_text("")
    (folder / "picture.png").write_bytes(b"\x89PNG\0")
    (folder / "windows.txt").write_bytes("date 2024-03-26 Culiacán".encode("cp1252"))
    (folder / "undated.txt").write_text("Gunmen fled.")
    (folder / "nevermas.txt").write_text("date 2024-02-30 Gunmen fled.")
    (folder / "loop").symlink_to(folder)
    with (folder / "big.txt").open("wb") as big:
        big.truncate(50_000_000)
    ran = run("read", folder, tmp_path / "missing", "--db", tmp_path / "l.db")
    assert ran.exit_code == 1
    assert "8 reports could not be used" in ran.stdout
    flat = " ".join(ran.stdout.split())
    for told in ("empty:", "zero byte", "--encoding cp1252", "no date:", "does not exist", "through a link", "50.0 MB"):
        assert told in flat
    assert "no such file or folder" in flat
    assert len(incidents(tmp_path / "l.db")) >= 1


def test_read_says_in_json_what_it_did(tmp_path: Path) -> None:
    ran = run("read", "-", "--db", tmp_path / "l.db", "--date", "2024-03-26", "--json", stdin="Gunmen killed 3 people.")
    told = json.loads(ran.stdout)
    assert (told["new"], told["known"], told["rejected"]) == (1, 0, [])


def test_claims_of_the_reports_given_are_written_also_when_known(tmp_path: Path, ledger: Path) -> None:
    out = tmp_path / "claims.jsonl"
    report = dispatches() / "2024-03-26-culiacan-claim.en.txt"
    ran = run("read", report, "--db", ledger, "--claims", out)
    assert ran.exit_code == 0
    claims = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert claims
    text = report.read_text(encoding="utf-8").split("---", 2)[2].strip()
    for claim in (claim for claim in claims if claim["quote"]["field"] == "text"):
        assert claim["source_path"] == str(report)
        assert claim["quote"]["text"] == text[claim["quote"]["start"] : claim["quote"]["end"]]


def test_incidents_by_place_without_accents_and_by_day(ledger: Path) -> None:
    found = incidents(ledger, "--place", "culiacan", "--from", "2024-03-22", "--to", "2024-03-31")
    assert found
    assert all("Culiacán" in row["incident"]["place"]["name"] for row in found)
    assert not incidents(ledger, "--from", "1999-01-01", "--to", "1999-12-31")


def test_incidents_for_a_person(ledger: Path) -> None:
    ran = run("incidents", "--db", ledger, "--tally", "abducted")
    assert ran.exit_code == 0
    assert "Culiacán" in ran.stdout
    assert "recuento show i-" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("incidents", "--event", "murder"), "the codebook has no 'murder'"),
        (("incidents", "--tally", "dead"), "the codebook has no 'dead'"),
        (("incidents", "--from", "March"), "--from: 'March' is no day"),
        (("incidents", "--from", "2024-03-31", "--to", "2024-03-22"), "lies after --to 2024-03-22"),
        (("show", "i-zzzz"), "i-zzzz"),
        (("explain", "c-zzzz"), "c-zzzz"),
    ],
)
def test_what_makes_no_sense_is_told_with_status_2(ledger: Path, arguments: tuple[str, ...], told: str) -> None:
    ran = run(*arguments, "--db", ledger)
    assert ran.exit_code == 2
    assert told in " ".join(ran.stderr.split())


def test_a_missing_ledger_is_told(tmp_path: Path) -> None:
    ran = run("incidents", "--db", tmp_path / "none.db")
    assert ran.exit_code == 3
    assert "recuento read" in " ".join(ran.stderr.split())
    assert not (tmp_path / "none.db").exists()


def test_show_by_the_first_letters_of_an_id(ledger: Path) -> None:
    full = first_id(ledger)
    ran = run("show", full[:8], "--db", ledger)
    assert ran.exit_code == 0, ran.output
    assert full in ran.stdout
    assert "Figures" in ran.stdout


def test_show_as_of_a_past_day_knows_nothing_later(ledger: Path) -> None:
    ran = run("show", first_id(ledger), "--db", ledger, "--as-of", "2024-03-22", "--json")
    told = json.loads(ran.stdout)
    assert {report["published_on"] for report in told["reports"]} == {"2024-03-22"}
    assert all(figure["as_of"] <= "2024-03-22" for figure in told["series"])


def test_explain_shows_the_rule_and_the_words(ledger: Path) -> None:
    told = json.loads(run("show", first_id(ledger), "--db", ledger, "--json").stdout)
    claim = next(claim for claim in told["claims"] if claim["count"])
    ran = run("explain", claim["id"], "--db", ledger)
    assert ran.exit_code == 0, ran.output
    assert f"{claim['read_by']}  by “{claim['trigger']['text']}”" in ran.stdout
    assert " ".join(claim["quote"]["text"].split()[:3]) in " ".join(ran.stdout.split())


def test_unread_names_each_report(tmp_path: Path) -> None:
    report = tmp_path / "one.txt"
    report.write_text("date 2024-03-26 The kidnapping was discussed at length. Gunmen killed 3 people on Monday.")
    ran = run("unread", report)
    assert ran.exit_code == 0, ran.output
    assert "left unread" in ran.stdout


@pytest.mark.parametrize("form", ["claims", "csv", "geojson"])
def test_export(tmp_path: Path, ledger: Path, form: str) -> None:
    out = tmp_path / "out"
    ran = run("export", "--db", ledger, "--format", form, "--out", out)
    assert ran.exit_code == 0, ran.output
    assert out.stat().st_size > 100
    assert run("export", "--db", ledger, "--format", form).stdout == out.read_text(encoding="utf-8")


def test_replay_changes_nothing(ledger: Path) -> None:
    before = incidents(ledger)
    ran = run("replay", "--db", ledger)
    assert ran.exit_code == 0, ran.output
    assert incidents(ledger) == before


@pytest.fixture(scope="module")
def demo() -> str:
    ran = run("demo")
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def test_demo_tells_incidents_day_by_day(demo: str) -> None:
    for told in ("Friday 22 Mar 2024", "→", "--as-of 2024", "corrected downwards", "did not happen", "Next: recuento"):
        assert told in demo


def test_demo_tells_how_the_count_moved(demo: str) -> None:
    first, second = demo.split("What was known on 23 Mar 2024")
    for said in ("15 abducted", "25 abducted", "66 abducted", "18 freed", "42 freed", "16 more freed", "58 freed"):
        assert said in first
    assert "abducted, civilians: 25 → 66" in first
    assert "freed, civilians: 42 → 58" in first
    assert "42 + 16 = 58 = 36 + 22" in first
    assert "66 taken − 58 freed = 8 unaccounted for" in first
    assert "claim of responsibility, because: " in first
    assert "killed: 14 → 11" in second
    assert "30 abducted, denied" in second


def test_the_readme_shows_what_the_demo_prints(demo: str) -> None:
    shown = _worked((Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8"))
    assert len(shown) > 20
    assert [line for line in shown if line not in demo.splitlines()] == []


def _worked(readme: str) -> list[str]:
    section = readme.split("## One incident, worked", 1)[1].split("\n## ", 1)[0]
    lines = (line.removeprefix("    ") for line in section.splitlines() if line.startswith("    "))
    # The incident's id is made of its first report: it changes with the dispatch, not with what is said.
    return [line for line in lines if line not in {"", "…"} and "recuento show" not in line]


def test_help_teaches_with_examples() -> None:
    for command in ("read", "incidents", "show", "explain", "unread", "export", "replay", "demo"):
        ran = run(command, "--help")
        assert ran.exit_code == 0
        assert f"recuento {command}" in ran.stdout


def test_the_clock_that_was_asked_is_told(ledger: Path, tmp_path: Path) -> None:
    name = first_id(ledger)
    day = run("show", name, "--db", ledger, "--as-of", "2024-03-23")
    assert "As of 23 Mar 2024: what reports published by then say" in " ".join(day.stdout.split())
    past = run("show", name, "--db", ledger, "--ledger-as-of", "2001-01-01T08:00+00:00")
    assert past.exit_code == 0, past.output
    assert "Ledger as of 2001-01-01 08:00+00:00" in past.stdout
    assert "no report yet" in past.stdout
    assert run("incidents", "--db", ledger, "--ledger-as-of", "2001-01-01").stdout.count("No incident") == 1
    listed = run("incidents", "--db", ledger, "--as-of", "2024-03-22", "--json")
    assert {json.loads(line)["as_of"] for line in listed.stdout.splitlines()} == {"2024-03-22"}
    out = tmp_path / "past.csv"
    told = run("export", "--format", "csv", "--db", ledger, "--as-of", "2024-03-22", "--out", out)
    assert "As of 22 Mar 2024" in told.stderr
    rows = out.read_text(encoding="utf-8").splitlines()
    assert all(row.endswith("2024-03-22,,") for row in rows[1:])
    claims = run("export", "--format", "claims", "--db", ledger, "--ledger-as-of", "2001-01-01")
    assert claims.stdout == ""
    bad = run("show", name, "--db", ledger, "--ledger-as-of", "yesterday")
    assert bad.exit_code == 2
    assert "--ledger-as-of: 'yesterday' is no time" in " ".join(bad.stderr.split())
