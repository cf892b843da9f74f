"""Numbers in a text: how many, how surely, and whether of people and things at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from msgspec import structs

from recuento.annotate.numeral_bounds import Figure, bounded, modified, ranged, superseded
from recuento.annotate.numeral_grammar import Core, any_of, aside_firsts, begun_by, cores, loose_firsts
from recuento.annotate.numeral_senses import sense_of, share_senses
from recuento.annotate.numeral_shares import with_shares
from recuento.annotate.numeral_zones import zones
from recuento.lexicon.flat import flat as flatten
from recuento.lexicon.numerals import numeral_words
from recuento.model import Count, Numeral, Span
from recuento.model.document import Language

__all__ = ["find_numerals"]


def find_numerals(text: str, *, language: Language) -> tuple[Numeral, ...]:
    """Return the numbers of ``text`` in text order, none overlapping; offsets into ``text``.

    ``count`` holds inclusive bounds:

    - "12", "a dozen", "una docena": exactly that; "una veintena", "medio centenar": 10 % either side;
    - "at least 12" (12, None); "more than 12" (13, None); "fewer than 12" (1, 11);
    - "up to 12", "hasta doce" (1, 12), as someone is implied;
    - "about 20", "unos 20": 10 % either side and at least one; "nearly 20", "casi 20": 10 % below, never above;
    - "10 to 15", "entre 10 y 15", "12 o 13": the two numbers;
    - "la mitad de los doce": the six; "todos menos uno de los nueve": the eight;
    - "dozens" (24, None), "decenas" (20, None), "cientos" (200, None), "several", "varios" (3, None).

    Only the sense "number" can count people or things. For other senses ``count`` is the number as written, or its
    first digits. Articles ("un hombre", "a man") are no numbers.

    Raises:
        LexiconError: the language has no numeral table.
    """
    flat = flatten(text)
    apart = [*zones(flat, language), *_uncounted(flat, language), *_in_names(text, language)]
    apart = _without_overlaps(sorted(apart, key=lambda numeral: numeral.span))
    taken = _Taken([numeral.span for numeral in apart])
    said = begun_by(_loose_pattern(language), loose_firsts(language), flat, language)
    loose = [match for match in said if taken.take(Span(*match.span()), _is_firm(match))]
    figures = _figures([core for core in cores(flat, language) if taken.take(core.span)], flat, language)
    figures += [_loose_figure(m, flat, language) for m in loose if _is_firm(m) or taken.take(Span(*m.span()))]
    numerals = [_numeral(figure, text, flat, language) for figure in figures]
    found = _without_old(sorted([*apart, *numerals], key=lambda numeral: numeral.core), flat, language)
    alone = share_senses(_without_overlaps(found), flat, language)
    return tuple(_whole_weights(with_shares(alone, flat, language), flat))


def _without_old(numerals: list[Numeral], flat: str, language: Language) -> list[Numeral]:
    """Return the numerals, those counting nothing from which a count moved on: 12 in "rose from 12 to 14"."""
    told = [numeral for numeral in numerals if numeral.sense == "number"]
    left = {superseded(one, two, flat, language) for one, two in pairwise(told)}
    return [replace(numeral, sense="other") if numeral in left else numeral for numeral in numerals]


# "15 kilos 447 gramos", "2 toneladas y 300 kilos": one weight, told in two units.
_TWO_UNITS = re.compile(r"\s+(?:kilos?|kilogramos?|toneladas?|kg|pounds?)(?:,?\s+(?:con|y|and)|,)?\s+")
_SMALLER_UNIT = re.compile(r"\s+(?:gramos?|kilos?|kilogramos?|gr|ounces?)\b")


def _whole_weights(numerals: list[Numeral], flat: str) -> Iterator[Numeral]:
    """Yield the numerals, a weight in two units as one: between what the larger unit says and one more of it."""
    skip = False
    for one, two in pairwise([*numerals, None]):
        if skip or one is None:
            skip = False
            continue
        skip = two is not None and one.sense == two.sense == "weight" and _is_one_weight(one, two, flat)
        if skip and two is not None and one.count.exact is not None:
            yield replace(
                one,
                span=Span(one.span.start, two.span.end),
                core=Span(one.core.start, two.core.end),
                count=Count(one.count.exact, one.count.exact + 1),
                vague=True,
            )
        else:
            yield one


def _is_one_weight(one: Numeral, two: Numeral, flat: str) -> bool:
    linked = _TWO_UNITS.fullmatch(flat, one.span.end, two.span.start) is not None
    return linked and _SMALLER_UNIT.match(flat, two.span.end) is not None


class _Taken:
    """Which characters already belong to a numeral."""

    def __init__(self, spans: list[Span]) -> None:
        self._used = {place for span in spans for place in range(span.start, span.end)}

    def take(self, span: Span, for_good: bool = True) -> bool:
        """Tell whether ``span`` is free, and unless it was asked only for now, use it."""
        if span.start in self._used or span.end - 1 in self._used:
            return False
        if for_good:
            self._used.update(range(span.start, span.end))
        return True


def _figures(found: list[Core], flat: str, language: Language) -> list[Figure]:
    figures: list[Figure] = []
    skip = False
    for one, two in pairwise([*found, None]):
        if skip or one is None:
            skip = False
            continue
        both = ranged(one, two, flat, language) if two is not None else None
        figures.append(modified(both or bounded(one), flat, language))
        skip = both is not None
    return _of_three(figures, flat)


def _of_three(figures: list[Figure], flat: str) -> list[Figure]:
    """Return the figures with "39, 40 o 41" as one range: a choice of numbers that follow one another."""
    kept: list[Figure] = []
    for figure in figures:
        before = kept[-1] if kept else None
        if (
            before is not None
            and figure.ranged
            and flat[before.span.end : figure.core.start].strip() == ","
            and before.count.exact == figure.count.at_least - 1
        ):
            low, high = before.count.at_least, figure.count.at_most
            span, core = Span(before.span.start, figure.span.end), Span(before.core.start, figure.core.end)
            kept[-1] = structs.replace(figure, span=span, core=core, count=Count(low, high))
        else:
            kept.append(figure)
    return kept


@cache
def _loose_pattern(language: Language) -> re.Pattern[str]:
    words = numeral_words(language)
    vague, several = any_of(list(words.vague)), any_of(words.several)
    times = any_of(list(words.vague_multiples))
    return re.compile(
        rf"\b(?:(?P<pair>{any_of(list(words.pairs))})|(?:(?P<some>{several})\s+)(?P<times>{times})(?:\s+(?:of|de)\s+(?P<twice>{times}))?"
        rf"|(?P<vague>{vague})(?:\s+(?:of|de|y)\s+(?P<more>{times}))?|(?P<several>{several}))(?!\w)"
    )


def _is_firm(match: re.Match[str]) -> bool:
    # "dozens" may be the end of "two dozens"; "several dozen" and "a pair of" are never part of a number.
    return bool(match["pair"] or match["times"])


def _loose_figure(match: re.Match[str], flat: str, language: Language) -> Figure:
    """Return "both", "dozens", "several hundred", "varios": numbers that are said without a number."""
    span, count = Span(*match.span()), _loose_count(match, language)
    figure = Figure(span, span, count, vague=count.exact is None)
    return modified(figure, flat, language) if match["vague"] else figure


def _loose_count(match: re.Match[str], language: Language) -> Count:
    words = numeral_words(language)
    said = {name: re.sub(r"\s+", " ", value) for name, value in match.groupdict().items() if value}
    if "pair" in said:
        return Count.exactly(words.pairs[said["pair"]])
    if "vague" in said:
        return Count(words.vague[said["vague"]] * words.vague_multiples.get(said.get("more", ""), 1))
    if "times" in said:
        return Count(2 * words.vague_multiples[said["times"]] * words.vague_multiples.get(said.get("twice", ""), 1))
    return Count(words.several_floor)


@cache
def _aside_pattern(language: Language) -> re.Pattern[str]:
    words = numeral_words(language)
    ordinals = any_of(list(words.ordinals))
    return re.compile(rf"(?:(?P<none>{'|'.join(words.no_count)})|(?P<ordinal>{ordinals}))(?!\w)")


def _uncounted(flat: str, language: Language) -> list[Numeral]:
    """Return "one of the" (other) and ordinal words: they hold a number and count nothing."""
    words = numeral_words(language)
    found = []
    for match in begun_by(_aside_pattern(language), aside_firsts(language), flat, language):
        span = Span(*match.span())
        if match["ordinal"]:
            count = Count.exactly(words.ordinals[match["ordinal"]])
            found.append(Numeral(span=span, core=span, count=count, sense="ordinal"))
        else:
            found.append(Numeral(span=span, core=span, count=Count.exactly(1), sense="other"))
    return found


# A Spanish name in an English text: a nickname ("El 300", "'Metro 90'") or a street ("20 de Noviembre").
# In a Spanish text only what follows a nickname's "El" is sure. What stands before it is asked for behind it: a pattern
# that begins with letters is searched for in no time.
_AFTER = (
    r"El(?<=[a-z] El)(?<![EeIi]n El)\s+[A-Z][a-z]+\s+(?P<after>\d{1,3})"
    r"(?=\s+(?:en|in|at|tras|after)\b|[,;.’”'\"]|$)"
)
_NICKNAMED = {
    "es": re.compile(_AFTER),
    "en": re.compile(
        r"\b(?:El|La)\s+(?P<el>\d{1,3})\b(?!\s+de\b)|[‘“'\"](?:[A-Z][\w.]*[ /-]){1,3}(?P<quoted>\d{1,3})(?=[’”'\"])"
        rf"|{_AFTER}|\b(?P<street>\d{{1,2}})\s+de\s+[A-Z][a-z]+\b"
    ),
}


def _in_names(text: str, language: Language) -> list[Numeral]:
    """Return the numbers of nicknames and, in English, of Spanish streets: they hold a number and count nothing."""
    found = []
    for match in _NICKNAMED[language].finditer(text):
        core = Span(*match.span(match.lastgroup or 0))
        count = Count.exactly(int(core.of(text)))
        whole = Span(*match.span()) if match.lastgroup == "street" else core
        found.append(Numeral(span=whole, core=core, count=count, sense="identifier"))
    return found


def _numeral(figure: Figure, text: str, flat: str, language: Language) -> Numeral:
    sense = sense_of(figure, text, flat, language)
    return Numeral(span=figure.span, core=figure.core, count=figure.count, sense=sense, vague=figure.vague)


def _without_overlaps(numerals: list[Numeral]) -> list[Numeral]:
    kept: list[Numeral] = []
    for numeral in numerals:
        end = kept[-1].span.end if kept else 0
        if numeral.span.start >= end:
            kept.append(numeral)
        elif numeral.core.start >= end:
            # A modifier that also closed the number before ("12 o más de 20") stays with the first.
            kept.append(replace(numeral, span=numeral.core))
    return kept
