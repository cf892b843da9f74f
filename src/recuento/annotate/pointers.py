"""What only points at another story: "(Lea también: …)", "RELATED: …". Nothing in it is of this report.

A pointer in brackets ends where they close, whatever stands behind it on its line, and goes on until then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

from recuento.lexicon.fold import fold_text
from recuento.lexicon.layout import layout
from recuento.model.annotation import DateMention, PlaceMention, Sentence
from recuento.model.lookup import begun_within
from recuento.model.span import Span

__all__ = ["outside_pointers", "points_elsewhere", "with_pointers"]

_MARKS = '(["“-–—*•►▶→>| '
_CLOSES = {"(": ")", "[": "]"}
_OPENING = 80  # letters in which a pointer's words and its colon stand
_Mention = TypeVar("_Mention", DateMention, PlaceMention)


@cache
def _related() -> re.Pattern[str]:
    starts = "|".join(re.escape(start) for start in layout().related)
    return re.compile(rf"(?:{starts})\s*[:|»>–-]")


def points_elsewhere(words: str) -> bool:
    """Tell whether a sentence opens as a pointer does."""
    return _related().match(fold_text(words[:_OPENING]).lstrip(_MARKS)) is not None


def with_pointers(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """Yield the sentences of one paragraph and whether each is a pointer or stands in one's brackets."""
    closer, depth = "", 0
    for span in spans:
        begin = span.start
        while begin < span.end:
            words = text[begin : span.end]
            if not depth and not points_elsewhere(words):
                yield Span(begin, span.end), False
                break
            if not depth and words[0] in _CLOSES:
                closer, depth = _CLOSES[words[0]], 1
                end, depth = _closed(text, begin + 1, span.end, closer, depth)
            elif depth:
                end, depth = _closed(text, begin, span.end, closer, depth)
            else:
                end = span.end
            yield Span(begin, end), True
            rest = text[end : span.end].lstrip(" .")
            begin = span.end - len(rest)


def _closed(text: str, start: int, end: int, closer: str, depth: int) -> tuple[int, int]:
    """Return the end of the bracket in ``text[start:end]``, or ``end``, and how many brackets are still open there."""
    opener = next(mark for mark, close in _CLOSES.items() if close == closer)
    for at in range(start, end):
        depth += (text[at] == opener) - (text[at] == closer)
        if not depth:
            return at + 1, 0
    return end, depth


def outside_pointers(found: Sequence[_Mention], sentences: Sequence[Sentence]) -> tuple[_Mention, ...]:
    """Return the mentions that stand in no pointer: another story's town and day are not this one's."""
    pointers = [s.span for s in sentences if s.kind == "related"]
    inside = {mention.span for p in pointers for mention in begun_within(found, p.start, p.end)}
    return tuple(mention for mention in found if mention.span not in inside)
