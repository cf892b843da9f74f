"""What stands in a stretch of a report, found without going through all of it: some have thousands of sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from recuento.model.annotation import Annotations, Sentence
from recuento.model.span import Span

__all__ = ["begun_within", "overlapping", "paragraph_of"]


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Placed)


def begun_within(found: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Return those of ``found``, which stand in text order, that begin at ``start`` or later and before ``end``."""
    first = bisect_left(found, start, key=_start)
    return found[first : bisect_left(found, end, first, key=_start)]


def overlapping(found: Sequence[T], span: Span) -> range:
    """Return the places in ``found``, which stand in text order and do not overlap, of those that share a character."""
    first = bisect_right(found, span.start, key=_start) - 1
    if first < 0 or not found[first].span.overlaps(span):
        first += 1
    return range(first, bisect_left(found, span.end, first, key=_start))


def paragraph_of(annotations: Annotations, first: int, last: int | None = None) -> Sequence[Sentence]:
    """Return the sentences of a paragraph, or of all from ``first`` to ``last``."""
    at = bisect_left(annotations.sentences, first, key=_paragraph)
    return annotations.sentences[
        at : bisect_right(annotations.sentences, first if last is None else last, at, key=_paragraph)
    ]


def _start(one: _Placed) -> int:
    return one.span.start


def _paragraph(sentence: Sentence) -> int:
    return sentence.paragraph
