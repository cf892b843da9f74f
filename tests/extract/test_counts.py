"""How many: digits, words, bounds, singulars, names, groups; and what counts nobody."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_claim, the_figure

# text, tally, at least, at most
BOUNDS: tuple[tuple[str, str, int, int | None], ...] = (
    ("Gunmen killed 14 farmers near Cosalá.", "killed", 14, 14),
    ("Gunmen killed fourteen farmers near Cosalá.", "killed", 14, 14),
    ("Gunmen kidnapped at least 12 migrants in Reynosa.", "abducted", 12, None),
    ("Gunmen kidnapped more than 30 migrants in Reynosa.", "abducted", 31, None),
    ("Soldiers arrested 1,250 men in the raids in Apopa.", "arrested", 1250, 1250),
    ("Dozens of villagers were kidnapped in Badiraguato.", "abducted", 24, None),
    ("Twenty-two hostages were released on Sunday.", "freed", 22, 22),
    ("Sicarios mataron a 14 campesinos cerca de Cosalá.", "killed", 14, 14),
    ("Sicarios mataron a catorce campesinos cerca de Cosalá.", "killed", 14, 14),
    ("Al menos doce migrantes fueron secuestrados en Reynosa.", "abducted", 12, None),
    ("Más de 30 migrantes fueron secuestrados en Reynosa.", "abducted", 31, None),
    ("Una decena de policías resultaron heridos en Tula.", "wounded", 9, 11),
    ("Soldados detuvieron a 1.250 hombres en Apopa.", "arrested", 1250, 1250),
    ("Liberaron a veintidós rehenes el domingo.", "freed", 22, 22),
    ("Between 10 and 15 people were kidnapped in Culiacán.", "abducted", 10, 15),
    ("Entre 10 y 15 personas fueron secuestradas en Culiacán.", "abducted", 10, 15),
    ("Up to 40 people were kidnapped in Culiacán.", "abducted", 1, 40),
    ("Denunció el plagio de al menos 80 arrieros en Tula.", "abducted", 80, None),
    ("Investigan el asesinato de por lo menos cuatro arrieros en Tula.", "killed", 4, None),
    ("La desaparición de por lo menos 11 arrieros causó alarma en Tula.", "missing", 11, None),
)

# text, tally, how many in all
COMPANY: tuple[tuple[str, str, int], ...] = (
    ("Ernesto Vidales fue detenido junto con Marta Olmos y Julio Renán.", "arrested", 3),
    ("Ernesto Vidales was arrested along with Marta Olmos and two other men.", "arrested", 4),
    ("El alcalde fue asesinado junto con su esposa en Tuxpan.", "killed", 2),
    ("The mayor was killed along with his driver in Tuxpan.", "killed", 2),
    ("Tres hombres fueron detenidos junto con armas y drogas en Tuxpan.", "arrested", 3),
    ("Soldiers arrested Ernesto Vidales together with police in Tuxpan.", "arrested", 1),
)

# text, tally, lower bound, basis
BASES: tuple[tuple[str, str, int, str], ...] = (
    ("Gunmen killed 14 farmers near Cosalá.", "killed", 14, "numeral"),
    ("Gunmen killed a taxi driver in Acapulco on Monday.", "killed", 1, "singular"),
    ("A National Guard member was killed in La Lima.", "killed", 1, "singular"),
    ("Gunmen killed Rodrigo Almanza in Acapulco.", "killed", 1, "named"),
    ("Police arrested Ernesto Vidales in Tepic on Sunday.", "arrested", 1, "named"),
    ("Kidnappers released Marta Olmos and Julio Renán on Friday.", "freed", 2, "listed"),
    ("Sicarios mataron a un taxista en Acapulco el lunes.", "killed", 1, "singular"),
    ("Un elemento de la Guardia Nacional murió en La Lima.", "killed", 1, "singular"),
    ("La policía detuvo a Ernesto Vidales en Tepic.", "arrested", 1, "named"),
    ("Fueron liberados Marta Olmos y Julio Renán.", "freed", 2, "listed"),
    ("Gunmen kidnapped a group of 12 migrants in Reynosa.", "abducted", 12, "numeral"),
    ("Sicarios secuestraron a un grupo de 12 migrantes en Reynosa.", "abducted", 12, "numeral"),
    ("The number of dead rose to 58 on Tuesday.", "killed", 58, "numeral"),
    ("El número de muertos subió a 58 este martes.", "killed", 58, "numeral"),
    ("The death toll climbed to 19 on Tuesday.", "killed", 19, "numeral"),
    ("La cifra de muertos aumentó a 19 este martes.", "killed", 19, "numeral"),
    ("The number of people kidnapped rose to 66.", "abducted", 66, "numeral"),
)

# Nobody was hurt: a count of zero, or a denial; never somebody.
NOBODY = (
    ("No one was killed in the attack on the police station in Tecate.", "killed"),
    ("There were no injuries in the attack on the police station in Tecate.", "wounded"),
    ("No migrants were kidnapped in Reynosa.", "abducted"),
    ("No arrests were made after the shooting in Tecate.", "arrested"),
    ("El ataque contra la comandancia de Tecate no dejó heridos.", "wounded"),
    ("El ataque contra la comandancia terminó sin muertos.", "killed"),
    ("No hay detenidos por el tiroteo en Tecate.", "arrested"),
)

# Numbers that count neither people nor what was seized.
COUNTS_NOBODY = (
    ("Gunmen killed a 30-year-old man in Celaya.", [("killed", 1)]),
    ("Gunmen killed Ramiro Osuna, 47, in Celaya.", [("killed", 1)]),
    ("Un hombre de 30 años fue asesinado en Celaya.", [("killed", 1)]),
    ("Ramiro Osuna, de 47 años, fue asesinado en Celaya.", [("killed", 1)]),
    ("Ramiro Osuna was sentenced to 30 years in prison.", [("sentenced", 1)]),
    ("Ramiro Osuna fue condenado a 30 años de prisión.", [("sentenced", 1)]),
    ("Gunmen killed three men with AK-47 rifles in Celaya.", [("killed", 3)]),
    ("Three men were killed on Highway 15 near Celaya.", [("killed", 3)]),
    ("Three men were killed at about 10 p.m. on March 24.", [("killed", 3)]),
    ("Tres hombres murieron en el kilómetro 47 de la carretera.", [("killed", 3)]),
    ("Police arrested two men who demanded 40,000 dollars.", [("arrested", 2)]),
    ("Detuvieron a dos hombres que exigían 40 mil pesos.", [("arrested", 2)]),
)


@pytest.mark.parametrize(("text", "tally", "number"), COMPANY)
def test_company_shares_the_fate(text: str, tally: str, number: int) -> None:
    assert sum(c.figure.count.at_least for c in claims(text) if c.tally == tally and c.figure) == number


@pytest.mark.parametrize(("text", "tally", "at_least", "at_most"), BOUNDS)
def test_bounds(text: str, tally: str, at_least: int, at_most: int | None) -> None:
    assert the_figure(text, tally) == (at_least, at_most)


@pytest.mark.parametrize(("text", "tally", "number", "basis"), BASES)
def test_what_a_figure_is_read_from(text: str, tally: str, number: int, basis: str) -> None:
    figure = the_claim(text, tally=tally).figure
    assert figure is not None
    assert (figure.count.at_least, figure.basis) == (number, basis)


@pytest.mark.parametrize(("text", "tally"), NOBODY)
def test_nobody_is_a_count_of_zero_or_a_denial(text: str, tally: str) -> None:
    counted = [c for c in claims(text, tally=tally) if c.figure is not None]
    assert all((c.figure is not None and c.figure.count.at_most == 0) or c.status == "denied" for c in counted)


@pytest.mark.parametrize(("text", "expected"), COUNTS_NOBODY)
def test_ages_terms_models_and_sums_count_nobody(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


def test_a_figure_is_read_from_its_own_words() -> None:
    figure = the_claim("On Friday, gunmen freed 12 hostages in Concordia.", tally="freed").figure
    assert figure is not None
    assert figure.span.of("On Friday, gunmen freed 12 hostages in Concordia.") == "12"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Gunmen killed 14 farmers near Cosalá.", "farmer"),
        ("Gunmen kidnapped 12 migrants in Reynosa.", "migrant"),
        ("Sicarios secuestraron a 12 migrantes en Reynosa.", "migrante"),
        ("Sicarios mataron a tres soldados en Tula.", "soldado"),
    ],
)
def test_the_unit_is_the_dictionary_form_of_those_counted(text: str, unit: str) -> None:
    assert [c.unit for c in claims(text) if c.figure] == [unit]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Gunmen killed two soldiers in Aguililla.", "state"),
        ("Soldiers killed two gunmen in Aguililla.", "armed_group"),
        ("Gunmen killed two shopkeepers in Aguililla.", "civilian"),
        ("Dos policías fueron asesinados en Aguililla.", "state"),
        ("Soldados abatieron a dos sicarios en Aguililla.", "armed_group"),
        ("Dos comerciantes fueron asesinados en Aguililla.", "civilian"),
    ],
)
def test_the_side_of_the_dead(text: str, side: str) -> None:
    assert the_claim(text, tally="killed").counted.side == side


@pytest.mark.parametrize(
    ("text", "sex", "age_group"),
    [
        ("Gunmen kidnapped 11 women in Ojinaga.", "female", None),
        ("Gunmen kidnapped nine children in Ojinaga.", None, "minor"),
        ("Sicarios secuestraron a 11 mujeres en Ojinaga.", "female", None),
        ("Sicarios secuestraron a nueve niños en Ojinaga.", None, "minor"),
    ],
)
def test_sex_and_age_where_the_words_tell(text: str, sex: str | None, age_group: str | None) -> None:
    counted = the_claim(text, tally="abducted").counted
    assert (counted.age_group, counted.sex if sex else None) == (age_group, sex)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The gang turned nine captives loose near the border.", 9),
        ("The kidnappers turned 28 of the workers loose on a highway.", 28),
    ],
)
def test_those_turned_loose_are_counted_and_have_no_age(text: str, number: int) -> None:
    (claim,) = claims(text, tally="freed")
    assert claim.figure is not None
    assert claim.figure.count.at_least == number


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("There have been 168 homicides in the city this year.", "aggregate"),
        ("Last year the county had 88 killings.", "aggregate"),
        ("El estado suma 168 homicidios este año.", "aggregate"),
        ("Se registraron 24 asesinatos el mes pasado en Tijuana.", "aggregate"),
        ("There were 9 murders attributed to stabbings in Harlan County during 2016, police said.", "aggregate"),
        ("En 2019 hubo 40 homicidios en el municipio, dijo la alcaldía.", "aggregate"),
        ("A man was convicted of two murders in 2015.", None),
        ("The gun battle resulted in four killings.", None),
        ("Tres asesinatos fueron cometidos el lunes en Tijuana.", None),
    ],
)
def test_crimes_counted_over_a_period_are_no_incident(text: str, scope: str | None) -> None:
    (claim,) = claims(text, tally="killed")
    assert claim.scope == scope


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Brenda Lugo Paz es la séptima persona detenida por el secuestro.", 7),
        ("Brenda Lugo is the seventh suspect arrested in the kidnapping.", 7),
        ("Lugo es la décimo tercera persona aprehendida por las autoridades.", 13),
        ("Police on Friday arrested a fourth man in the shooting.", 4),
    ],
)
def test_the_seventh_person_held_makes_seven(text: str, count: int) -> None:
    totals = [c.figure.count.exact for c in claims(text, tally="arrested") if c.scope == "total" and c.figure]
    assert totals == [count]


@pytest.mark.parametrize(
    "text",
    [
        "Es el tercer alcalde detenido en Morelos por la fiscalía.",
        "Cinco personas fueron detenidas; la tercera es una mujer.",
        "Brenda Lugo is the first suspect arrested in the kidnapping.",
    ],
)
def test_not_every_ordinal_is_a_total(text: str) -> None:
    assert [c for c in claims(text, tally="arrested") if c.scope == "total"] == []


@pytest.mark.parametrize(
    ("text", "tally", "count"),
    [
        (
            "Con él fueron detenidos Mario Ruelas Pinto, el Tuercas, de 22 años, quien hacía de lugarteniente; Saúl "
            "Ortega Leal, de 21, dedicado a extorsiones; Ana Rosas Tirado, de 24, pareja de Ruelas, y Nora Peña Cota, "
            "de 24, quien fungía como halcón.",
            "arrested",
            4,
        ),
        (
            "Police arrested Mario Ruelas, 20, of Tucson; Saul Ortega, 21, of Mesa; and Nora Pena, 24, a lookout.",
            "arrested",
            3,
        ),
    ],
)
def test_people_named_between_semicolons_are_counted(text: str, tally: str, count: int) -> None:
    assert the_figure(text, tally) == (count, count)


def test_a_roll_is_of_the_verb_next_to_it() -> None:
    text = (
        "The men are suspected of killing Omar Ruiz, 40, and wounding three other people, Ana Mora, 30; Luis Paz, 20;"
        " and Eva Sol, 19."
    )
    assert the_figure(text, "killed") == (1, 1)


def test_a_roll_may_go_on_right_behind_a_name() -> None:
    text = "Police arrested Mario Ruelas; Saul Ortega, 21, of Mesa; and Nora Pena, 24, a lookout."
    assert the_figure(text, "arrested") == (3, 3)


def test_a_second_clause_is_no_roll() -> None:
    assert the_figure("Police arrested Mario Ruelas, 20, of Tucson; he was taken to jail.", "arrested") == (1, 1)


@pytest.mark.parametrize(
    ("text", "tally", "count"),
    [
        ("The death toll rose from 12 to 14.", "killed", 14),
        ("The death toll was cut from 14 to 12.", "killed", 12),
        ("Authorities lowered the death toll from 14 to 12.", "killed", 12),
        ("Authorities raised the death toll to 14 from 12.", "killed", 14),
        ("The number of people wounded rose from 12 to 14.", "wounded", 14),
        ("La cifra de muertos subió de 12 a 14.", "killed", 14),
        ("La cifra de muertos bajó de 14 a 12.", "killed", 12),
        ("La fiscalía redujo de 14 a 12 el número de muertos.", "killed", 12),
        ("Las autoridades elevaron la cifra de muertos de 12 a 14.", "killed", 14),
        ("La fiscalía corrigió la cifra de muertos a 12.", "killed", 12),
        ("La cifra de desaparecidos subió de 12 a 14 en Celaya.", "missing", 14),
    ],
)
def test_of_a_toll_that_moved_the_new_figure_counts(text: str, tally: str, count: int) -> None:
    found = the_claim(text, tally=tally)
    assert found.figure is not None
    assert (found.figure.count.exact, found.scope, found.retired) == (count, "total", False)


@pytest.mark.parametrize(
    ("text", "retired"),
    [
        (
            "Eleven bodies were found. Initially the same official had said that seven bodies had been found.",
            7,
        ),
        ("Once personas murieron en Celaya. En un primer momento la policía informó de siete muertos.", 7),
        ("Initially police said seven people were killed, but later said 11 had died.", 7),
    ],
)
def test_what_was_said_at_first_is_withdrawn(text: str, retired: int) -> None:
    found = {c.figure.count.exact: c.retired for c in claims(text) if c.figure is not None}
    assert found == {retired: True, 11: False}


def test_what_was_found_at_first_still_counts() -> None:
    assert [c.retired for c in claims("Initially seven bodies were found in Celaya.", tally="bodies")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Authorities had earlier reported 15 dead.",
        "Police had previously put the toll at 15 dead.",
        "Earlier, officials had reported 15 dead.",
        "Las autoridades habían hablado antes de 15 muertos.",
    ],
)
def test_what_had_been_said_before_is_withdrawn(text: str) -> None:
    assert [c.retired for c in claims(text, tally="killed")] == [True]


def test_a_total_counts_what_its_noun_says() -> None:
    text = "Una mujer que había sido herida en el ataque murió el sábado en Celaya, con lo que suman 14 los muertos."
    found = {(c.tally, str(c.figure.count)) for c in claims(text) if c.figure is not None}
    assert found == {("killed", "1"), ("wounded", "1"), ("killed", "14")}
