"""Classes of words in the rules, words beside a rule's own, and topics that stand for the words near."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

from recuento.annotate.wanted import speaks_of_events
from recuento.lexicon.triggers import Trigger, triggers, with_shared


def test_no_class_is_left_unspelt() -> None:
    for rule in triggers("es"):
        asked = (*rule.agent, *rule.agent_not, *rule.near, *rule.beside, *rule.not_near)
        assert not [word for word in asked if word.startswith("@")], rule.id


def test_what_a_rule_forbids_is_not_what_it_wants() -> None:
    rule = Trigger(
        id="es.x",
        event="attack",
        form="phrase",
        lemmas=("x",),
        near=("@armed",),
        beside=("@armed",),
        not_near=("sicario",),
    )
    spelt = with_shared(rule, {"armed": ("sicario", "fusil")}, "es")
    assert spelt.near == ("fusil",)
    assert spelt.beside == ("fusil",)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Sacaron a tres maestras por la fuerza.", True),
        ("Por la fuerza sacaron a tres maestras.", True),
        ("Sacaron a tres maestras de paseo.", False),
    ],
)
def test_words_beside_stand_on_either_side(words: str, read: bool) -> None:
    assert bool(claims(words, tally="abducted")) is read
    assert speaks_of_events(words, "es") or not read


def test_a_topic_stands_for_the_words_near() -> None:
    words = "Nueve salieron libres el martes."
    assert not claims(f"Salió el sol. {words}", tally="freed")
    assert claims(f"Un comando secuestró a doce jornaleros. {words}", tally="freed")
