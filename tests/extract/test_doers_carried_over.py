"""Spanish: which doer of a clause or sentence holds for the next, and which does not."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

DOERS = {"perpetrator", "authority"}
AVENGED = "El grupo Los Zorzales se atribuyó el secuestro de 31 personas como venganza por varios robos a viviendas. "


def doers(text: str, event: str) -> list[list[str]]:
    return [[role.text for role in claim.roles if role.role in DOERS] for claim in claims(text, event=event)]


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        (
            "Al frente de los asaltantes, aseguran, iban agentes de la policía municipal.",
            "agentes de la policía municipal",
        ),
        ("Detrás de esos asaltos estarían policías de Tulcán, según el panfleto.", "policías de Tulcán"),
        ("A la cabeza de esos robos, acusó la banda, estaban guardias nacionales.", "guardias nacionales"),
        ("En esos asaltos están involucrados agentes de la policía, según la banda.", "agentes de la policía"),
    ],
)
def test_whom_a_group_puts_at_the_head_of_the_robberies_did_them(behind: str, who: str) -> None:
    assert doers(AVENGED + behind, "home_invasion") == [[who]]


@pytest.mark.parametrize(
    "text",
    [
        AVENGED + "Al frente de la búsqueda van agentes de la policía municipal.",
        AVENGED + "La Policía está detrás de los captores.",
    ],
)
def test_whoever_leads_something_else_robbed_nobody(text: str) -> None:
    assert doers(text, "home_invasion") == [[]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fue, dice un encapuchado, por los asaltos a viviendas perpetrados, según él, por militares.", ["militares"]),
        ("Fue, dice, por los robos a viviendas, cometidos en mayo, y preocupa a los policías.", []),
    ],
)
def test_who_stands_behind_a_participle_and_an_aside(text: str, who: list[str]) -> None:
    assert [name for names in doers(text, "home_invasion") for name in names] == who


def test_a_relative_clause_does_not_take_the_subject() -> None:
    text = (
        'Una célula de Los Zorzales, a cuya cabeza estarían los primos Mejía Landa, hijos de Saúl "El Búho" Mejía, '
        "se atribuyó el secuestro de 31 personas."
    )
    assert doers(text, "abduction") == [["Una célula de Los Zorzales"]]


def test_a_day_before_a_relative_clause_does_nothing() -> None:
    assert doers("El lunes, que fue feriado, murieron baleados dos policías en Tulcán.", "killing") == [[]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Quito ha enviado 400 comandos. Los acompañan 90 soldados y un batallón de la Guardia Civil.", "Quito"),
        ("El Gobierno mandó 500 comandos. Los respaldan 120 soldados adicionales de la Marina.", "el Gobierno"),
        ("Para dar con ellos Bogotá ha enviado a Nariño 300 soldados.", "Bogotá"),
        ("A los desaparecidos los buscan 320 soldados que el Ministerio de Defensa mandó a Tulcán.", "Ministerio"),
    ],
)
def test_who_sent_the_first_sent_those_who_go_along(text: str, who: str) -> None:
    found = doers(text, "deployment")
    assert found
    assert all(len(names) == 1 and who.lower() in names[0].lower() for names in found)


def test_a_force_alone_sends_its_own() -> None:
    assert doers("En la búsqueda participan 200 soldados del Ejército.", "deployment") == [["Ejército"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Otros 14 pescadores secuestrados volvieron el martes: los soltaron los secuestradores.",
            ["los secuestradores"],
        ),
        (
            "Otros doce plagiados volvieron el lunes a sus casas, luego de que la Marina los sacara de una cueva.",
            ["la Marina"],
        ),
        (
            "Once rehenes amanecieron libres. Una patrulla de la Policía los halló en un galpón.",
            ["Una patrulla de la Policía"],
        ),
        ("Cuatro rehenes recuperaron la libertad en Tulcán, y la Policía los llevó al hospital.", []),
        ("Ocho secuestrados fueron liberados el lunes. A dos los encontraron muertos los soldados.", []),
    ],
)
def test_who_freed_those_told_home(text: str, who: list[str]) -> None:
    found = [c for c in claims(text) if c.tally == "freed"]
    assert [role.text for role in found[0].roles if role.role in DOERS] == who


@pytest.mark.parametrize(
    "text",
    [
        "La Marina rescató a nueve personas secuestradas por la banda Los Zorzales. Un sargento murió en el operativo.",
        "Veinte pandilleros se plantaron frente a la cárcel de Tulcán para llevarse a su jefe, y cinco murieron.",
        "El Cártel del Páramo perdió a doce hombres en su intento de recuperar a Darío Luna, hijo de un jefe.",
        "El Ejército perdió a tres soldados en la emboscada de Tulcán.",
    ],
)
def test_nobody_is_said_to_have_killed_them(text: str) -> None:
    assert doers(text, "killing") == [[]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Los Zorzales secuestraron a doce pescadores y mataron a un policía que trató de impedirlo.", "Los Zorzales"),
        ("Pistoleros de Los Zorzales atacaron un convoy en Tulcán. Un sargento murió.", "Pistoleros de Los Zorzales"),
    ],
)
def test_who_attacked_or_killed_is_said_to(text: str, who: str) -> None:
    assert doers(text, "killing") == [[who]]


def test_a_raid_by_two_bodies_arrests_neither() -> None:
    text = "La Fiscalía de Tulcán y la Policía Nacional hicieron ocho cateos, en los que fueron capturadas 14 personas."
    assert [c.figure.count.exact for c in claims(text, event="arrest") if c.figure] == [14]
