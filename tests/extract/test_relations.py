"""Ties between people, groups and offices, with their words."""

from __future__ import annotations

import pytest
from tests.extract.reading import read

# text, subject, tie, object
CASES: tuple[tuple[str, str, str, str], ...] = (
    ("Ernesto Vidales is the son of Rodrigo Vidales, a reputed enforcer.", "Ernesto Vidales", "kin", "Rodrigo Vidales"),
    ("Nadia Cano, Rodrigo Vidales's wife, keeps the books.", "Nadia Cano", "kin", "Rodrigo Vidales"),
    ("The prisoner was Ernesto Vidales, whose mother, Nadia Cano, is a clerk.", "Nadia Cano", "kin", "Ernesto Vidales"),
    (
        "The detainee is Ernesto Vidales, a nephew of Gulf Cartel gunman Rodrigo Vidales.",
        "Ernesto Vidales",
        "kin",
        "Rodrigo Vidales",
    ),
    ("Rodrigo Vidales founded the Gulf Cartel in 1998.", "Rodrigo Vidales", "leads", "Gulf Cartel"),
    (
        "People say that the wing takes its orders from Rodrigo Vidales's daughters.",
        "Rodrigo Vidales's daughters",
        "leads",
        "the wing",
    ),
    ("Police arrested Ernesto Vidales, the son of Rodrigo Vidales.", "Ernesto Vidales", "kin", "Rodrigo Vidales"),
    ("Police arrested Ernesto Vidales, brother of Rodrigo Vidales.", "Ernesto Vidales", "kin", "Rodrigo Vidales"),
    ("Police arrested Ernesto Vidales, leader of the Gulf Cartel.", "Ernesto Vidales", "leads", "Gulf Cartel"),
    (
        "The Cyclones, a faction of the Gulf Cartel, kidnapped six people.",
        "Cyclones",
        "faction_of",
        "Gulf Cartel",
    ),
    (
        "Police arrested Ernesto Vidales, a member of the Gulf Cartel.",
        "Ernesto Vidales",
        "member_of",
        "Gulf Cartel",
    ),
    ("Twelve hostages were freed, Sinaloa Governor Elena Pardo said.", "Elena Pardo", "holds_office", "Sinaloa"),
    ("La policía detuvo a Ernesto Vidales, hijo de Rodrigo Vidales.", "Ernesto Vidales", "kin", "Rodrigo Vidales"),
    ("La policía detuvo a Ernesto Vidales, hermano de Rodrigo Vidales.", "Ernesto Vidales", "kin", "Rodrigo Vidales"),
    (
        "La policía detuvo a Ernesto Vidales, líder del Cártel del Golfo.",
        "Ernesto Vidales",
        "leads",
        "Cártel del Golfo",
    ),
    (
        "Los Ciclones, una facción del Cártel del Golfo, secuestraron a seis personas.",
        "Ciclones",
        "faction_of",
        "Cártel del Golfo",
    ),
    (
        "La policía detuvo a Ernesto Vidales, integrante del Cártel del Golfo.",
        "Ernesto Vidales",
        "member_of",
        "Cártel del Golfo",
    ),
    (
        "El gobernador de Sinaloa, Bruno Pardo, confirmó la liberación de 12 rehenes.",
        "Bruno Pardo",
        "holds_office",
        "Sinaloa",
    ),
    ("Police arrested Ernesto Vidales, a cousin of Rodrigo Pardo.", "Ernesto Vidales", "kin", "Rodrigo Pardo"),
    ("Police arrested Ernesto Vidales, an alleged triggerman for the Gulf Cartel.", "Vidales", "works_for", "Gulf"),
    ("The Cyclones, an offshoot of the Gulf Cartel, kidnapped six people.", "Cyclones", "faction_of", "Gulf Cartel"),
    ("Six people were killed, said the governor of Sinaloa, Elena Pardo.", "Elena Pardo", "holds_office", "Sinaloa"),
    ("Six were killed, interior minister Elena Pardo of Ecuador said.", "Elena Pardo", "holds_office", "Ecuador"),
    ("Los Ciclones, al mando de Ernesto Vidales, mataron a seis personas.", "Vidales", "leads", "Ciclones"),
    ("Los Ciclones, una disidencia del Cártel del Golfo, mataron a seis.", "Ciclones", "faction_of", "Golfo"),
    ("Elena Pardo, gobernadora de Sinaloa, confirmó seis muertos.", "Elena Pardo", "holds_office", "Sinaloa"),
)


@pytest.mark.parametrize(("text", "subject", "tie", "object_"), CASES)
def test_the_tie_that_is_stated(text: str, subject: str, tie: str, object_: str) -> None:
    found = [(r.subject, r.tie, r.object) for r in read(text).relations]
    assert tie in [t for s, t, o in found if subject in s and object_ in o], found


@pytest.mark.parametrize(("text", "subject", "tie", "object_"), CASES)
def test_a_tie_quotes_the_text(text: str, subject: str, tie: str, object_: str) -> None:
    assert all(r.quote.span.of(text) == r.quote.text for r in read(text).relations)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Ernesto Vidales, an alleged member of the Gulf Cartel.",
        "La policía detuvo a Ernesto Vidales, presunto integrante del Cártel del Golfo.",
    ],
)
def test_a_suspected_tie_is_alleged(text: str) -> None:
    assert [r.certainty for r in read(text).relations if r.tie == "member_of"] == ["alleged"]


@pytest.mark.parametrize(
    "text",
    [
        "It was the mother of all battles: six were killed.",
        "Gunmen killed six farmers in Cosalá on Sunday.",
        "Sicarios mataron a seis campesinos en Cosalá.",
    ],
)
def test_no_tie_where_none_is_said(text: str) -> None:
    assert read(text).relations == ()


@pytest.mark.parametrize(
    "text",
    [
        "The mother Aguán was killed on Sunday with six farmers.",
        "Its leader, Ernesto Vidales, was killed on Sunday with six farmers.",
        "Their boss, Ernesto Vidales, was arrested on Sunday with six farmers.",
    ],
)
def test_a_pronoun_or_article_is_no_end_of_a_tie(text: str) -> None:
    ends = {end for r in read(text).relations for end in (r.subject, r.object)}
    assert ends.isdisjoint({"The", "Its", "Their"})


def test_what_stands_inside_another_word_ties_nobody() -> None:
    assert read("La policía detuvo a Elena Zavala de Cobos.").relations == ()


@pytest.mark.parametrize(
    "text",
    [
        "Un integrante de la Guardia Nacional murió en un ataque.",
        "Murió baleado un comandante de la Policía Estatal.",
        "Secuestraron a un miembro de la Secretaría de Seguridad Pública.",
    ],
)
def test_the_end_of_a_groups_name_is_nobody(text: str) -> None:
    assert read(text).claims
    assert read(text).relations == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nadia Cano, Rodrigo Vidales's lawyer, keeps the books.",
        "Nadia Cano, whose house burned down, is a clerk.",
        "A group of tourists answers to its guide.",
        "The detainee is Ernesto Vidales, a nephew of nobody in particular.",
    ],
)
def test_no_tie_where_none_is_told(text: str) -> None:
    assert not read(text).relations
