"""The Spanish lexicon holds together: it loads, covers the codebook, and its rules do not hide one another."""

from __future__ import annotations

from itertools import combinations

import pytest

from recuento.lexicon.codebook import codebook
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import ScopeWords, Speech, Stance, scope_words, speech, stance, verb_set
from recuento.lexicon.inflect import noun_forms, verb_forms
from recuento.lexicon.people import people, side_words, things
from recuento.lexicon.triggers import Trigger, trigger_index, triggers


def _conditions(rule: Trigger) -> tuple[object, ...]:
    return rule.patient, rule.near, rule.not_near, rule.agent, rule.agent_not


def test_every_event_of_the_codebook_has_a_rule() -> None:
    covered = {rule.event for rule in triggers("es")}
    assert covered == {event.code for event in codebook().event}


def test_every_rule_shows_what_it_reads_and_what_it_leaves() -> None:
    bare = [rule.id for rule in triggers("es") if not rule.examples or not rule.rejects]
    assert bare == []


def test_the_id_of_a_rule_names_its_event() -> None:
    strange = [rule.id for rule in triggers("es") if rule.id.split(".")[1] != rule.event]
    assert strange == []


def test_no_rule_is_hidden_by_another_of_the_same_form() -> None:
    hidden = [
        (lemma, first.id, second.id)
        for first, second in combinations(triggers("es"), 2)
        if first.form == second.form and _conditions(first) == _conditions(second)
        for lemma in set(first.lemmas) & set(second.lemmas)
    ]
    assert hidden == []


def test_no_rule_names_a_lemma_twice() -> None:
    repeated = [rule.id for rule in triggers("es") if len(set(rule.lemmas)) != len(rule.lemmas)]
    assert repeated == []


def test_conditions_are_folded_words() -> None:
    unfolded = [
        (rule.id, word)
        for rule in triggers("es")
        for word in (*rule.near, *rule.not_near, *rule.agent, *rule.agent_not)
        if fold(word) != word
    ]
    assert unfolded == []


def test_words_near_a_rule_do_not_also_forbid_it() -> None:
    torn = [rule.id for rule in triggers("es") if set(rule.near) & set(rule.not_near)]
    assert torn == []


@pytest.mark.parametrize(
    "word",
    ["secuestraron", "levantaron", "plagiados", "ejecutados", "abatidos", "acribillado", "encobijados", "embolsados",
     "narcobloqueos", "rehenes", "desplegó", "aseguraron", "decomisaron", "extraditado", "balacera", "cateo",
     "asesinatos", "huyeron", "hirió", "murieron", "sentenciado", "desmintió", "perdió", "cayeron",
     "soltaron", "recobraron", "paradero", "escabulleron", "incautaron", "reivindicó"],
)  # fmt: skip
def test_words_of_the_news_begin_a_rule(word: str) -> None:
    assert trigger_index("es").at(word, plain=False)


def test_capitals_begin_a_rule_too() -> None:
    assert trigger_index("es").at("SECUESTRO", plain=False)
    assert trigger_index("es").at("HALLO", plain=False)


def test_a_text_without_accents_begins_a_rule_too() -> None:
    assert trigger_index("es").at("detencion", plain=True)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("detener", {"detuvo", "detuvieron", "detenidos"}),
        ("desaparecer", {"desapareció", "desaparezca", "desaparecidas"}),
        ("sustraer", {"sustrajeron", "sustraídas"}),
        ("herir", {"hirieron", "heridas"}),
        ("enviar", {"envía", "envían", "enviaron"}),
        ("exigir", {"exija", "exigieron"}),
        ("atribuir", {"atribuyó", "atribuyen"}),
        ("degollar", {"degüella", "degollados"}),
        ("perseguir", {"persiguió", "persiguen"}),
        ("comparecer", {"compareció", "comparezca"}),
        ("desplegar", {"despliega", "desplegó"}),
        ("secuestrar", {"secuestrarlos", "secuestraba", "secuestrará"}),
        ("salir", {"salieron", "saldrá"}),
        ("continuar", {"continúa", "continúan"}),
        ("escabullir", {"escabulleron", "escabullendo"}),
        ("intervenir", {"intervino", "intervenidas"}),
        ("producir", {"produjo", "produjeron"}),
    ],
)
def test_irregular_verbs_are_inflected(lemma: str, forms: set[str]) -> None:
    assert forms <= set(verb_forms(lemma, language="es"))


@pytest.mark.parametrize(("lemma", "plural"), [("crimen", "crímenes"), ("orden", "órdenes"), ("rehén", "rehenes")])
def test_nouns_have_their_plural(lemma: str, plural: str) -> None:
    assert plural in noun_forms(lemma, language="es")


@pytest.mark.parametrize(
    ("word", "side"),
    [
        ("sicarios", "armed_group"),
        ("soldados", "state"),
        ("uniformados", "state"),
        ("alcalde", "state"),
        ("periodistas", "civilian"),
        ("migrantes", "civilian"),
        ("personas", "unknown"),
        ("sospechosos", "unknown"),
    ],
)
def test_nouns_tell_a_side(word: str, side: str) -> None:
    assert people("es")[word].side == side


def test_nouns_tell_sex_age_and_unit() -> None:
    words = people("es")
    assert words["mujeres"].sex == "female"
    assert words["menores"].age_group == "minor"
    assert words["batallones"].unit
    assert words["familias"].unit
    assert words["rehenes"].victim
    assert words["reporteros"].occupation


def test_what_names_people_names_no_thing() -> None:
    assert set(people("es")) & things("es") == set()


@pytest.mark.parametrize("word", ["fusiles", "camionetas", "cocaina", "municipio", "pesos", "horas", "comunicado"])
def test_things_name_no_people(word: str) -> None:
    assert word in things("es")


def test_no_words_tell_two_sides() -> None:
    words = [run for run, _ in side_words("es")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("cartel de sinaloa", "armed_group"),
        ("clan del golfo", "armed_group"),
        ("ms-13", "armed_group"),
        ("guardia nacional", "state"),
        ("amic", "state"),
        ("semar", "state"),
    ],
)
def test_names_of_groups_and_forces_tell_a_side(words: str, side: str) -> None:
    assert dict(side_words("es"))[words].side == side


@pytest.mark.parametrize("table", [stance("es"), scope_words("es")])
def test_runs_of_words_are_folded_and_said_once(table: Stance | ScopeWords) -> None:
    for name in table.__struct_fields__:
        runs = getattr(table, name)
        if name != "analysis":
            assert [run for run in runs if fold(run) != run] == []
        assert len(runs) == len(set(runs)), name


def test_speech_has_every_kind_of_speaker() -> None:
    table: Speech = speech("es")
    assert {entry.kind for entry in table.speaker} == {
        "official", "security_force", "group", "witness", "outlet", "court", "other",
    }  # fmt: skip
    assert "de acuerdo con" in table.according
    assert "reuters" in table.outlets
    assert {"dijo", "informaron", "agrego"} <= verb_set(table.verbs, "es")
