"""What is left unread: comment, headings, other stories; with a reason that a person can read."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, read, told

COMMENT: tuple[str, ...] = (
    "The recent kidnappings highlight the power of the cartels.",
    "Kidnappings have long been a scourge of the region.",
    "Analysts say killings tend to rise before elections.",
    "Such attacks reflect the weakness of the state.",
    "Los recientes secuestros evidencian el poder de los cárteles.",
    "Los asesinatos reflejan la debilidad del Estado.",
    "Los ataques muestran el poder de los grupos criminales.",
)
# Words of violence that tell of none.
NOT_NEWS: tuple[str, ...] = (
    "The striker shot wide in the final in Celaya.",
    "The bank released its results on Monday.",
    "The attack was captured on video by a neighbour.",
    "The minister attacked the opposition in a speech.",
    "El delantero mató el partido con dos goles.",
    "El cantante liberó su nuevo disco el viernes.",
    "La alcaldesa atacó a la oposición en un discurso.",
)


@pytest.mark.parametrize("text", COMMENT)
def test_comment_tells_of_no_event(text: str) -> None:
    assert claims(text) == [], told(text)


@pytest.mark.parametrize("text", COMMENT)
def test_comment_is_listed_with_a_reason(text: str) -> None:
    assert [u.text for u in read(text).unread] == [text]
    assert all(u.reason.strip() for u in read(text).unread)


@pytest.mark.parametrize("text", NOT_NEWS)
def test_words_of_violence_that_tell_of_none(text: str) -> None:
    wrong = [c for c in claims(text) if c.figure is not None or c.event in {"killing", "arrest", "release"}]
    assert wrong == [], told(text)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "Six farmers killed in Cosalá\n\nGunmen killed six farmers in Cosalá on Sunday.",
            "Six farmers killed in Cosalá",
        ),
        ("Matan a seis campesinos\n\nSicarios mataron a seis campesinos el domingo.", "Matan a seis campesinos"),
    ],
)
def test_a_heading_repeats_and_adds_nothing(text: str, heading: str) -> None:
    assert figures(text) == [("killed", 6)]
    assert heading in [u.text for u in read(text).unread]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six farmers in Cosalá on Sunday.\n\nRead more: Gunmen kill nine people in Reynosa",
        "Gunmen killed six farmers in Cosalá on Sunday.\n\nRelated: Nine people killed in Reynosa",
        "Sicarios mataron a seis campesinos el domingo.\n\nLee también: Matan a nueve personas en Reynosa",
        "Sicarios mataron a seis campesinos el domingo.\n\nTe puede interesar: Matan a nueve personas en Reynosa",
    ],
)
def test_another_story_belongs_to_itself(text: str) -> None:
    assert figures(text) == [("killed", 6)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six farmers in Cosalá. The kidnappings highlight the power of the cartels.",
        "Six farmers killed\n\nGunmen killed six farmers in Cosalá on Sunday.",
        "Sicarios mataron a seis campesinos.\n\nLee también: Matan a nueve personas en Reynosa",
    ],
)
def test_what_is_unread_quotes_the_text(text: str) -> None:
    assert all(u.span.of(text) == u.text for u in read(text).unread)


def test_a_title_speaks_only_where_the_text_gives_no_figure() -> None:
    said = read("Gunmen killed six farmers in Cosalá on Sunday.", title="Six farmers killed in Cosalá")
    silent = read("Families are waiting for news of the attack.", title="Six farmers killed in Cosalá")
    assert {c.quote.field for c in said.claims} == {"text"}
    assert [c.figure.count.at_least for c in silent.claims if c.quote.field == "title" and c.figure] == [6]
