"""Spanish ways of telling who suffered it: pronouns, subjects left unsaid, bare numbers, names in a row."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_claim


@pytest.mark.parametrize(
    ("event", "agent", "text"),
    [
        ("release", "Sus captores", "Ayer raptaron a una jueza. Sus captores la soltaron dos días después."),
        ("killing", "Los sicarios", "El regidor Tomás Duarte salió de su casa. Los sicarios lo mataron en la puerta."),
        ("charge", "Una fiscal", "Iván Robledo tiene 20 años. Una fiscal lo acusó de tenencia de drogas."),
    ],
)
def test_an_object_pronoun_is_somebody_told_of_before(event: str, agent: str, text: str) -> None:
    claim = the_claim(text, event=event)
    assert claim.figure is None
    assert [(r.role, r.text) for r in claim.roles] == [(claim.roles[0].role, agent)]


@pytest.mark.parametrize(
    ("event", "text"),
    [
        ("arrest", "Iván Robledo vive en Jerez. Fue detenido el lunes en Guaymas."),
        ("sentence", "Iván Robledo vive en Jerez. Fue condenado el lunes a 20 años de prisión."),
        ("release", "Iván Robledo vive en Jerez. Fue liberado el lunes en Guaymas."),
    ],
)
def test_a_passive_without_subject_tells_the_event_without_a_figure(event: str, text: str) -> None:
    claim = the_claim(text, event=event)
    assert claim.figure is None
    assert not claim.roles


@pytest.mark.parametrize(
    ("event", "text"),
    [
        ("arrest", "La droga estaba en la casa. La policía la aseguró el lunes."),
        ("arrest", "La droga estaba en la casa. Fue asegurada el lunes."),
        ("killing", "La ley es vieja. Los diputados la ejecutaron mal."),
    ],
)
def test_a_thing_told_of_before_is_nobody(event: str, text: str) -> None:
    assert not claims(text, event=event)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "En el combate murieron tres guerrilleros y dos más fueron capturados.",
            [("killed", 3), ("arrested", 2)],
        ),
        ("Murieron dos policías estatales y uno más quedó herido.", [("killed", 2), ("wounded", 1)]),
        ("El viernes detuvieron a 12 hombres y ocho quedaron libres.", [("arrested", 12), ("freed", 8)]),
        ("Fueron enviados a la zona 450 soldados y 30 agentes.", [("deployed", 450), ("deployed", 30)]),
        ("Los pistoleros dejaron sin vida a dos meseros.", [("killed", 2)]),
        ("Se decomisaron 12 minas antipersona y dos fusiles.", [("seized", 12), ("seized", 2)]),
    ],
)
def test_a_bare_number_and_what_follows_its_verb_are_counted(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


def test_names_in_a_row_go_on_past_an_alias() -> None:
    text = "El lunes se dictó la vinculación a proceso de Édgar N., alias El Grillo, Joel N. y Fidel N. por secuestro."
    claim = the_claim(text, event="charge")
    assert claim.figure is not None
    assert claim.figure.count.exact == 3


def test_those_sentenced_stand_behind_the_years() -> None:
    text = "Un juez dictó sentencia condenatoria de 50 años de prisión contra Abel Soto y Norma Ríos por secuestro."
    claim = the_claim(text, event="sentence")
    assert claim.figure is not None
    assert claim.figure.count.exact == 2


def test_who_frees_the_captives_did_not_take_them() -> None:
    text = "Ocho fueron rescatados el sábado por la Guardia Nacional; cuatro siguen sin ser localizados."
    freed, missing = claims(text)
    assert next((r.role, r.text) for r in freed.roles) == ("authority", "la Guardia Nacional")
    assert all(r.role == "target" for r in missing.roles)


def test_each_number_has_the_force_that_it_is_of() -> None:
    text = "El lunes llegaron al municipio 200 elementos del Ejército y 80 de la Guardia Nacional, informó el vocero."
    first, second = claims(text, event="deployment")
    assert {r.text for r in first.roles if r.role == "authority"} == {"Ejército"}
    assert {r.text for r in second.roles if r.role == "authority"} == {"la Guardia Nacional"}


def test_a_sentence_may_open_with_the_sum_and_its_parts() -> None:
    text = (
        "Veintidós mineros fueron rescatados el martes en El Callao. Otros 17 fueron liberados el lunes en Tumeremo. "
        "«Son 39, de ellos 33 adultos y seis adolescentes», resumió el gobernador Wilmer Arismendi."
    )
    told = [(c.figure.count.exact, c.scope) for c in claims(text, tally="freed") if c.figure is not None]
    assert told[-3:] == [(39, "total"), (33, "part"), (6, "part")]


def test_a_number_of_towns_is_no_sum() -> None:
    text = "El martes murieron tres soldados en Tibú. Son 12 los municipios en alerta, según el gobernador."
    assert figures(text) == [("killed", 3)]


def test_a_name_told_for_the_first_time_points_at_nobody() -> None:
    text = "Tres hombres murieron en Jerez. En otro ataque perdió la vida el soldado Wílmar Quiñones."
    assert figures(text) == [("killed", 3), ("killed", 1)]


def test_a_single_part_belongs_to_the_nearer_figure() -> None:
    text = "Nueve personas murieron y otras cuatro resultaron heridas, entre ellas una niña, en un ataque en Choloma."
    assert figures(text) == [("killed", 9), ("wounded", 4), ("wounded", 1)]


def test_what_explains_the_wounded_adds_none() -> None:
    text = "Dos mujeres fueron heridas en Jerez. Las lesionadas, esposa e hija del dueño, fueron llevadas al hospital."
    assert figures(text) == [("wounded", 2)]


@pytest.mark.parametrize(
    ("agents", "text"),
    [
        (["un comando"], "En Empalme un comando se llevó por la fuerza el miércoles a cuatro jóvenes."),
        (["desconocidos"], "Horas más tarde, desconocidos balearon la comandancia de Silao."),
        (["encapuchados"], "El lunes encapuchados atacaron una tienda en Jerez."),
        (["La Sedena", "la Guardia Nacional"], "La Sedena y la Guardia Nacional detuvieron a tres hombres en Jerez."),
    ],
)
def test_who_did_it_is_named_past_a_pronoun_and_with_whoever_joined_in(agents: list[str], text: str) -> None:
    (claim,) = claims(text)
    assert [r.text for r in claim.roles if r.role in {"perpetrator", "authority"}] == agents
