"""Which language a report is in: its commonest function words decide."""

from __future__ import annotations

import pytest

from recuento.annotate import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Three people were found on the road to Tula.", "en"),
        ("Tres personas fueron halladas en la carretera a Tula.", "es"),
        ("THREE PEOPLE WERE FOUND ON THE ROAD.", "en"),
        ("TRES PERSONAS FUERON HALLADAS EN LA CARRETERA.", "es"),
        ("Gunmen attacked the police in Culiacán and fled to the hills.", "en"),
        ("Hombres armados atacaron a la policía y huyeron a la sierra.", "es"),
        ("The mayor said “ya no hay miedo” and left the town hall.", "en"),
        ("El alcalde dijo “we are not afraid” y salió de la alcaldía.", "es"),
    ],
)
def test_the_commonest_function_words_decide(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "   ", "12345 67", "—", "Xzqw brtl"])
def test_no_function_word_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_the_start_of_a_long_report_is_enough() -> None:
    assert detect_language("The men came to the town in the night. " * 400 + "El hombre y la mujer. " * 40) == "en"
