"""Word runs written once with alternatives."""

from __future__ import annotations

import pytest

from recuento.errors import LexiconError
from recuento.lexicon.alternatives import spelt_out
from recuento.lexicon.triggers import Trigger, with_shared


def test_words_without_alternatives_stand_for_themselves() -> None:
    assert spelt_out(["cifra de muertos", "heridos"]) == ("cifra de muertos", "heridos")


def test_each_choice_goes_with_each() -> None:
    told = spelt_out(["{cifra|total} de {muertos|los heridos}"])
    assert told == ("cifra de muertos", "cifra de los heridos", "total de muertos", "total de los heridos")


def test_an_empty_choice_leaves_the_words_out() -> None:
    assert spelt_out(["muertos {|ya} suman"]) == ("muertos suman", "muertos ya suman")


def test_a_list_may_be_chosen_from() -> None:
    assert spelt_out(["muertos {son|@sums}"], {"sums": ("suman", "llegan a")}) == (
        "muertos son", "muertos suman", "muertos llegan a",
    )  # fmt: skip


@pytest.mark.parametrize("words", ["{cifra|total de muertos", "cifra} de", "{a {b|c}}"])
def test_a_brace_needs_its_other_half_and_holds_no_other(words: str) -> None:
    with pytest.raises(ValueError, match="brace"):
        spelt_out([words])


def rule(**said: tuple[str, ...]) -> Trigger:
    return Trigger(id="es.killing.x", event="killing", form="noun", **{"lemmas": ("muerto",)} | said)  # type: ignore[arg-type]


def test_rules_say_alternatives_in_their_words_and_their_lemmas() -> None:
    shared = {"sums": ("suman",)}
    full = with_shared(rule(near=("@sums", "muertos {son|@sums}"), lemmas=("dar {muerte|=de =baja}",)), shared, "es")
    assert full.near == ("suman", "muertos son", "muertos suman")
    assert full.lemmas == ("dar muerte", "dar =de =baja")


@pytest.mark.parametrize(("near", "told"), [("{@none} de", "no list @none"), ("{a|b", "brace")])
def test_what_is_wrong_is_said_with_its_rule(near: str, told: str) -> None:
    with pytest.raises(LexiconError, match=rf"es\.killing\.x: .*{told}"):
        with_shared(rule(near=(near,)), {}, "es")
