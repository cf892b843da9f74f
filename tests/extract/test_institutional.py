"""A word of an event in the name of an office tells of none; who goes to an office is no force sent there."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims


@pytest.mark.parametrize(
    "text",
    [
        "Presentaron la denuncia ante el Centro de Personas Extraviadas y Ausentes.",
        "Acudieron al Registro Nacional de Personas Desaparecidas y No Localizadas.",
        "La madre acudió a la Comisión de Búsqueda de Personas Desaparecidas.",
        "The office is known as the Center for Missing Persons.",
    ],
)
def test_the_name_of_an_office_counts_nobody(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Hay 12 personas desaparecidas en Celaya.", ("missing", 12)),
        ("Three Missing Persons Found Dead in Celaya Warehouse, Police Say", ("bodies", 3)),
        ("Llegarán otros 180 guardias nacionales a la zona.", ("deployed", 180)),
    ],
)
def test_people_are_counted(text: str, figure: tuple[str, int]) -> None:
    assert figure in [(c.tally, c.figure.count.at_least) for c in claims(text) if c.figure is not None]
