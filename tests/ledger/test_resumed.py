"""A tally that goes on where it stopped says what one counted from the first day says."""

from __future__ import annotations

import importlib
from dataclasses import replace
from unittest.mock import patch

from tests.builders import day

from recuento.ledger.records import LeftOut, Reported
from recuento.ledger.resumed import Past, Pasts
from recuento.pipeline import code_text

counting = importlib.import_module("recuento.ledger.tally")  # the room has a function of that name


def _told() -> list[Reported]:
    texts = (
        ("2024-03-26", "Gunmen killed 12 people in Tula on Monday."),
        ("2024-03-27", "The attack in Tula on Monday killed 14 people, the mayor said. Nine were wounded."),
        ("2024-03-29", "Monday's attack in Tula left 15 dead, prosecutors said on Friday."),
    )
    codings = [code_text(text, published_on=day(published)) for published, text in texts]
    return [Reported(claim=claim, document=coding.document) for coding in codings for claim in coding.claims]


def test_what_was_counted_before_is_not_counted_again_and_nothing_else_changes() -> None:
    told, pasts = _told(), Pasts()
    days = sorted({one.document.published_on for one in told})
    for last in days:
        known = [one for one in told if one.document.published_on <= last]
        assert counting.tally("i-1", known, pasts.of("i-1")) == counting.tally("i-1", known)
    with patch.object(counting, "_held", side_effect=AssertionError("counted again")):
        counting.tally("i-1", told, pasts.of("i-1"))


def test_a_report_that_comes_late_changes_the_days_from_its_own_on() -> None:
    told, past = _told(), Past()
    first, *rest = sorted({one.document.published_on for one in told})
    counting.tally("i-1", [one for one in told if one.document.published_on != rest[0]], past)
    assert counting.tally("i-1", told, past) == counting.tally("i-1", told)
    withdrawn = LeftOut(document=told[0].document.id, since=None, reason="withdrawn", decision=1)
    without = [replace(one, left_out=withdrawn) if one.document.published_on == first else one for one in told]
    assert counting.tally("i-1", without, past) == counting.tally("i-1", without)


def test_a_claim_read_otherwise_under_the_same_id_is_counted_anew() -> None:
    told, past = _told(), Past()
    counting.tally("i-1", told, past)
    denied = [replace(one, claim=replace(one.claim, status="denied")) for one in told]
    assert counting.tally("i-1", denied, past) == counting.tally("i-1", denied)


def test_a_day_without_a_report_of_its_own_any_more_is_missed_by_those_after_it() -> None:
    told, past = _told(), Past()
    counting.tally("i-1", told, past)
    _, between, _ = sorted({one.document.published_on for one in told})
    without = [one for one in told if one.document.published_on != between]
    assert counting.tally("i-1", without, past) == counting.tally("i-1", without)
    assert counting.tally("i-1", told, past) == counting.tally("i-1", told)


def test_an_entry_is_written_once() -> None:
    told, past = _told(), Past()
    series = counting.tally("i-1", told, past)
    assert past.bodies(series, lambda entry: entry.rule) == [entry.rule for entry in series]
    assert past.bodies(counting.tally("i-1", told, past), lambda _: "again") == [entry.rule for entry in series]


def test_only_so_many_incidents_are_remembered() -> None:
    pasts = Pasts()
    first = pasts.of("i-0")
    for number in range(1, 600):
        pasts.of(f"i-{number}")
    assert pasts.of("i-0") is not first
    assert pasts.of("i-599") is pasts.of("i-599")
