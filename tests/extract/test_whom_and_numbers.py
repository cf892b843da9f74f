"""Spanish: whom "a quien" and "al que" mean, what has "just" been done, and numbers that the parser takes for verbs."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims


def told(text: str, event: str) -> list[tuple[int | None, str, tuple[str, ...]]]:
    found = [c for c in claims(text, event=event) if c.figure is not None]
    doers = {"perpetrator", "authority"}
    return [
        (c.figure.count.exact if c.figure else None, c.status, tuple(r.text for r in c.roles if r.role in doers))
        for c in found
    ]


@pytest.mark.parametrize(
    ("text", "event", "what"),
    [
        ("Mendoza, a quien la Policía había detenido el lunes, murió.", "arrest", (1, "occurred", ("la Policía",))),
        (
            "Los sicarios querían llevarse a Darío Mendoza, a quien agentes estatales acababan de arrestar.",
            "arrest",
            (1, "occurred", ("agentes estatales",)),
        ),
        (
            "Un ganadero al que un comando había levantado el domingo apareció muerto.",
            "abduction",
            (1, "occurred", ("un comando",)),
        ),
        (
            "Cuatro jóvenes a quienes unos sicarios se llevaron de una fiesta siguen desaparecidos.",
            "abduction",
            (4, "occurred", ("unos sicarios",)),
        ),
        ("La Policía acababa de detener a Darío Mendoza.", "arrest", (1, "occurred", ("La Policía",))),
    ],
)
def test_whom_a_relative_clause_is_about(text: str, event: str, what: tuple[int, str, tuple[str, ...]]) -> None:
    assert told(text, event) == [what]


def test_whom_the_police_seek_is_not_held() -> None:
    assert told("El hombre al que la Policía busca mató a dos agentes.", "arrest") == []
    assert told("La Policía acaba de llegar a la zona.", "arrest") == []


@pytest.mark.parametrize(
    ("text", "event", "count"),
    [
        ("Diecinueve rehenes fueron liberados ayer.", "release", 19),
        ("Otros veintisiete vecinos que estaban en manos de una banda fueron rescatados el lunes.", "rescue", 27),
        ("Murieron ochenta y cinco soldados en Tepalca.", "killing", 85),
        ("La Marina rescató a sesenta pescadores el lunes.", "rescue", 60),
        ("El ataque dejó veintiséis muertos y tres heridos.", "killing", 26),
        ("Al menos doce personas murieron y otras veintitrés resultaron heridas.", "wounding", 23),
        ("El Gobierno mandó doscientos cincuenta militares a la zona.", "deployment", 250),
    ],
)
def test_numbers_in_words_are_numbers(text: str, event: str, count: int) -> None:
    assert [n for n, _, _ in told(text, event)] == [count]


def test_a_number_in_words_keeps_its_spelling() -> None:
    found = claims("Diecinueve rehenes fueron liberados ayer.", event="release")
    assert found[0].figure is not None
    assert found[0].quote.text.startswith("Diecinueve rehenes")


def test_a_term_without_its_years_sentences_nobody() -> None:
    text = "El juez condenó a 90 años a Selvin Orozco, y a 60 a su cuñado, Bruno Yáñez."
    assert all(n == 1 for n, _, _ in told(text, "sentence"))
    assert [n for n, _, _ in told("El tribunal condenó a 12 policías y a tres militares.", "conviction")] == [12, 3]


def test_what_the_sentence_was() -> None:
    assert claims("Ramiro Luna fue hallado culpable en 2016. La pena fue de 35 años de prisión.", event="sentence")
    assert not claims("La multa fue de 35 mil pesos.", event="sentence")


@pytest.mark.parametrize(
    ("text", "event", "counts"),
    [
        ("A 31 elevó el gobernador Régulo Paz la cifra de liberados: 19 adultos y 12 niños.", "release", [31, 19, 12]),
        ("A 20 elevaron las autoridades el número de heridos.", "wounding", [20]),
        ("Son seis los civiles asesinados y nueve los que siguen secuestrados.", "abduction", [9]),
        ("Son seis los civiles asesinados y nueve los que siguen secuestrados.", "killing", [6]),
    ],
)
def test_figures_out_of_their_order(text: str, event: str, counts: list[int]) -> None:
    assert [n for n, _, _ in told(text, event)] == counts


def test_a_figure_that_opens_another_clause_is_no_toll() -> None:
    assert told("A 31 kilómetros del pueblo subió la cifra de muertos.", "killing") == []


def test_a_surname_alone_is_whoever_was_named_in_full() -> None:
    text = "Sergio Vera, jefe de la banda, fue detenido en 2018. Vera fue condenado en 2019 a 17 años de cárcel."
    assert [n for n, _, _ in told(text, "sentence")] == [1]
    assert told("Vera fue condenado en 2019 a 17 años de cárcel.", "sentence") == []
