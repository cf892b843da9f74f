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
