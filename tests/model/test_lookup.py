"""What stands in a stretch of a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from recuento.model import Annotations, Document, Sentence, Span
from recuento.model.lookup import begun_within, overlapping, paragraph_of


@dataclass(frozen=True)
class _At:
    span: Span


_FOUND = [_At(Span(0, 4)), _At(Span(4, 9)), _At(Span(12, 20)), _At(Span(20, 21))]


@pytest.mark.parametrize(("start", "end"), [(0, 30), (0, 4), (1, 12), (4, 13), (9, 12), (12, 20), (21, 25)])
def test_those_that_begin_in_a_stretch_are_those_that_a_walk_through_all_finds(start: int, end: int) -> None:
    assert list(begun_within(_FOUND, start, end)) == [one for one in _FOUND if start <= one.span.start < end]


@pytest.mark.parametrize(
    "span", [Span(0, 30), Span(0, 4), Span(3, 5), Span(9, 12), Span(11, 13), Span(20, 22), Span(21, 25)]
)
def test_those_that_share_a_character_are_those_that_a_walk_through_all_finds(span: Span) -> None:
    assert [_FOUND[at] for at in overlapping(_FOUND, span)] == [one for one in _FOUND if one.span.overlaps(span)]


def test_nothing_overlaps_in_an_empty_report() -> None:
    assert list(overlapping([], Span(0, 5))) == []


def test_the_sentences_of_some_paragraphs_come_in_order() -> None:
    spans = [(Span(0, 5), 0), (Span(6, 9), 0), (Span(11, 15), 1), (Span(17, 30), 3)]
    sentences = tuple(Sentence(span=span, kind="prose", paragraph=number) for span, number in spans)
    document = Document(id="d-1", published_on=date(2024, 3, 26), text="x" * 30)
    known = Annotations(document=document, field="text", language="en", sentences=sentences)
    assert list(paragraph_of(known, 0)) == list(sentences[:2])
    assert list(paragraph_of(known, 0, 1)) == list(sentences[:3])
    assert list(paragraph_of(known, 2)) == []
    assert list(paragraph_of(known, 2, 3)) == [sentences[3]]
