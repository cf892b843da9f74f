"""When and where: in the claim's own words, or inherited from its account; and what is older than the news."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.reading import claims, read, the_claim

from recuento.model import Claim

# text, event, day
DAYS: tuple[tuple[str, str, date], ...] = (
    ("On Sunday, gunmen killed six farmers in Cosalá.", "killing", date(2024, 3, 24)),
    ("Gunmen killed six farmers in Cosalá on Sunday.", "killing", date(2024, 3, 24)),
    ("Gunmen killed six farmers yesterday in Cosalá.", "killing", date(2024, 3, 25)),
    ("Gunmen killed six farmers on March 22 in Cosalá.", "killing", date(2024, 3, 22)),
    ("El domingo, sicarios mataron a seis campesinos.", "killing", date(2024, 3, 24)),
    ("Sicarios mataron ayer a seis campesinos en Cosalá.", "killing", date(2024, 3, 25)),
    ("Sicarios mataron a seis campesinos el 22 de marzo.", "killing", date(2024, 3, 22)),
)

# text, event, place
PLACES: tuple[tuple[str, str, str], ...] = (
    ("Gunmen killed six farmers in Badiraguato, Sinaloa.", "killing", "Badiraguato"),
    ("In Culiacan, gunmen kidnapped nine people.", "abduction", "Culiacán"),
    ("Sicarios mataron a seis campesinos en Badiraguato, Sinaloa.", "killing", "Badiraguato"),
    ("En Culiacán, hombres armados secuestraron a nueve personas.", "abduction", "Culiacán"),
    ("Washington said gunmen killed six tourists in Tijuana.", "killing", "Tijuana"),
    ("Members of the Sinaloa Cartel killed six farmers in Hermosillo.", "killing", "Hermosillo"),
    ("Integrantes del Cártel de Sinaloa mataron a seis personas en Hermosillo.", "killing", "Hermosillo"),
)


def day_of(claim: Claim) -> date | None:
    return claim.when.ranges[0].first if claim.when else None


@pytest.mark.parametrize(("text", "event", "day"), DAYS)
def test_the_claims_own_day(text: str, event: str, day: date) -> None:
    claim = the_claim(text, event=event)
    assert day_of(claim) == day
    assert claim.when is not None
    assert not claim.when.inherited


@pytest.mark.parametrize(("text", "event", "place"), PLACES)
def test_the_claims_own_place(text: str, event: str, place: str) -> None:
    claim = the_claim(text, event=event)
    assert claim.where is not None
    assert (claim.where.place.name, claim.where.inherited) == (place, False)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a bar in Celaya on Sunday. Seven people were killed.",
        "Hombres armados atacaron un bar en Celaya el domingo. Siete personas murieron.",
    ],
)
def test_a_sentence_without_day_or_place_inherits_those_before(text: str) -> None:
    claim = the_claim(text, event="killing")
    assert claim.when is not None
    assert claim.where is not None
    assert (day_of(claim), claim.when.inherited) == (date(2024, 3, 24), True)
    assert (claim.where.place.name, claim.where.inherited) == ("Celaya", True)


@pytest.mark.parametrize("text", ["Gunmen killed six farmers.", "Sicarios mataron a seis campesinos."])
def test_no_day_is_taken_from_the_calendar(text: str) -> None:
    claim = the_claim(text, event="killing")
    assert (claim.when, claim.where) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "CULIACÁN, Sinaloa (AP) — Gunmen kidnapped nine people on Sunday.",
        "CULIACÁN, Sinaloa (EFE) — Sicarios secuestraron a nueve personas el domingo.",
    ],
)
def test_the_dateline_gives_the_place_where_nothing_else_does(text: str) -> None:
    claim = the_claim(text, event="abduction")
    assert claim.where is not None
    assert claim.where.place.name == "Culiacán"


@pytest.mark.parametrize(
    ("text", "event", "year"),
    [
        (
            "Police arrested Rodrigo Almanza in Tepic on Sunday. His brother was arrested in 2021 in Mazatlán.",
            "arrest",
            2021,
        ),
        (
            "La policía detuvo a Rodrigo Almanza en Tepic el domingo. Su hermano fue detenido en 2021 en Mazatlán.",
            "arrest",
            2021,
        ),
        (
            "Gunmen killed six farmers in Cosalá on Sunday. In March 2022, gunmen killed nine people in Cosalá.",
            "killing",
            2022,
        ),
        (
            "Sicarios mataron a seis campesinos en Cosalá el domingo. "
            "En marzo de 2022, sicarios mataron a nueve personas en Cosalá.",
            "killing",
            2022,
        ),
    ],
)
def test_an_old_event_is_background_in_an_account_of_its_own(text: str, event: str, year: int) -> None:
    news, old = claims(text, event=event)
    assert (news.background, old.background) == (False, True)
    assert news.account != old.account
    first = day_of(old)
    assert first is not None
    assert first.year == year


def test_last_years_capture_is_told_with_its_own_date() -> None:
    text = (
        "Gunmen attacked soldiers near Hermosillo on Sunday, killing two of them. "
        "The cartel's leader, Rodrigo Almanza, was captured a year ago in Mazatlán."
    )
    claim = the_claim(text, event="arrest")
    assert claim.background
    first = day_of(claim)
    assert first is not None
    assert first.year == 2023


def test_a_month_that_may_be_two_years_keeps_both() -> None:
    text = "Gunmen killed six farmers on Sunday. Back in March, gunmen killed two teachers in Chilapa."
    old = claims(text, event="killing")[1]
    assert old.when is not None
    assert sorted(r.first.year for r in old.when.ranges) == [2023, 2024]


def test_every_account_keeps_the_day_of_publication_apart_from_its_own() -> None:
    coding = read("Gunmen killed six farmers.")
    assert [(a.when, a.published_on) for a in coding.accounts] == [(None, date(2024, 3, 26))]


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        # a capital is where the story was filed: its country stands in, then the first town told
        ("Bogotá. El gobierno condenó la muerte de diez militares.", "killing", "Colombia"),
        (
            "Bogotá. El gobierno condenó la muerte de diez militares.\n\nRebeldes atacaron una base en Chitagá.",
            "killing",
            "Chitagá",
        ),
        (
            "Bogotá. Rebeldes mataron a cuatro soldados.\n\nÉl volvió a Bogotá.\n\nEl ataque ocurrió en Caquetá.",
            "killing",
            "Caquetá",
        ),
        # where "los hechos ocurrieron" is where in the state it was
        (
            "México, DF. Cuatro policías fueron asesinados en Sonora.\n\nUn vocero lo dijo.\n\n"
            "Los hechos tuvieron lugar en Navojoa.",
            "killing",
            "Navojoa",
        ),
        # of a state and a town of it in one clause the town is meant
        ("Soldados de Sonora mataron a dos hombres en Sonora, en Navojoa.", "killing", "Navojoa"),
        # a town before its state and country is the place of what follows
        ("Dos murieron en Lerdo, Durango, México. Además fueron detenidos tres hombres.", "arrest", "Lerdo"),
        # a town's police act in their town
        ("The San Diego Police acted on a tip. The San Diego Police said 32 men were arrested.", "arrest", "San Diego"),
    ],
)
def test_the_place_taken_over(text: str, event: str, name: str) -> None:
    places = [claim.where.place.name for claim in claims(text, event=event) if claim.where is not None]
    assert places[:1] == [name]


def test_where_somebody_was_filmed_is_nobody_elses_place() -> None:
    text = (
        "The boss was extradited to the United States in 2021.\n\n"
        "His wife was captured on video dancing in southern California a week after leaving prison in May 2023.\n\n"
        "The Treasury placed sanctions on nine of his men in June 2023."
    )
    places = [c.where.place.name for c in claims(text, event="sanction") if c.where is not None]
    assert "California" not in places


def test_a_heading_sets_the_place_of_what_stands_under_it() -> None:
    text = (
        "Dos hombres fueron asesinados en Mazatlán, Sinaloa, el lunes.\n\nMatan a otro en Torreón\n\n"
        "La ciudad amaneció en calma.\n\nNadie oyó nada.\n\nUn mecánico fue asesinado por la noche."
    )
    last = claims(text, event="killing")[-1]
    assert last.where is not None
    assert last.where.place.name == "Torreón"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Fresnillo", "En Jerez hubo calma. Civiles armados bloquearon el jueves tres accesos a Fresnillo."),
        (
            "Celaya",
            "Dos mujeres fueron baleadas el lunes en Celaya. Fueron llevadas a un hospital de Irapuato. Tres policías "
            "resultaron heridos.",
        ),
        (
            "Rosario",
            "ROSARIO.- El juez leyó ayer la sentencia en Rosario. Su hermano fue detenido en Paraguay en 2021. "
            "A la salida, ayer mismo, la Policía detuvo a tres hombres.",
        ),
        (
            "El Tarra",
            "El lunes en Teorama, Norte de Santander, murieron dos soldados. De otra parte, en la vereda Caño Negro de "
            "El Tarra fue localizado un laboratorio. Fueron decomisados 12 fusiles.",
        ),
    ],
)
def test_a_hospital_or_an_older_crime_sets_no_scene_and_the_ways_into_a_town_do(place: str, text: str) -> None:
    last = read(text).claims[-1]
    assert last.where is not None
    assert place in last.where.place.name


@pytest.mark.parametrize(
    "text",
    [
        "A boy wounded in the shooting in Celaya died on Saturday at a hospital in Dallas.",
        "Un niño herido en la balacera en Celaya murió el sábado en un hospital de Dallas.",
    ],
)
def test_where_somebody_died_of_wounds_is_no_scene(text: str) -> None:
    assert {c.where.place.name for c in read(text).claims if c.where is not None} == {"Celaya"}


def test_a_crime_in_a_hospital_is_there() -> None:
    text = "Hombres armados mataron a dos pacientes en un hospital de Celaya."
    assert {c.where.place.name for c in read(text).claims if c.where is not None} == {"Celaya"}
