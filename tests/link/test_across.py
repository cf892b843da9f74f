"""How incidents of different reports hang together: a named person, a stated revenge. Everyone here is invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from tests.builders import HERMOSILLO, report, told

from recuento.deciding import withdraw
from recuento.ledger import Ledger
from recuento.link import load_weights, person_keys, ties_across
from recuento.model import Account, Coding, Motive, Span
from recuento.pipeline import code_text
from recuento.recording import record_coding

AT = datetime(2026, 1, 1, tzinfo=UTC)
NAME = "Ramiro Zulueta Beltrán"
REVENGE = "in revenge for the death of Elías Noriega Paz"


def one(event: str, role: str, name: str, on: str, published: str | None = None) -> Account:
    said = told(f"{name} was in it", event, actor=(role, name))
    return report(published or on, [said], on=on, publisher=event, place=HERMOSILLO).accounts[0]


def avenging(on: str = "2024-03-09") -> Account:
    said = f"Gunmen killed two guards {REVENGE}"
    start = len("Nota. ") + said.index(REVENGE)
    motive = Motive(text=REVENGE, span=Span(start, start + len(REVENGE)))
    return report(on, [told(said, "killing", "killed", 2, figure="two", motive=motive)], on=on).accounts[0]


def tied(a: Account, b: Account) -> list[tuple[str, str, str]]:
    events = {account.id: account.claims[0].event for account in (a, b)}
    return [(events[tie.subject], tie.tie, events[tie.object]) for tie in ties_across(a, b, load_weights())]


DID = one("killing", "perpetrator", NAME, "2024-03-03")


@pytest.mark.parametrize("event", ["arrest", "charge", "trial", "sentence", "extradition", "sanction"])
def test_what_befell_a_named_doer_follows_up_what_he_did(event: str) -> None:
    later = one(event, "target", NAME, "2024-04-09")
    assert tied(later, DID) == tied(DID, later) == [(event, "follow_up_of", "killing")]
    weights = load_weights()
    assert person_keys(later, weights).sought & person_keys(DID, weights).kept
    assert person_keys(DID, weights).sought & person_keys(later, weights).kept


def test_a_trial_follows_up_the_arrest_and_a_second_arrest_does_not() -> None:
    arrest = one("arrest", "target", NAME, "2024-04-09")
    assert tied(one("trial", "target", f"{NAME}", "2025-01-20"), arrest) == [("trial", "follow_up_of", "arrest")]
    assert tied(one("arrest", "target", NAME, "2024-08-02"), arrest) == []


@pytest.mark.parametrize(
    "other",
    [
        one("arrest", "target", NAME, "2024-02-01"),  # before he did it
        one("arrest", "target", "Ramiro Zulueta Ortiz", "2024-04-09"),  # somebody else
        one("arrest", "authority", NAME, "2024-04-09"),  # who arrested, not who was arrested
        one("killing", "target", NAME, "2024-04-09"),  # no follow-up
    ],
)
def test_what_is_no_follow_up(other: Account) -> None:
    assert tied(other, DID) == []


def test_a_usual_name_of_two_words_is_nobody_in_particular() -> None:
    did, held = (
        one("killing", "perpetrator", "Juan Pérez", "2024-03-03"),
        one("arrest", "target", "Juan Pérez", "2024-04-09"),
    )
    assert tied(held, did) == []
    assert not person_keys(held, load_weights()).kept


def test_a_revenge_is_tied_to_the_death_that_it_names() -> None:
    death = one("killing", "target", "Elías Noriega Paz", "2024-03-05")
    assert tied(avenging(), death) == [("killing", "retaliation_for", "killing")]
    assert tied(avenging("2024-03-01"), death) == []
    assert tied(avenging(), one("killing", "target", "Elías Noriega Soto", "2024-03-05")) == []


KILLING = f"{NAME} shot dead three fishermen in San Blas, Nayarit, on 3 March 2024, prosecutors said."
ARREST = f"Marines arrested {NAME} in Monterrey, Nuevo León, on 9 April 2024."


def test_the_ledger_shows_the_tie_whichever_report_came_first_and_not_before_both_were_published() -> None:
    codings: list[Coding] = [
        code_text(KILLING, published_on=date(2024, 3, 4)), code_text(ARREST, published_on=date(2024, 4, 10)),
    ]  # fmt: skip
    for order in permutations(codings):
        with Ledger.open(":memory:") as ledger:
            for coding in order:
                record_coding(ledger, coding, at=AT)
            killing, arrest = (ledger.incident_of(coding.accounts[0].id) for coding in codings)
            assert killing != arrest
            (tie,) = ledger.incident(killing).ties
            assert (tie.subject, tie.tie, tie.object) == (arrest, "follow_up_of", killing)
            assert "zulueta" in tie.reason
            assert ledger.incident(killing, as_of=date(2024, 4, 1)).ties == ()
            assert ledger.incident(arrest, as_of=date(2024, 4, 10)).ties == (tie,)


def test_a_tie_falls_with_a_report_that_is_withdrawn_and_stands_in_what_was_held_before() -> None:
    codings = [code_text(KILLING, published_on=date(2024, 3, 4)), code_text(ARREST, published_on=date(2024, 4, 10))]
    with Ledger.open(":memory:") as ledger:
        for coding in codings:
            record_coding(ledger, coding, at=AT)
        killing, arrest = (ledger.incident_of(coding.accounts[0].id) for coding in codings)
        ties = ledger.incident(killing).ties
        assert len(ties) == 1
        later = AT + timedelta(days=1)
        withdraw(ledger, codings[1].document.id, by="Ana Prueba", why="retracted by the paper", at=later)
        assert ledger.incident(killing).ties == ledger.incident(arrest).ties == ()
        assert ledger.incident(killing, ledger_as_of=AT).ties == ties
        assert ledger.incident(killing, ledger_as_of=AT, as_of=date(2024, 4, 10)).ties == ties
        assert ledger.incident(killing, ledger_as_of=AT, as_of=date(2024, 4, 1)).ties == ()
        assert ledger.incident(killing, ledger_as_of=later).ties == ()
