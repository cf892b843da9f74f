"""Whose side a party is on, by its words or by its noun, and who is taken to have done what followed."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim

from recuento.extract.sides import party_side_of


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Bandits", "armed_group"),
        ("nine of the robbers", "armed_group"),
        ("a group of pirates", "armed_group"),
        ("three officers", "state"),
        ("los plagiarios", "armed_group"),
        ("un grupo de secuestradores", "armed_group"),
        ("the mother of a kidnapper", "unknown"),
        ("victims of bandits", "unknown"),
        ("a man who robbed a smuggler", "unknown"),
        ("the governor", "unknown"),
    ],
)
def test_whose_side_a_party_is_on(words: str, side: str) -> None:
    assert party_side_of(words, "es" if words.startswith(("l", "u")) else "en") == side


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("Bandits stormed Tame on Friday. Sixty-one people were kidnapped.", "abduction", ["Bandits"]),
        ("Robbers attacked a bus near Tame. Two passengers were killed.", "killing", ["Robbers"]),
        ("Officers searched a farm. Four men were arrested.", "arrest", ["Officers"]),
        ("Marines raided the building after a tip. Four men were arrested.", "arrest", ["Marines"]),
        (
            "Soldiers arrested a smuggler in Tame. A spokesman said security forces took seven rifles from the gang.",
            "seizure",
            ["security forces"],
        ),
        ("Soldiers searched a farm. Officers came up the road and four men were arrested.", "arrest", ["Officers"]),
        ("A minister spoke in Tame on Friday. Four men were arrested.", "arrest", []),
        ("Neighbours met in Tame. Two passengers were killed by gunfire.", "killing", []),
    ],
)
def test_who_did_what_the_next_sentence_tells(text: str, event: str, who: list[str]) -> None:
    found = [r.text for c in claims(text, event=event) for r in c.roles if r.role in {"perpetrator", "authority"}]
    assert found == who


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen had stormed the village on Friday and taken 61 people.",
        "Gunmen have stormed the village and taken 61 people hostage.",
    ],
)
def test_a_second_participle_shares_the_had_of_the_first(text: str) -> None:
    claim = the_claim(text, event="abduction")
    assert [(role.role, role.text) for role in claim.roles] == [("perpetrator", "Gunmen"), ("target", "61 people")]


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        (
            "Gunmen shot dead a mayor in Tame on Friday. On Sunday police killed two suspects in a raid. "
            "A policeman was wounded.",
            "wounding",
            [],
        ),
        (
            "Gunmen fired on a police station in Tame on Friday. A policeman was wounded.",
            "wounding",
            ["Gunmen"],
        ),
        (
            "Nine suspected gang members died near Tame in an attempt to free a prisoner. Three officers suffered "
            "bullet wounds.",
            "wounding",
            ["Nine suspected gang members"],
        ),
        (
            "Gunmen surrounded a camp on Thursday and seized 31 men. Troops rescued 11 of them on Monday. During the "
            "rescue a corporal was killed.",
            "killing",
            [],
        ),
        (
            "Kidnappers seized 40 villagers last week. On Monday soldiers rescued 22 of them. One soldier was killed.",
            "killing",
            [],
        ),
    ],
)
def test_who_hurt_those_who_fight(text: str, event: str, who: list[str]) -> None:
    found = [r.text for c in claims(text, event=event) for r in c.roles if r.role == "perpetrator"]
    assert [words for words in found if words != "police"] == who


def test_the_government_is_not_the_guard_that_goes_along() -> None:
    text = "The government sent 600 soldiers to Tame. They will be joined by a battalion of the National Guard."
    sent = next(c for c in claims(text, event="deployment") if c.figure and c.figure.count.exact == 600)
    assert [r.text for r in sent.roles if r.role == "authority"] == ["The government"]


def test_a_second_participle_of_a_passive_is_passive() -> None:
    claim = the_claim("Ana Roel had been kidnapped on Friday and shot dead.", event="killing")
    assert [role.role for role in claim.roles] == ["target"]


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        (
            "WASHINGTON - The U.S. Department of the Treasury's Office of Foreign Assets Control today sanctioned nine "
            "Mexican nationals.",
            "sanction",
            "Treasury",
        ),
        ("MEXICO CITY - Mexico City sent 400 troops to Tame on Monday.", "deployment", "Mexico City"),
        ("TAME - Gunmen killed two officers on Monday.", "killing", "Gunmen"),
    ],
)
def test_the_town_of_a_dateline_does_nothing(text: str, event: str, who: str) -> None:
    found = [r for r in claims(text, event=event)[0].roles if r.role in {"perpetrator", "authority"}]
    assert [role.span.start > 7 or role.text == "Gunmen" for role in found] == [True]
    assert who in found[0].text


def test_a_correction_did_nothing() -> None:
    text = "Two robbers are dead.\n\n12:22 CORRECTION The bank was held for hours.\n\nNineteen people were kidnapped."
    assert not any("CORRECTION" in role.text for claim in claims(text) for role in claim.roles)


def test_a_verb_takes_the_subject_of_the_clause_right_before() -> None:
    text = "Two days after gunmen took nine people, soldiers freed them on Monday and arrested a man."
    assert [r.text for r in the_claim(text, event="arrest").roles if r.role == "authority"] == ["soldiers"]
    assert len(claims(text, event="abduction")) == 1


def test_the_guard_that_goes_along_sends_no_marines() -> None:
    text = "The army sent 600 soldiers. A battalion of the National Guard and 150 marines accompany them."
    sent = {c.figure.count.exact: c for c in claims(text, event="deployment") if c.figure is not None}
    assert [r.text for r in sent[600].roles if r.role == "authority"] == ["The army"]
    assert [r.text for r in sent[150].roles if r.role == "authority"] == ["The army"]
