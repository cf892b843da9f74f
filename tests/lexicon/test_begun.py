"""Which of the rules that begin with one word a sentence's other words leave."""

from __future__ import annotations

from itertools import chain, combinations

from recuento.lexicon.triggers import Begun, Word, triggers


def _word(*others: str) -> Word:
    return Word(triggers("en")[0], tuple(frozenset(said.split("/")) for said in others), 2, frozenset({"noun"}))


def test_rules_are_left_in_their_order_however_often_they_are_asked_for() -> None:
    rules = [_word("to", "death"), _word(), _word("down/up"), _word("to"), _word("up", "to", "dead")]
    begun = Begun.of(rules)
    said = ("to", "death", "down", "up", "dead", "else")
    for present in chain.from_iterable(combinations(said, number) for number in range(len(said) + 1)):
        left = [rule for rule in rules if all(forms & set(present) for forms in rule.words)]
        assert list(begun.among(set(present))) == left
        assert list(begun.among(frozenset(present))) == left
