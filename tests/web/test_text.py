"""Pieces of a report are that report, letter by letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recuento.model import Span
from recuento.web.text import Mark, paragraphs, pieces

TEXTS = st.text(alphabet="ab \n<é", max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    some = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
    spans = [Span(min(a, b), max(a, b)) for a, b in some if a != b and max(a, b) <= len(text)]
    kinds = draw(st.lists(st.sampled_from(["quote", "figure", "where"]), min_size=len(spans), max_size=len(spans)))
    return text, [Mark(span, kind, f"c-{i}") for i, (span, kind) in enumerate(zip(spans, kinds, strict=True))]


@given(marked())
def test_pieces_together_are_the_text(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    for part in paragraphs(text):
        assert "".join(piece.text for piece in pieces(text, part, marks)) == part.of(text)


def test_overlapping_marks_are_cut_at_every_border() -> None:
    marks = [Mark(Span(0, 5), "quote", "c-1"), Mark(Span(3, 8), "quote", "c-2"), Mark(Span(3, 4), "figure", "c-1")]
    found = [(piece.text, piece.kinds, piece.claims, piece.begins) for piece in pieces("abcdefgh", Span(0, 8), marks)]
    assert found == [
        ("abc", ("quote",), ("c-1",), ("c-1",)),
        ("d", ("quote", "figure"), ("c-1", "c-2"), ("c-2",)),
        ("e", ("quote",), ("c-1", "c-2"), ()),
        ("fgh", ("quote",), ("c-2",), ()),
    ]
