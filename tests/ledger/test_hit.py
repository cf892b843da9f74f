"""The wounded among the hit: who was shot lives until a report tells otherwise."""

from __future__ import annotations

import pytest
from tests.builders import Told, report, told

from recuento.ledger.records import Reported
from recuento.ledger.tally import current, tally
from recuento.model import Coding, Entry


def held(*codings: Coding) -> dict[str, tuple[int, int, int | None]]:
    return {e.tally: (e.best.at_least, e.low, e.high) for e in entries(*codings)}


def entries(*codings: Coding) -> tuple[Entry, ...]:
    told_ = [Reported(claim=claim, document=coding.document) for coding in codings for claim in coding.claims]
    return current(tally("i-1", told_))


def hit(number: int, words: str | None = None, **fields: object) -> Told:
    return told(words or f"{number} people were shot", "attack", "wounded", number, **fields)


def died(number: int, words: str | None = None, **fields: object) -> Told:
    return told(words or f"{number} people died", "killing", "killed", number, **fields)


def test_the_hit_are_wounded_while_nobody_is_told_dead() -> None:
    (entry,) = entries(report("2024-05-01", [hit(5)]))
    assert (entry.tally, entry.best.exact, entry.rule) == ("wounded", 5, "hit; no report says that any of them died")


def test_the_dead_are_taken_off_in_one_report_and_a_day_later() -> None:
    now = {"killed": (2, 2, 2), "wounded": (3, 3, 5)}
    assert held(report("2024-05-01", [hit(5), died(2)])) == now
    assert held(report("2024-05-01", [hit(5)]), report("2024-05-02", [died(2)])) == now


def test_nobody_is_left_where_the_one_hit_died() -> None:
    first = report("2024-05-01", [hit(1)], publisher="A")
    assert held(first) == {"wounded": (1, 1, 1)}
    assert held(first, report("2024-05-02", [died(1)], publisher="B")) == {"killed": (1, 1, 1)}


def test_others_hit_beside_the_dead_are_wounded() -> None:
    others = hit(3, "3 others were shot", scope="increment")
    assert held(report("2024-05-01", [died(2), others])) == {"killed": (2, 2, 2), "wounded": (3, 3, 3)}


def test_who_took_his_own_life_is_none_of_the_hit() -> None:
    himself = died(1, "the gunman killed himself", figure="himself", unit="himself")
    assert held(report("2024-05-01", [hit(3), himself])) == {"killed": (1, 1, 1), "wounded": (3, 3, 3)}


def test_some_wounded_are_among_the_hit_and_all_of_them_later_stand() -> None:
    some = told("2 are in intensive care", "wounding", "wounded", 2)
    first = report("2024-05-01", [hit(5), died(1), some])
    assert held(first)["wounded"] == (4, 4, 5)
    later = report("2024-05-03", [told("3 people were wounded", "wounding", "wounded", 3)])
    assert held(first, later)["wounded"][0] == 3


def test_claims_of_the_hit_are_named_beside_the_figure_of_the_wounded() -> None:
    coding = report("2024-05-01", [hit(4), died(1), told("3 people were wounded", "wounding", "wounded", 3)])
    wounded = next(e for e in entries(coding) if e.tally == "wounded")
    assert [a.reason for a in wounded.set_aside] == ["tells how many were hit, not how many lived"]
    assert wounded.best.exact == 3


@pytest.mark.parametrize("second_dies", [True, False])
def test_one_person_wounded_and_dead_a_day_later_is_one(second_dies: bool) -> None:
    hurt = [told("a clerk was wounded", "wounding", "wounded", 1, figure="a clerk", unit="clerk")]
    if not second_dies:
        hurt.append(told("6 people were wounded", "wounding", "wounded", 6))
    dead = [died(1, "a clerk has died", figure="a clerk", unit="clerk")]
    now = held(report("2024-05-01", hurt, publisher="A"), report("2024-05-02", dead, publisher="B"))
    assert now.get("wounded") == (None if second_dies else (6, 6, 6))
    assert now["killed"] == (1, 1, 1)
