"""Entries that a place heads, signatures, roads, hospitals; names in asides; families and kin; days of one time."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_claim, told

LOG = (
    "TUMACO: Two men were shot and killed on Friday.\n\n"
    "BUENAVENTURA: Gunmen fired into a bar. Three nurses were wounded.\n\n"
    "1. Popayán. Police arrested four men."
)


@pytest.mark.parametrize(
    ("tally", "place"), [("killed", "Tumaco"), ("wounded", "Buenaventura"), ("arrested", "Popayán")]
)
def test_a_place_heads_its_entry(tally: str, place: str) -> None:
    claim = the_claim(LOG, tally=tally)
    assert claim.where is not None
    assert claim.where.place.name == place


PLACES = (
    ("By the Durango Sentinel staff\n\nGunmen killed three men in Tumaco on Friday.", "Tumaco"),
    ("Gunmen fired on a post in Tumaco. The toll rose to four after a recruit died in a hospital in Cali.", "Tumaco"),
    ("En Celaya murieron tres agentes en la carretera que conduce a la localidad de Salvatierra.", "Celaya"),
)


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_where_it_was_not(text: str, place: str) -> None:
    found = {c.where.place.name for c in claims(text, tally="killed") if c.where is not None}
    assert found == {place}, told(text)


SPEAKERS = (
    ("Six men were shot dead, said the commander of the northern zone, Colonel Luis Mora.", "Colonel Luis Mora"),
    ("Seis hombres murieron, confirmó el jefe de la Policía de Tumaco, general Óscar Ruiz.", "general Óscar Ruiz"),
)


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_a_speaker_keeps_the_name_that_an_aside_gives(text: str, name: str) -> None:
    said_by = the_claim(text, tally="killed").said_by
    assert [s.text.endswith(name) for s in said_by] == [True]


FIGURES = (
    ("A family of five was shot dead in Tumaco.", [("killed", 5)]),
    ("Una familia de cuatro fue asesinada en Tumaco.", [("killed", 4)]),
    ("Prosecutors filed charges of murder against Ramiro Osuna, 41, and his three nephews.", [("charged", 4)]),
    ("Gunmen sprayed a bar in Tumaco with bullets. Four patrons were hit.", [("wounded", 4)]),
    ("Pirates took seven fishermen. Five were put ashore on Friday.", [("abducted", 7), ("freed", 5)]),
    ("Deputies freed 22 people from a warehouse and arrested two men.", [("freed", 22), ("arrested", 2)]),
    ("El resto huyó hacia el monte, donde abandonó dos fusiles.", [("seized", 2)]),
    ("Un comando había levantado a dos policías, cuyos cuerpos aparecieron en un río.", [("abducted", 2)]),
)


@pytest.mark.parametrize(("text", "told_figures"), FIGURES)
def test_figures_told_in_passing(text: str, told_figures: list[tuple[str, int]]) -> None:
    assert sorted(figures(text)) == sorted(told_figures), told(text)


def test_a_clause_of_the_same_time_lends_its_day() -> None:
    claim = the_claim("Un niño murió al pisar una mina antipersonal el jueves 21 de marzo.", tally="killed")
    assert claim.when is not None
    assert [r.first.isoformat() for r in claim.when.ranges] == ["2024-03-21"]


HELD = (
    ("The captives were unharmed. Thirty-seven people were being held behind a padlocked door.", ("abduction", 37)),
    ("Masked men marched the mayor and four councillors off into the hills.", ("abduction", 4)),
    ("Gunmen fired on a bar. The hospital said it was treating 16 people.", ("wounding", 16)),
    ("A farmer lost a leg to a landmine in Tibú.", ("wounding", 1)),
    ("Pistoleros balearon un bar. Cuatro clientes siguen internados.", ("wounding", 4)),
    ("Entre las víctimas mortales figuran dos menores de edad.", ("killing", 2)),
    ("Un juez condenó a 15 años de cárcel a los hermanos Rafael y Ramón Cuello.", ("sentence", 2)),
)


@pytest.mark.parametrize(("text", "wanted"), HELD)
def test_what_befell_people_by_what_the_report_is_about(text: str, wanted: tuple[str, int]) -> None:
    assert wanted in [(c.event, c.figure.count.at_least) for c in claims(text) if c.figure], told(text)


def test_who_is_held_by_captors_is_not_arrested() -> None:
    assert not claims("The captors freed four. Mayor Ana Ruiz is still being held.", event="arrest")


def test_a_correction_takes_its_figure_back() -> None:
    (claim,) = claims("CORRECTION: an earlier post spoke of a dead guard.", tally="killed")
    assert claim.retired


def test_a_bulletin_is_told_by_the_body_that_issues_it() -> None:
    text = (
        "ALERTA PÚBLICA. La Red de Veedores del Sur denuncia la crisis que viven las veredas de Tumaco.\n\n"
        "1. El lunes sicarios se llevaron a tres jóvenes."
    )
    (claim,) = claims(text, tally="abducted")
    assert [s.text for s in claim.said_by] == ["La Red de Veedores del Sur"]


def test_a_spanish_clause_goes_on_with_the_subject_of_the_one_before() -> None:
    text = "Hombres del Clan Norte entraron a la vereda, reunieron a los vecinos y se llevaron a tres jóvenes."
    (claim,) = claims(text, tally="abducted")
    assert [r.text for r in claim.roles if r.role == "perpetrator"] == ["Hombres del Clan Norte"]


NEWSROOMS = (
    ("La Policía detuvo a ocho. Indicios: 3 fusiles y 7 pistolas.", [("arrested", 8), ("seized", 3), ("seized", 7)]),
    ("Efectivos de la Gendarmería secuestraron tres pistolas en Rosario.", [("seized", 3)]),
    ("Tres militares presentaron esquirlas en el rostro.", [("wounded", 3)]),
    ("Unas 600 personas han dejado sus ranchos.", [("displaced", 540)]),
    ('El bloque de seguridad ejecutó el operativo "Fénix 14" en Durán.', []),
)


@pytest.mark.parametrize(("text", "told_figures"), NEWSROOMS)
def test_idioms_of_newsrooms(text: str, told_figures: list[tuple[str, int]]) -> None:
    assert sorted(figures(text)) == sorted(told_figures), told(text)


def test_a_unit_against_gangs_abducts_nobody() -> None:
    assert not claims("The Gang Violence Suppression Unit detained four men.", tally="abducted")
