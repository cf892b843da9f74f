"""What the English parser hangs on a wrong word is hung on its own, and a number behind a weekday counts."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate.retied_en import retied_en
from recuento.model.annotation import Token
from recuento.model.span import Span
from recuento.pipeline import code_text


def told(text: str) -> list[tuple[str | None, int]]:
    """Return (tally, lower bound) of every figure of a report."""
    found = code_text(text, published_on=date(2024, 3, 26)).claims
    return [(c.tally, c.figure.count.at_least) for c in found if c.figure is not None]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The ministry rushed in 200 infantrymen on Friday.", ("deployed", 200)),
        ("The army brought in two battalions.", ("deployed", 2)),
        ("Detectives hauled in seven suspects on Friday.", ("arrested", 7)),
        ("The government put 450 special operations troops on patrol in Celaya.", ("deployed", 450)),
        ("Gunmen kidnapped 60 villagers. On Friday, 14 of them came home.", ("freed", 14)),
        ("Gunmen kidnapped 60 villagers. On Friday, 19 more were found by marines.", ("freed", 19)),
    ],
)
def test_whoever_stands_behind_a_particle_half_a_compound_or_a_weekday(text: str, figure: tuple[str, int]) -> None:
    assert figure in told(text)


def test_a_day_behind_its_weekday_counts_nobody() -> None:
    assert told("On Friday, 14 June, the governor spoke of the kidnapped miners.") == []


@pytest.mark.parametrize(
    "text",
    [
        "An attacker came out of an alley and shot at him, a witness said.",
        "A man in a black car pulled into an alley and fired shots.",
    ],
)
def test_no_alley_shoots_nor_is_shot_at(text: str) -> None:
    (shot,) = code_text(text, published_on=date(2024, 3, 26)).claims
    assert [r.role for r in shot.roles] == ["perpetrator"]
    assert "alley" not in shot.roles[0].text


def test_a_tree_with_nothing_to_mend_is_the_same() -> None:
    words = [("Police", "NOUN", "nsubj", 1), ("left", "VERB", "ROOT", 1), ("quietly", "ADV", "advmod", 1)]
    tokens = tuple(
        Token(
            index=i, span=Span(8 * i, 8 * i + len(text)), text=text, lemma=text, pos=pos, feats="", dep=dep, head=head
        )
        for i, (text, pos, dep, head) in enumerate(words)
    )
    assert retied_en(tokens) is tokens


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("“They killed three of my neighbors,” a farmer who hid in a ditch recalled.", [("killed", 3)]),
        ("The kidnappers let 27 people go. Nineteen more were recovered by the navy.", [("freed", 27), ("freed", 19)]),
        ("A gunman hurt at least ten passers-by.", [("wounded", 10)]),
        ("All but eight of the 66 captives have been released.", []),
        ("Gunmen dragged 66 people from their homes. Of the 66 taken, 58 are home.", [("abducted", 66), ("freed", 58)]),
        ("The ordeal is over for 58 of the 66 people whom gunmen dragged from their beds.", [("abducted", 66)]),
        ("The army sent 90 men to Celaya. A force of 600 men was moved into the hills.", [("deployed", 600)]),
    ],
)
def test_each_number_tells_of_its_own(text: str, figures: list[tuple[str, int]]) -> None:
    found = told(text)
    assert [figure for figure in figures if figure not in found] == []
    assert not {("killed", 1), ("seized", 19), ("freed", 8), ("freed", 66), ("abducted", 58)} & set(found)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The army seized 17 rifles, body armor, camouflage gear, four trucks and a great deal of ammunition.",
            [17, 4],
        ),
        ("Of the 57 kidnapped, 49 are free.", [57, 49]),
        ("On Monday 19 people held by criminal gangs were brought out alive.", [19, 19]),
    ],
)
def test_lists_wholes_and_captives(text: str, figures: list[int]) -> None:
    assert [count for _, count in told(text)] == figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("No fewer than nine bandits were killed in Okene.", ("killed", 9)),
        ("Gunmen have kidnapped not less than 12 persons in Okene.", ("abducted", 12)),
        ("Police said no fewer than 15 hoodlums were arrested.", ("arrested", 15)),
        ("No less than 12 miners were set free by their abductors.", ("freed", 12)),
    ],
)
def test_a_number_with_no_fewer_than_before_it_is_told_and_not_denied(text: str, figure: tuple[str, int]) -> None:
    found = code_text(text, published_on=date(2024, 3, 26)).claims
    assert figure in told(text)
    assert {c.status for c in found} == {"occurred"}


def test_who_killed_no_bandits_killed_none() -> None:
    found = code_text("The soldiers did not kill fewer than nine bandits.", published_on=date(2024, 3, 26)).claims
    assert "occurred" not in {c.status for c in found}


def test_a_neighbouring_country_hangs_on_the_arrest() -> None:
    text = "The leader's cousin was arrested in neighbouring Niger in November 2020 and extradited two months later."
    found = code_text(text, published_on=date(2024, 3, 26)).claims
    days = {c.event: c.when.ranges[0].first for c in found if c.when is not None}
    assert days == {"arrest": date(2020, 11, 1), "extradition": date(2021, 1, 1)}


def test_who_freed_sixteen_hostages_is_none_of_them() -> None:
    assert told("On 24 March, the army freed 16 hostages in Culiacan.") == [("freed", 16)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A gang leader, Musa Bala, was on Monday night arrested in Okene by the police.", ("arrested", 1)),
        ("Ibrahim Danladi was in March 2018 sentenced to 25 years in prison.", ("sentenced", 1)),
        ("Twelve travellers were on Saturday evening abducted near Okene.", ("abducted", 12)),
    ],
)
def test_a_day_between_was_and_its_participle_says_when(text: str, figure: tuple[str, int]) -> None:
    assert figure in told(text)


def test_a_clause_in_the_singular_is_about_the_one_named_last() -> None:
    text = "The gang answers to two brothers of Luis Rey, who is serving a sentence for murder in Guayaquil."
    assert told(text) == [("sentenced", 1)]


def test_a_name_before_minutes_earlier_is_whoever_was_arrested() -> None:
    assert told("Police had picked up Ramiro Quezada minutes earlier for drug dealing.") == [("arrested", 1)]


def test_capitals_after_the_are_a_name() -> None:
    text = "In a communiqué dated 15 March the ULD claimed the attack on Celaya."
    found = code_text(text, published_on=date(2024, 3, 26)).claims
    assert ("claimant", "the ULD") in {(role.role, role.text) for c in found for role in c.roles}
