"""What Spanish names before the verb and takes up with a pronoun, and participles that go on with a passive."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.model.claim import Claim
from recuento.pipeline import code_text


def claims(text: str) -> tuple[Claim, ...]:
    return code_text(text, published_on=date(2024, 3, 26)).claims


def figures(text: str) -> list[tuple[str, int]]:
    return [(c.tally, c.figure.count.at_least) for c in claims(text) if c.tally and c.figure is not None]


def doers(text: str, event: str) -> list[str]:
    acting = {"claimant", "perpetrator", "authority"}
    return [r.text for c in claims(text) if c.event == event for r in c.roles if r.role in acting]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("El rapto de 37 viajeros se lo atribuyó una célula de Los Topos.", "una célula de Los Topos"),
        ("La matanza se la adjudicó una banda de Tierralta.", "una banda de Tierralta"),
        ("La masacre la reivindicó una facción de Los Topos.", "una facción de Los Topos"),
    ],
)
def test_a_deed_before_the_verb_is_claimed_by_whoever_stands_behind(text: str, group: str) -> None:
    assert doers(text, "claim_of_responsibility") == [group]
    assert not {s.text for c in claims(text) for s in c.said_by} & {
        "El rapto de 37 viajeros",
        "La matanza",
        "La masacre",
    }


def test_whoever_blames_others_claims_nothing() -> None:
    assert not doers("El secuestro se lo atribuyen al ELN.", "claim_of_responsibility")


@pytest.mark.parametrize(
    "text",
    [
        "A nueve peones los arrancaron ayer soldados a los grupos criminales que se los habían llevado.",
        "La Policía le quitó a la banda a nueve peones que tenía encerrados.",
    ],
)
def test_captives_are_taken_from_those_who_held_them(text: str) -> None:
    assert ("freed", 9) in figures(text)


def test_a_chief_taken_from_his_gang_is_not_freed() -> None:
    assert not figures("El Ejército le arrebató a la guerrilla a dos de sus jefes.")


def test_who_caught_him_stands_behind_the_verb() -> None:
    assert doers("Minutos antes lo habían agarrado unos agentes en un barrio.", "arrest") == ["unos agentes"]


@pytest.mark.parametrize("who", ["A su jefe, Iván Mora,", 'A su jefe, Iván Mora, "El Cabo",', "Al fundador"])
def test_a_name_set_apart_does_not_part_the_object_from_its_pronoun(who: str) -> None:
    assert figures(f"{who} lo hallaron culpable de narcotráfico en 2018.") == [("sentenced", 1)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Su hermano fue detenido en mayo, extraditado a Estados Unidos en junio y condenado a 20 años.",
            {"arrested", "extradited", "sentenced"},
        ),
        ("Su sobrina fue capturada en 2021, extraditada a España y se declaró culpable.", {"arrested", "extradited"}),
    ],
)
def test_participles_go_on_with_a_passive(text: str, told: set[str]) -> None:
    assert {tally for tally, count in figures(text) if count == 1} == told


@pytest.mark.parametrize("opening", ["en tanto siete de los agresores", "mientras siete de los agresores"])
def test_a_share_behind_while_is_who_fled(opening: str) -> None:
    assert sorted(figures(f"Dos agentes resultaron heridos, {opening} huyeron.")) == [("escaped", 7), ("wounded", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "La ministra habla de 29 ciudadanos liberados, 21 adultos y 8 menores.",
        "Son 23 los rescatados, 14 mujeres y 9 niños.",
    ],
)
def test_two_parts_in_apposition_are_no_further_figures(text: str) -> None:
    told = claims(text)
    whole = next(c for c in told if c.scope != "part")
    assert [c.scope for c in told if c is not whole] == ["part", "part"]


@pytest.mark.parametrize("size", ["esta magnitud", "semejante calibre", "esa índole", "tal envergadura"])
def test_the_size_of_a_deed_is_nobody(size: str) -> None:
    assert not figures(f"Un secuestro de {size} no se había visto.")


def test_captives_in_freedom_are_freed_and_not_taken_once_more() -> None:
    assert figures("El operativo culminó con 31 rehenes en libertad.") == [("freed", 31)]
