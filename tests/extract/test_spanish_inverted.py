"""Spanish sentences in another order: the verb first, the state first, the number last."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, read, the_claim, the_figure


@pytest.mark.parametrize(
    ("tally", "count", "agent", "text"),
    [
        ("arrested", 4, "la Marina", "Detiene la Marina a cuatro sicarios en Tecomán."),
        ("abducted", 2, "un comando", "El sábado secuestró un comando a dos maestros en Iguala."),
        ("killed", 3, "la guerrilla", "Mató la guerrilla a tres soldados y quemó una tanqueta."),
        ("sentenced", 3, "un tribunal", "Condena un tribunal a tres policías por tortura."),
        ("seized", 14, "la Guardia Nacional", "Aseguró la Guardia Nacional 14 fusiles en Ciénega."),
        ("freed", 6, "el ELN", "Libera el ELN a seis soldados en Arauca."),
        ("sanctioned", 2, "la OFAC", "Sanciona la OFAC a dos hermanos por lavado de dinero."),
    ],
)
def test_whoever_follows_the_verb_without_a_does_it(tally: str, count: int, agent: str, text: str) -> None:
    claim = the_claim(text, tally=tally)
    assert claim.figure is not None
    assert claim.figure.count.exact == count
    assert agent in [role.text for role in claim.roles]
    assert all(c.figure is None or c.figure.count.exact == count for c in read(text).claims)


@pytest.mark.parametrize(
    ("tally", "count", "text"),
    [
        ("escaped", 14, "Según trascendió, los reos fugados serían 14."),
        ("freed", 7, "Los liberados eran siete y estaban ilesos."),
        ("bodies", 22, "Suman 22 los cuerpos exhumados en el predio."),
        ("bodies", 3, "Los cuerpos, tres en total, tenían las manos atadas."),
        ("freed", 16, "Sanos y salvos regresaron 16 de los 24 migrantes bajados de un autobús."),
        ("wounded", 2, "Heridos, pero fuera de peligro, se encuentran los dos agentes de la patrulla."),
        ("charged", 3, "Un juez vinculó a proceso a tres exagentes por homicidio."),
    ],
)
def test_a_number_is_told_of_those_whom_a_state_names(tally: str, count: int, text: str) -> None:
    assert (tally, count) in figures(text)


@pytest.mark.parametrize("text", ["Los detenidos son de 20 años.", "Los detenidos son vecinos de la manzana 20."])
def test_a_number_that_counts_something_else_is_not_told_of_them(text: str) -> None:
    assert ("arrested", 20) not in figures(text)


def test_what_is_demanded_has_not_happened() -> None:
    text = "Exigen los secuestradores dos millones de pesos por la liberación de la comerciante."
    assert [c.status for c in claims(text, tally="freed")] == ["planned"]


def test_whoever_accuses_did_not_do_it() -> None:
    killing = the_claim("Acusa la madre a los soldados de matar a su hijo.", event="killing")
    assert "la madre" not in [role.text for role in killing.roles]


def test_years_to_be_served_are_a_sentence_imposed() -> None:
    sentence = the_claim("Pasará 30 años en la cárcel el hombre que mató a un taxista.", event="sentence")
    assert sentence.status == "occurred"


def test_nobody_flees_in_an_unknown_direction() -> None:
    found = read("Sujetos que subieron a tres hermanos a un auto huyeron con rumbo desconocido.").claims
    assert not any("rumbo" in role.text for claim in found for role in claim.roles)


def test_a_statement_is_closed_by_whoever_made_it() -> None:
    claim = the_claim(
        "La liberación de los 12 pescadores se produjo sin pago alguno, aseguró la Armada.", tally="freed"
    )
    assert [speaker.text for speaker in claim.said_by] == ["la Armada"]


def test_no_street_has_about_so_many() -> None:
    assert the_figure("Vigilan las calles unos 300 policías.", "deployed") == (270, 330)


_TAKEN = "Una banda secuestró a 52 personas el jueves. "


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (43, "El recuento da 43 personas a salvo."),
        (43, "«Tenemos a 43 de regreso», dijo el alcalde."),
        (43, "De esas personas, 43 están ya en sus casas."),
        (14, "El sábado 29 volvieron a sus casas y el lunes otras 14."),
        (29, "El domingo fueron liberados 29 plagiados y otros 14 el lunes."),
    ],
)
def test_captives_are_back_without_a_verb_of_freeing(count: int, text: str) -> None:
    assert ("freed", count) in figures(_TAKEN + text)


def test_what_is_left_out_has_the_day_beside_it() -> None:
    first, second = claims("Tres policías murieron el viernes y dos más el sábado.", tally="killed")
    assert first.when is not None
    assert second.when is not None
    assert (first.when.ranges[0].first.day, second.when.ranges[0].first.day) == (22, 23)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (500, "La Defensa ha volcado en la búsqueda a 500 efectivos."),
        (501, "Más de medio millar de militares baten la sierra en busca de los peones."),
    ],
)
def test_forces_that_no_rule_has_counted(count: int, text: str) -> None:
    assert ("deployed", count) in figures(text)


def test_forces_that_another_rule_has_counted_are_not_deployed() -> None:
    told = figures("Murieron 30 soldados de las fuerzas especiales en la búsqueda de los peones.")
    assert ("killed", 30) in told
    assert all(tally != "deployed" for tally, _ in told)


def test_the_whole_is_dead_of_whom_some_are_told() -> None:
    assert figures("Diez de los doce muertos habían consumido cocaína.") == [("killed", 12)]


def test_whoever_is_handed_over_to_another_country_is_extradited() -> None:
    assert ("extradited", 1) in figures("Su padre, Fermín Paz, fue entregado a Estados Unidos en 2021.")


def test_an_attempt_to_free_him_is_told_without_a_figure() -> None:
    rescue = the_claim("El intento de rescatarlo les costó doce muertos.", event="rescue")
    assert (rescue.status, rescue.figure) == ("attempted", None)


def test_a_claim_without_a_subject_is_made_by_whoever_speaks_before_it() -> None:
    text = (
        "Los Cenizos, un grupo nacido de las disidencias y que, dicen las autoridades, obedece a los hermanos de "
        "Evelio Tarazona, hicieron circular un audio. Admiten en él el rapto de 69 personas."
    )
    taken = the_claim(text, tally="abducted")
    assert [role.text[:11] for role in taken.roles if role.role == "perpetrator"] == ["Los Cenizos"]
    claimed = the_claim(text, event="claim_of_responsibility")
    assert [role.text[:11] for role in claimed.roles if role.role == "claimant"] == ["Los Cenizos"]


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (("deployed", 800), "El gobierno ha desplazado a Tumaco 800 hombres de las fuerzas especiales."),
        (("freed", 21), "La Policía abrió la finca y encontró, encerrados y con hambre, a veintiún campesinos."),
        (("killed", 1), "Una patrullera cayó baleada en la entrada de la finca."),
        (("arrested", 1), "El contador de la banda había caído una hora antes en un control de Montecristi."),
        (("seized", 27), "En la escena la Policía contó 27 fusiles y ocho camionetas."),
        (("freed", 58), "Una banda secuestró a 69 peones. Con los del martes van 58 devueltos a sus veredas."),
        (("escaped", 9), "Sicarios emboscaron a los agentes. Nueve consiguieron perderse en los manglares."),
    ],
)
def test_what_is_told_freely(figure: tuple[str, int], text: str) -> None:
    assert figure in figures(text)


def test_troops_that_are_moved_are_not_displaced() -> None:
    text = "El gobierno ha desplazado a Tumaco 800 hombres de las fuerzas especiales."
    assert "displaced" not in [tally for tally, _ in figures(text)]
