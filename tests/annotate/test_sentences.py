"""Where sentences end, and which lines are headings, posts, captions or other stories."""

from __future__ import annotations

from itertools import pairwise

import pytest

from recuento.annotate.sentences import split_sentences

# text, its sentences
SPLITS: tuple[tuple[str, list[str]], ...] = (
    ("Gunmen came. They left.", ["Gunmen came.", "They left."]),
    ("Llegaron sicarios. Se fueron.", ["Llegaron sicarios.", "Se fueron."]),
    ("Gov. Elena Pardo spoke. Nobody answered.", ["Gov. Elena Pardo spoke.", "Nobody answered."]),
    ("Police held Luis Mario T. in Tepic. He is 30.", ["Police held Luis Mario T. in Tepic.", "He is 30."]),
    ("It cost 1.5 million. They paid.", ["It cost 1.5 million.", "They paid."]),
    ("Fueron 1.200 cartuchos. Nada más.", ["Fueron 1.200 cartuchos.", "Nada más."]),
    ("“They took him.” His wife waited.", ["“They took him.”", "His wife waited."]),
    ("¿Quién fue? Nadie lo sabe.", ["¿Quién fue?", "Nadie lo sabe."]),
    ("They fled! Soldiers followed.", ["They fled!", "Soldiers followed."]),
    ("La policía llegó.\n\nNo halló a nadie.", ["La policía llegó.", "No halló a nadie."]),
    ("It began about 9:15 p.m.The boy ran.", ["It began about 9:15 p.m.", "The boy ran."]),
    ("It ended at 10 p.m. on Sunday in Tula.", ["It ended at 10 p.m. on Sunday in Tula."]),
    ("A photo was shared instantly.Police are looking.", ["A photo was shared instantly.", "Police are looking."]),
    ("", []),
    ("   \n\n  ", []),
)

# text, kind of its last sentence
KINDS: tuple[tuple[str, str], ...] = (
    ("Gunmen killed six farmers in Cosalá.", "prose"),
    ("Read more: Nine people killed in Reynosa", "related"),
    ("Lee también: Matan a nueve personas en Reynosa", "related"),
    ("A boy waits outside the church in Tula. File photo", "caption"),
    ("Fifteen were freed. — Elena Pardo (@elenapardo) pic.twitter.com/abc", "embed"),
)


@pytest.mark.parametrize(("text", "expected"), SPLITS)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [s.span.of(text) for s in split_sentences(text)] == expected


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_kind_of_line_it_is(text: str, kind: str) -> None:
    assert split_sentences(text)[-1].kind == kind


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("CULIACÁN, Mexico, March 3 (Reuters) -- Gunmen came.", "Gunmen came."),
        ("TIBÚ, Colombia (AP) — Gunmen came.", "Gunmen came."),
        ("Culiacán, Sin.- Hombres armados llegaron.", "Hombres armados llegaron."),
        ("Tula, 24 mar (EFE).- Hombres armados llegaron.", "Hombres armados llegaron."),
    ],
)
def test_the_dateline_is_no_sentence(text: str, first: str) -> None:
    assert split_sentences(text)[0].span.of(text) == first


def test_a_short_line_without_a_stop_is_a_heading_unless_it_is_the_last() -> None:
    text = "Night of fear in Tula\n\nGunmen came.\n\nNobody slept in Tula"
    assert [s.kind for s in split_sentences(text)] == ["heading", "prose", "prose"]


def test_a_title_is_one_sentence() -> None:
    title = " Six dead. Police silent "
    assert [s.span.of(title) for s in split_sentences(title, single=True)] == ["Six dead. Police silent"]


def test_paragraphs_are_numbered_from_nought() -> None:
    assert [s.paragraph for s in split_sentences("One came. Two left.\n\nThree stayed.")] == [0, 0, 1]


def test_a_text_without_stops_is_cut_into_pieces() -> None:
    text = "rifle pistola " * 1000
    found = split_sentences(text)
    assert len(found) > 5
    assert all(len(s.span) <= 1500 for s in found)


@pytest.mark.parametrize("text", [text for text, _ in SPLITS + KINDS])
def test_sentences_are_in_order_and_do_not_overlap(text: str) -> None:
    spans = [s.span for s in split_sentences(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("text", [text for text, _ in SPLITS + KINDS])
def test_sentences_are_unparsed(text: str) -> None:
    assert all(s.tokens == () for s in split_sentences(text))
