"""The ledger as a whole: what is recorded comes back, and the past stays as it was."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from tests import stories
from tests.builders import HERMOSILLO, day, report, told

from recuento.errors import LedgerError, UnknownId
from recuento.ledger import IncidentFilter, Ledger
from recuento.ledger.tables import metadata
from recuento.model import Count
from recuento.recording import record_coding, replay

START = datetime(2024, 4, 1, 12, tzinfo=UTC)
STORY = (
    stories.FRIDAY, stories.PRESS_FRIDAY, stories.MINISTRY_SATURDAY, stories.GOVERNOR_SATURDAY, stories.SUNDAY,
    stories.TUESDAY,
)  # fmt: skip


def filled(path: Path | str, *codings: object) -> Ledger:
    ledger = Ledger.open(path)
    for step, coding in enumerate(codings):
        record_coding(ledger, coding, at=START + timedelta(hours=step))
    return ledger


def test_one_story_of_six_reports_is_one_incident(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", *STORY, stories.CLASH) as ledger:
        rows = ledger.incidents()
        assert [(row.documents, row.incident.place.name) for row in rows] == [(1, "Hermosillo"), (6, "Culiacán")]
        record = ledger.incident(rows[1].incident.id)
        freed = next(e for e in record.entries if e.tally == "freed")
        assert freed.best == Count.exactly(58)
        assert "66 taken − 58 freed = 8 unaccounted for" in [r.text for r in record.remarks]
        assert record.documents[0].published_on == day("2024-03-22")
        assert len(record.claims) == sum(len(coding.claims) for coding in STORY)


@pytest.mark.sqlite
def test_reading_twice_adds_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", *STORY) as ledger:
        before = dump(tmp_path / "l.db")
        again = record_coding(ledger, stories.TUESDAY, at=START + timedelta(days=9))
        assert not again.added
        assert {line for line in dump(tmp_path / "l.db") if "last_recorded" not in line} == {
            line for line in before if "last_recorded" not in line
        }


def test_codings_come_back_as_they_were(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", *STORY) as ledger:
        back = {coding.document.id: coding for coding in ledger.codings()}
        assert back == {coding.document.id: coding for coding in STORY}
        assert ledger.document(stories.FRIDAY.document.id) == stories.FRIDAY.document
        assert ledger.has_document(stories.FRIDAY.document.id)
        assert not ledger.has_document("d-0")


def test_any_id_alias_or_unique_beginning_finds_the_incident(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", *STORY, stories.CLASH) as ledger:
        rows = ledger.incidents()
        for row in rows:
            names = (*row.incident.aliases, *row.incident.accounts, row.incident.id[:12], row.incident.id[2:14])
            assert {ledger.incident(name).incident.id for name in names} == {row.incident.id}
        for unknown in ("i-zzzz", "", "%", "i-"):
            with pytest.raises(UnknownId):
                ledger.incident(unknown)
        claim = stories.CLASH.claims[0]
        assert ledger.claim(claim.id) == claim == ledger.claim(claim.id[:14])
        with pytest.raises(UnknownId):
            ledger.claim("c-")


def test_as_of_a_day_keeps_to_reports_published_by_then(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", *reversed(STORY)) as ledger:
        name = ledger.incidents()[0].incident.id
        saturday = ledger.incident(name, as_of=day("2024-03-23"))
        assert {d.published_on.day for d in saturday.documents} == {22, 23}
        assert {(e.tally, e.best.exact) for e in saturday.entries if e.side == "civilian"} == {
            ("abducted", 66),
            ("freed", 42),
        }
        assert ledger.incident(name, as_of=day("2024-03-01")).entries == ()


def test_what_the_ledger_held_at_an_instant_never_changes(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", *STORY[2:4]) as ledger:
        name = ledger.incidents()[0].incident.id
        then = START + timedelta(hours=1, minutes=1)
        held = ledger.incident(name, ledger_as_of=then)
        for step, coding in enumerate((stories.TUESDAY, stories.FRIDAY, stories.SUNDAY)):
            record_coding(ledger, coding, at=START + timedelta(days=1 + step))
        later = ledger.incident(name, ledger_as_of=then)
        strip = [(e.tally, e.side, e.unit, e.as_of, e.best, e.rests_on, e.recorded_from) for e in held.series]
        assert [(e.tally, e.side, e.unit, e.as_of, e.best, e.rests_on, e.recorded_from) for e in later.series] == strip
        assert later.documents == held.documents
        assert ledger.incident(name, ledger_as_of=START - timedelta(days=1)).series == ()


@pytest.mark.sqlite
def test_replaying_gives_the_same_bytes(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", *STORY, stories.CLASH) as ledger:
        before = dump(tmp_path / "l.db")
        assert replay(ledger, at=START) == 0
        assert dump(tmp_path / "l.db") == before


@pytest.mark.sqlite
def test_replaying_renews_the_keys_by_which_reports_are_found(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", *STORY, stories.CLASH) as ledger:
        before = dump(tmp_path / "l.db")
        with ledger.writing(START) as writer:
            writer.renew_keys(lambda _: (), by="none")
        assert dump(tmp_path / "l.db") != before
        replay(ledger, at=START)
        assert dump(tmp_path / "l.db") == before


@pytest.mark.sqlite
def test_a_ledger_whose_keys_are_of_other_rules_is_given_new_ones_with_the_next_report(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", *STORY[:5]) as ledger:
        with ledger.writing(START + timedelta(hours=5)) as writer:
            writer.renew_keys(lambda account: [f"of old: {account.id}"], by="keys of old")
        record_coding(ledger, STORY[5], at=START + timedelta(hours=5))
        assert [row.documents for row in ledger.incidents()] == [6]
        found = dump(tmp_path / "l.db")
    with filled(tmp_path / "m.db", *STORY):
        assert dump(tmp_path / "m.db") == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (IncidentFilter(), 2),
        (IncidentFilter(place="culiacan"), 1),
        (IncidentFilter(place="SONORA"), 1),
        (IncidentFilter(place="%"), 0),
        (IncidentFilter(event="release"), 1),
        (IncidentFilter(event="rele"), 0),
        (IncidentFilter(tally="seized"), 1),
        (IncidentFilter(actor="niños"), 1),
        (IncidentFilter(since=day("2024-03-22"), until=day("2024-03-22")), 1),
        (IncidentFilter(since=day("2024-03-01")), 1),
        (IncidentFilter(until=day("2024-01-19")), 0),
        (IncidentFilter(until=day("2024-01-20")), 1),
    ],
)
def test_filters(tmp_path: Path, wanted: IncidentFilter, found: int) -> None:
    statement = told(
        "Los NIÑOS atacaron", "clash", "killed", Count(1), figure="Los", actor=("perpetrator", "Los NIÑOS")
    )
    clash = report("2024-01-22", [statement, told("y 3 rifles", "seizure", "seized", 3, unit="rifle")],
                   on="2024-01-20", place=HERMOSILLO)  # fmt: skip
    with filled(tmp_path / "l.db", stories.GOVERNOR_SATURDAY, clash) as ledger:
        assert len(ledger.incidents(wanted)) == found


@pytest.mark.sqlite
def test_what_is_no_ledger_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database at all, but long enough to be read")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.commit()
    other.close()
    Ledger.open(tmp_path / "new.db").close()
    newer = sqlite3.connect(tmp_path / "new.db")
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    for name, words in {
        "notes.txt": "not an SQLite file", "other.db": "another program", "new.db": "newer Recuento",
        "no/such/folder.db": "no such folder", "": "is a folder",
    }.items():  # fmt: skip
        with pytest.raises(LedgerError, match=words):
            Ledger.open(tmp_path / name)
    with pytest.raises(LedgerError, match="no ledger yet"):
        Ledger.open(tmp_path / "absent.db", create=False)
    assert not (tmp_path / "absent.db").exists()


@pytest.mark.sqlite
def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    filled(tmp_path / "l.db", *STORY).close()
    whole = (tmp_path / "l.db").read_bytes()
    (tmp_path / "l.db").write_bytes(whole[:100] + b"\xff" * 8000 + whole[8100:])
    with pytest.raises(LedgerError):
        Ledger.open(tmp_path / "l.db")


@pytest.mark.sqlite
@pytest.mark.parametrize(("body", "words"), [("body || ' '", "its end"), ("replace(body, 'best', 'worst')", "Entry")])
def test_an_entry_that_was_tampered_with_is_refused(tmp_path: Path, body: str, words: str) -> None:
    filled(tmp_path / "l.db", *STORY).close()
    with closing(sqlite3.connect(tmp_path / "l.db")) as file:
        file.execute(f"UPDATE entry SET body = {body}")  # noqa: S608
        file.commit()
    with Ledger.open(tmp_path / "l.db") as ledger, pytest.raises(LedgerError, match=words):
        ledger.incidents()


@pytest.mark.sqlite
def test_the_migrations_make_the_tables_that_are_declared(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "l.db").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'l.db'}")
    declared = create_engine("sqlite://")
    metadata.create_all(declared)
    made, meant = inspect(engine), inspect(declared)
    own = {name for name in made.get_table_names() if not name.startswith("searchable_index")}
    assert own - {"alembic_version"} == set(meant.get_table_names())
    for table in meant.get_table_names():
        assert columns(made, table) == columns(meant, table)
        assert indexes(made, table) == indexes(meant, table)
        assert made.get_pk_constraint(table) == meant.get_pk_constraint(table)
        assert foreign(made, table) == foreign(meant, table)
    engine.dispose()
    declared.dispose()


@pytest.mark.sqlite
def test_opening_a_ledger_that_is_up_to_date_never_loads_alembic(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "l.db").close()
    code = (
        "import sys; from recuento.ledger import Ledger; "
        f"Ledger.open({str(tmp_path / 'l.db')!r}).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.sqlite
def test_a_step_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db", stories.FRIDAY) as ledger:
        before = dump(tmp_path / "l.db")
        with pytest.raises(KeyboardInterrupt), ledger.writing(START + timedelta(days=1)) as writer:
            assert writer.add(stories.TUESDAY)
            raise KeyboardInterrupt
        assert dump(tmp_path / "l.db") == before


def test_time_never_runs_backwards_in_a_ledger() -> None:
    ledger = filled(":memory:", stories.FRIDAY, stories.GOVERNOR_SATURDAY)
    with ledger, ledger.writing(START - timedelta(days=100)) as writer:
        assert writer.at == START + timedelta(hours=1)


def columns(of: object, table: str) -> list[tuple[object, ...]]:
    return [(c["name"], str(c["type"]), c["nullable"]) for c in of.get_columns(table)]


def indexes(of: object, table: str) -> list[tuple[object, ...]]:
    return sorted((i["name"], i["unique"], tuple(i["column_names"])) for i in of.get_indexes(table))


def foreign(of: object, table: str) -> list[tuple[object, ...]]:
    return sorted((tuple(f["constrained_columns"]), f["referred_table"]) for f in of.get_foreign_keys(table))


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = sorted(connection.iterdump())
    connection.close()
    return lines
