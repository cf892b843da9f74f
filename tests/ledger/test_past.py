"""The two clocks: what reports said by a day, and what the ledger held at an instant, whatever came later."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert
from tests import stories
from tests.builders import day
from tests.ledger.filling import tables_of
from tests.properties.test_incident_laws import BACKFILL, BRIDGE, taken

from recuento import answers
from recuento.errors import UnknownId
from recuento.ledger import Clocks, IncidentFilter, IncidentRecord, Ledger
from recuento.ledger.rows import entry_row
from recuento.ledger.tables import entry
from recuento.ledger.wire import instant
from recuento.model import Coding, Judgement
from recuento.recording import record_coding, replay

START = datetime(2024, 4, 1, 12, tzinfo=UTC)


def at(step: int) -> datetime:
    return START + timedelta(hours=step)


def then(ledger: Ledger, instant: datetime) -> dict[str, IncidentRecord]:
    """Return all that the ledger says it held at an instant, without the ends of what ended later."""
    clocks = Clocks(ledger_as_of=instant)
    rows = answers.incidents(ledger, clocks=clocks)
    return {row.incident.id: answers.incident(ledger, row.incident.id, clocks) for row in rows}


def said(records: dict[str, IncidentRecord]) -> list[object]:
    return [
        (name, r.incident, r.documents, r.claims, r.ties, [(e.as_of, e.tally, e.best, e.low, e.high) for e in r.series])
        for name, r in records.items()
    ]


@pytest.mark.parametrize("codings", [BRIDGE, BACKFILL, BRIDGE + BACKFILL], ids=["bridge", "backfill", "both"])
def test_what_was_held_stays_as_it_was_when_incidents_join(codings: tuple[Coding, ...]) -> None:
    for seed in range(4):
        order = Random(seed).sample(codings, len(codings))
        with Ledger.open(":memory:") as ledger:
            held = []
            for step, coding in enumerate(order):
                record_coding(ledger, coding, at=at(step))
                held.append(said(then(ledger, at(step))))
                assert held[-1]
            for step, before in enumerate(held):
                assert said(then(ledger, at(step) + timedelta(minutes=1))) == before


def test_the_list_of_a_past_moment_is_the_list_that_was_shown() -> None:
    with Ledger.open(":memory:") as ledger:
        shown = []
        for step, coding in enumerate((*BRIDGE, *BACKFILL)):
            record_coding(ledger, coding, at=at(step))
            shown.append([(r.incident.events, r.documents, r.claims, r.entries) for r in ledger.incidents()])
        for step, rows in enumerate(shown):
            past = answers.incidents(ledger, clocks=Clocks(ledger_as_of=at(step)))
            same = [(r.incident.events, r.documents, r.claims) for r in past]
            assert same == [row[:3] for row in rows]
            assert [[(e.tally, e.best) for e in r.entries] for r in past] == [
                [(e.tally, e.best) for e in row[3]] for row in rows
            ]


def test_one_name_that_stood_for_several_asks_which() -> None:
    apart = (BRIDGE[0], BRIDGE[4])
    (a,), (b,) = (coding.accounts for coding in apart)
    one, other = sorted((a.id, b.id))
    same = Judgement(a=one, b=other, verdict="same", score=0, parts=(), decided_by="Ana", decided_at=at(2))
    with Ledger.open(":memory:") as ledger:
        for step, coding in enumerate(apart):
            record_coding(ledger, coding, at=at(step))
        before = [row.incident.id for row in ledger.incidents()]
        with ledger.writing(at(2)) as writer:
            writer.add_judgements([same], by_person=True)
        replay(ledger, at=at(3))
        record_coding(ledger, taken("2024-03-20", 12, "F", on="2024-03-19"), at=at(4))
        now = ledger.incidents()[0].incident
        assert (len(before), len(ledger.incidents()), len(now.accounts)) == (2, 1, 3)
        for name in before:
            assert ledger.incident(name, ledger_as_of=at(1)).incident.id == name
        (late,) = {account for account in now.accounts if f"i-{account[2:]}" not in before}
        with pytest.raises(UnknownId, match="at that time these were 2 incidents"):
            ledger.incident(late, ledger_as_of=at(1))


def test_a_past_day_has_the_heading_of_its_own_reports() -> None:
    with Ledger.open(":memory:") as ledger:
        for step, coding in enumerate((stories.FRIDAY, stories.GOVERNOR_SATURDAY, stories.TUESDAY)):
            record_coding(ledger, coding, at=at(step))
        today = answers.incidents(ledger)
        friday = answers.incidents(ledger, clocks=Clocks(as_of=day("2024-03-22")))
        assert [row.incident.id for row in friday] == [row.incident.id for row in today]
        assert "release" in today[0].incident.events
        assert friday[0].incident.events == ("abduction",)
        assert (friday[0].documents, friday[0].entries[0].best.exact) == (1, 15)
        assert answers.incidents(ledger, clocks=Clocks(as_of=day("2024-03-21"))) == ()
        early = answers.incident(ledger, today[0].incident.id, Clocks(as_of=day("2024-03-21")))
        assert (early.documents, early.incident.events, early.incident.place) == ((), (), None)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (IncidentFilter(place="culiacan"), 1),
        (IncidentFilter(place="sonora"), 0),
        (IncidentFilter(event="release"), 0),
        (IncidentFilter(tally="abducted"), 1),
        (IncidentFilter(since=day("2024-03-22"), until=day("2024-03-22")), 1),
        (IncidentFilter(until=day("2024-03-21")), 0),
        (IncidentFilter(since=day("2024-03-24")), 0),
        (IncidentFilter(actor="nobody"), 0),
    ],
)
def test_filters_ask_what_was_told_by_then(wanted: IncidentFilter, found: int) -> None:
    with Ledger.open(":memory:") as ledger:
        for step, coding in enumerate((stories.FRIDAY, stories.TUESDAY)):
            record_coding(ledger, coding, at=at(step))
        assert len(answers.incidents(ledger, wanted, Clocks(as_of=day("2024-03-23")))) == found
        assert len(answers.incidents(ledger, wanted, Clocks(ledger_as_of=at(0)))) == found


def first_tables(path: Path, codings: tuple[Coding, ...]) -> None:
    """Write a ledger as the first version of the tables kept it."""
    new = path.with_name("new.db")
    with Ledger.open(new) as ledger:
        for step, coding in enumerate(codings):
            record_coding(ledger, coding, at=at(step))
    tables_of(path, "0001")
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(new)) as full:
        tables = [r[0] for r in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in (name for name in tables if not name.startswith(("sqlite", "alembic"))):
            names = ", ".join(r[1] for r in old.execute(f"PRAGMA table_info({table})"))
            for row in full.execute(f"SELECT {names} FROM {table}").fetchall():  # noqa: S608
                marks = ", ".join("?" * len(row))
                old.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)  # noqa: S608
        old.commit()


@pytest.mark.sqlite
def test_a_ledger_of_the_first_version_is_upgraded_when_it_is_opened(tmp_path: Path) -> None:
    first_tables(tmp_path / "old.db", (*stories_told(), stories.CLASH))
    with Ledger.open(tmp_path / "new.db") as ledger:
        meant = [(row.incident, row.entries) for row in ledger.incidents()]
    with Ledger.open(tmp_path / "old.db") as ledger:
        assert [(row.incident, row.entries) for row in ledger.incidents()] == meant
        assert len(then(ledger, at(20))) == 2  # its history begins with what it held
        held = then(ledger, at(20))
        record_coding(ledger, stories.TUESDAY, at=at(30))
        assert said(then(ledger, at(20))) == said(held)
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        assert connection.execute("SELECT count(*) FROM incident_history WHERE cause = 'upgrade'").fetchone() == (2,)


def stories_told() -> tuple[Coding, ...]:
    return (stories.FRIDAY, stories.MINISTRY_SATURDAY, stories.GOVERNOR_SATURDAY)


def test_of_a_story_of_ten_thousand_entries_one_day_is_asked() -> None:
    first = day("2001-01-01")
    with Ledger.open(":memory:") as ledger:
        record_coding(ledger, stories.FRIDAY, at=at(0))
        (row,) = ledger.incidents()
        (model,) = row.entries
        fields = {"tally": "killed", "incident": row.incident.id, "recorded_from": None}
        told = [replace(model, **fields, as_of=first + timedelta(days=n), low=n) for n in range(10_000)]
        with ledger.writing(at(1)) as writer:
            writer._connection.execute(insert(entry), [entry_row(e, instant(at(1)), "test") for e in told])
        lows = []
        for clocks in (Clocks(as_of=first + timedelta(days=9000)), Clocks(ledger_as_of=at(2)), Clocks()):
            (held,) = (e for e in ledger.held(row.incident.id, clocks) if e.tally in {"killed", "abducted"})
            lows.append(held.low)
        assert lows == [9000, 9999, 9999]


def test_what_is_held_is_what_the_whole_record_says() -> None:
    with Ledger.open(":memory:") as ledger:
        for step, coding in enumerate((*stories_told(), stories.TUESDAY)):
            record_coding(ledger, coding, at=at(step))
        (row,) = ledger.incidents()
        for clocks in (
            Clocks(),
            Clocks(as_of=day("2024-03-23")),
            Clocks(ledger_as_of=at(1)),
            Clocks(as_of=START.date()),
        ):
            assert ledger.held(row.incident.id, clocks) == answers.incident(ledger, row.incident.id, clocks).entries
