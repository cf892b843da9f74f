"""Accepting is of exactly what was shown; a claim that gives no figure leaves its tally."""

from __future__ import annotations

import pytest
from tests import stories
from tests.builders import report, told
from tests.ledger.test_deciding import ANA, LUIS, claim_on, filled, held, ids

from recuento.deciding import Which, accept, correct, figure_held, undo
from recuento.errors import LedgerError, OptionError, StaleDecision
from recuento.ledger import Ledger
from recuento.ledger.decisions import is_what_was_accepted
from recuento.model.decision import Accepted
from recuento.recording import record_coding


def accepted(ledger: Ledger, tally: str) -> bool:
    entry = held(ledger, tally)
    made = ledger.accepted().get((f"k-{ids(ledger)[0][2:]}", tally, entry.side, entry.unit))
    return made is not None and isinstance(made.what, Accepted) and is_what_was_accepted(entry, made.what)


def test_an_acceptance_holds_until_the_figure_moves() -> None:
    with filled(stories.FRIDAY) as ledger:
        (one,) = ids(ledger)
        accept(ledger, one, held(ledger, "abducted"), **ANA)
        assert accepted(ledger, "abducted")
        record_coding(ledger, stories.GOVERNOR_SATURDAY)
        assert not accepted(ledger, "abducted")


def test_what_has_moved_since_it_was_shown_is_not_accepted() -> None:
    with filled(stories.FRIDAY) as ledger:
        shown = held(ledger, "abducted")
        record_coding(ledger, stories.GOVERNOR_SATURDAY)
        with pytest.raises(StaleDecision, match="has moved since you saw"):
            accept(ledger, ids(ledger)[0], shown, **ANA)
        assert ledger.decisions() == ()


def test_the_second_sees_the_first() -> None:
    with filled(stories.FRIDAY) as ledger:
        shown = held(ledger, "abducted")
        accept(ledger, ids(ledger)[0], shown, **ANA)
        with pytest.raises(StaleDecision, match="Ana Prueba decided on this before you"):
            accept(ledger, ids(ledger)[0], shown, **LUIS)
        accept(ledger, ids(ledger)[0], shown, seen=1, **LUIS)
        assert [each.by for each in ledger.decisions(ids(ledger)[0])] == ["Ana Prueba", "Luis Prueba"]


def test_undone_it_is_open_again_and_the_log_is_sound() -> None:
    with filled(stories.FRIDAY) as ledger:
        accept(ledger, ids(ledger)[0], held(ledger, "abducted"), **ANA)
        undo(ledger, 1, **ANA)
        assert not accepted(ledger, "abducted")
        assert ledger.audit().decisions == 2


def test_which_figure_is_meant_must_be_clear() -> None:
    with filled(stories.FRIDAY) as ledger:
        record = ledger.incident(ids(ledger)[0])
        assert figure_held(record, Which(tally="abducted")).tally == "abducted"
        with pytest.raises(OptionError, match="no such figure"):
            figure_held(record, Which(tally="wounded"))
        with pytest.raises(OptionError, match="say which figure"):
            figure_held(record, Which())
        for nonsense in (Which(tally="picnic"), Which(tally="killed", side="left")):
            with pytest.raises(OptionError, match=r"is no (tally|side)"):
                correct(ledger, record.incident.id, "figure", "3", which=nonsense, **ANA)


def test_a_claim_that_gives_no_figure_leaves_the_tally_and_comes_back_when_undone() -> None:
    coding = report("2024-03-21", [told("40 people were taken", "abduction", "abducted", 40, side="civilian")])
    with filled(coding) as ledger:
        claim = claim_on(ledger, coding, "abducted")
        correct(ledger, claim.id, "figure", "none", **ANA)
        assert ledger.incident(ids(ledger)[0]).entries == ()
        undo(ledger, 1, **ANA)
        assert held(ledger, "abducted").best.exact == 40


def test_a_decision_without_a_name_is_refused() -> None:
    with filled(stories.FRIDAY) as ledger, pytest.raises(LedgerError, match="needs a name"):
        accept(ledger, ids(ledger)[0], held(ledger, "abducted"), by=" ", why="x")
