"""How the incidents of one report hang together."""

from __future__ import annotations

from tests.builders import HERMOSILLO, report, told

from recuento.link import load_weights, ties_within
from recuento.model import Coding, Motive


def ties(coding: Coding) -> set[tuple[str, str, str]]:
    events = {account.id: account.claims[0].event for account in coding.accounts}
    found = ties_within(coding.accounts, load_weights())
    return {(events[tie.subject], tie.tie, events[tie.object]) for tie in found}


def test_forces_sent_respond_and_an_arrest_follows() -> None:
    coding = report(
        "2024-03-24",
        [
            told("15 people were taken", "abduction", "abducted", 15, group="taking"),
            told("300 soldiers went there", "deployment", "deployed", 300, group="search"),
            told("a guard fell in a gunfight", "clash", group="clash"),
            told("2 men are under arrest", "arrest", "arrested", 2, group="arrest"),
        ],
    )
    assert ties(coding) == {
        ("deployment", "response_to", "abduction"),
        ("deployment", "response_to", "clash"),
        ("clash", "follow_up_of", "abduction"),
        ("arrest", "follow_up_of", "abduction"),
        ("arrest", "follow_up_of", "clash"),
    }


def test_what_was_over_before_follows_nothing() -> None:
    coding = report(
        "2024-03-22",
        [
            told("15 people were taken", "abduction", "abducted", 15, group="taking"),
            told("3 civilians died in a clash", "killing", "killed", 3, group="clash"),
        ],
        on="2024-03-22", dates=(("clash", "2024-03-21"),),
    )  # fmt: skip
    assert ties(coding) == set()


def test_an_attempt_to_free_someone_responds_to_the_arrest() -> None:
    coding = report(
        "2024-01-22",
        [
            told("12 gunmen died", "clash", "killed", 12, group="clash"),
            told("they meant to free a man", "rescue", status="attempted", group="clash"),
            told("police held Juan Pérez", "arrest", group="arrest", actor=("target", "Juan Pérez")),
        ],
        place=HERMOSILLO,
    )
    assert ties(coding) == {("clash", "response_to", "arrest")}


def test_the_same_person_ties_a_trial_to_an_old_killing_and_a_group_does_not() -> None:
    def told_of(name: str) -> Coding:
        return report(
            "2024-05-01",
            [
                told(f"{name} went on trial", "trial", group="trial", actor=("target", name)),
                told(f"{name} killed a man", "killing", group="killing", actor=("perpetrator", name)),
            ],
            background=("killing",),
        )

    assert ties(told_of("Ana Ruiz")) == {("trial", "follow_up_of", "killing")}
    assert ties(told_of("Cartel Nuevo")) == set()


def test_a_stated_motive_of_revenge() -> None:
    words = "40 were taken in reprisal for raids on homes"
    motive = Motive(text="raids on homes", span=report("2024-03-26", [told(words, "abduction")]).claims[0].quote.span)
    coding = report(
        "2024-03-26",
        [
            told(words, "abduction", "abducted", 40, group="taking", motive=motive),
            told("raids on homes", "home_invasion", group="raids"),
        ],
    )
    assert ("abduction", "retaliation_for", "home_invasion") in ties(coding)


def test_aggregates_are_tied_to_nothing() -> None:
    coding = report(
        "2024-05-01",
        [
            told("2000 people were killed this year", "killing", "killed", 2000, group="year"),
            told("2 men are under arrest", "arrest", "arrested", 2, group="arrest"),
        ],
        aggregate=("year",),
    )
    assert ties(coding) == set()
