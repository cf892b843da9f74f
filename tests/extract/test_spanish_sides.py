"""Who did what to whom in Spanish: idiom of the armed conflicts of the region, with and without accents."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim

from recuento.lexicon.accents import is_bare, with_accents
from recuento.model import Claim


def sides(claim: Claim) -> tuple[str | None, str | None]:
    """Return who did it and to whom."""
    agent = next((r.text for r in claim.roles if r.role in {"perpetrator", "authority"}), None)
    patient = next((r.text for r in claim.roles if r.role in {"target", "beneficiary"}), None)
    return agent, patient


LABOURERS = "tres labriegos"


@pytest.mark.parametrize(
    ("event", "agent", "patient", "text"),
    [
        ("killing", "Guerrilleros", LABOURERS, "Guerrilleros dieron muerte a tres labriegos en la vereda El Salado."),
        ("killing", "hombres", "Dos primas", "Dos primas fueron muertas a tiros por hombres armados en El Charco."),
        ("disappearance", "Hombres armados", "un maestro", "Hombres armados desaparecieron a un maestro en Tibú."),
        ("killing", "Los pistoleros", "dos primos", "Los pistoleros sacaron a dos primos de la casa y los asesinaron."),
        ("killing", "paramilitares", "Tres", "Tres vecinos entre sí fueron ejecutados por paramilitares en Ovejas."),
        ("killing", "sicarios", "El concejal", "El concejal Ramiro Tobasura murió a manos de sicarios en Yondó."),
        ("killing", "sicarios", "el personero", "Asesinado por sicarios el personero de Yondó."),
        ("killing", "desconocidos", "El vocero", "El vocero Evelio Yotengo fue asesinado por desconocidos."),
        ("wounding", "Tropas", "tres niñas", "Tropas bombardearon la vereda, resultando heridas tres niñas."),
        ("operation", "Miembros del DAS", "la sede", "Miembros del DAS allanaron la sede del sindicato en Neiva."),
        ("bombing", "Guerrilleros", "", "Guerrilleros volaron un tramo del oleoducto en la vereda La Pica."),
        ("blockade", "Sicarios", "", "Sicarios montaron narcobloqueos en ocho avenidas de Reynosa."),
        ("wounding", "Milicianos", "cinco", "Milicianos atacaron contra el puesto, dejando heridos a cinco policías."),
        ("attack", "Desconocidos", "la vivienda", "Desconocidos dispararon contra la vivienda del concejal en Neiva."),
        ("displacement", "Paramilitares", "30 familias", "Paramilitares desplazaron a 30 familias de Los Cerros."),
        ("torture", "Paramilitares", "dos hermanos", "Paramilitares torturaron y ejecutaron a dos hermanos."),
        ("killing", None, "seis", "Un grupo armado masacro a seis personas , entre ellas dos mujeres ."),
        ("property_destruction", "Guerrilleros", "dos torres", "Guerrilleros derribaron dos torres de energía."),
        ("threat", None, "Varios concejales", "Varios concejales recibieron amenazas de muerte en Arauquita."),
        ("attack", "Tropas", "los colonos", "Tropas del Ejército realizaron un ametrallamiento contra los colonos."),
    ],
)
def test_who_did_it_to_whom(event: str, agent: str | None, patient: str, text: str) -> None:
    did, suffered = sides(claims(text, event=event)[0])
    assert (did or "").startswith(agent or "") and bool(did) == bool(agent)
    assert (suffered or "").startswith(patient)


def test_both_sides_of_a_clash_take_part() -> None:
    claim = the_claim("Hubo un combate entre guerrilleros del Frente Sur y soldados en Tame.", event="clash")
    assert {r.text for r in claim.roles} == {"guerrilleros del Frente Sur", "soldados"}


def test_travelling_armed_men_are_no_deployment() -> None:
    text = "Hombres armados que se movilizaban en dos camionetas asesinaron a un comerciante."
    assert [c.event for c in claims(text)] == ["killing"]


def test_an_age_without_its_letter_is_no_figure() -> None:
    text = "Un grupo armado ejecuto a un labriego de 52 annos de edad en la inspeccion de Puerto Nuevo."
    assert [c.figure.count.at_least for c in claims(text) if c.figure] == [1]
    assert sides(the_claim(text)) == ("Un grupo armado", "un labriego de 52 annos de edad")


def test_a_text_without_accents_is_read_as_one_with_them() -> None:
    printed = "Un sicario asesinó a una niña; según la policía, huyó en una moto."
    typed = "Un sicario asesino a una ninna; segun la policia, huyo en una moto."
    assert [(c.event, c.figure.count if c.figure else None) for c in claims(typed)] == [
        (c.event, c.figure.count if c.figure else None) for c in claims(printed)
    ]
    assert the_claim(typed, event="killing").quote.text in typed


def test_which_text_left_its_accents_out() -> None:
    assert is_bare("Segun la policia, murio en el camion.", "es")
    assert not is_bare("Según la policía, murió en el camion.", "es")
    assert not is_bare("Matan a dos en Iguala.", "es")
    assert not is_bare("The police said so.", "en")


@pytest.mark.parametrize("word", ["secuestro", "CAMION", "CHOCo", "esta", "Bogota"])
def test_words_that_may_be_something_else_stay(word: str) -> None:
    assert with_accents(word, "es") == word


def test_nobody_hurt_denies_no_gun_battle() -> None:
    text = "No hubo heridos en la balacera registrada el lunes en la colonia Centro de Reynosa."
    assert the_claim(text, event="clash").status == "occurred"


def test_who_falls_in_a_clause_of_its_own_is_not_who_attacked() -> None:
    text = "Guerrilleros hostigaron la base militar; en el hecho murió un soldado."
    assert sides(the_claim(text, event="killing"))[1] == "un soldado"


def test_a_mine_that_goes_off_is_no_bombing_by_its_victim() -> None:
    text = "Un menor murió al explotar una granada abandonada en Tame."
    assert [(c.event, sides(c)) for c in claims(text)] == [("killing", (None, "Un menor"))]


def test_whoever_breaks_a_bone_stands_before_the_reflexive() -> None:
    told = claims(
        "De los policías, dos recibieron impactos de bala y un tercero se fracturó una pierna.", tally="wounded"
    )
    assert [claim.figure.count.exact for claim in told if claim.figure] == [2, 1]


def test_a_number_before_no_is_counted() -> None:
    (claim,) = claims("De los doce secuestrados, tres no han vuelto.", tally="missing")
    assert claim.figure is not None
    assert claim.figure.count.exact == 3
