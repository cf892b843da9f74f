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
