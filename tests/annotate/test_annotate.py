"""All annotators over one document: what is parsed, what is left bare, and where offsets point."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate import annotate
from recuento.annotate.wanted import speaks_of_events
from recuento.model import Annotations, Document
from recuento.model.document import Language
from recuento.model.ids import document_id

PUBLISHED = date(2024, 3, 26)
NEWS = "Gunmen killed 14 farmers in Badiraguato, Sinaloa, on Sunday. Neighbours baked bread."
NOTICIA = "Sicarios mataron a 14 campesinos en Badiraguato, Sinaloa, el domingo. Los vecinos hornearon pan."


def report(text: str, *, title: str | None = None, language: Language | None = None) -> Document:
    return Document(
        id=document_id(None, PUBLISHED, text), text=text, published_on=PUBLISHED, title=title, language=language
    )


def annotated(text: str) -> Annotations:
    return annotate(report(text))


@pytest.mark.parametrize(("text", "language"), [(NEWS, "en"), (NOTICIA, "es")])
def test_the_language_is_set(text: str, language: str) -> None:
    found = annotated(text)
    assert (found.language, found.document.language) == (language, language)


def test_a_language_that_was_given_stands() -> None:
    assert annotate(report(NEWS, language="es")).language == "es"


@pytest.mark.parametrize("text", [NEWS, NOTICIA])
def test_only_a_sentence_that_speaks_of_events_is_parsed(text: str) -> None:
    assert [bool(s.tokens) for s in annotated(text).sentences] == [True, False]


@pytest.mark.parametrize("text", [NEWS, NOTICIA])
def test_tokens_point_into_the_text_and_into_the_sentence(text: str) -> None:
    tokens = annotated(text).sentences[0].tokens
    assert [t.span.of(text) for t in tokens] == [t.text for t in tokens]
    assert [t.index for t in tokens] == list(range(len(tokens)))
    assert all(0 <= t.head < len(tokens) for t in tokens)
    assert sum(t.head == t.index for t in tokens) >= 1


@pytest.mark.parametrize(("text", "verb"), [(NEWS, "kill"), (NOTICIA, "matar")])
def test_verbs_have_their_dictionary_form(text: str, verb: str) -> None:
    assert verb in {t.lemma for t in annotated(text).sentences[0].tokens if t.pos == "VERB"}


@pytest.mark.parametrize("text", [NEWS, NOTICIA])
def test_numbers_days_and_places_are_found(text: str) -> None:
    found = annotated(text)
    assert [n.count.exact for n in found.numerals if n.sense == "number"] == [14]
    assert [d.ranges[0].first for d in found.dates] == [date(2024, 3, 24)]
    assert "Badiraguato" in {p.place.name for p in found.places}


@pytest.mark.parametrize("text", [NEWS, NOTICIA])
def test_everything_is_in_text_order(text: str) -> None:
    found = annotated(text)
    for spans in ([s.span for s in found.sentences], [n.span for n in found.numerals], [d.span for d in found.dates]):
        assert spans == sorted(spans)


def test_a_report_without_news_is_left_bare() -> None:
    found = annotated("Neighbours baked 14 loaves of bread on Sunday in Tula.")
    assert len(found.sentences) == 1
    assert not found.sentences[0].tokens
    assert (found.numerals, found.dates, found.places, found.names) == ((), (), (), ())


def test_another_story_is_not_parsed() -> None:
    found = annotated("Gunmen killed six farmers.\n\nRead more: Gunmen killed nine people in Reynosa")
    assert [(s.kind, bool(s.tokens)) for s in found.sentences] == [("prose", True), ("related", False)]


def test_the_title_is_annotated_in_its_own_offsets() -> None:
    title = "Six farmers killed in Cosalá"
    found = annotate(report(NEWS, title=title), "title")
    assert found.text == title
    assert [s.span.of(title) for s in found.sentences] == [title]


def test_the_title_is_in_the_language_of_the_text() -> None:
    assert annotate(report(NOTICIA, title="Ataque en Cosalá"), "title").language == "es"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Gunmen killed six farmers.", "en"),
        ("GUNMEN KILLED SIX FARMERS.", "en"),
        ("the kidnapping", "en"),
        ("Mataron a seis campesinos.", "es"),
        ("el secuestro", "es"),
        ("LIBERARON A DOS", "es"),
    ],
)
def test_words_of_the_news_speak_of_events(words: str, language: Language) -> None:
    assert speaks_of_events(words, language)


@pytest.mark.parametrize(
    ("words", "language"), [("Neighbours baked bread.", "en"), ("Los vecinos hornearon pan.", "es"), ("", "en")]
)
def test_other_words_do_not(words: str, language: Language) -> None:
    assert not speaks_of_events(words, language)


def test_numbers_are_looked_for_where_they_can_be_asked_for() -> None:
    quiet = "The fair had 40 stalls.\n"
    text = quiet * 5 + "Gunmen freed 26 farmers. The priest counted 15 adults and 11 children. The choir has 90 voices."
    found = annotate(Document(id="d-1", text=text, published_on=date(2024, 3, 26)))
    assert [n.core.of(text) for n in found.numerals] == ["40", "40", "40", "40", "26", "15", "11"]
