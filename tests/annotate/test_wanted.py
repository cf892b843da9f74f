"""Which sentences are parsed: those with a rule's words as the rule asks."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate import annotate
from recuento.annotate.wanted import speaks_of_events
from recuento.model import Document
from recuento.model.document import Language


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Gunmen opened fire on a bus.", "en"),
        ("The kidnapping's victims were buried.", "en"),
        ("Prendieron fuego a dos camiones.", "es"),
        ("PRENDIERON FUEGO A DOS CAMIONES", "es"),
        ("A drive-by shooting killed one man.", "en"),
    ],
)
def test_the_words_of_a_rule_in_their_order(words: str, language: Language) -> None:
    assert speaks_of_events(words, language)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The fire spread before the shop had opened.", "en"),
        ("El número de la casa es el doce.", "es"),
        ("El taller de teatro está presente en la feria.", "es"),
    ],
)
def test_the_words_of_a_rule_in_another_order_or_without_what_it_asks(words: str, language: Language) -> None:
    assert not speaks_of_events(words, language)


def test_a_sentence_that_may_list_the_parts_of_a_figure_is_parsed_after_it() -> None:
    text = "Gunmen freed 26 farmers. The priest counted 15 adults and 11 children on the square. The sun came out."
    found = annotate(Document(id="d-1", text=text, published_on=date(2024, 3, 26)))
    assert [bool(sentence.tokens) for sentence in found.sentences] == [True, True, False]


@pytest.mark.parametrize(
    "words",
    [
        "El último tranvía salió del puerto.",
        "lo hirio un pistolero",
    ],
)
def test_a_word_of_a_report_with_accents_is_no_verb_that_would_carry_one(words: str) -> None:
    assert speaks_of_events(words, "es")
    assert not speaks_of_events(words, "es", accented=True)
    assert speaks_of_events("Lo hirió un pistolero", "es", accented=True)


def test_capitals_and_reports_without_accents_may_leave_them_out() -> None:
    assert speaks_of_events("Un pistolero HIRIO a tres pescadores y lo CONDENO la justicia", "es", accented=True)
    text = "El policia hirio a 3 mineros. La policia detuvo a 4 mas."
    found = annotate(Document(id="d-1", text=text, published_on=date(2024, 3, 26)))
    assert [bool(sentence.tokens) for sentence in found.sentences] == [True, True]
