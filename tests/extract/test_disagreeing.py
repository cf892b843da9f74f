"""Another's bare figure for what was just told."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

TWO = (
    ("El alcalde habla de nueve muertos en Celaya; la Fiscalía, de siete.", [(9, "El alcalde"), (7, "la Fiscalía")]),
    (
        "Los vecinos cuentan trece muertos en Celaya; la Policía reconoce diez.",
        [(13, "Los vecinos"), (10, "la Policía")],
    ),
    (
        "La Policía informó de diez detenidos, pero el gobernador habló de doce.",
        [(10, "La Policía"), (12, "el gobernador")],
    ),
    (
        "Catorce secuestrados, así lo confirma la Gobernación; los compañeros del sindicato juran que son diecisiete.",
        [(14, "la Gobernación"), (17, "los compañeros del sindicato")],
    ),
)

ONE = (
    ("Murieron nueve personas en Celaya, dijo el fiscal, de 45.", [9]),
    ("Hubo nueve muertos en Celaya; la Fiscalía revisó dos videos.", [9]),
    ("El alcalde habla de nueve muertos en Celaya; la ambulancia, de siete.", [9]),
)


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_a_second_speaker_gives_his_own_figure(text: str, expected: list[tuple[int, str]]) -> None:
    told = [(c.figure.count.at_least, c.said_by[0].text) for c in claims(text) if c.figure and c.said_by]
    assert told == expected


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_a_number_that_nobody_gives_is_none(text: str, expected: list[int]) -> None:
    assert [c.figure.count.at_least for c in claims(text) if c.figure] == expected
