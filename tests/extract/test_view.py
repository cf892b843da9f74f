"""What a view of a sentence finds at once is what looking at every token finds."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate import annotate
from recuento.extract.times import sentence_around
from recuento.extract.view import View, views
from recuento.lexicon.runs import Runs
from recuento.model import Document, Span

_TEXT = (
    "Gunmen killed two farmers and wounded at least 13 others near Culiacán on 3 March 2024, police said. "
    "Three suspects were arrested in Mazatlán on Tuesday."
)


@pytest.fixture(scope="module")
def both() -> list[View]:
    return list(views(annotate(Document(id="d-1", text=_TEXT, published_on=date(2024, 3, 6)))))


def test_each_sentence_has_its_own_findings(both: list[View]) -> None:
    assert [[n.core.of(_TEXT) for n in view.numerals if n.sense == "number"] for view in both] == [
        ["two", "13"],
        ["Three"],
    ]
    assert [[p.place.name for p in view.places] for view in both] == [["Culiacán"], ["Mazatlán"]]
    assert [len(view.dates) for view in both] == [1, 1]


def test_tokens_inside_a_span_and_at_a_character(both: list[View]) -> None:
    for view in both:
        for start in range(len(_TEXT)):
            for length in (1, 2, 7, 40):
                span = Span(start, start + length)
                assert view.inside(span) == [t.index for t in view.tokens if t.span.overlaps(span)]
            assert view.at(start) == next((t.index for t in view.tokens if t.span.covers(Span(start, start + 1))), None)


def test_the_numeral_at_a_token(both: list[View]) -> None:
    found = [view.numeral_at(token.index) for view in both for token in view.tokens]
    assert [n.core.of(_TEXT) for n in found if n is not None and n.sense == "number"] == ["two", "13", "Three"]


def test_only_runs_that_stand_in_the_sentence_are_looked_for(both: list[View]) -> None:
    runs = Runs.of(["at least", "at most", "in Mazatlán"])
    whole = [[run for run in runs.all if view.find(run, 0, len(view.tokens)) is not None] for view in both]
    assert [list(view.standing(runs)) for view in both] == whole != [[], []]
    assert [view.has_any(runs, 0, len(view.tokens)) for view in both] == [True, True]
    assert not both[0].has_any(runs, 0, 4)


def test_what_is_looked_for_at_a_token_is_looked_for_once(both: list[View]) -> None:
    asked: list[int] = []

    def nothing(_: View, index: int) -> None:
        asked.append(index)

    assert [both[0].once_at(nothing, index) for index in (1, 2, 1, 2)] == [None] * 4
    assert asked == [1, 2]


def test_a_bare_label_covers_its_subtypes(both: list[View]) -> None:
    for view in both:
        for token in view.tokens:
            below = [t for t in view.tokens if t.head == token.index != t.index]
            assert view.children(token.index) == tuple(t.index for t in below)
            for label in {t.dep for t in view.tokens} | {"nsubj", "obl"}:
                named = [t.index for t in below if label in (t.dep, t.dep.split(":")[0])]
                assert view.children(token.index, label) == tuple(named)


def test_the_sentence_around_a_span_holds_all_of_it() -> None:
    known = annotate(Document(id="d-1", text=_TEXT, published_on=date(2024, 3, 6)))
    for start in range(len(_TEXT)):
        for length in (1, 20, 90):
            span = Span(start, start + length)
            around = next((s for s in known.sentences if s.span.covers(span)), None)
            assert sentence_around(known, span) == around
