"""Courts and treasuries: charges, pleas, trials, sentences, extraditions, sanctions; years are no people."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, read, told

EVENTS: tuple[tuple[str, str], ...] = (
    ("Ramiro Osuna was charged with murder on Monday.", "charge"),
    ("Ramiro Osuna was extradited to the United States on Monday.", "extradition"),
    ("Ramiro Osuna pleaded guilty to drug trafficking on Monday.", "plea"),
    ("Ramiro Osuna was convicted of murder on Monday.", "conviction"),
    ("Ramiro Osuna was acquitted of murder on Monday.", "acquittal"),
    ("Ramiro Osuna was sentenced to 30 years in prison.", "sentence"),
    ("A judge sentenced Ramiro Osuna to 30 years in prison.", "sentence"),
    ("The US Treasury sanctioned four members of the cartel.", "sanction"),
    ("Ramiro Osuna fue imputado por homicidio el lunes.", "charge"),
    ("Ramiro Osuna fue extraditado a Estados Unidos el lunes.", "extradition"),
    ("Ramiro Osuna se declaró culpable de narcotráfico.", "plea"),
    ("Ramiro Osuna fue absuelto de homicidio el lunes.", "acquittal"),
    ("Ramiro Osuna fue sentenciado a 30 años de prisión.", "sentence"),
    ("Un juez condenó a Ramiro Osuna a 30 años de cárcel.", "sentence"),
    ("El Departamento del Tesoro sancionó a cuatro integrantes del cártel.", "sanction"),
)


FATES = (
    ("Its leader, Luis Mora, is in prison in Texas, sentenced in 2016 to thirty years.", "sentence"),
    ("His sister Ana Mora was arrested after a chase in March 2021, extradited that November.", "extradition"),
    ("Luis Mora, the boss's son, was flown from Lima to the United States to face cocaine charges.", "extradition"),
    ("One of his brothers was sent to Chicago in May and pleaded not guilty.", "extradition"),
    ("She served 18 months, having admitted to money laundering.", "plea"),
    ("The Norte Cartel, listed by Washington as a foreign narcotics trafficker, has gone quiet.", "sanction"),
)


@pytest.mark.parametrize(("text", "event"), FATES)
def test_the_fate_of_one_person_told_in_passing(text: str, event: str) -> None:
    assert event in [c.event for c in claims(text)], told(text)


def test_who_is_convicted_and_sentenced_is_counted_once() -> None:
    found = claims("In 2013 Luis Mora was found guilty by a court in Tampa and received 19 years.", tally="sentenced")
    assert len(found) == 1


def test_a_reporter_sent_to_a_court_is_no_defendant() -> None:
    assert not claims("A reporter was sent to Chicago to cover the trial.", tally="charged")
    assert not claims("A reporter was sent to Chicago to cover the trial.", event="extradition")


FALLS_ON = (
    ("Washington imposed sanctions on five men linked to the gang.", "sanctioned", 5),
    ("Prosecutors brought charges of murder against seven officers.", "charged", 7),
    ("A jury imposed a 50-year sentence on two brothers.", "sentenced", 2),
    ("Three former policemen received 30-year prison terms.", "sentenced", 3),
    ("A judge found three people guilty of murder.", "sentenced", 3),
    ("Colombia handed over 12 men to the United States.", "extradited", 12),
    ("La Unión Europea anunció sanciones contra siete narcotraficantes.", "sanctioned", 7),
    ("El juez envió a juicio a cuatro policías.", "charged", 4),
    ("Se dictó sentencia condenatoria contra 12 sicarios.", "sentenced", 12),
    ("El Ejército ejecutó órdenes de captura contra al menos tres sospechosos.", "arrested", 3),
)


@pytest.mark.parametrize(("text", "tally", "count"), FALLS_ON)
def test_whom_a_charge_or_sentence_falls_on(text: str, tally: str, count: int) -> None:
    assert [(c.tally, c.figure.count.at_least) for c in claims(text) if c.figure] == [(tally, count)], told(text)


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_the_matter_is_named(text: str, event: str) -> None:
    assert event in [c.event for c in claims(text)], told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ramiro Osuna was sentenced to 30 years in prison.",
        "Three men were sentenced to between 20 and 45 years in prison.",
        "A court gave Ramiro Osuna a sentence of 27 years.",
        "Ramiro Osuna fue condenado a 30 años de prisión.",
        "Tres hombres fueron sentenciados a 45 años de prisión.",
        "Un tribunal impuso a Ramiro Osuna una pena de 27 años.",
    ],
)
def test_years_in_prison_count_nobody(text: str) -> None:
    assert {number for _, number in figures(text)} <= {1, 3}, told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ramiro Osuna was released from prison in Tepic on Monday.",
        "Ramiro Osuna salió de prisión en Tepic el lunes.",
    ],
)
def test_leaving_prison_frees_no_captive(text: str) -> None:
    assert claims(text, tally="freed") == [], told(text)


def test_a_court_matter_is_apart_from_the_violence_of_the_day() -> None:
    coding = read(
        "Gunmen killed six farmers in Cosalá on Sunday. "
        "On Monday, Ramiro Osuna was sentenced to 30 years in prison in Tepic."
    )
    assert sorted(a.family for a in coding.accounts) == ["justice", "violence"]


def test_the_last_name_of_a_long_list_stands_whole_in_its_quote() -> None:
    text = (
        "Charged with conspiracy to distribute cocaine in the district over the last three years are Mario Landa Ortiz,"
        " 41, of Dallas; Cristian Quintal Mora, 33, of Houston; and Teodoro Javier-Ortega, 29, of Austin."
    )
    charged = read(text).claims
    assert [(str(c.figure.count), c.figure.span.of(text)[-21:]) for c in charged if c.figure is not None] == [
        ("3", "Teodoro Javier-Ortega")
    ]
    assert all(c.quote.span.covers(c.figure.span) for c in charged if c.figure is not None)
