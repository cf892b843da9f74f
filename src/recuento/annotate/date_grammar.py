"""Which rows of words are dates: one pattern for each way to say one, over the symbols of `date_tokens`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from recuento.annotate.date_tokens import Row, Word
from recuento.model.document import Language

__all__ = ["Phrase", "phrases"]

# "early", "a finales de", "mid-"
_PART = r"(?P<part>t?[ECKf]-?o?t?)?"
# "last year", "of that year", "del año pasado", "de este año"
_TAIL = r"(?P<tail>o?t?[LHVXFR]U|o?t?HU|o?t?U(?:[LRF]|u?X)|o?VVU)?"
# "la noche de", "the early morning of"
_FROM = r"(?:t?E?(?P<time>P)Uot?|t?E?(?P<time2>P)ot?)?"
# "el lunes", "este viernes", "el pasado", "el día", before the day of a month
_DAY = r"(?:[tH]?[LXH]?W[LX]?,?)?t?[LX]?D?"
# "two and a half weeks ago", "a week and a half later", "dos semanas y media después"
_HALF = r"yaZ|yj"
_MONTH = r"(?P<month>[Mm])(?:(?<=m)\.)?"

# Where a shape can begin: not at a mark, nor at "que"; nor at "de", "la", "en", "y" or "un" before another word.
_IN_SOME_LIST = re.compile(r"[^.,()/|uotiya-]|[otiya](?=[^.,()/|u])")

# Symbols up to the first word that is no part of a date, of which what they make is remembered.
_SHORT = 8

# In order of preference where two begin at the same word.
_SHAPES: tuple[tuple[str, str], ...] = (
    (
        "range_dmy",
        rf"{_FROM}{_DAY}(?P<day>d)(?:[yti-]|t?it?){{1,2}}D?(?P<to>d)o?{_MONTH}"
        rf"(?:[,o]{{0,2}}t?U?(?P<year>Y)|(?P<back>L)|{_TAIL})",
    ),
    ("range_mdy", rf"{_FROM}{_PART}{_MONTH}t?(?P<day>d)[y-]t?(?P<to>d)(?:,?(?P<year>Y)|(?=[,.)]|$))"),
    (
        "date_dmy",
        rf"{_FROM}{_DAY}(?P<day>d(?=[o-]?(?:UoL?)?[Mm])|NyN(?=o)|N(?=o))o?-?(?:UoL?)?{_MONTH}-?"
        rf"(?:(?P<back>L)|[,o]{{0,2}}t?U?(?P<year>Y)|{_TAIL})",
    ),
    ("first_dmy", rf"{_FROM}{_DAY}(?P<first>O)o(?P<month>M)(?:(?P<back>L)|[,o]{{0,2}}(?P<year>Y)|{_TAIL})"),
    ("date_mdy", rf"{_FROM}(?:t?[HL]?W,?)?{_PART}{_MONTH}t?(?P<day>d)(?!-?U|~|,d\.|\.d)(?:,?(?P<year>Y)|{_TAIL})"),
    ("months", r"(?P<month>M)(?:[yti-]t?){1,2}(?P<to>M)[,o]{0,2}t?U?(?P<year>Y)"),
    ("month_year", rf"{_PART}(?:t?(?:Uo)?)?{_MONTH}[,o]{{0,2}}t?(?P<year>Y)"),
    # "the March 9 attack" is of a day.
    (
        "month",
        rf"(?!tM\.?d)(?:(?P<back>b)i?)?{_PART}(?:t?(?P<lead>[LHXR])?(?:Uo)?)?(?P<month>M)(?P<trail>[LXHR]|uX)?{_TAIL}",
    ),
    ("day_before", r"(?P<before>[ta]DBT|tDAT)"),
    ("deictic", r"(?:(?P<pre>[EKB])o?)?(?:t?(?P<time>P)ot?)?(?:t(?=T)|V)?(?P<day>T)(?P<after>P)?(?:,?W)?"),
    ("weekday_day", r"t?(?P<weekday>W),?t?(?P<day>d)(?![oU.d]|,d|-)"),
    ("weekdays", r"(?:t?(?P<time>P)ot?)?t?(?P<weekday>W)P?[yi]t?(?:Pot?)?(?P<to>W)P?"),
    (
        "weekday",
        r"(?:(?P<pre>[EKA])[oi]?)?(?:t?(?P<time>P)ot?)?t?(?P<lead>[LXH]{0,2})(?P<weekday>W)(?P<trail>[LX]|uX)?"
        r"(?:i?t?(?P<after>P))?",
    ),
    ("part_of_day", r"(?P<lead>[HL]|HV|VH)(?P<time>P)"),
    ("tomorrow", r"(?P<time>P)(?:,?(?P<weekday>W))?"),
    ("weekend", r"(?:t?(?P<lead>[LXHV])?(?:e|fo(?P<fin>U))(?P<trail>[LX](?![MmSWY])|uX)?)"),
    ("quarter", rf"t?(?P<which>[OL]|d)-?Q(?:o?t?(?:Uo?)?(?P<year>Y)|{_TAIL})"),
    ("half", rf"t?(?P<which>O)Z(?:o?t?(?:Uo?)?(?P<year>Y)|{_TAIL})"),
    ("season", rf"{_PART}t?(?P<lead>[LHX])?(?P<season>S)(?:o?t?(?P<year>Y)|(?P<trail>[LX])|{_TAIL})"),
    ("era", r"(?P<year>[dnY])k"),
    ("century", r"t?(?P<which>[Odz])-?c|c(?P<roman>\.)"),
    (
        "decade",
        r"t?(?P<decade>s)|(?:Uot?)?[ti]?U?o?t(?P<tens>x)|Uo?t?(?P<tens_digits>n)(?!\S)|Uot?(?:Uo?)?(?P<tens2>[xNn])"
        r"|t(?P<tens3>x)|tU(?P<tens4>[nxNd])|U(?P<tens5>n)",
    ),
    (
        "hace",
        r"g(?:~|o|y|t)*(?:(?P<many>[aNdnqYp]{1,3}(?:yN)?o?)(?P<unit>[DU])(?P<half>yj)?|(?P<unit2>U)(?P<half2>yj))",
    ),
    (
        "ago",
        rf"(?:~|o)*(?P<many>(?:aq|apo|a~|[aNdnqYp])(?:-?N)?)"
        rf"(?P<half>{_HALF})?(?P<unit>[DUe])(?P<half2>{_HALF})?(?P<side>G)",
    ),
    (
        "later",
        rf"(?:~|o)*(?P<many>(?:apo|[aNdnqp])(?:-?N)?)"
        rf"(?P<half>{_HALF})?(?P<unit>[DU])(?P<half2>{_HALF})?(?P<side>[BA]|i(?=[,.]))",
    ),
    ("lately", r"tL(?P<many>[dnN])(?P<unit>[DU])"),
    ("within", r"Io(?P<many>[aNdn])(?P<unit>[DU])"),
    (
        "mention_day",
        r"t(?P<back>D|P)(?:R|B)|t[RL]?R(?P<back2>D|P)|t?V{1,2}(?P<same>D)|tV(?P<same2>P)|V(?P<same3>P)|t(?P<on>D)[FA]"
        r"|t?[FX](?P<on2>[DP])|tPF|tXD|[BA]it(?P<same4>D)",
    ),
    ("unit", rf"{_PART}(?:t?(?P<lead>[LXHVFR]|VV))(?P<unit>U)"),
    ("unit_trail", rf"{_PART}t?(?P<unit>U)(?P<trail>[LRF]|u?X)"),
    ("year_span", r"(?P<year>Y)-(?P<to>Y|d|n)(?![-/])"),
    ("year", rf"{_PART}(?:t?Uo?)?(?P<year>Y)"),
    ("month_day", r"t(?:(?P<lead>[LX])D?|(?P<said>D))(?P<day>d)(?![oU.d]|[,]d)|t(?P<bare>d)(?=[,.)y]|$)"),
    ("start_of", r"(?P<part>[ECKf])o?t?(?P<unit>U)"),
)  # fmt: skip


class Phrase(Struct, frozen=True):
    """A date as said. ``words`` are all its words; ``parts`` those of each named part of its shape."""

    kind: str
    words: tuple[Word, ...]
    parts: dict[str, tuple[Word, ...]]
    before: Word | None
    after: Word | None

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    def number(self, part: str) -> int | None:
        """Return the number of the first word of ``part``, or None if it was not said."""
        words = self.parts.get(part)
        return words[0].number if words else None

    def symbols(self, part: str) -> str:
        return "".join(word.symbol for word in self.parts.get(part, ()))

    def text(self, part: str) -> str:
        return " ".join(word.text for word in self.parts.get(part, ()))


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    bare = {kind: re.sub(r"\?P<\w+>", "?:", shape) for kind, shape in _SHAPES}
    whole = re.compile("|".join(f"(?P<{kind}>{shape})" for kind, shape in bare.items()))
    return whole, {kind: re.compile(shape) for kind, shape in _SHAPES}


def _begun_at(symbols: str, start: int) -> tuple[str, int]:
    """Return the kind of the phrase that begins at ``start`` and its length, "" and 0 where none does."""
    stop = symbols.find(".", start)
    # Most stretches are short and come again and again ("a number, then no part of a date"). What a shape looks at ends
    # one place after the first dot; only one with a short month may go on past its dot.
    if stop < 0 or stop - start > _SHORT or symbols.find("m", start, stop) >= 0:
        return _longest_at(symbols, start)
    return _remembered(symbols[start : stop + 2])


@lru_cache(maxsize=16384)
def _remembered(stretch: str) -> tuple[str, int]:
    return _longest_at(stretch, 0)


def _longest_at(symbols: str, start: int) -> tuple[str, int]:
    match = _patterns()[0].match(symbols, start)
    return (match.lastgroup or "", match.end() - start) if match else ("", 0)


def phrases(row: Row, language: Language) -> Iterator[Phrase]:
    """Yield what may be dates, in text order, none overlapping; `date_resolve` decides whether each is one."""
    _, single = _patterns()
    at = 0
    # No shape begins with a word that is no part of a date: most places of a row are passed over at a glance.
    while start := _IN_SOME_LIST.search(row.symbols, at):
        kind, length = _begun_at(row.symbols, start.start())
        at = start.start() + length if kind else start.end()
        inner = single[kind].match(row.symbols, start.start()) if kind else None
        if inner is None:
            continue
        parts = {
            name.rstrip("0123456789"): row.words(*inner.span(name))
            for name, value in inner.groupdict().items()
            if value
        }
        first, last = inner.span()
        before = row.words(first - 1, first)[0] if first else None
        after = row.words(last, last + 1)[0] if last < len(row.told) else None
        yield Phrase(kind, row.words(first, last), parts, before, after)
