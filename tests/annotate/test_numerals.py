"""Numbers in words and digits, with their bounds and what they are of."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

import pytest

from recuento.annotate.numeral_grammar import any_of, digits_value
from recuento.annotate.numerals import find_numerals
from recuento.model.document import Language

# words, language, lower bound, upper bound
COUNTS: tuple[tuple[str, Language, int, int | None], ...] = (
    ("1,200 soldiers", "en", 1200, 1200),
    ("1.200 soldados", "es", 1200, 1200),
    ("1,200 soldados", "es", 1200, 1200),
    ("mil 500 agentes", "es", 1500, 1500),
    ("70 mil casas", "es", 70_000, 70_000),
    ("1.5 million people", "en", 1_500_000, 1_500_000),
    ("treinta y tres muertos", "es", 33, 33),
    ("TREINTA Y UNA MUJERES", "es", 31, 31),
    ("VEINTITRES cuerpos", "es", 23, 23),
    ("veintitrés cuerpos", "es", 23, 23),
    ("TWELVE people", "en", 12, 12),
    ("one hundred and twenty men", "en", 120, 120),
    ("two thousand five hundred rounds", "en", 2500, 2500),
    ("un millón de desplazados", "es", 1_000_000, 1_000_000),
    ("dos docenas de casas", "es", 24, 24),
    ("two dozen houses", "en", 24, 24),
    ("half a dozen vans", "en", 6, 6),
    ("media docena de camionetas", "es", 6, 6),
    ("una veintena de heridos", "es", 18, 22),
    ("medio centenar de hombres", "es", 45, 55),
    ("dozens of people", "en", 24, None),
    ("decenas de personas", "es", 20, None),
    ("cientos de personas", "es", 200, None),
    ("cientos de miles de personas", "es", 200_000, None),
    ("several hundred people", "en", 200, None),
    ("varios hombres", "es", 3, None),
    ("several men", "en", 3, None),
    ("a couple of men", "en", 2, 2),
    ("ambos hombres", "es", 2, 2),
    ("at least 12 people", "en", 12, None),
    ("al menos doce personas", "es", 12, None),
    ("al menos unos 20 heridos", "es", 18, None),
    ("más de 40 hombres", "es", 41, None),
    ("más de una veintena de heridos", "es", 21, None),
    ("over 40 men", "en", 41, None),
    ("no fewer than 20 men", "en", 20, None),
    ("up to 5 men", "en", 1, 5),
    ("hasta cinco heridos", "es", 1, 5),
    ("fewer than 12 men", "en", 1, 11),
    ("unos 20 hombres", "es", 18, 22),
    ("about five men", "en", 4, 6),
    ("casi 50 personas", "es", 45, 50),
    ("cerca de un centenar de personas", "es", 90, 110),
    ("between 10 and 15 men", "en", 10, 15),
    ("entre 10 y 15 hombres", "es", 10, 15),
    ("some 20 to 30 gunmen", "en", 20, 30),
    ("20 o 30 mil personas", "es", 20_000, 30_000),
    ("tres o cuatro hombres", "es", 3, 4),
    ("12 or more men", "en", 12, None),
    ("0 heridos", "es", 0, 0),
)

# words, language, sense of the first numeral
SENSES: tuple[tuple[str, Language, str], ...] = (
    ("el 20 de enero", "es", "date"),
    ("March 3", "en", "date"),
    ("el pasado 12 fue detenido", "es", "date"),
    ("desde 2008", "es", "year"),
    ("the mid-1990s", "en", "year"),
    ("a las 16 horas", "es", "clock"),
    ("04:30 horas", "es", "clock"),
    ("at 8 p.m. on Friday", "en", "clock"),
    ("48 horas", "es", "duration"),
    ("three days", "en", "duration"),
    ("30 años de prisión", "es", "duration"),
    ("condenado a 25 años", "es", "duration"),
    ("hace más de 20 años", "es", "duration"),
    ("un hombre de 25 años", "es", "age"),
    ("de 15 a 25 años", "es", "age"),
    ("menores de 14 y 17 años", "es", "age"),
    ("a 17-year-old", "en", "age"),
    ("Tom Hale, 30, of Reno", "en", "age"),
    ("Near Tula, 12 of the captives were freed", "en", "number"),
    ("En Tibú, 12 de los plagiados fueron rescatados", "es", "number"),
    ("En marzo, 12 de los plagiados fueron rescatados", "es", "number"),
    ("María Solís (30) fue", "es", "age"),
    ("Beto Lara, el Chato, de 22; Ana Paz", "es", "age"),
    ("detuvieron a dos grupos, de 12 y 15 hombres", "es", "number"),
    ("Jalisco (87)", "es", "number"),
    ("Rosa Medina, also 22, was", "en", "age"),
    ("in his 20's", "en", "year"),
    ("at 238 Center St. on", "en", "address"),
    ("near the Blue Cap, 601 W. Elm St. Three", "en", "address"),
    ("the 1800 block of Elm Road", "en", "address"),
    ("12 west side residents", "en", "number"),
    ("una patrulla ocupada por dos oficiales", "es", "number"),
    ("$20 million", "en", "money"),
    ("mil dólares", "es", "money"),
    ("20 por ciento", "es", "percent"),
    ("15 miles north", "en", "distance"),
    ("40 kilos de cocaína", "es", "weight"),
    ("80 km/h", "es", "speed"),
    ("an AK-47", "en", "model"),
    ("un R-15", "es", "model"),
    ("calibre .223", "es", "model"),
    ("a 9mm pistol", "en", "model"),
    ("un Airbus 330", "es", "model"),
    ("highway 100", "en", "address"),
    ("la carretera 15", "es", "address"),
    ("kilómetro 203", "es", "address"),
    ("llegaron a la zona 450 soldados", "es", "number"),
    ("en la zona 18 agentes", "es", "address"),
    ("fueron hallados en la casa 14 fusiles", "es", "number"),
    ("fueron detenidos en la carretera nueve presuntos sicarios", "es", "number"),
    ("secuestraron en la carretera a nueve turistas", "es", "number"),
    ("En la calle 14 policías vigilan", "es", "address"),
    ("en la calle 14 de la colonia Centro", "es", "address"),
    ("en esta región 27 asesinatos", "es", "number"),
    ("Frente 21", "es", "identifier"),
    ("el M-19", "es", "identifier"),
    ("Article 19", "en", "identifier"),
    ("expediente 123/2011", "es", "identifier"),
    ("https://example.org/p/12", "en", "identifier"),
    ("call 555-1234", "en", "phone"),
    ("won 3-1", "en", "score"),
    ("the 18th Street gang", "en", "ordinal"),
    ("el segundo hombre", "es", "ordinal"),
    ("one of the men", "en", "other"),
    ("uno de los detenidos", "es", "other"),
    ("2.5 grados", "es", "other"),
    ("12 gunmen", "en", "number"),
    ("12 AK-47s", "en", "number"),
    ("in 2010 2000 people", "en", "year"),
    ("2,000 people", "en", "number"),
    ("a las 20 víctimas", "es", "number"),
    ("a 12-member cell", "en", "number"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "language", "low", "high"), COUNTS, ids=[row[0] for row in COUNTS])
def test_bounds(words: str, language: Language, low: int, high: int | None) -> None:
    numerals = [n for n in find_numerals(words, language=language) if n.sense == "number"]

    assert [(n.count.at_least, n.count.at_most) for n in numerals] == [(low, high)]


@pytest.mark.parametrize(("words", "language", "sense"), SENSES, ids=[row[0] for row in SENSES])
def test_sense(words: str, language: Language, sense: str) -> None:
    assert find_numerals(words, language=language)[0].sense == sense


def test_span_holds_the_modifier_and_core_the_number() -> None:
    text = "Hallaron al menos una veintena de cuerpos."
    (numeral,) = find_numerals(text, language="es")

    assert (numeral.span.of(text), numeral.core.of(text)) == ("al menos una veintena", "una veintena")


@pytest.mark.parametrize("text", ["The toll rose from 12 to 15 dead.", "El saldo pasó de 12 a 15 muertos."])
def test_a_change_is_no_range(text: str) -> None:
    language: Language = "en" if text.startswith("The") else "es"

    assert [n.count.exact for n in find_numerals(text, language=language)] == [12, 15]


@pytest.mark.parametrize(
    ("text", "language"), [("A man and another man", "en"), ("Un hombre y otra mujer", "es"), ("", "en")]
)
def test_articles_are_no_numbers(text: str, language: Language) -> None:
    assert find_numerals(text, language=language) == ()


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [n.count.exact for n in find_numerals("five six", language="en")] == [5, 6]


def test_part_and_whole() -> None:
    text = "De los 66 plagiados fueron liberados 58: 36 adultos y 22 niños."

    assert [n.count.exact for n in find_numerals(text, language="es") if n.sense == "number"] == [66, 58, 36, 22]


def test_numerals_come_in_order_and_apart() -> None:
    text = "Al menos 12 personas, entre 3 y 5 menores de 14 años, y 2 AK-47, el 3 de mayo de 2010 a las 16:30 horas."
    numerals = find_numerals(text, language="es")

    assert all(a.span.end <= b.span.start for a, b in pairwise(numerals))
    assert all(n.span.covers(n.core) for n in numerals)


@pytest.mark.parametrize("noise", ["a-" * 20_000, "1" * 50_000, "1.1." * 10_000, "a1" * 20_000, "@" * 20_000])
def test_noise_takes_time_in_proportion(noise: str) -> None:
    # A pattern that walks a long word again for each of its letters would take minutes here.
    assert all(numeral.sense != "number" for numeral in find_numerals(noise, language="en"))


def test_three_numbers_that_follow_one_another_are_one_range() -> None:
    found = find_numerals("Eran 39, 40 o 41 personas.", language="es")
    assert [(n.count.at_least, n.count.at_most) for n in found] == [(39, 41)]


AGES: tuple[tuple[str, Language, list[int]], ...] = (
    ("two clerks and two men, 17 and 19, who", "en", [2, 2]),
    ("Three men, ages 25, 26, and 33, were hurt", "en", [3]),
    ("The pupils' ages were 7, 9, 12 and 14.", "en", []),
    ("dos hermanos, 17 y 19, fueron", "es", [2]),
    ("another woman, also 22, was shot", "en", []),
    ("Peter and Kara Dunn -- 19 and 21 -- were", "en", []),
    ("In Jalisco -- 12 people -- and", "en", [12]),
    ("killed two women, 3 children and 5 men, police said", "en", [2, 3, 5]),
    ("Ana Ruiz, 34, 12 soldados y 3 policías", "es", [12, 3]),
    ("A man, 36, was shot, and a teenage boy, 15, died", "en", []),
    ("The school's principal, 41, was killed.", "en", []),
    ("su hija, 12, murió", "es", []),
    ("Tula area boy, 8, dies after shooting", "en", []),
    ("Joven, 19, muere baleado", "es", []),
    ("In the town, 36 people were shot", "en", [36]),
    ("Of the victims, 36, mostly women, were", "en", [36]),
)


@pytest.mark.parametrize(("words", "language", "counts"), AGES, ids=[row[0] for row in AGES])
def test_lists_of_ages_count_nobody(words: str, language: Language, counts: list[int]) -> None:
    assert [n.count.exact for n in find_numerals(words, language=language) if n.sense == "number"] == counts


@pytest.mark.parametrize(
    ("text", "language", "sense"),
    [
        ("los hombres del El Tigre 14, detenidos ayer", "es", "identifier"),
        ("marines took El Tigre 14 in a raid", "en", "identifier"),
        ("the man known as 'Halcon 7' was held", "en", "identifier"),
        ("corner of 20 de Noviembre and the river", "en", "identifier"),
        ("En El Tigre 14 personas murieron", "es", "number"),
    ],
)
def test_the_number_of_a_nickname_or_a_street_counts_nothing(text: str, language: Language, sense: str) -> None:
    assert [numeral.sense for numeral in find_numerals(text, language=language)] == [sense]


SHARES = (
    ("La mitad de los doce ya está en casa.", [(6, 6)]),
    ("la mitad de los trece rehenes", [(6, 7)]),
    ("dos tercios de los 30 migrantes", [(20, 20)]),
    ("Todos menos dos de los diez rehenes", [(8, 8)]),
    ("todas menos una de las nueve mujeres", [(8, 8)]),
    ("más de la mitad de los 20 choferes", [(11, 20)]),
    ("menos de la mitad de los 20 choferes", [(1, 9)]),
    ("la mitad de los 12 años", []),
    ("Docena y media de vecinos", [(18, 18)]),
    ("un centenar y medio de soldados", [(135, 165)]),
    ("un cuarteto de pistoleros", [(4, 4)]),
    ("De los dieciséis, la mitad ya está en casa.", [(16, 16), (8, 8)]),
    ("De los veinte rehenes, un tercio volvió.", [(20, 20), (6, 7)]),
)


@pytest.mark.parametrize(("words", "counts"), SHARES, ids=[row[0] for row in SHARES])
def test_a_share_told_with_its_whole_is_the_number_of_the_share(
    words: str, counts: list[tuple[int, int | None]]
) -> None:
    found = [n for n in find_numerals(words, language="es") if n.sense == "number"]
    assert [(n.count.at_least, n.count.at_most) for n in found] == counts


@pytest.mark.parametrize(
    ("digits", "language", "value"),
    [
        ("1.623,417.54", "en", "1623417.54"),
        ("1,623.417,54", "es", "1623417.54"),
        ("1.623.417", "en", "1623417"),
        ("1,623,417.25", "es", "1623417.25"),
        ("1.5", "es", "1.5"),
        ("0,200", "en", "0.2"),
    ],
)
def test_of_both_marks_the_last_is_the_point(digits: str, language: Language, value: str) -> None:
    assert digits_value(digits, language) == Fraction(value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("half a dozen", "half a"),
        ("half  a dozen", "half  a"),
        ("half-a-dozen", "half-a"),
        ("halfway there", "half"),
        ("a half", "a"),
        ("a.m. or p.m.", "a.m."),
        ("dozen", None),
    ],
)
def test_of_several_words_the_longest_that_stands_there_is_found(text: str, found: str | None) -> None:
    pattern = re.compile(any_of(["half", "a", "half a", "half-a", "a.m.", "half a hundred"]))

    match = pattern.match(text)

    assert (match and match[0]) == found


def test_no_words_are_found_nowhere() -> None:
    assert re.search(any_of(()), "half a dozen") is None
