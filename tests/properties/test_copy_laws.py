"""Laws of identity where reports are printed again and again: copies follow their original, whoever comes first."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from recuento.deciding import judge, undo
from recuento.ledger import Ledger
from recuento.ledger import tables as t
from recuento.link import Linker
from recuento.model import Coding, Incident, Judgement
from recuento.model.decision import Judged
from recuento.model.incident import Verdict
from recuento.pipeline import code_text
from recuento.recording import keep_keys_and_ties, link_accounts, record_coding, replay
from recuento.rereading import reread

AT = datetime(2024, 4, 1, tzinfo=UTC)

# Everyone and everything told here is invented.
WIRE = (
    "Gunmen abducted nine villagers from a ranch near Caborca, Sonora, on Sunday, prosecutors"
    " said. The attackers arrived in"
    " three pickup trucks before dawn and forced the villagers out of a dormitory, according"
    " to Marta Quiroga Beltrán.\n\n"
    "On Monday four of the villagers were released on a highway close to Altar, Sonora. Two"
    " soldiers were wounded when a"
    " patrol was fired on during the search."
)
OWN = (
    "Nine people who were abducted on Sunday from a ranch near Caborca, Sonora, are still"
    " being looked for, neighbours said."
    " Marta Quiroga Beltrán, a prosecutor, spoke of armed men in pickup trucks who forced them"
    " out of their dormitory.\n\n"
    "Soldiers searched the hills around Altar, Sonora, and two of them were wounded."
)
FREED = (
    "Four of the nine villagers who were kidnapped near Caborca, Sonora, on Sunday came home"
    " on Monday, prosecutors said."
    " Marta Quiroga Beltrán gave no word of the other five, nor of the ranch's dormitory."
)
OTHER = (
    "Two farm workers were shot dead near Altar, Sonora, on Monday, police said. The gunmen"
    " fled in a pickup truck towards"
    " Caborca, leaving shells of an assault rifle on the gravel of a filling station."
)


@cache
def printed(text: str, edition: int, day: int = 27) -> Coding:
    return code_text(f"{text}\n\nEdition {edition}.", published_on=date(2024, 3, day), source=f"Paper {edition}")


@cache
def reports() -> tuple[Coding, ...]:
    copies = [printed(WIRE, 100 + number) for number in range(5)]
    later = [printed(WIRE, 200 + number, 28) for number in range(2)]
    again = [printed(OWN, 300 + number) for number in range(2)]
    return (*copies, *later, *again, printed(FREED, 400, 28), printed(OTHER, 500), printed(OTHER, 501))


def incidents(ledger: Ledger) -> tuple[Incident, ...]:
    return tuple(sorted((row.incident for row in ledger.incidents()), key=lambda i: i.id))


def oracle(codings: Sequence[Coding], decisions: Sequence[Judgement] = ()) -> tuple[Incident, ...]:
    accounts = [account for coding in codings for account in coding.accounts]
    return tuple(sorted(Linker().incidents(accounts, decisions), key=lambda i: i.id))


def record(ledger: Ledger, codings: Sequence[Coding], linker: Linker) -> None:
    """Record reports in one step."""
    if len(codings) == 1:
        record_coding(ledger, codings[0], at=AT, linker=linker)
        return
    with ledger.writing(AT, cause="batch") as writer:
        accounts = [account for coding in codings if writer.add(coding) for account in coding.accounts]
        keep_keys_and_ties(writer, linker, accounts)
        link_accounts(writer, linker, accounts)


def said(pair: tuple[str, str], verdict: Verdict, by: str) -> Judgement:
    return Judgement(a=pair[0], b=pair[1], verdict=verdict, score=0.0, parts=(), decided_by=by, decided_at=AT)


@pytest.mark.parametrize("seed", range(6))
def test_any_order_and_batching_of_copies_gives_the_same_incidents(seed: int) -> None:
    dice = random.Random(seed)
    left = dice.sample(reports(), len(reports()))
    shown: set[str] = set()
    with Ledger.open(":memory:") as ledger:
        linker = Linker()
        while left:
            size = dice.randint(1, 3)
            record(ledger, left[:size], linker if dice.random() < 0.7 else Linker())
            left = left[size:]
            shown |= {one.id for one in incidents(ledger)}
        assert incidents(ledger) == oracle(reports())
        assert all(name in ledger.incident(name).incident.aliases for name in shown)
        assert replay(ledger, at=AT) == 0
        assert incidents(ledger) == oracle(reports())


def test_of_copies_one_is_judged() -> None:
    copies = [printed(WIRE, 100 + number) for number in range(8)]
    with Ledger.open(":memory:") as ledger:
        for coding in copies:
            record_coding(ledger, coding, at=AT)
        with ledger._engine.connect() as connection:
            rows = connection.execute(t.judgement.select()).all()
        told = len(copies[0].accounts)
        assert told
        # All copies may come to be original one after the other; in pairs each would be judged with each.
        assert len(rows) <= 2 * told * len(copies) * 2
        assert len({one.accounts for one in incidents(ledger)}) == len(oracle(copies[:1]))


@pytest.mark.parametrize("seed", range(6))
def test_a_person_s_word_on_a_copy_binds_and_can_be_undone(seed: int) -> None:
    dice = random.Random(seed)
    some = dice.sample(reports(), len(reports()))
    half = len(some) // 2
    with Ledger.open(":memory:") as ledger:
        for coding in some[:half]:
            record_coding(ledger, coding, at=AT)
        told = [(a.id, coding.document.id) for coding in some[:half] for a in coding.accounts]
        words: list[Judgement] = []
        numbers: list[int] = []
        verdicts: tuple[tuple[str, Verdict], ...] = (("Ana", "different"), ("Bea", "same"), ("Cruz", "different"))
        for by, verdict in verdicts:
            (a, one), (b, other) = dice.sample(told, 2)
            if one != other:
                made = judge(ledger, (a, b), verdict, by=by, why="they are", seen=9, at=AT).decision
                assert isinstance(made.what, Judged)
                words += [said(pair, verdict, by) for pair in made.what.pairs]
                numbers.append(made.id)
        for coding in some[half:]:
            record_coding(ledger, coding, at=AT)
        assert incidents(ledger) == oracle(some, words)
        for number in numbers:
            undo(ledger, number, by="Ana", why="they are not", at=AT)
        assert incidents(ledger) == oracle(some)


def test_two_copies_can_be_parted() -> None:
    copies = [printed(WIRE, 100 + number) for number in range(4)]
    mine, its_copy = (coding.accounts[0].id for coding in copies[:2])
    with Ledger.open(":memory:") as ledger:
        for coding in copies[:3]:
            record_coding(ledger, coding, at=AT)
        assert ledger.incident(mine).incident.id == ledger.incident(its_copy).incident.id
        judge(ledger, (mine, its_copy), "different", by="Ana", why="two ranches", at=AT)
        record_coding(ledger, copies[3], at=AT)
        assert ledger.incident(mine).incident.id != ledger.incident(its_copy).incident.id


def test_when_an_original_is_read_otherwise_another_copy_takes_its_place() -> None:
    copies = sorted((printed(WIRE, 100 + number) for number in range(4)), key=lambda coding: coding.document.id)
    unworded = tuple(replace(account, passage=None) for account in copies[0].accounts)
    changed = (replace(copies[0], accounts=unworded), *copies[1:])
    with Ledger.open(":memory:") as ledger:
        for coding in copies:
            record_coding(ledger, coding, at=AT)
        reread(ledger, code=lambda _: changed, at=AT)
        record_coding(ledger, printed(OWN, 300), at=AT)
        assert incidents(ledger) == oracle((*changed, printed(OWN, 300)))
