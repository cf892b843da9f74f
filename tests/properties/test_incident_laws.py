"""Laws of identity: whatever the order and batching of reports, the same incidents, ids and aliases."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import stories
from tests.builders import CULIACAN, HERMOSILLO, MEXICO, SINALOA, report, told

from recuento.ledger import Ledger
from recuento.ledger.tally import current
from recuento.link import Linker
from recuento.model import Coding, Incident, Judgement
from recuento.recording import record_coding, replay

AT = datetime(2024, 4, 1, tzinfo=UTC)
LINKER = Linker()


def taken(published: str, number: int, publisher: str, **fields: object) -> Coding:
    statement = told(f"{number} people were taken", "abduction", "abducted", number, side="civilian")
    return report(published, [statement], publisher=publisher, **fields)


# Two incidents that a later report joins (it speaks of both days), with one that stays apart.
BRIDGE = (
    taken("2024-03-20", 12, "A", on="2024-03-19"),
    taken("2024-03-29", 30, "B", on="2024-03-28"),
    taken("2024-03-30", 30, "C", on="2024-03-19", days=10),
    taken("2024-03-30", 12, "D", on="2024-03-22", days=5),
    taken("2024-03-21", 12, "E", on="2024-03-19", place=HERMOSILLO),
)
# The earliest report comes last, so the id shown must change and the old one must still be known.
BACKFILL = (stories.TUESDAY, stories.GOVERNOR_SATURDAY, stories.MINISTRY_SATURDAY, stories.FRIDAY, stories.CLASH)


def incidents(ledger: Ledger) -> tuple[Incident, ...]:
    return tuple(sorted((row.incident for row in ledger.incidents()), key=lambda i: i.id))


def recorded(codings: tuple[Coding, ...]) -> tuple[Incident, ...]:
    with Ledger.open(":memory:") as ledger:
        shown: set[str] = set()
        for coding in codings:
            record_coding(ledger, coding, at=AT, linker=LINKER)
            shown |= {row.incident.id for row in ledger.incidents()}
        for name in shown:  # every id ever printed still finds its incident
            assert name in ledger.incident(name).incident.aliases
        return incidents(ledger)


def at_once(codings: tuple[Coding, ...]) -> tuple[Incident, ...]:
    """Return the incidents of all accounts, component by component, with no ledger: every pair is looked at."""
    accounts = [account for coding in codings for account in coding.accounts]
    component = {account.id: {account.id} for account in accounts}
    for a, b in combinations(accounts, 2):
        if LINKER.keys(a).sought & LINKER.keys(b).kept and LINKER.judgements(a, [b], AT):
            joined = component[a.id] | component[b.id]
            component |= dict.fromkeys(joined, joined)
    groups = {min(members): [a for a in accounts if a.id in members] for members in component.values()}
    return tuple(sorted((i for group in groups.values() for i in LINKER.incidents(group, ())), key=lambda i: i.id))


@pytest.mark.parametrize("codings", [BRIDGE, BACKFILL], ids=["bridge", "backfill"])
def test_every_order_gives_the_same_incidents_ids_and_aliases(codings: tuple[Coding, ...]) -> None:
    first = recorded(codings)
    orders = list(permutations(codings))
    random.Random(1).shuffle(orders)
    assert all(recorded(order) == first for order in orders[:40])
    assert first == at_once(codings)


REPORTS = st.builds(
    taken,
    st.dates(datetime(2024, 3, 18).date(), datetime(2024, 4, 2).date()).map(str),
    st.integers(2, 8),
    st.sampled_from("ABCDE"),
    on=st.one_of(st.none(), st.dates(datetime(2024, 3, 14).date(), datetime(2024, 4, 1).date()).map(str)),
    days=st.sampled_from([1, 1, 3, 12]),
    place=st.sampled_from([CULIACAN, CULIACAN, SINALOA, HERMOSILLO, MEXICO, None]),
    background=st.sampled_from([(), (), ("news",)]),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(REPORTS, min_size=2, max_size=6, unique_by=lambda coding: coding.document.id), st.randoms())
def test_order_of_any_reports_does_not_matter(codings: list[Coding], dice: random.Random) -> None:
    first = recorded(tuple(codings))
    dice.shuffle(codings)
    assert recorded(tuple(codings)) == first == at_once(tuple(codings))


@settings(max_examples=15, deadline=None)
@given(st.lists(REPORTS, min_size=1, max_size=6, unique_by=lambda coding: coding.document.id))
def test_replaying_changes_nothing_and_the_series_is_what_each_day_would_have_said(codings: list[Coding]) -> None:
    with Ledger.open(":memory:") as ledger:
        for coding in codings:
            record_coding(ledger, coding, at=AT, linker=LINKER)
        before = ledger.incidents()
        assert replay(ledger, at=AT, linker=LINKER) == 0
        assert ledger.incidents() == before
        for row in before:
            for day in {c.document.published_on for c in codings}:
                record = ledger.incident(row.incident.id, as_of=day)
                assert record.entries == current(ledger.incident(row.incident.id).series, day)


def test_unrelated_reports_change_no_pair() -> None:
    a, b = stories.FRIDAY.accounts[0], stories.TUESDAY.accounts[0]
    alone = Linker().compare(a, b)
    crowded = Linker()
    for number in range(2, 60):
        crowded.keys(taken("2024-03-24", number, "Z").accounts[0])
    assert crowded.compare(a, b) == alone


def test_a_person_s_word_binds_through_the_ledger_and_survives_replay() -> None:
    apart = taken("2024-03-21", 12, "E", on="2024-03-19", place=HERMOSILLO)
    with Ledger.open(":memory:") as ledger:
        for coding in (stories.FRIDAY, apart):
            record_coding(ledger, coding, at=AT)
        a, b = sorted((stories.FRIDAY.accounts[0].id, apart.accounts[0].id))
        word = Judgement(a=a, b=b, verdict="same", score=0.0, parts=(), decided_by="Ana", decided_at=AT)
        with ledger.writing(AT) as writer:
            writer.add_judgements([word], by_person=True)
        replay(ledger, at=AT)
        (one,) = incidents(ledger)
        assert set(one.accounts) == {a, b}
        record_coding(ledger, stories.TUESDAY, at=AT)
        assert {a, b} <= set(ledger.incident(a).incident.accounts)
