"""Rows of Spanish passives, offices that are nobody, forces that others send, and what captivity cost on its day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.reading import claims, figures, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Los 12 fueron secuestrados en febrero y liberados en marzo.", [("abducted", 12), ("freed", 12)]),
        (
            "Dos sicarios fueron hallados culpables de secuestro en 2023 y condenados a 25 años de prisión.",
            [("sentenced", 2)],
        ),
    ],
)
def test_a_row_of_passives_befell_its_subject(text: str, told: list[tuple[str, int]]) -> None:
    assert sorted(figures(text)) == told


def test_an_office_is_nobody() -> None:
    text = "A buscar a quienes siguen sin aparecer, la Secretaría de la Defensa Nacional envió a Jalisco 450 soldados."
    assert figures(text) == [("deployed", 450)]


def test_a_nickname_is_nobody() -> None:
    text = "La Policía capturó a Diego Rosas, sobrino de Ángel Rosas, alias Tarántula, por homicidio."
    assert figures(text) == [("arrested", 1)]


def test_a_force_that_is_sent_sends_nobody() -> None:
    text = "El Gobierno desplegó 350 hombres, con el apoyo de 180 soldados más y de un escuadrón de la Policía."
    sent = [[r.text for r in c.roles if r.role == "authority"] for c in claims(text, event="deployment")]
    assert sent == [["El Gobierno"]] * 3


def test_who_has_come_back_is_counted_so_far() -> None:
    found = claims("Son 39 las personas que han vuelto a la libertad tras el secuestro.", tally="freed")
    assert [c.scope for c in found] == ["total"]


def test_the_same_newspaper_is_the_one_named() -> None:
    found = read("El Pregonero habló de 15 muertos. Según el mismo diario, 26 fusiles fueron incautados.").accounts
    said = {s.text for account in found for c in account.claims for s in c.said_by}
    assert said == {"El Pregonero"}


def test_what_a_rescue_cost_was_on_its_day() -> None:
    text = (
        "El viernes, 12 de los plagiados fueron rescatados por soldados en Tula. El día anterior habían sido liberados"
        " 27. La jornada dejó un guardia muerto."
    )
    dead = claims(text, tally="killed")
    assert [c.when.ranges[0].first if c.when else None for c in dead] == [date(2024, 3, 22)]


def test_a_number_before_an_article_counts_those_behind_it() -> None:
    text = "Suman 26 los jornaleros que regresaron con vida de los 41 que fueron levantados el miércoles en Uruapan."
    assert sorted(figures(text)) == [("abducted", 41), ("freed", 26)]


def test_to_whom_captives_are_handed_over_is_not_freed() -> None:
    assert figures("La entrega de los tres secuestrados a la Cruz Roja se hizo el lunes.") == [("freed", 3)]


def test_who_was_caught_stands_before_the_aside() -> None:
    text = "Querían liberar a Iván Balanta, primo de uno de los jefes, capturado minutos antes por el Gaula."
    assert [r.text for c in claims(text, event="arrest") for r in c.roles if r.role == "target"] == ["Iván Balanta"]


def test_ones_own_means_do_nothing() -> None:
    found = claims("Once de los secuestrados escaparon por sus propios medios.", tally="freed")
    assert [r.text for c in found for r in c.roles if r.role == "perpetrator"] == []


def test_a_court_of_a_district_is_no_place() -> None:
    found = claims("Culiacán, Sin. Sobre Iván Prado pesa una acusación de la Corte del Distrito Norte de Illinois.")
    assert all(c.where is None or "Illinois, " not in c.where.place.name for c in found)


def test_two_amounts_share_a_verb() -> None:
    text = "Fueron once los muertos y tres los heridos que dejó el tiroteo en Quevedo."
    assert sorted(figures(text)) == [("killed", 11), ("wounded", 3)]


def test_a_founder_and_his_name_are_one() -> None:
    text = 'Su fundador, Jacinto Prado, "El Coyote", purga una sentencia de 27 años en una prisión de Texas.'
    assert figures(text) == [("sentenced", 1)]


def test_forces_that_were_sent_have_been_sent() -> None:
    sent = claims("Para la búsqueda fueron enviados a la zona 600 soldados y 200 policías.", tally="deployed")
    assert [c.status for c in sent] == ["occurred", "occurred"]


def test_a_gang_did_not_do_what_it_avenges() -> None:
    text = (
        "La banda La Ley se adjudicó la retención de 23 personas y aseguró que se trata de una respuesta a los robos"
        " en sus casas."
    )
    assert [r.text for c in claims(text, event="home_invasion") for r in c.roles if r.role == "perpetrator"] == []


def test_who_puts_a_figure_at_so_many_freed_nobody() -> None:
    found = claims("El ministro de Seguridad, Héctor Paz, cifró en 28 las personas liberadas.", tally="freed")
    assert [r.role for c in found for r in c.roles] == ["beneficiary"]


def test_a_report_begins_with_its_town() -> None:
    found = claims("Quevedo. Dos hombres fueron asesinados el lunes.", tally="killed")
    assert [c.where.place.name if c.where else None for c in found] == ["Quevedo"]


def test_what_went_before_dates_nothing_after_it() -> None:
    text = "El viernes murieron dos hombres en Tula. El día anterior habían sido heridos tres. Un taxista murió."
    dead = claims(text, tally="killed")
    assert [c.when.ranges[0].first if c.when else None for c in dead] == [date(2024, 3, 22)] * 2
