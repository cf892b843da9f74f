"""Spans and tokens are set through their slots; they are frozen nouns all the same."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from recuento.model import Span
from recuento.model.annotation import Token

TOKEN = Token(index=2, span=Span(3, 8), text="Luz", lemma="luz", pos="PROPN", feats="_", dep="nsubj", head=4)


def test_they_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Span(1, 2).start = 0  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        TOKEN.head = 0  # type: ignore[misc]


def test_they_are_equal_by_what_they_hold() -> None:
    assert Span(1, 2) == Span(1, 2) < Span(1, 3) < Span(2, 3)
    assert {Span(1, 2), Span(1, 2)} == {Span(1, 2)}
    assert replace(TOKEN, head=5) != TOKEN == replace(TOKEN)
    assert pickle.loads(pickle.dumps(TOKEN)) == TOKEN


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 4), (5, 2)])
def test_a_span_holds_something(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="empty or negative"):
        Span(start, end)


def test_a_row_of_tokens_is_what_its_columns_hold() -> None:
    first = Token(index=0, span=Span(0, 2), text="La", lemma="el", pos="DET", feats="Gender=Fem", dep="det", head=1)
    second = Token(index=1, span=Span(3, 8), text="calle", lemma="calle", pos="NOUN", feats="", dep="ROOT", head=1)
    columns = [(t.span, t.text, t.lemma, t.pos, t.feats, t.dep, t.head) for t in (first, second)]
    spans, texts, lemmas, tags, feats, deps, heads = zip(*columns, strict=True)
    assert Token.row(spans, texts, lemmas, tags, feats, deps, heads) == (first, second)
    with pytest.raises(ValueError, match="argument"):
        Token.row(spans, texts, lemmas, tags, feats, deps, heads[:1])
