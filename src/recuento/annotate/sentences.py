"""Where sentences begin and end, and which of them are the report's own prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recuento.annotate.pointers import with_pointers
from recuento.lexicon.dates import date_words
from recuento.lexicon.fold import fold, fold_text
from recuento.lexicon.layout import layout
from recuento.model.annotation import Sentence, SentenceKind
from recuento.model.span import Span

__all__ = ["split_sentences"]

_PARAGRAPH = re.compile(r"[^\n]+")
# A stop, its closing quotes or brackets, then space and a capital, digit, dash or opening mark; or a stop glued to
# a capital after a lower-case word ("instantánea.LEER"), which web copy is full of. What must stand before a stop is
# asked for behind it: a pattern of which each part begins with a mark of its own is searched for in half the time.
_END = re.compile(
    r"[.!?…]+[\"”’'»)\]]*(?=\s+(?:[►▶→*]\s?)?[\"“‘'«(\[¡¿—–-]*[A-ZÁÉÍÓÚÜÑ0-9])|[.!?](?=[A-ZÁÉÍÓÚÑ][\w]{2,})(?<=[a-záéíóúñ]{3}.)"
    r"|\.(?=[A-ZÁÉÍÓÚÑ][\w]{2,})(?<=[ap]\.m\.)"  # "about 12:25 p.m.The teenager"
    r"|\s+[·•](?=\s)"  # items of a list on one line
)
_HOUR = re.compile(r"\d\s?[ap]\.m\.$")
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"([\w.]+)[.]$")
# "CULIACAN, Mexico, March 3 (Reuters) -- ": what stands before the dash is where and when the report was filed.
_CAPITAL = r"[A-ZÁÉÍÓÚÑ][\w.'’áéíóúñ-]*"
_PLACE = rf"{_CAPITAL}(?:[ ](?:de|del|la|las|los|el|y|of|the|{_CAPITAL})){{0,5}}(?:[ ]\({_CAPITAL}\))?"
_DAY = r"(?:,?[ ](?:\d{1,2}[ ](?:de[ ])?[A-Za-zé]{3,10}\.?|[A-Z][a-z]{2,9}\.?[ ]\d{1,2})(?:,?[ ]\d{2,4})?)?"
_DATELINE = re.compile(
    rf"""
    (?:{_PLACE}(?:,[ ]{_PLACE}){{0,2}}{_DAY}\s*)?                  # a place and a day, or nothing, before the agency
    (?:\([A-ZÁÉÍÓÚÑ][\w /.,&-]{{1,38}}\)|\[[^\]]{{2,60}}\])          # the agency in brackets
    \s*(?:--|—|–|\.-|-|:)*\s+(?=["“A-ZÁÉÍÓÚÑ¿¡0-9\[])
    |
    {_PLACE}(?:,[ ]{_PLACE}){{0,2}}{_DAY}\s*(?:--|—|–|\.-|\.—|\.–)\s+(?=["“A-ZÁÉÍÓÚÑ¿¡0-9])
    |
    [A-ZÁÉÍÓÚÑ]{{3}}[A-ZÁÉÍÓÚÑ ]{{0,30}}(?:,[ ]{_PLACE}){{0,2}}{_DAY}[ ]-[ ](?=["“A-ZÁÉÍÓÚÑ¿¡0-9])  # in capitals
    """,
    re.VERBOSE,
)
# "[VIDEO] Hallan …": a label before or after a title is no part of its sentence.
_LABEL = r"[\[(][^\])\[(]{2,24}[\])]"
_TITLE = re.compile(rf"\s*(?:{_LABEL}[\s:|-]*)?(?P<said>\S.*?)\s*(?:[|-]?\s*\[[^\]]{{2,24}}\])?\s*", re.DOTALL)
_LINK = re.compile(r"\s*(?:https?://|pic\.twitter)")
_MAX_HEADING_WORDS = 14
_LONGEST_CAPTION = 300
# Longer than any sentence that somebody wrote: a table or a list without stops is cut so that parsing stays linear.
_MAX_SENTENCE = 1500


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(layout().abbreviations)


def split_sentences(text: str, *, single: bool = False) -> tuple[Sentence, ...]:
    """Return the sentences of ``text`` in order, unparsed, without the dateline; ``single`` for a title."""
    if single:
        spans = [Span(*m.span("said")) for m in [_TITLE.fullmatch(text)] if m]
        return tuple(Sentence(span=span, kind="prose", paragraph=0) for span in spans)
    found: list[Sentence] = []
    paragraphs = [m for m in _PARAGRAPH.finditer(text) if m[0].strip()]
    pointed = 0  # paragraphs that only point elsewhere: what follows one goes on where it broke off
    for place, match in enumerate(paragraphs):
        number = place - pointed
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        start = _after_dateline(text, start, end) if number < 2 else start
        if any(mark in text[start:end] for mark in layout().embed):
            post = _sentences_in(text, start, _before_links(text, start, end))
            found += [Sentence(span=span, kind="embed", paragraph=number) for span in post]
            continue
        last = place == len(paragraphs) - 1
        told = list(with_pointers(text, _sentences_in(text, start, end)))
        pointed += number > 0 and all(pointer for _, pointer in told)
        for span, pointer in told:
            kind: SentenceKind = "related" if pointer else _kind(text, span, Span(start, end), last=last)
            found.append(Sentence(span=span, kind=kind, paragraph=place - pointed))
    return tuple(found)


def _after_dateline(text: str, start: int, end: int) -> int:
    match = _DATELINE.match(text, start, min(end, start + 140))
    return match.end() if match else start


def _before_links(text: str, start: int, end: int) -> int:
    """Return the end of a post's text: where its links begin."""
    link = _LINK.search(text, start, end)
    return link.start() if link and link.start() > start else end


def _sentences_in(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.start() < begin or _is_abbreviation(text, begin, match):
            continue
        yield from _bounded(begin, match.start() if match[0][0].isspace() else match.end())
        begin = match.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield from _bounded(begin, end)


def _bounded(start: int, end: int) -> Iterator[Span]:
    for at in range(start, end, _MAX_SENTENCE):
        yield Span(at, min(at + _MAX_SENTENCE, end))


def _is_abbreviation(text: str, begin: int, match: re.Match[str]) -> bool:
    if match[0][0] != "." or match[0].rstrip("\"”’'»)]") != ".":
        return False
    if _HOUR.search(text, max(begin, match.start() - 8), match.end()) and _day_follows(text, match.end()):
        return True
    word = _LAST_WORD.search(text, max(begin, match.start() - 20), match.start() + 1)
    if word is None:
        return False
    bare = fold(word[1])
    # Initials ("J. Pérez", "Carlos Humberto N. fue") and known abbreviations end nothing.
    return bare in _abbreviations() or (len(bare) == 1 and bare.isalpha() and word[1].isupper())


def _day_follows(text: str, end: int) -> bool:
    """Tell whether a day of the week or a month comes next: "at 3:40 a.m. Sunday" goes on."""
    word = _WORD.search(text, end, end + 20)
    return word is not None and fold(word[0]) in _days()


@cache
def _days() -> frozenset[str]:
    words = date_words("en")
    return frozenset((*words.weekdays, *words.months, *words.short_months)) - frozenset(words.name_months)


def _kind(text: str, span: Span, paragraph: Span, *, last: bool) -> SentenceKind:
    words = fold_text(span.of(text))
    if len(words) < _LONGEST_CAPTION and any(map(words.__contains__, layout().caption)):
        return "caption"
    if not last and span == paragraph and _looks_like_heading(span.of(text)):
        return "heading"
    return "prose"


def _looks_like_heading(line: str) -> bool:
    return len(line.split()) <= _MAX_HEADING_WORDS and not re.search(r"[.!?…:;,\"”’)]$", line.strip())
