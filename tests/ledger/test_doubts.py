"""Joins that a person should look at: what linking nearly joined, and what it only just took in."""

from __future__ import annotations

from tests.builders import Told, report, told

from recuento import answers, deciding
from recuento.ledger import Doubt, Ledger
from recuento.link import Linker, load_weights
from recuento.model import Coding
from recuento.recording import record_coding

WHO = {"by": "Ana Prueba", "why": "read both"}


def shot(number: int) -> list[Told]:
    return [told(f"{number} people were killed at the market", "killing", "killed", number, side="civilian")]


def codings() -> tuple[Coding, ...]:
    """Return two reports of one killing, and one of another of the same kind, place and number three days on."""
    return (
        report("2024-03-21", shot(14), on="2024-03-20"),
        report("2024-03-22", shot(15), on="2024-03-20", publisher="El Faro Chico"),
        report("2024-03-24", shot(14), on="2024-03-23", publisher="La Hoja"),
    )


def held(*told_of: Coding) -> Ledger:
    ledger = Ledger.open(":memory:")
    for coding in told_of:
        record_coding(ledger, coding, linker=Linker())
    return ledger


def open_ones(ledger: Ledger) -> tuple[Doubt, ...]:
    found = answers.doubts(ledger, at=0, limit=9)
    assert found.open == len(found.doubts)
    return found.doubts


def test_two_incidents_that_nearly_became_one_wait_until_a_person_has_judged_them() -> None:
    ledger = held(*codings())
    (doubt,) = open_ones(ledger)
    assert not doubt.joined
    assert set(doubt.names) == {row.incident.id for row in ledger.incidents()}
    assert doubt.score >= load_weights().consider
    deciding.judge(ledger, doubt.names, "different", **WHO)
    assert open_ones(ledger) == ()
    assert answers.doubts(ledger, at=0, limit=9).judged == 1
    deciding.undo(ledger, 1, **WHO)
    assert open_ones(ledger) == (doubt,)
    deciding.judge(ledger, doubt.names, "unsure", **WHO)
    assert open_ones(ledger) == ()


def test_what_a_person_joins_is_in_doubt_no_more() -> None:
    ledger = held(*codings())
    (doubt,) = open_ones(ledger)
    deciding.judge(ledger, doubt.names, "same", **WHO)
    assert len(ledger.incidents()) == 1
    assert open_ones(ledger) == ()


def test_a_telling_that_no_sure_link_holds_waits_and_a_sure_one_does_not() -> None:
    undated = report("2024-03-22", shot(14), on=None, publisher="La Hoja")
    ledger = held(*codings()[:2], undated)
    (doubt,) = open_ones(ledger)
    assert doubt.joined
    assert undated.accounts[0].id in doubt.names
    assert doubt.score < load_weights().numbers.sure
    deciding.judge(ledger, doubt.names, "different", **WHO)
    assert len(ledger.incidents()) == 2
    assert open_ones(ledger) == ()


def test_two_incidents_that_one_report_tells_apart_are_in_no_doubt() -> None:
    first, second, third = codings()
    both = report(
        "2024-03-25",
        [*shot(14), told("14 people were killed in a bar", "killing", "killed", 14, side="civilian", group="bar")],
        on="2024-03-20", dates=(("bar", "2024-03-23"),), publisher="El Resumen",
    )  # fmt: skip
    ledger = held(first, second, third, both)
    assert len(ledger.incidents()) == 2
    assert open_ones(ledger) == ()


def test_past_the_end_the_last_is_told_and_an_empty_ledger_has_none() -> None:
    ledger = held(*codings())
    assert answers.doubts(ledger, at=7, limit=1).at == 0
    empty = answers.doubts(Ledger.open(":memory:"), at=3, limit=1)
    assert (empty.at, empty.open, empty.doubts) == (0, 0, ())
