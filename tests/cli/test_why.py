"""recuento why: a link unfolded, in words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.builders import CULIACAN, HERMOSILLO, report, told
from tests.properties.test_incident_laws import BRIDGE
from typer.testing import CliRunner, Result

from recuento import answers
from recuento.cli import app
from recuento.deciding import judge
from recuento.ledger import Ledger
from recuento.model import Coding
from recuento.recording import record_coding


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["why", *(str(each) for each in arguments)], env={"COLUMNS": "100"})


def shot(published: str, number: int, publisher: str, **fields: object) -> Coding:
    statement = told(f"{number} people were shot", "killing", "killed", number, side="civilian")
    return report(published, [statement], publisher=publisher, **fields)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """One shooting in two reports, another one far away a year later."""
    with Ledger.open(tmp_path / "l.db") as ledger:
        for coding in (
            shot("2024-03-20", 12, "A", on="2024-03-19", place=CULIACAN),
            shot("2024-03-21", 12, "B", on="2024-03-19", place=CULIACAN),
            shot("2025-06-02", 3, "C", on="2025-06-01", place=HERMOSILLO),
        ):
            record_coding(ledger, coding)
    return tmp_path / "l.db"


def reports(db: Path) -> tuple[str, ...]:
    with Ledger.open(db) as ledger:
        return ledger.document_ids()


def test_a_link_is_the_sum_of_its_parts(db: Path) -> None:
    one, other, _ = reports(db)
    said = json.loads(run(one, other, "--db", db, "--json").stdout)
    assert said["same_incident"]
    assert said["compared"]
    assert said["score"] == pytest.approx(said["prior"] + sum(field["log_odds"] for field in said["fields"]))
    assert said["score"] >= said["threshold"]
    fields = {field["field"]: field for field in said["fields"]}
    assert fields["time"]["level"] == "same"
    assert fields["time"]["one"] == ["2024-03-19"]
    assert fields["counts"]["shared"] == ["killed 12, civilian"]
    assert [link["score"] for link in said["judged"]] == [said["score"]]
    assert said["path"] == said["judged"]
    assert said["apart"] is None


def test_it_is_told_in_words(db: Path) -> None:
    one, other, far = reports(db)
    text = run(one, other, "--db", db).stdout
    assert text.startswith("One incident: i-")
    assert "both: 2024-03-19" in text
    assert "reaches the threshold" in text
    text = run(one, far, "--db", db).stdout
    assert text.startswith("Two incidents: ")
    assert "Never compared: no block is shared" in text
    assert "does not reach the threshold" in text
    assert "As groups they score" in text


def test_two_ids_of_one_incident_stand_for_what_they_were_made_of(db: Path) -> None:
    with Ledger.open(db) as ledger:
        (row,) = [row for row in ledger.incidents() if row.documents == 2]
        aliases = row.incident.aliases
        found = answers.why(ledger, *aliases)
    assert (found.one.id, found.other.id) == tuple(f"k-{alias[2:]}" for alias in aliases)
    assert found.number == 1
    assert run(aliases[0], aliases[0], "--db", db).exit_code == 2
    assert "are one telling" in run(aliases[0], aliases[0], "--db", db).stderr
    assert "no incident bears this id" in run("i-0", aliases[0], "--db", db).stderr


def test_a_person_s_word_and_the_way_round_are_told(db: Path) -> None:
    one, other, far = reports(db)
    with Ledger.open(db) as ledger:
        judge(ledger, (other, far), "same", by="Ana", why="read both")
        joined = answers.why(ledger, one, far)
        assert joined.incidents[0] == joined.incidents[1]
        assert [link.score is None for link in joined.path] == [False, True]  # through the second report
        judge(ledger, (one, other), "different", by="Ana", why="looked again")
        parted = answers.why(ledger, one, other)
        assert parted.apart is not None
        assert [link.decided_by for link in parted.apart.said] == ["Ana"]
    assert "different, says Ana" in run(one, other, "--db", db).stdout


def test_a_report_of_several_incidents_gives_all_pairs(tmp_path: Path) -> None:
    two = report(
        "2024-03-22",
        [
            told("14 people were shot", "killing", "killed", 14, side="civilian"),
            told("9 rifles were taken", "seizure", "seized", 9, group="other"),
        ],
        publisher="Z",
    )
    with Ledger.open(tmp_path / "l.db") as ledger:
        for coding in (*BRIDGE[:1], two):
            record_coding(ledger, coding)
        found = answers.why(ledger, BRIDGE[0].document.id, two.document.id)
        assert found.number == 2
        assert found.pairs[0].score <= found.unfolded.score
        within = answers.why(ledger, two.accounts[0].id, two.accounts[1].id)
    assert not within.compared
    assert "one report tells of both" in run(two.accounts[0].id, two.accounts[1].id, "--db", tmp_path / "l.db").stdout
