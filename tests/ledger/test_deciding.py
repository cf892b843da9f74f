"""A person's word: it binds, it is logged with name and reason, it can be undone, and two people see one another."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests import stories
from tests.builders import HERMOSILLO, report, told
from tests.properties.test_incident_laws import BRIDGE, taken

from recuento import answers
from recuento.deciding import Which, correct, judge, undo, withdraw
from recuento.errors import LedgerError, OptionError, StaleDecision, UnknownId
from recuento.ledger import IncidentRow, Ledger
from recuento.model import Claim, Coding, Count, Entry
from recuento.recording import record_coding, replay

START = datetime(2024, 4, 1, 12, tzinfo=UTC)
STORY = (stories.FRIDAY, stories.GOVERNOR_SATURDAY, stories.TUESDAY)
ANA = {"by": "Ana Prueba", "why": "read both reports"}
LUIS = {"by": "Luis Prueba", "why": "called the ministry"}


def filled(*codings: Coding, path: Path | str = ":memory:") -> Ledger:
    ledger = Ledger.open(path)
    for step, coding in enumerate(codings):
        record_coding(ledger, coding, at=START + timedelta(hours=step))
    return ledger


def ids(ledger: Ledger) -> list[str]:
    return [row.incident.id for row in ledger.incidents()]


def shown(rows: tuple[IncidentRow, ...]) -> list[object]:
    """Return rows without the instants since which they are held."""
    return [
        (r.incident, r.documents, r.claims, [(e.tally, e.side, e.as_of, e.best, e.rests_on) for e in r.entries])
        for r in rows
    ]


def held(ledger: Ledger, tally: str, side: str = "civilian") -> Entry:
    (entry,) = [
        e
        for row in ledger.incidents()
        for e in ledger.incident(row.incident.id).entries
        if (e.tally, e.side) == (tally, side)
    ]
    return entry


def claim_on(ledger: Ledger, coding: Coding, tally: str) -> Claim:
    return ledger.claim(next(claim.id for claim in coding.claims if claim.tally == tally))


def table(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_same_joins_two_incidents_and_undoing_parts_them_again() -> None:
    with filled(BRIDGE[0], BRIDGE[4]) as ledger:
        before = ledger.incidents()
        first, second = ids(ledger)
        made = judge(ledger, (first, second), "same", **ANA)
        assert len(ledger.incidents()) == 1
        assert made.incidents == (ids(ledger)[0],)
        assert ledger.incident(first).incident == ledger.incident(second).incident
        replay(ledger)
        assert len(ledger.incidents()) == 1
        undo(ledger, made.decision.id, by="Ana Prueba", why="wrong town")
        assert shown(ledger.incidents()) == shown(before)
        replay(ledger)
        assert shown(ledger.incidents()) == shown(before)


def test_different_parts_what_the_machine_joined_and_holds_for_later_reports() -> None:
    again = taken("2024-03-21", 12, "F", on="2024-03-19")
    with filled(BRIDGE[0], again) as ledger:
        (row,) = ledger.incidents()
        names = tuple(f"i-{account[2:]}" for account in row.incident.accounts)
        judge(ledger, names, "different", **ANA)
        assert len(ledger.incidents()) == 2
        record_coding(ledger, taken("2024-03-22", 12, "G", on="2024-03-19"))
        assert len(ledger.incidents()) == 2
        judge(ledger, names, "unsure", by="Ana Prueba", why="no longer certain")
        assert len(ledger.incidents()) == 1


def test_the_latest_decision_holds_and_undoing_it_gives_the_one_before() -> None:
    with filled(BRIDGE[0], BRIDGE[4]) as ledger:
        names = tuple(ids(ledger))
        judge(ledger, names, "same", **ANA)
        accounts = tuple(f"i-{account[2:]}" for account in ledger.incidents()[0].incident.accounts)
        second = judge(ledger, accounts, "different", **ANA).decision
        assert len(ledger.incidents()) == 2
        undo(ledger, second.id, **ANA)
        assert len(ledger.incidents()) == 1
        undo(ledger, 3, **ANA)  # the undoing is undone: they are different again
        assert len(ledger.incidents()) == 2
        assert [d.undone_by for d in ledger.decisions()] == [None, None, 4, None]


def test_who_decides_second_is_told_what_the_first_decided_unless_they_saw_it() -> None:
    with filled(BRIDGE[0], BRIDGE[4]) as ledger:
        names = tuple(ids(ledger))
        judge(ledger, names, "same", **ANA)
        accounts = tuple(f"i-{account[2:]}" for account in ledger.incidents()[0].incident.accounts)
        with pytest.raises(StaleDecision, match=r"Ana Prueba decided .*same; decision 1.*read both reports.*--seen 1"):
            judge(ledger, accounts, "different", **LUIS)
        assert len(ledger.decisions()) == 1
        assert len(ledger.incidents()) == 1
        judge(ledger, accounts, "different", seen=1, **LUIS)
        assert len(ledger.incidents()) == 2


def test_a_decision_needs_a_name_and_a_reason_and_something_to_decide_on() -> None:
    with filled(BRIDGE[0], BRIDGE[4]) as ledger:
        names = tuple(ids(ledger))
        with pytest.raises(LedgerError, match="--by is empty"):
            judge(ledger, names, "same", by=" ", why="x")
        with pytest.raises(LedgerError, match="--why is empty"):
            judge(ledger, names, "same", by="Ana", why="")
        with pytest.raises(OptionError, match="are one telling"):
            judge(ledger, (names[0], names[0]), "same", **ANA)
        with pytest.raises(UnknownId):
            judge(ledger, (names[0], "i-zzzz"), "same", **ANA)
        assert ledger.decisions() == ()


def test_a_corrected_claim_moves_the_tally_and_keeps_what_was_read() -> None:
    with filled(*STORY) as ledger:
        claim = claim_on(ledger, stories.GOVERNOR_SATURDAY, "abducted")
        assert held(ledger, "abducted").best == Count.exactly(66)
        made = correct(ledger, claim.id[:12], "figure", "60", **ANA).decision
        assert (made.what.was, made.what.count) == ("66", Count.exactly(60))
        assert held(ledger, "abducted").best == Count.exactly(60)
        assert ledger.claim(claim.id).figure.count == Count.exactly(60)
        assert ledger.claim(claim.id).quote == claim.quote
        stored = {c.id: c for coding in ledger.codings() for c in coding.claims}
        assert stored[claim.id] == claim  # the machine's reading stays beside it
        record = ledger.incident(ids(ledger)[0])
        assert [d.id for d in record.decisions] == [made.id]
        replay(ledger)
        assert held(ledger, "abducted").best == Count.exactly(60)
        undo(ledger, made.id, **ANA)
        assert held(ledger, "abducted").best == Count.exactly(66)


@pytest.mark.parametrize(("value", "count"), [("12+", Count(12)), ("10-12", Count(10, 12)), ("0", Count.exactly(0))])
def test_figures_as_they_are_typed(value: str, count: Count) -> None:
    with filled(stories.FRIDAY) as ledger:
        correct(ledger, stories.FRIDAY.claims[0].id, "figure", value, **ANA)
        assert held(ledger, "abducted").best == count


def test_status_and_side_of_a_claim_and_of_an_incident() -> None:
    with filled(*STORY) as ledger:
        friday = stories.FRIDAY.claims[0].id
        correct(ledger, friday, "side", "state", **ANA)
        assert held(ledger, "abducted", "state").best == Count.exactly(15)
        made = correct(ledger, ids(ledger)[0], "status", "denied", which=Which(tally="freed"), **ANA).decision
        freed = {c.id for coding in ledger.codings() for c in coding.claims if c.tally == "freed"}
        assert set(made.what.targets) == freed
        assert "freed" not in {e.tally for e in ledger.incident(ids(ledger)[0]).entries}
        with pytest.raises(OptionError, match="is no status; it is one of occurred"):
            correct(ledger, friday, "status", "maybe", **ANA)


def test_an_incident_s_own_figure_place_and_days() -> None:
    with filled(*STORY) as ledger:
        (name,) = ids(ledger)
        correct(ledger, name, "figure", "70", which=Which(tally="abducted"), **ANA)
        entry = held(ledger, "abducted")
        assert (entry.best, entry.low, entry.high, entry.rests_on) == (Count.exactly(70), 70, 70, ())
        assert entry.rule == "Ana Prueba's word (decision 1): read both reports"
        assert "Ana Prueba corrected the figure (decision 1)" in {one.reason for one in entry.set_aside}
        early = ledger.incident(name, as_of=stories.GOVERNOR_SATURDAY.document.published_on)
        assert {e.best.exact for e in early.entries if e.tally == "abducted"} == {66}  # not what was said by then
        correct(ledger, name, "place", "Hermosillo, Sonora", **ANA)
        correct(ledger, name, "date", "2024-03-20..2024-03-21", **ANA)
        incident = ledger.incidents()[0].incident
        assert (incident.place.name, incident.place.id) == ("Hermosillo", HERMOSILLO.id)
        assert [(d.first.day, d.after.day) for d in incident.when] == [(20, 22)]
        record_coding(ledger, stories.SUNDAY)
        assert ledger.incidents()[0].incident.place.name == "Hermosillo"
        with pytest.raises(OptionError, match="--tally: say which figure"):
            correct(ledger, name, "figure", "70", **ANA)
        with pytest.raises(OptionError, match="places bear the name"):
            correct(ledger, name, "place", "San Pedro", **ANA)


def test_a_figure_nobody_gave_can_be_a_person_s_word() -> None:
    with filled(stories.FRIDAY) as ledger:
        correct(ledger, ids(ledger)[0], "figure", "3", which=Which(tally="killed", side="civilian"), **ANA)
        assert held(ledger, "killed").best == Count.exactly(3)
        assert held(ledger, "abducted").best == Count.exactly(15)


def test_a_withdrawn_report_leaves_the_tallies_and_does_not_come_back() -> None:
    with filled(*STORY) as ledger:
        document = stories.TUESDAY.document
        assert held(ledger, "freed").best == Count.exactly(58)
        made = withdraw(ledger, document.id, by="Ana Prueba", why="retracted by the paper").decision
        assert held(ledger, "freed").best == Count.exactly(42)
        reasons = {one.reason for one in held(ledger, "freed").set_aside}
        assert "the report was withdrawn by Ana Prueba (retracted by the paper; decision 1)" in reasons
        assert not record_coding(ledger, stories.TUESDAY).added
        assert ledger.withdrawal(document).decision == made.id
        assert held(ledger, "freed").best == Count.exactly(42)
        with pytest.raises(LedgerError, match="withdrawn already"):
            withdraw(ledger, document.id, **LUIS)
        undo(ledger, made.id, **ANA)
        assert held(ledger, "freed").best == Count.exactly(58)
        assert ledger.withdrawal(document) is None


def test_an_incident_of_withdrawn_reports_alone_is_not_listed_but_found() -> None:
    with filled(stories.CLASH, stories.FRIDAY) as ledger:
        name = ledger.incident_of(stories.CLASH.accounts[0].id)
        withdraw(ledger, stories.CLASH.document.id, **ANA)
        assert name not in ids(ledger)
        record = answers.incident(ledger, name)
        assert record.entries == ()
        assert [one.document for one in record.left_out] == [stories.CLASH.document.id]


@pytest.mark.sqlite
def test_a_decision_and_its_effect_are_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(BRIDGE[0], BRIDGE[4], path=tmp_path / "l.db") as ledger:
        names = tuple(ids(ledger))

        def dies(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("recuento.deciding.relink", dies)
        with pytest.raises(KeyboardInterrupt):
            judge(ledger, names, "same", **ANA)
        assert ledger.decisions() == ()
        assert table(tmp_path / "l.db", "SELECT * FROM judgement WHERE by_person") == []


@pytest.mark.sqlite
def test_the_log_is_a_chain_that_shows_what_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with filled(*STORY, path=path) as ledger:
        claim = stories.FRIDAY.claims[0].id
        for value in ("14", "13", "12"):
            correct(ledger, claim, "figure", value, **ANA)
        sound = ledger.audit()
        assert (sound.decisions, sound.reports) == (3, 3)
        assert [d.before for d in ledger.decisions()][1:] == [d.hash for d in ledger.decisions()][:-1]
        assert ledger.decisions()[-1].hash == sound.head
    for change, words in (
        ("UPDATE decision SET why = 'another' WHERE id = 2", "decision 2 .* is not as it was written"),
        ("DELETE FROM decision WHERE id = 2", "decision 2 was taken out"),
        ("UPDATE document SET text = text || '.'", "its text was changed"),
    ):
        copy = tmp_path / "copy.db"
        copy.write_bytes(path.read_bytes())
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute(change)
            connection.commit()
        with Ledger.open(copy) as ledger, pytest.raises(LedgerError, match=words):
            ledger.audit()


def test_what_was_decided_later_does_not_change_what_the_ledger_held() -> None:
    with filled(*STORY) as ledger:
        (name,) = ids(ledger)
        then = START + timedelta(hours=5)
        before = answers.incident(ledger, name, answers.Clocks(ledger_as_of=then))
        later = {"at": START + timedelta(days=1)}
        correct(ledger, stories.TUESDAY.claims[-1].id, "figure", "57", **ANA, **later)
        withdraw(ledger, stories.FRIDAY.document.id, **ANA, at=START + timedelta(days=2))
        correct(ledger, name, "place", "Hermosillo, Sonora", **ANA, at=START + timedelta(days=3))
        after = answers.incident(ledger, name, answers.Clocks(ledger_as_of=then))
        assert [(e.tally, e.best, e.set_aside) for e in after.series] == [
            (e.tally, e.best, e.set_aside) for e in before.series
        ]
        assert (after.claims, after.incident, after.left_out, after.decisions) == (
            before.claims, before.incident, (), (),
        )  # fmt: skip


def test_a_new_version_of_a_page_replaces_the_old_from_its_day_on() -> None:
    url = "https://www.example.org/nota/1"
    old = report("2024-05-01", [told("12 people were killed at the fair", "killing", "killed", 12, side="civilian")],
                 on="2024-05-01", publisher=None, url=url)  # fmt: skip
    new = report("2024-05-02", [told("9 people were killed at the fair", "killing", "killed", 9, side="civilian")],
                 on="2024-05-01", publisher=None, url="http://example.org/nota/1/?utm_source=x#top")  # fmt: skip
    other = report("2024-05-02", [told("20 rifles lay in another house by the sea", "seizure", "seized", 20,
                   unit="rifle")], on="2024-05-02", publisher=None, url="https://example.org/nota/2")  # fmt: skip
    for order in ((old, new, other), (new, other, old)):
        with filled(*order) as ledger:
            assert held(ledger, "killed").best == Count.exactly(9)
            assert (held(ledger, "killed").low, held(ledger, "killed").high) == (9, 9)
            assert "the report was replaced by a later version" in held(ledger, "killed").set_aside[0].reason
            name = ledger.incident_of(old.accounts[0].id)
            first = ledger.incident(name, as_of=old.document.published_on)
            assert (first.entries[0].best.exact, first.left_out) == (12, ())
            assert len(list(ledger.codings())) == 3  # both are kept
            withdraw(ledger, new.document.id, **ANA)
            assert held(ledger, "killed").best == Count.exactly(12)


def test_a_version_that_takes_everything_back_empties_the_tally() -> None:
    url = "https://example.org/nota/1"
    old = report("2024-05-01", [told("12 people were killed at the fair", "killing", "killed", 12, side="civilian")],
                 publisher=None, url=url)  # fmt: skip
    new = report("2024-05-02", [told("nobody was killed at the fair", "killing")], publisher=None, url=url)
    empty = Coding(document=new.document, claims=(), accounts=(), relations=(), unread=())
    with filled(old, empty) as ledger:
        name = ledger.incident_of(old.accounts[0].id)
        (entry,) = ledger.incident(name).entries
        assert (entry.best, entry.low, entry.high, entry.sources) == (Count(0), 0, None, 0)
        assert entry.rule == "no report that still stands gives a figure"
        assert ledger.incident(name, as_of=old.document.published_on).entries[0].best == Count.exactly(12)
        assert ledger.incidents() == ()


def test_an_address_used_for_another_article_replaces_nothing() -> None:
    url = "https://example.org/noticias"
    codings = [
        report("2024-05-01", [told("12 people were killed at the fair", "killing", "killed", 12, side="civilian")],
               publisher=None, url=url),
        report("2024-05-02", [told("soldiers seized 20 rifles beside that river", "seizure", "seized", 20,
               unit="rifle")], publisher=None, url=url),
    ]  # fmt: skip
    with filled(*codings) as ledger:
        assert held(ledger, "killed").best == Count.exactly(12)
