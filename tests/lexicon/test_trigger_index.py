"""The index of rules by their first word: put together as it is asked for, and the same in whatever order."""

from __future__ import annotations

from typing import Any

import pytest

from recuento.lexicon.triggers import Trigger, TriggerIndex, trigger_index, triggers
from recuento.model.document import Language

LANGUAGES: tuple[Language, ...] = ("en", "es")


def rule(name: str, *lemmas: str, form: Any = "transitive") -> Trigger:
    return Trigger(id=f"es.{name}", event="killing", form=form, lemmas=lemmas)


def test_rules_stand_in_the_order_of_the_file_whatever_was_asked_first() -> None:
    rules = (rule("first", "matar a tiros"), rule("noun", "mata", form="nominal"), rule("last", "matar"))
    once, again = TriggerIndex(rules, "es"), TriggerIndex(rules, "es")
    again.at("mataron", plain=False)
    again.at("MATA", plain=True)
    for index in (once, again):
        assert [word.trigger.id for word in index.at("mata", plain=False)] == ["es.first", "es.noun", "es.last"]


def test_a_word_is_what_its_rule_makes_of_it() -> None:
    index = TriggerIndex((rule("verb", "matar"), rule("noun", "mata", form="nominal")), "es")
    kinds = {word.trigger.id: word.kinds for word in index.at("mata", plain=False)}
    assert "finite" in kinds["es.verb"]
    assert kinds["es.noun"] == {"noun"}


def test_what_begins_no_rule_is_not_in_it() -> None:
    index = TriggerIndex((rule("died", "murió", form="phrase"), rule("killed", "=mató", form="phrase")), "es")
    assert "murió" in index
    assert "murio" not in index
    assert index.has_folded("murio")
    assert index.loosely("murio") is index.loosely("murió")
    assert index.loosely("viven") is None
    assert index.at("matar", plain=False) == ()


def test_words_that_fold_alike_begin_the_rules_of_both() -> None:
    index = TriggerIndex((rule("gave", "=dé", form="phrase"), rule("of", "=de", form="phrase")), "es")
    assert [word.trigger.id for word in index.at("DE", plain=True)] == ["es.of"]  # as written, though in capitals
    found = index.loosely("dè")
    assert found is None
    folded = TriggerIndex((rule("gave", "=dé", form="phrase"), rule("gives", "=dè", form="phrase")), "es").loosely("de")
    assert folded is not None
    assert [word.trigger.id for word in folded.words] == ["es.gave", "es.gives"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_found_by_a_word_of_its_own(language: Language) -> None:
    index = trigger_index(language)
    heads = {each.id: each.lemmas[0].split()[0].removeprefix("=").removeprefix("to_") for each in triggers(language)}
    lost = [name for name, head in heads.items() if name not in {w.trigger.id for w in index.at(head, plain=False)}]
    assert lost == []
