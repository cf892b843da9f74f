"""Court histories of a boss's family: pronouns, sanctions that weigh, releases from prison, days of a row."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.model.claim import Claim
from recuento.pipeline import code_text

PUBLISHED = date(2024, 6, 18)


def told(text: str) -> list[Claim]:
    """Return the claims of the text."""
    return list(code_text(text, published_on=PUBLISHED).claims)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Una corte lo halló culpable de narcotráfico y lo sentenció a 22 años.", {"conviction", "sentence"}),
        ("El tribunal la declaró culpable de lavado y le impuso una pena de 25 años.", {"conviction", "sentence"}),
        ("Sobre varios socios de la banda pesan sanciones de Estados Unidos.", {"sanction"}),
        ("Sobre los hermanos Prado recaen sanciones económicas de Washington.", {"sanction"}),
        ("Sobre el capo pesa una acusación de una corte de Texas.", {"charge"}),
        ("Fue detenido en mayo de 2021 y Panamá lo entregó en extradición.", {"arrest", "extradition"}),
    ],
)
def test_what_a_court_did_to_him(text: str, events: set[str]) -> None:
    assert {c.event for c in told(text)} == events


@pytest.mark.parametrize(
    "text",
    ["Su familia lo considera responsable de la casa.", "Sobre el club recae una sanción de la liga."],
)
def test_no_court_did_that(text: str) -> None:
    assert not told(text)


def test_who_pleads_guilty_says_nothing_of_the_rest() -> None:
    found = told("Se declaró culpable de asociación para traficar y cumplió dos años de una condena de tres.")
    assert found
    assert all(c.said_by == () for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Su esposa también pasó por la cárcel. Se declaró culpable de lavado. Recuperó la libertad en marzo de 2023.",
        "Su madre fue condenada por lavado. Salió libre en octubre de 2022.",
    ],
)
def test_a_release_from_prison_puts_the_rest_behind_it(text: str) -> None:
    found = told(text)
    assert [c.event for c in found][-1] == "prison_release"
    assert all(c.background for c in found)
    assert [c.when is not None for c in found] == [False] * (len(found) - 1) + [True]


def test_captives_who_are_free_again_leave_no_prison() -> None:
    text = "Los secuestrados estaban en una cárcel abandonada. Nueve recuperaron la libertad el domingo."
    assert not any(c.event == "prison_release" for c in told(text))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Su hijo fue detenido en abril de 2022 en Manta y extraditado en agosto a ese país.", date(2022, 8, 1)),
        ("He was arrested in April 2022 in Manta and extradited in August to the United States.", date(2022, 8, 1)),
        ("Fue detenido en noviembre de 2021 en Manta y Panamá lo extraditó en marzo.", date(2022, 3, 1)),
    ],
)
def test_a_month_goes_on_from_a_dated_one(text: str, month: date) -> None:
    sent = [c for c in told(text) if c.event == "extradition"]
    assert [c.when.ranges[0].first if c.when else None for c in sent] == [month]


def test_a_new_sentence_counts_from_the_report() -> None:
    found = told("El capo fue detenido en abril de 2022. En mayo cayó detenido su hijo.")
    assert found[-1].when is not None
    assert found[-1].when.ranges[0].first == date(2024, 5, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Ofrecen cinco millones de dólares por la captura de dos de sus hermanos.",
        "Un juez ordenó la detención de tres policías por el ataque.",
    ],
)
def test_an_arrest_that_is_sought_is_yet_to_come(text: str) -> None:
    assert [c.status for c in told(text) if c.event == "arrest"] == ["planned"]
