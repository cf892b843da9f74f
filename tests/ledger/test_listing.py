"""Lists: what is filtered, counted and waits for review, against a slow and obvious way of saying it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.builders import HERMOSILLO, MEXICO, day, report, told

from recuento import deciding
from recuento.errors import OptionError
from recuento.ledger import ORDERS, Clocks, IncidentFilter, IncidentRow, Ledger, Order
from recuento.ledger.connect import writing
from recuento.ledger.listing import place_in_order
from recuento.ledger.listings import is_contested
from recuento.ledger.relisting import relist_all
from recuento.link import Linker
from recuento.model import Coding
from recuento.recording import record_coding, replay

START = datetime(2024, 7, 1, tzinfo=UTC)
WHO = {"by": "Ana Prueba", "why": "read it"}


def codings() -> tuple[Coding, ...]:
    return (
        report("2024-03-21", [told("25 people were taken", "abduction", "abducted", 25, side="civilian")],
               on="2024-03-20"),
        report("2024-03-22", [told("66 people were taken", "abduction", "abducted", 66, side="civilian"),
                              told("42 were freed", "release", "freed", 42, side="civilian")],
               publisher="El Faro Chico", on="2024-03-20"),
        report("2024-05-02", [told("3 gunmen were killed in the Año Nuevo", "clash", "killed", 3, side="armed_group",
                                   certainty="alleged", actor=("perpetrator", "gunmen", "a-cjng"))],
               place=HERMOSILLO, on="2024-05-01", publisher="Reforma"),
        report("2024-06-02", [told("2 were wounded", "attack", "wounded", 2)], place=None, on=None),
        report("2024-06-03", [told("5 were killed", "attack", "killed", 5, side="state")], place=MEXICO,
               on="2024-05-30", days=3, background=("news",)),
    )  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    held = Ledger.open(tmp_path / "l.db")
    for step, coding in enumerate(codings()):
        record_coding(held, coding, at=START + timedelta(days=step), linker=Linker())
    return held


def events(rows: tuple[IncidentRow, ...]) -> list[str]:
    return [row.incident.events[0] for row in rows]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (IncidentFilter(), ["abduction", "clash", "attack", "attack"]),
        (IncidentFilter(background=False), ["abduction", "clash", "attack"]),
        (IncidentFilter(tally="killed"), ["clash", "attack"]),
        (IncidentFilter(side="civilian"), ["abduction"]),
        (IncidentFilter(tally="killed", side="state"), ["attack"]),
        (IncidentFilter(tally="freed", side="state"), []),
        (IncidentFilter(country="MX"), ["abduction", "clash", "attack"]),
        (IncidentFilter(admin1="MX-SON"), ["clash"]),
        (IncidentFilter(group="a-cjng"), ["clash"]),
        (IncidentFilter(group="a-cj"), []),
        (IncidentFilter(source="Reforma"), ["clash"]),
        (IncidentFilter(source="Prensa"), ["abduction", "attack", "attack"]),
        (IncidentFilter(source="El Faro Chico"), ["abduction"]),
        (IncidentFilter(source="%"), []),
        (IncidentFilter(certainty="alleged"), ["clash"]),
        (IncidentFilter(reviewed="no"), ["abduction", "clash", "attack", "attack"]),
        (IncidentFilter(reviewed="yes"), []),
        (IncidentFilter(words="ano nuevo"), ["clash"]),
        (IncidentFilter(words='"GUNMEN were"'), ["clash"]),
        (IncidentFilter(words="gunm*"), ["clash"]),
        (IncidentFilter(words="freed nowhere"), []),
        (IncidentFilter(changed=START + timedelta(hours=1)), ["abduction", "clash", "attack", "attack"]),
        (IncidentFilter(changed=START + timedelta(days=1, hours=1)), ["clash", "attack", "attack"]),
        (IncidentFilter(changed=START + timedelta(days=9)), []),
        (IncidentFilter(placed=True), ["abduction", "clash"]),
        (IncidentFilter(placed=False), ["attack", "attack"]),
        (IncidentFilter(dated=False), ["attack"]),
        (IncidentFilter(box=(-112, 28, -110, 30)), ["clash"]),
        (IncidentFilter(since=day("2024-06-01"), until=day("2024-06-01")), ["attack"]),
    ],
)
def test_each_filter_lists_what_it_says(ledger: Ledger, wanted: IncidentFilter, found: list[str]) -> None:
    rows = ledger.incidents(wanted)
    assert sorted(events(rows)) == sorted(found)
    assert ledger.counted(wanted).total == len(rows)
    assert ledger.incident_page(wanted, limit=9) == rows
    assert ledger.listed(wanted, "oldest", start=0, most=9) == rows


def test_counts_are_those_of_the_rows(ledger: Ledger) -> None:
    rows, counted = ledger.incidents(), ledger.counted(IncidentFilter())
    assert counted.events == Counter(event for row in rows for event in set(row.incident.events))
    assert counted.tallies == Counter(tally for row in rows for tally in {entry.tally for entry in row.entries})
    assert counted.sides == Counter(side for row in rows for side in {entry.side for entry in row.entries})
    assert counted.admin1 == {"MX-SIN": 1, "MX-SON": 1}
    assert ledger.admin1_names(["MX-SON", "MX-XX"]) == {"MX-SON": "Sonora, MX"}
    assert counted.groups == {"a-cjng": 1}
    assert counted.sources == {"Prensa": 3, "El Faro Chico": 1, "Reforma": 1}
    assert counted.certainty == {"stated": 3, "alleged": 1}
    assert {month.isoformat(): n for month, n in counted.months.items()} == {"2024-03-01": 1, "2024-05-01": 2}
    assert counted.points == {(24.8, -107.4): 1, (29.07, -110.96): 1}
    assert (counted.undated, counted.unplaced) == (1, 2)
    assert counted.contested == sum(any(map(is_contested, row.entries)) for row in rows)
    assert counted.changed == {}  # all of it was written long ago


def test_what_was_written_lately_is_counted_by_its_day(ledger: Ledger) -> None:
    fresh = report("2024-09-03", [told("8 were killed", "attack", "killed", 8)], place=HERMOSILLO, on="2024-09-02")
    record_coding(ledger, fresh, linker=Linker())
    changed = ledger.counted(IncidentFilter()).changed
    assert sum(changed.values()) == 1
    assert all(abs((datetime.now(UTC).date() - day_).days) <= 1 for day_ in changed)


def test_pages_one_after_another_are_the_list(ledger: Ledger) -> None:
    rows = ledger.incidents()
    offset = [row for start in range(0, 5, 2) for row in ledger.incident_page(IncidentFilter(), limit=2, offset=start)]
    assert tuple(offset) == rows
    assert ledger.incident_page(IncidentFilter(), limit=9, after=place_in_order(rows[0], "oldest")) == rows[1:]


@pytest.mark.parametrize("order", ORDERS)
def test_each_order_is_told_to_its_end_from_any_place_in_it(ledger: Ledger, order: Order) -> None:
    rows = ledger.incident_page(IncidentFilter(), limit=9, order=order)
    assert tuple(ledger.each_incident(order=order)) == rows
    assert {row.incident.id for row in rows} == {row.incident.id for row in ledger.incidents()}
    for place, row in enumerate(rows):
        assert ledger.listed(IncidentFilter(), order, start=place, most=2) == rows[place : place + 2]
        after = place_in_order(row, order)
        assert ledger.incident_page(IncidentFilter(), limit=9, after=after, order=order) == rows[place + 1 :]


def test_the_newest_and_what_changed_last_come_first(ledger: Ledger) -> None:
    newest = ledger.incident_page(IncidentFilter(), limit=9, order="newest")
    assert newest == ledger.incidents()[::-1]
    late = report("2024-06-09", [told("59 were freed", "release", "freed", 59, side="civilian")], on="2024-03-20")
    record_coding(ledger, late, at=START + timedelta(days=9), linker=Linker())
    (first, *_) = ledger.incident_page(IncidentFilter(), limit=9, order="changed")
    assert first.incident.events[0] == "abduction"
    assert first.changed_at == START + timedelta(days=9)


def test_only_what_persons_accepted_or_gave_is_told_when_that_is_asked(ledger: Ledger) -> None:
    only = IncidentFilter(reviewed_only=True)
    assert ledger.incidents(only) == ()
    (row,) = ledger.incidents(IncidentFilter(tally="freed"))
    freed = next(entry for entry in row.entries if entry.tally == "freed")
    deciding.accept(ledger, row.incident.id, freed, **WHO)
    (told_of,) = ledger.incidents(only)
    assert [entry.key for entry in told_of.entries] == [freed.key]
    assert (told_of.reviewed, told_of.accepted) == ("part", (freed.key,))
    assert ledger.counted(only).total == 1
    (clash,) = ledger.incidents(IncidentFilter(event="clash"))
    assert clash.accepted == ()
    which = deciding.Which(tally="killed")
    deciding.correct(ledger, clash.incident.id, "figure", "4", which=which, **WHO)
    assert [row.reviewed for row in ledger.incidents(only)] == ["part", "yes"]
    with pytest.raises(OptionError, match="of today"):
        ledger.incidents(only, clocks=Clocks(as_of=day("2024-06-01")))


def test_contested_incidents_are_those_of_which_claims_support_several_figures(ledger: Ledger) -> None:
    contested, agreed = (ledger.incidents(IncidentFilter(contested=wish)) for wish in (True, False))
    assert all(any(is_contested(entry) for entry in row.entries) for row in contested)
    assert not any(is_contested(entry) for row in agreed for entry in row.entries)
    assert sorted([*events(contested), *events(agreed)]) == ["abduction", "attack", "attack", "clash"]


def test_what_waits_comes_contested_first_and_leaves_when_it_is_accepted(ledger: Ledger) -> None:
    queue = ledger.review(at=0, limit=9)
    assert (queue.open, queue.done) == (5, 0)
    contested = [is_contested(each.entry) for each in queue.waiting]
    assert contested == sorted(contested, reverse=True)
    assert queue.waiting[-1].row.incident.background
    first = next(each for each in queue.waiting if each.entry.tally == "freed")
    deciding.accept(ledger, first.row.incident.id, first.entry, **WHO)
    after = ledger.review(at=0, limit=9)
    assert (after.open, after.done) == (4, 1)
    assert "freed" not in {each.entry.tally for each in after.waiting}
    assert [row.incident.id for row in ledger.incidents(IncidentFilter(reviewed="part"))] == [first.row.incident.id]
    deciding.undo(ledger, 1, **WHO)
    assert ledger.review(at=0, limit=9) == queue
    deciding.undo(ledger, 2, **WHO)
    assert ledger.review(at=99, limit=9).at == 3


def test_what_was_accepted_waits_again_when_a_new_report_moves_it(ledger: Ledger) -> None:
    (clash,) = ledger.incidents(IncidentFilter(event="clash"))
    deciding.accept(ledger, clash.incident.id, clash.entries[0], **WHO)
    assert ledger.counted(IncidentFilter()).reviewed == {"no": 3, "yes": 1}
    more = report("2024-05-03", [told("4 gunmen were killed", "clash", "killed", 4, side="armed_group")],
                  place=HERMOSILLO, on="2024-05-01", publisher="Otra")  # fmt: skip
    record_coding(ledger, more)
    (clash,) = ledger.incidents(IncidentFilter(event="clash"))
    assert clash.documents == 2
    assert ledger.counted(IncidentFilter()).reviewed == {"no": 4}


def test_a_withdrawn_report_takes_its_incident_off_the_list_and_its_figures_out_of_the_queue(ledger: Ledger) -> None:
    (clash,) = ledger.incidents(IncidentFilter(event="clash"))
    document = ledger.incident(clash.incident.id).documents[0].id
    deciding.withdraw(ledger, document, **WHO)
    assert ledger.incidents(IncidentFilter(event="clash")) == ()
    assert ledger.counted(IncidentFilter()).total == 3
    assert clash.incident.id not in {each.row.incident.id for each in ledger.review(at=0, limit=9).waiting}


def test_what_another_process_writes_is_counted_at_once(ledger: Ledger, database: str, tmp_path: Path) -> None:
    assert ledger.counted(IncidentFilter(words="gunmen")).total == 1
    with Ledger.open(tmp_path / "l.db") as other:
        first = other.review(at=0, limit=1).waiting[0]
        deciding.accept(other, first.row.incident.id, first.entry, at=START, **WHO)
        assert ledger.counted(IncidentFilter(reviewed="no")).total == 3
        more = report("2024-05-09", [told("8 gunmen were killed", "clash", "killed", 8, side="armed_group")],
                      place=None, on="2024-05-08", publisher="Otra")  # fmt: skip
        record_coding(other, more)
    assert ledger.counted(IncidentFilter()).total == 5
    assert ledger.counted(IncidentFilter(words="gunmen")).total == 2
    assert ledger.listed(IncidentFilter(words="gunmen"), "newest", start=0, most=9)[0].documents == 1


def test_after_every_kind_of_step_what_is_kept_in_memory_is_what_a_new_reader_finds(
    ledger: Ledger, tmp_path: Path
) -> None:
    first, second = (row.incident.id for row in ledger.incidents()[:2])
    clash = ledger.incidents(IncidentFilter(event="clash"))[0].incident.id
    steps = (
        lambda: deciding.judge(ledger, (first, second), "same", **WHO),
        lambda: deciding.undo(ledger, 1, **WHO),
        lambda: deciding.correct(ledger, clash, "place", "Culiacán, Sinaloa", **WHO),
        lambda: deciding.correct(ledger, clash, "date", "2024-05-09", **WHO),
        lambda: deciding.withdraw(ledger, ledger.incident(clash).documents[0].id, **WHO),
        lambda: deciding.undo(ledger, 5, **WHO),
        lambda: replay(ledger),
    )
    asked = (
        IncidentFilter(), IncidentFilter(words="gunmen"), IncidentFilter(admin1="MX-SIN"), IncidentFilter(placed=False),
    )  # fmt: skip
    for step in (lambda: None, *steps):
        step()
        with Ledger.open(tmp_path / "l.db") as fresh:
            for wanted in asked:
                assert ledger.counted(wanted) == fresh.counted(wanted)
                assert ledger.counted(wanted).total == len(ledger.incidents(wanted))
                kept = ledger.listed(wanted, "newest", start=0, most=9)
                assert kept == fresh.incident_page(wanted, limit=9, order="newest")
            assert ledger.place_sums(IncidentFilter(), ("killed",)) == fresh.place_sums(IncidentFilter(), ("killed",))


def test_an_empty_ledger_is_counted_and_searched() -> None:
    with Ledger.open(":memory:") as empty:
        for wanted in (IncidentFilter(), IncidentFilter(words="gunmen")):
            assert (empty.counted(wanted).total, empty.counted(wanted).points) == (0, {})
            assert empty.listed(wanted, "newest", start=0, most=9) == ()
            assert empty.spots(wanted) == ()
            assert empty.place_sums(wanted, ("killed",)) == ()


def test_no_word_to_search_for_is_said(ledger: Ledger) -> None:
    for ask in (ledger.incidents, ledger.counted, lambda wanted: ledger.incident_page(wanted, limit=1)):
        with pytest.raises(OptionError, match="no word"):
            ask(IncidentFilter(words="?!"))


@pytest.mark.sqlite
def test_building_the_lists_afresh_gives_the_same_bytes(ledger: Ledger, tmp_path: Path) -> None:
    first = ledger.review(at=0, limit=1).waiting[0]
    deciding.accept(ledger, first.row.incident.id, first.entry, **WHO)
    before = dump(tmp_path / "l.db")
    with writing(ledger._engine) as connection:
        relist_all(connection)
    assert dump(tmp_path / "l.db") == before


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.iterdump())
