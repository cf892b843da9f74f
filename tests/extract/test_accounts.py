"""Which claims of one report tell of the same incident."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, read

ONE: tuple[tuple[str, ...], ...] = (
    (
        "Gunmen attacked a police station in Celaya on Sunday. ",
        "The attack left three officers dead. ",
        "Five others were wounded in the gun battle.",
    ),
    (
        "Gunmen kidnapped 15 people in Culiacán on Friday. ",
        "Eight of the hostages were released on Saturday. ",
        "The government sent 600 soldiers to Culiacán to search for them.",
    ),
    (
        "Hombres armados atacaron una comandancia en Celaya el domingo. ",
        "El ataque dejó tres policías muertos. ",
        "Cinco más resultaron heridos en la balacera.",
    ),
    (
        "Hombres armados secuestraron a 15 personas en Culiacán el viernes. ",
        "Ocho de los rehenes fueron liberados el sábado. ",
        "El gobierno envió 600 soldados a Culiacán para buscarlos.",
    ),
)
TWO: tuple[tuple[str, str], ...] = (
    ("Gunmen killed six farmers in Badiraguato on Sunday. ", "Gunmen killed two teachers in Reynosa on Friday."),
    (
        "Sicarios mataron a seis campesinos en Badiraguato el domingo. ",
        "Sicarios mataron a dos maestros en Reynosa el viernes.",
    ),
    ("Gunmen kidnapped nine people in Tijuana on Sunday. ", "Soldiers arrested two men in Mérida on Thursday."),
    (
        "Gunmen killed six farmers in Badiraguato on Sunday. ",
        "More than 2,000 people have been killed in Sinaloa so far this year.",
    ),
    (
        "Sicarios mataron a seis campesinos en Badiraguato el domingo. ",
        "En lo que va del año han sido asesinadas 2.000 personas en Sinaloa.",
    ),
    ("Gunmen killed six farmers in Badiraguato on Sunday. ", "In 2019, gunmen killed nine people in Badiraguato."),
)


@pytest.mark.parametrize("sentences", ONE)
def test_one_account_for_an_attack_and_its_victims(sentences: tuple[str, ...]) -> None:
    coding = read("".join(sentences))
    assert len(coding.accounts) == 1
    assert sum(c.figure is not None for c in coding.claims) >= 2


@pytest.mark.parametrize("sentences", TWO)
def test_two_accounts_for_two_incidents(sentences: tuple[str, str]) -> None:
    text = "".join(sentences)
    first = {c.account for c in claims(text) if c.quote.span.start < len(sentences[0])}
    second = {c.account for c in claims(text) if c.quote.span.start >= len(sentences[0])}
    assert first
    assert second
    assert not first & second


@pytest.mark.parametrize("sentences", ONE + TWO)
def test_an_account_holds_its_own_claims_once(sentences: tuple[str, ...]) -> None:
    coding = read("".join(sentences))
    held = [c for a in coding.accounts for c in a.claims]
    assert sorted(c.id for c in held) == sorted(c.id for c in coding.claims)
    assert all(c.account == a.id for a in coding.accounts for c in a.claims)


@pytest.mark.parametrize("sentences", [TWO[3], TWO[4]])
def test_an_aggregate_is_an_account_apart(sentences: tuple[str, str]) -> None:
    assert sorted(a.aggregate for a in read("".join(sentences)).accounts) == [False, True]


def test_background_is_an_account_apart() -> None:
    assert sorted(a.background for a in read("".join(TWO[5])).accounts) == [False, True]


def test_an_attack_named_again_adds_no_event() -> None:
    text = "Gunmen attacked a bar in Celaya on Sunday. The attack lasted ten minutes. The attack left two dead."
    assert len(claims(text, event="attack")) == 1


def test_a_figure_said_twice_is_in_one_account() -> None:
    text = "Gunmen killed six farmers in Cosalá on Sunday. Neighbours buried the six farmers killed in Cosalá."
    assert len({c.account for c in claims(text, tally="killed")}) == 1


def test_a_report_without_news_has_no_account() -> None:
    coding = read("The library of Tula will open two new reading rooms in April.")
    assert (coding.claims, coding.accounts, coding.relations) == ((), (), ())


@pytest.mark.parametrize(
    "sentences",
    [
        (
            "Police arrested two suspects in the fire in Monterrey on Monday. ",
            "Separately in Nuevo León, marines captured 19 alleged members of the gang at a ranch.",
        ),
        (
            "Sicarios mataron a tres campesinos en Celaya el lunes. ",
            "En otro hecho, dos maestros fueron asesinados en la misma ciudad.",
        ),
        (
            "Agentes detuvieron en Celaya al jefe de plaza Luis Gómez Vargas. ",
            "Según la fiscalía, vigilaba el casino con Mario Barraza Ruelas, quien fue detenido el 1 de marzo pasado.",
        ),
    ],
)
def test_a_report_turns_to_another_event(sentences: tuple[str, str]) -> None:
    found = [c for c in claims("".join(sentences)) if c.figure is not None]
    first = {c.account for c in found if c.quote.span.start < len(sentences[0])}
    second = {c.account for c in found if c.quote.span.start >= len(sentences[0])}
    assert first and second and not first & second


def test_whoever_was_arrested_long_ago_and_is_the_news_stays_in_it() -> None:
    text = "A judge's order led police to arrest Luis Gómez in Celaya. Gómez, who was arrested on 1 March, was freed."
    assert len({c.account for c in claims(text, event="arrest")}) == 1


def test_the_same_figure_behind_a_turn_is_told_again() -> None:
    text = "Gunmen killed three farmers in Celaya on Monday. Elsewhere, he said three farmers were killed."
    assert len({c.account for c in claims(text, tally="killed")}) == 1


def test_those_held_for_these_events_are_no_aggregate() -> None:
    text = "Por el caso ya se tienen cinco personas detenidas por su presunta responsabilidad en estos hechos."
    found = claims(text, tally="arrested")
    assert [(c.scope, [r.role for r in c.roles if r.role == "authority"]) for c in found] == [(None, [])]


@pytest.mark.parametrize(
    "text",
    [
        "Marines captured eight members of a gang in Celaya.\n\nThe navy also announced the capture of 12 men.",
        "La Marina capturó a ocho hombres en Celaya.\n\nTambién se informó de la captura de 12 integrantes de La Mesa.",
    ],
)
def test_as_many_again_held_besides_are_told_apart(text: str) -> None:
    assert len({c.account for c in claims(text, tally="arrested")}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Una mujer que había sido herida en el ataque del 3 de marzo en Celaya murió el sábado en un hospital, "
        "con lo que suman 14 los muertos.",
        "A man who was shot on 3 March in Celaya died on Saturday, bringing the death toll to 14.",
    ],
)
def test_who_died_of_wounds_belongs_to_what_wounded_them(text: str) -> None:
    found = [(c.tally, str(c.figure.count)) for c in claims(text) if c.figure is not None]
    assert sorted(found) == [("killed", "1"), ("killed", "14"), ("wounded", "1")]
    (account,) = read(text).accounts
    assert account.when is not None and account.when.ranges[0].first.day == 3
