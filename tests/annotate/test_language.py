"""Which language a report is in: its commonest function words decide."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate import detect_language, unread_language
from recuento.errors import DocumentError
from recuento.pipeline import code_text


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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les hommes armés ont tué trois policiers dans une attaque sur la route, selon les autorités.", "French"),
        ("Os homens armados mataram três policiais em uma emboscada na estrada; não foram presos.", "Portuguese"),
        ("Gli uomini armati sono fuggiti nel bosco; il sindaco della città è stato ferito.", "Italian"),
        ("Die Täter wurden nicht gefasst; das Auto ist von der Polizei auf der Brücke gefunden worden.", "German"),
        ("Hombres armados mataron a tres policías en una emboscada en la carretera, según las autoridades.", None),
        ("Gunmen killed three officers in an ambush on the road, the authorities said.", None),
        ("3 muertos en Culiacán", None),
        ("", None),
    ],
)
def test_a_language_that_is_not_read_is_named(text: str, language: str | None) -> None:
    assert unread_language(text) == language


def test_a_report_in_a_language_that_is_not_read_is_refused() -> None:
    text = "Les hommes armés ont tué trois policiers dans une attaque sur la route, selon les autorités."
    with pytest.raises(DocumentError, match="French"):
        code_text(text, published_on=date(2024, 3, 26))
