"""Spanish little words that turn a sentence: object pronouns, "se trata de", "se encuentra en", a colon."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, read, the_claim, told


@pytest.mark.parametrize(
    ("doer", "text"),
    [
        ("su esposo", "La había matado su esposo, dijo el fiscal de Iguala."),
        ("su vecino", "A la maestra la siguieron varios días y la mató su vecino, según la fiscalía."),
        ("cuatro hombres armados", "Lo secuestraron cuatro hombres armados el lunes en Iguala."),
    ],
)
def test_who_stands_behind_the_verb_of_a_pronoun_did_it(doer: str, text: str) -> None:
    found = [c for c in read(text).claims if c.event in {"killing", "abduction"}]
    assert found, text
    for claim in found:
        assert doer in [role.text for role in claim.roles if role.role == "perpetrator"], told(text)
        assert claim.figure is None or claim.figure.count.exact == 1, told(text)


def test_an_object_behind_its_pronoun_is_still_one() -> None:
    assert figures("Los mataron a los tres en Iguala el lunes, dijo el fiscal.") == [("killed", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "La policía dijo que se trata de dos mujeres asesinadas el lunes.",
        "Peritos confirmaron que se trataba de los tres ingenieros secuestrados en Salamanca.",
        "Se trataría de dos campesinos ejecutados en Tibú.",
    ],
)
def test_what_it_is_about_was_not_only_tried(text: str) -> None:
    assert {c.status for c in read(text).claims} == {"occurred"}, told(text)


def test_what_they_try_to_do_is_still_tried() -> None:
    assert the_claim("Sujetos armados trataron de secuestrar a dos maestras en Iguala.").status == "attempted"


@pytest.mark.parametrize(
    "text",
    [
        "Estaban en la clínica Del Valle, ubicada en las calles Morelos y 14, adonde llegaron con rifles de asalto.",
        "El rancho, que se encuentra en las calles 5 y 8, guardaba rifles de asalto.",
        "Los fusiles de la armería, que se ubica en la calle 9, son de colección.",
        "Los agentes catearon un taller situado en la avenida 20, tras una denuncia por armas largas.",
    ],
)
def test_where_a_thing_lies_nothing_was_seized(text: str) -> None:
    assert not claims(text, event="seizure"), told(text)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (9, "En el patio se localizaron nueve fusiles y una granada."),
        (6, "Fueron ubicados seis rifles de asalto en una casa de Reynosa."),
        (40, "Los soldados aseguraron 40 kilos de cocaína en una bodega ubicada en el municipio de Compostela."),
    ],
)
def test_what_was_found_was_seized(count: int, text: str) -> None:
    assert ("seized", count) == figures(text)[0], told(text)


@pytest.mark.parametrize(
    ("text", "seized"),
    [
        ("Los soldados decomisaron dos camionetas de tres toneladas y un fusil.", [2, 1]),
        ("Los soldados decomisaron 50 bidones de 20 litros con precursores químicos.", [50]),
        ("Los soldados decomisaron tres calderas con capacidad de 3 toneladas y 12 fusiles.", [3, 12]),
        ("Los soldados decomisaron un cargamento de tres toneladas de mariguana.", [3]),
        ("Los soldados decomisaron 12 fusiles y tres toneladas de mariguana.", [12, 3]),
    ],
)
def test_what_each_thing_holds_is_not_seized_as_well(text: str, seized: list[int]) -> None:
    assert [n for _, n in figures(text)] == seized, told(text)


@pytest.mark.parametrize(
    ("text", "read_in_it"),
    [
        ("Los muertos: dos policías, un taxista y una menor.", [("killed", 2), ("killed", 1), ("killed", 1)]),
        ("Los fallecidos en el ataque: tres mujeres y un niño.", [("killed", 3), ("killed", 1)]),
        ("Detenidos: tres hombres y una mujer.", [("arrested", 3), ("arrested", 1)]),
        ("Los muertos: así los recuerda su pueblo, a diez años del sismo.", []),
        ("Los detenidos: la policía da su versión de lo ocurrido.", []),
    ],
)
def test_a_colon_gives_those_whom_the_word_names(text: str, read_in_it: list[tuple[str, int]]) -> None:
    assert figures(text) == read_in_it


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Según las autoridades se presume que los cuatro hombres fueron asesinados en otro sitio.",
            ["las autoridades"],
        ),
        ("Extraoficialmente se dijo que los soldados decomisaron tres camionetas.", []),
        ("Los agentes respondieron a los disparos y mataron a dos agresores.", []),
        ("Los agentes respondieron a los disparos y mataron a dos agresores, según la fiscalía.", ["la fiscalía"]),
        (
            "Según la Marina, soldados del 14 Batallón, con base en El Rosario, mataron a dos pistoleros.",
            ["la Marina"],
        ),
        ("Murieron dos policías, respondió el gobernador.", ["el gobernador"]),
    ],
)
def test_who_speaks(text: str, speakers: list[str]) -> None:
    assert {tuple(s.text for s in c.said_by) for c in read(text).claims} == {tuple(speakers)}


def test_what_a_government_agrees_to_is_to_come() -> None:
    claim = the_claim("Panamá accedió a extraditar a Colombia al empresario Bruno Tapia.", tally="extradited")
    assert claim.status == "planned"


def test_what_had_been_before_dates_nothing_else() -> None:
    text = (
        "La Policía detuvo a tres hombres en Silao. En otro operativo rescató a una joven que había sido plagiada desde"
        " el 23 de marzo."
    )
    arrest = the_claim(text, tally="arrested")
    assert arrest.when is None
    (taking,) = [c for c in read(text).claims if c.event == "abduction"]
    assert taking.when is not None


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (4, "Ayer se entregaron a la Policía cuatro pandilleros en San Salvador."),
        (3, "Se entregaron a las autoridades tres integrantes de la banda Los Pelones."),
        (2, "Dos sospechosos del robo se entregaron a las autoridades."),
    ],
)
def test_who_gives_himself_up_is_arrested(count: int, text: str) -> None:
    assert figures(text) == [("arrested", count)]


@pytest.mark.parametrize(
    ("text", "read_in_it"),
    [
        (
            "Un choque de bandas dejó a dos mujeres, un joven y una niña muertos en Apodaca.",
            [("killed", 2), ("killed", 1), ("killed", 1)],
        ),
        ("El tiroteo dejó a tres hombres y una niña heridos en Apodaca.", [("wounded", 3), ("wounded", 1)]),
        ("El tiroteo dejó a tres hombres y una niña herida en Apodaca.", [("wounded", 1)]),
        ("Las víctimas mortales son dos mujeres y un niño.", [("killed", 2), ("killed", 1)]),
        ("Fueron abandonados en un crucero los cadáveres desmembrados de dos escoltas del alcalde.", [("bodies", 2)]),
        ("Hubo una protesta por el secuestro de cerca de 40 migrantes en Reynosa.", [("abducted", 36)]),
        ("La masacre de más de un centenar de campesinos ocurrió en Jerez.", [("killed", 101)]),
        ("Los soldados decomisaron 50 tambos con más de 20 toneladas de efedrina.", [("seized", 50), ("seized", 21)]),
        ("Los soldados decomisaron 50 bidones de más de 20 litros y tres fusiles.", [("seized", 50), ("seized", 3)]),
    ],
)
def test_lists_and_bounds_by_the_order_of_words(text: str, read_in_it: list[tuple[str, int]]) -> None:
    assert figures(text) == read_in_it


@pytest.mark.parametrize(
    "speaker", ["La 24 Zona Militar", "El 97 Batallón de Infantería", "La VI Región Militar", "La Tercera Brigada"]
)
def test_a_unit_with_a_number_speaks(speaker: str) -> None:
    claim = the_claim(f"{speaker} informó que tres sicarios murieron ayer en Jojutla.", tally="killed")
    assert [s.text for s in claim.said_by] == [speaker]


def test_what_is_denied_of_an_event_grants_the_event() -> None:
    def attack(text: str) -> str:
        return next(c.status for c in read(text).claims if c.event == "attack")

    assert attack("El gobierno negó que hubiera civiles heridos en el tiroteo del lunes en Cuautla.") == "occurred"
    assert attack("La fiscalía negó que haya ocurrido un tiroteo en Cuautla.") == "denied"
