"""Who is taken for the doer or the speaker and is neither, and whom a verb befell far behind it."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim

DOERS = {"perpetrator", "authority"}


def doers(text: str, event: str) -> list[str]:
    return [role.text for claim in claims(text, event=event) for role in claim.roles if role.role in DOERS]


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        (
            "Once maestros fueron secuestrados el lunes por Los Pardos. Ayer recuperaron la libertad ocho.",
            "release",
            [],
        ),
        ("Gunmen of the Pardo gang kidnapped 11 people on Friday. Eight were released on Sunday.", "release", []),
        (
            "En los hechos, ocurridos el viernes cerca de Tepalca, 14 presuntos miembros del cártel fueron abatidos. "
            "Otros nueve pistoleros se dieron a la fuga.",
            "killing",
            [],
        ),
        ('"Seis muertos en un intento por liberar al hijo de un capo", publicó AP.', "rescue", []),
        ("Un comando trató de rescatar a un capo en Tepalca, informó EFE.", "rescue", ["Un comando"]),
        (
            "Por orden del Ministerio de Defensa fueron enviados a Antioquia 320 soldados.",
            "deployment",
            ["Ministerio de Defensa"],
        ),
        (
            "Por instrucciones de la gobernadora fueron desplegados 80 policías en Tepalca.",
            "deployment",
            ["la gobernadora"],
        ),
        (
            "Doce rifles fueron asegurados por el Gobierno tras el fallido intento de un comando por rescatar al primo "
            "de un sicario en una carretera de Zacatecas.",
            "rescue",
            ["un comando"],
        ),
        ("El intento de un grupo armado de liberar al capo dejó tres muertos.", "rescue", ["un grupo armado"]),
        ("In June 90 soldiers were deployed by order of the ministry.", "deployment", ["the ministry"]),
        ("Por orden de un juez fueron detenidos cuatro policías.", "arrest", []),
        (
            "Unos 300 soldados fueron enviados por el Gobierno federal al puerto de Tepalca.",
            "deployment",
            ["el Gobierno federal"],
        ),
        ("Los cuerpos de seguridad rescataron a nueve personas.", "rescue", ["Los cuerpos de seguridad"]),
    ],
)
def test_who_did_it(text: str, event: str, who: list[str]) -> None:
    assert doers(text, event) == who


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("La muerte del policía muestra que 12 personas fueron secuestradas por la banda.", []),
        ("La denuncia señala que 12 personas fueron secuestradas por la banda.", ["La denuncia"]),
        (
            "La banda secuestró a 12 personas, según la Guardia Rural Nacional (GRN).",
            ["la Guardia Rural Nacional (GRN)"],
        ),
        ("La banda secuestró a 12 personas. Las busca la Guardia Rural Nacional (GRN).", []),
        ("La banda secuestró a 12 personas en Tepalca. (El Faro)", ["El Faro"]),
    ],
)
def test_who_says_it(text: str, speakers: list[str]) -> None:
    assert [speaker.text for speaker in the_claim(text, event="abduction").said_by] == speakers


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Fuerzas federales detuvieron en febrero, luego de una balacera, a Heriberto Solana.", ["Heriberto Solana"]),
        ("La Policía capturó el martes, en una finca de Tepalca, a Ana Lima, alias La Güera.", ["Ana Lima"]),
        ("Soldados detuvieron el lunes, tras una persecución, a dos hombres.", ["dos hombres"]),
        ("La Policía detuvo a dos hombres en mayo, tras una balacera, a la altura de Tepalca.", ["dos hombres"]),
        ("La Policía detuvo el lunes, en Tepalca, a tres kilómetros de la frontera, un camión.", []),
    ],
)
def test_whom_it_befell_behind_an_aside(text: str, whom: list[str]) -> None:
    found = claims(text, event="arrest")
    assert [role.text for claim in found for role in claim.roles if role.role == "target"] == whom


def test_the_day_of_what_happened_is_that_of_the_next_sentence() -> None:
    text = (
        "En los hechos, ocurridos el viernes en las inmediaciones de San Fernando, 14 presuntos integrantes del cártel "
        "fueron abatidos, dijo a la agencia un funcionario estatal. Tres policías resultaron lesionados."
    )
    for event in ("killing", "wounding"):
        when = the_claim(text, event=event).when
        assert when is not None
        assert when.text == "el viernes"
