"""Words of a text as the search for places needs them: where, folded, capitalised, at the head of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from recuento.annotate.place_fold import fold

__all__ = ["Word", "words_of"]

# "U.S." and "N.L." are one word; "Sonora's" is three: name, apostrophe, s.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]|_")
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r"[a-záéíóúñü]")
_SAMPLE = 200
_HYPHENS = frozenset("-–")
_ENDS = frozenset('.!?:;•*"“”«»[]()–—-')


class Word(NamedTuple):
    """One word or mark.

    Attributes:
        capital: starts with a capital letter.
        first: at the head of a sentence, a line or a quotation, where a capital says nothing.
        loose: stands in a line of capitals, where a capital says nothing either.
        glued: no space before it.
    """

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    first: bool
    loose: bool
    glued: bool


def words_of(text: str) -> list[Word]:
    """Return the words and marks of ``text`` in order."""
    starts, loud = _lines(text)
    found: list[Word] = []
    line_before = -1
    end_before = -1
    text_before = ""
    for match in _WORD.finditer(text):
        start, end, said = match.start(), match.end(), match.group()
        line = bisect_right(starts, start) - 1
        glued = start == end_before
        first = line != line_before or (text_before in _ENDS and not (glued and text_before in _HYPHENS))
        found.append(
            Word(start, end, said, fold(said) or said, said[0].isupper(), first, loud[line], start == end_before)
        )
        line_before, end_before, text_before = line, end, said
    return found


def _lines(text: str) -> tuple[list[int], list[bool]]:
    """Return where each line starts and whether it is written in capitals."""
    starts, loud, position = [], [], 0
    for line in text.splitlines(keepends=True) or [""]:
        starts.append(position)
        letters = "".join(_LETTERS.findall(line, 0, _SAMPLE)) if len(line) > 12 else ""
        loud.append(bool(letters) and len(_SMALL.findall(letters)) < 0.2 * len(letters))
        position += len(line)
    return starts, loud
