"""The English lexicon holds together: it loads, covers the codebook, and its rules do not hide one another."""

from __future__ import annotations

from itertools import combinations

import pytest

from recuento.lexicon.codebook import codebook
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import ScopeWords, Speech, Stance, scope_words, speech, stance
from recuento.lexicon.inflect import noun_forms, verb_forms
from recuento.lexicon.people import people, side_words, things
from recuento.lexicon.triggers import Trigger, trigger_index, triggers


def _conditions(rule: Trigger) -> tuple[object, ...]:
    return rule.patient, rule.near, rule.not_near, rule.agent, rule.agent_not


def test_every_event_of_the_codebook_has_a_rule() -> None:
    covered = {rule.event for rule in triggers("en")}
    assert covered == {event.code for event in codebook().event}


def test_every_rule_shows_what_it_reads_and_what_it_leaves() -> None:
    bare = [rule.id for rule in triggers("en") if not rule.examples or not rule.rejects]
    assert bare == []


def test_the_id_of_a_rule_names_its_event() -> None:
    strange = [rule.id for rule in triggers("en") if rule.id.split(".")[1] != rule.event]
    assert strange == []


def test_no_rule_is_hidden_by_another_of_the_same_form() -> None:
    hidden = [
        (lemma, first.id, second.id)
        for first, second in combinations(triggers("en"), 2)
        if first.form == second.form and _conditions(first) == _conditions(second)
        for lemma in set(first.lemmas) & set(second.lemmas)
    ]
    assert hidden == []


def test_no_rule_names_a_lemma_twice() -> None:
    repeated = [rule.id for rule in triggers("en") if len(set(rule.lemmas)) != len(rule.lemmas)]
    assert repeated == []


def test_conditions_are_folded_words() -> None:
    unfolded = [
        (rule.id, word)
        for rule in triggers("en")
        for word in (*rule.near, *rule.not_near, *rule.agent, *rule.agent_not)
        if fold(word) != word
    ]
    assert unfolded == []


def test_words_near_a_rule_do_not_also_forbid_it() -> None:
    torn = [rule.id for rule in triggers("en") if set(rule.near) & set(rule.not_near)]
    assert torn == []


@pytest.mark.parametrize(
    "word",
    ["kidnapped", "shot", "slain", "gunned", "ambushed", "torched", "hostages", "corpses", "overran", "acquitted",
     "pleaded", "deployed", "arrested", "seized", "extradited", "clashed", "roadblocks", "fled", "bombing", "ransom"],
)  # fmt: skip
def test_words_of_the_news_begin_a_rule(word: str) -> None:
    assert trigger_index("en").at(word, plain=False)


@pytest.mark.parametrize(
    ("word", "rule"),
    [("lost", "en.killing.lose_men"), ("paid", "en.killing.pay"), ("grazed", "en.wounding.gunfire"),
     ("marched", "en.abduction.carry_off"), ("tasted", "en.release.freedom"), ("plucked", "en.rescue.bring_out"),
     ("eluded", "en.escape.custody"), ("handcuffed", "en.arrest.arrest"), ("haul", "en.seizure.haul"),
     ("poured", "en.deployment.pour"), ("signed", "en.claim_of_responsibility.own"),
     ("alleged", "en.accusation.allege")],
)  # fmt: skip
def test_idioms_begin_their_rule(word: str, rule: str) -> None:
    assert rule in {found.trigger.id for found in trigger_index("en").at(word, plain=False)}


def test_soldiers_dispatched_are_not_killed() -> None:
    events = {found.trigger.event for found in trigger_index("en").at("dispatched", plain=False)}
    assert events == {"deployment"}


def test_capitals_begin_a_rule_too() -> None:
    assert trigger_index("en").at("KIDNAPPED", plain=False)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("dig", {"dug"}),
        ("drive", {"drove", "driven"}),
        ("sweep", {"swept", "sweeping"}),
        ("overrun", {"overran", "overrunning"}),
        ("acquit", {"acquitted", "acquitting"}),
        ("go", {"goes", "went", "gone"}),
        ("waylay", {"waylaid"}),
        ("patrol", {"patrolled"}),
        ("lead", {"led"}),
        ("kidnap", {"kidnapped", "kidnapping", "kidnaps"}),
        ("pay", {"paid", "pays"}),
        ("spring", {"sprang", "sprung"}),
        ("slip", {"slipped", "slipping"}),
        ("wind", {"wound", "winding"}),
    ],
)
def test_irregular_verbs_are_inflected(lemma: str, forms: set[str]) -> None:
    assert forms <= set(verb_forms(lemma, language="en"))


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("councilman", "councilmen"),
        ("hitwoman", "hitwomen"),
        ("passerby", "passersby"),
        ("housewife", "housewives"),
        ("brother-in-law", "brothers-in-law"),
        ("schoolchild", "schoolchildren"),
        ("chinese", "chinese"),
        ("aircraft", "aircraft"),
    ],
)
def test_irregular_nouns_have_their_plural(lemma: str, plural: str) -> None:
    assert plural in noun_forms(lemma, language="en")


@pytest.mark.parametrize(
    ("word", "side"),
    [
        ("gunmen", "armed_group"),
        ("soldiers", "state"),
        ("mayor", "state"),
        ("journalists", "civilian"),
        ("tourists", "civilian"),
        ("people", "unknown"),
        ("suspects", "unknown"),
    ],
)
def test_nouns_tell_a_side(word: str, side: str) -> None:
    assert people("en")[word].side == side


def test_nouns_tell_sex_age_and_unit() -> None:
    words = people("en")
    assert words["women"].sex == "female"
    assert words["children"].age_group == "minor"
    assert words["battalion"].unit
    assert words["families"].unit
    assert words["hostages"].victim
    assert words["reporters"].occupation


def test_what_names_people_names_no_thing() -> None:
    assert set(people("en")) & things("en") == set()


@pytest.mark.parametrize("word", ["rifles", "trucks", "cocaine", "village", "dollars", "hours", "statement", "horses"])
def test_things_name_no_people(word: str) -> None:
    assert word in things("en")


def test_no_words_tell_two_sides() -> None:
    words = [run for run, _ in side_words("en")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("sinaloa cartel", "armed_group"),
        ("zetas", "armed_group"),
        ("national guard", "state"),
        ("local police", "state"),
    ],
)
def test_names_of_groups_and_forces_tell_a_side(words: str, side: str) -> None:
    assert dict(side_words("en"))[words].side == side


@pytest.mark.parametrize("table", [stance("en"), scope_words("en")])
def test_runs_of_words_are_folded_and_said_once(table: Stance | ScopeWords) -> None:
    for name in table.__struct_fields__:
        runs = getattr(table, name)
        assert [run for run in runs if fold(run) != run] == []
        assert len(runs) == len(set(runs)), name


def test_speech_has_every_kind_of_speaker() -> None:
    table: Speech = speech("en")
    assert {entry.kind for entry in table.speaker} == {
        "official", "security_force", "group", "witness", "outlet", "court", "other",
    }  # fmt: skip
    assert "according to" in table.according
    assert "reuters" in table.outlets
