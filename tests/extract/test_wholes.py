"""Spanish figures beside others: a share and its whole, one that is taken back, what a verb of being gives."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_claim, the_figure


@pytest.mark.parametrize(
    ("tally", "whole", "text"),
    [
        ("abducted", 40, "Van 31 de los 40 comuneros que el jueves fueron sacados de sus viviendas."),
        ("escaped", 20, "Apenas 4 de los 20 reos que se fugaron el domingo volvieron a la cárcel."),
        ("wounded", 6, "Murieron dos de los seis policías que resultaron heridos en la emboscada."),
    ],
)
def test_a_clause_behind_a_share_tells_of_the_whole(tally: str, whole: int, text: str) -> None:
    assert the_figure(text, tally)[0] == whole


def test_a_main_verb_tells_of_the_share() -> None:
    text = "Ocho de los once estudiantes que unos encapuchados se llevaron del albergue fueron hallados con vida."
    assert sorted(figures(text)) == [("abducted", 11), ("freed", 8)]


@pytest.mark.parametrize(
    ("tally", "count", "text"),
    [
        ("killed", 6, "Los muertos en el tiroteo no son cuatro sino seis, corrigió la fiscal."),
        ("abducted", 18, "Los secuestrados no son 25, sino 18, dijo el fiscal."),
        ("abducted", 5, "No fueron tres los secuestrados sino cinco."),
    ],
)
def test_what_is_denied_gives_way_to_what_is_said_instead(tally: str, count: int, text: str) -> None:
    claim = the_claim(text, tally=tally)
    assert claim.figure is not None
    assert (claim.figure.count.at_least, claim.status) == (count, "occurred")


def test_a_denied_deed_stays_denied() -> None:
    assert the_claim("No murieron tres personas sino cinco.", tally="killed").status == "denied"


@pytest.mark.parametrize(
    ("tally", "counts", "text"),
    [
        ("killed", [4, 1], "Los muertos en la balacera son cuatro hombres y una mujer."),
        ("freed", [6, 3], "Los recién liberados son seis adultos y tres niños."),
        ("arrested", [1, 2], "Los detenidos son un hombre y dos mujeres."),
    ],
)
def test_a_verb_of_being_tells_who_they_are(tally: str, counts: list[int], text: str) -> None:
    told = [c.figure.count.at_least for c in claims(text, tally=tally) if c.figure is not None]
    assert told == counts


@pytest.mark.parametrize("text", ["Los muertos son policías.", "Los heridos son vecinos de dos colonias."])
def test_who_they_are_without_a_number_is_no_figure(text: str) -> None:
    assert not figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "En lo que va del año Quevedo registra 41 asesinatos, siete más que en igual período de 2023.",
        "La ciudad suma 41 asesinatos, siete más que en el mismo lapso del año pasado.",
    ],
)
def test_the_period_of_a_comparison_dates_nothing(text: str) -> None:
    claim = the_claim(text, tally="killed")
    assert claim.when is None


def test_where_a_road_leads_is_nobody() -> None:
    assert figures("Murieron once agresores en la vía a Mocache.") == [("killed", 11)]


def test_those_at_home_are_no_house_number() -> None:
    assert sorted(figures("Ya están en casa 12 de los 15 pescadores secuestrados.")) == [
        ("abducted", 15),
        ("freed", 12),
    ]
    assert not figures("Lo mataron en la calle 12 de las Lomas.")


@pytest.mark.parametrize(
    ("count", "text"),
    [(400, "Recorren ya la sierra 400 soldados del Ejército."), (200, "Vigilan el puerto 200 marinos.")],
)
def test_a_verb_that_opens_its_sentence_is_no_name(count: int, text: str) -> None:
    assert the_figure(text, "deployed")[0] == count


def test_nobody_tries_to_die() -> None:
    text = "Quisieron liberar a su jefe y en el intento murieron cuatro pistoleros."
    assert the_claim(text, tally="killed").status == "occurred"
