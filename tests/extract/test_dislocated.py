"""Spanish names whom it befell before the verb, and takes them up again: "a los ocho los bajó del bus un comando"."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, read, the_claim


@pytest.mark.parametrize(
    ("tally", "count", "agent", "text"),
    [
        ("killed", 15, "unos encapuchados", "En Caborca, a quince peones los liquidaron unos encapuchados el viernes."),
        ("abducted", 22, "pistoleros", "El viernes a 22 viajeros se los llevaron pistoleros en Reynosa."),
        ("arrested", 1, "policías", "Se supo que a un exregidor lo detuvieron policías el viernes."),
        ("abducted", 3, None, "A tres hermanas las subieron a punta de pistola a un taxi."),
        ("freed", 8, "el Ejército", "De una casa de seguridad a ocho los sacó el Ejército."),
    ],
)
def test_whoever_is_named_before_the_pronoun_suffers_it(tally: str, count: int, agent: str | None, text: str) -> None:
    claim = the_claim(text, tally=tally)
    assert claim.figure is not None
    assert claim.figure.count.exact == count
    doers = [role.text for role in claim.roles if role.role in {"perpetrator", "authority"}]
    assert doers == ([] if agent is None else [agent])


def test_a_pronoun_of_another_number_takes_up_nobody() -> None:
    assert not claims("A tres vecinos la noticia la asustó en el mercado.")
    told = read("A la tienda de tres vecinos los mataron de lejos.").claims
    assert all(c.figure is None or c.figure.count.exact != 1 for c in told)


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Doce peones fueron sacados por la fuerza por sicarios.", "sicarios"),
        ("Doce rehenes fueron puestos a salvo por soldados.", "soldados"),
        ("El viernes marinos habían rescatado a doce rehenes.", "marinos"),
    ],
)
def test_who_did_it_stands_behind_por_or_before_haber(text: str, agent: str) -> None:
    told = [c for c in read(text).claims if c.figure is not None and c.figure.count.exact == 12]
    assert any(role.text == agent for claim in told for role in claim.roles)


def test_a_place_before_the_comma_is_not_who_fled() -> None:
    claim = the_claim("En San Pedro Sula, cinco atacantes huyeron el viernes.", tally="escaped")
    assert claim.figure is not None
    assert claim.figure.count.exact == 5


def test_a_number_before_one_of_two_rules_for_the_same_words_is_counted() -> None:
    text = "Un comando plagió a diez jornaleros. Cuatro fueron puestos en libertad ayer."
    assert [c.figure.count.exact for c in claims(text, tally="freed") if c.figure] == [4]


def test_a_court_that_finds_guilty_tells_of_nothing_else() -> None:
    text = (
        "Quedaron 24 fusiles en la vía. El jefe está preso desde que un jurado de Arizona lo declaró culpable en 2018."
    )
    assert not [speaker.text for claim in read(text).claims for speaker in claim.said_by]
