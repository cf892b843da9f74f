"""Capitals that tell nothing are undone before a sentence is parsed."""

import pytest

from recuento.annotate.casing import as_prose
from recuento.model.annotation import Sentence
from recuento.model.document import Language
from recuento.model.span import Span


def spelt(text: str, language: Language, *, title: bool = False) -> str:
    whole = Sentence(span=Span(0, len(text)), kind="prose", paragraph=0)
    return as_prose(text, [whole], language, title=title)


@pytest.mark.parametrize(
    ("language", "given", "expected"),
    [
        ("en", "GUNMEN KILLED FOUR BAKERS NEAR DURANGO ON FRIDAY", "Gunmen killed four bakers near Durango on Friday"),
        ("es", "HOMBRES ARMADOS MATARON A UN PANADERO EN DURANGO", "Hombres armados mataron a un panadero en Durango"),
        ("es", "HALLAN CADAVER CERCA DE DURANGO", "Hallan cadaver cerca de Durango"),
    ],
)  # fmt: skip
def test_capitals_are_spelt_as_prose(language: Language, given: str, expected: str) -> None:
    assert spelt(given, language) == expected


def test_title_case_is_undone_in_a_title_alone() -> None:
    given = "Gunmen Kill Four Bakers In Durango"
    assert spelt(given, "en", title=True) == "Gunmen kill four bakers in Durango"
    assert spelt(given, "en") == given


def test_prose_stays_as_it_is() -> None:
    given = "Ana Solana, Berta Mora Luna, Carla Reyes and Diana Cruz were freed in Durango."
    assert spelt(given, "en") == given


def test_the_length_never_changes() -> None:
    given = "STRAßE UND GUNMEN KILLED FOUR BAKERS İN DURANGO"
    assert len(spelt(given, "en")) == len(given)
