"""Which sentences are parsed: those with a rule's words as the rule asks, and those that may name who says so."""

from __future__ import annotations

import pytest

from recuento.annotate.sentences import split_sentences
from recuento.annotate.wanted import speaks_of_events, speaks_of_saying, worth_parsing
from recuento.model.document import Language


def picked(text: str, language: Language = "en") -> list[str]:
    """Return the first word of each sentence that is worth a parse."""
    spans = worth_parsing(split_sentences(text), text, language)
    return [span.of(text).split()[0] for span in sorted(spans)]


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


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The mayor said so.", "en"),
        ("According to neighbours, it rained.", "en"),
        ("Así lo informó la alcaldesa.", "es"),
    ],
)
def test_words_of_saying(words: str, language: Language) -> None:
    assert speaks_of_saying(words, language)


def test_other_words_say_nothing() -> None:
    assert not speaks_of_saying("Neighbours baked bread.", "en")


def test_who_speaks_before_an_event_is_parsed_too() -> None:
    text = "Bakers met on Monday.\n\nPolice said the road was closed. It rained. Gunmen killed six farmers."
    assert picked(text) == ["Police", "Gunmen"]


def test_a_speaker_in_the_paragraph_above_counts_and_one_after_or_further_up_does_not() -> None:
    told = "Gunmen killed six farmers. The mayor said bread is cheap."
    assert picked(f"Police said it rained.\n\n{told}") == ["Police", "Gunmen"]
    assert picked(f"Police said it rained.\n\nThe sun came out.\n\n{told}") == ["Gunmen"]


def test_a_report_without_events_is_not_parsed_for_its_speakers() -> None:
    assert picked("Police said it rained. The mayor agreed, she said.") == []
