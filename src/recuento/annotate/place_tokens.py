"""Words of a text as the search for places needs them: where, folded, capitalised, at the head of a sentence."""

from __future__ import annotations

import re
from operator import attrgetter

from msgspec import Struct

from recuento.annotate.place_fold import fold

__all__ = ["CAPITAL", "FOLDED", "Word", "words_of"]

# "U.S." and "N.L." are one word; "Sonora's" is three: name, apostrophe, s.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]|_")
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r"[a-záéíóúñü]")
_SAMPLE = 200
_COMMONEST = "aeinorst"
_HYPHENS = frozenset("-–")
_REMEMBERED = 65536  # words
_ENDS = frozenset('.!?:;•*"“”«»[]()–—-')


class Word(Struct, frozen=True, gc=False):
    """One word or mark; no cycle goes through it, and a report has hundreds: the collector need not know of them.

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


# What is asked of every word of a text: got from C in a third of the time.
CAPITAL, FOLDED = attrgetter("capital"), attrgetter("folded")


def words_of(text: str) -> list[Word]:
    """Return the words and marks of ``text`` in order."""
    found: list[Word] = []
    position = 0
    for line in text.splitlines(keepends=True):
        found += _words_in(text, position, position + len(line), loose=_is_loud(line))
        position += len(line)
    return found


def _words_in(text: str, line: int, after: int, *, loose: bool) -> list[Word]:
    found: list[Word] = []
    end_before, text_before, first = -1, "", True
    for match in _WORD.finditer(text, line, after):
        start, end = match.span()
        said = match[0]
        glued = start == end_before
        first = first or (text_before in _ENDS and not (glued and text_before in _HYPHENS))
        folded, capital = _SPELLINGS[said]
        found.append(Word(start, end, said, folded, capital, first, loose, glued))
        end_before, text_before, first = end, said, False
    return found


class _Spellings(dict[str, tuple[str, bool]]):
    """How a word is folded and whether it begins with a capital; each is worked out once."""

    def __missing__(self, said: str) -> tuple[str, bool]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[said] = spelling = fold(said) or said, said[0].isupper()
        return spelling


_SPELLINGS = _Spellings()


def _is_loud(line: str) -> bool:
    """Tell whether a line is written in capitals."""
    sample = line[:_SAMPLE]
    if sum(map(sample.count, _COMMONEST)) >= 0.2 * len(sample):
        return False  # most lines are prose: these letters alone are too many
    letters = "".join(_LETTERS.findall(line, 0, _SAMPLE)) if len(line) > 12 else ""
    return bool(letters) and len(_SMALL.findall(letters)) < 0.2 * len(letters)
