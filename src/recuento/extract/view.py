"""One parsed sentence with everything that was found in it, and how to walk it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, KeysView, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, TypeVar

from recuento.lexicon.fold import fold
from recuento.lexicon.runs import Runs
from recuento.lexicon.syntax import Syntax, syntax
from recuento.lexicon.topics import topics_in
from recuento.model.annotation import Annotations, DateMention, Name, Numeral, PlaceMention, Sentence, Token
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["NOMINAL", "VERBAL", "View", "views"]

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
VERBAL = frozenset({"VERB", "AUX"})
# Dependents that open a clause of their own.
CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "csubj", "parataxis", "advcl:relcl"})

_TEXT = attrgetter("text")
_NO_LABELS: frozenset[str] = frozenset()
_NOTHING = object()  # None is something that can be found
_Found = TypeVar("_Found")
_Spanned = TypeVar("_Spanned", Numeral, DateMention, PlaceMention, Name)


@dataclass(frozen=True)
class View:
    """A sentence, its tokens as a tree, and the numerals, dates, places and names that overlap it.

    Token positions are indexes into ``tokens``. ``plain``: the text carries no accents (capitals, wire copy).
    ``published``: the day of
    the report. ``headline``: it is a title, which has no sentence before it. ``topics``: what the report is about.
    """

    text: str
    language: Language
    sentence: Sentence
    numerals: tuple[Numeral, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    names: tuple[Name, ...]
    plain: bool
    published: date
    headline: bool = False
    known_people: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    # What was looked for; no part of what the sentence is.
    _found: dict[Callable[[View], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _found_at: dict[tuple[Callable[[View, int], Any], int], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _standing: dict[Runs, tuple[tuple[str, ...], ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @cached_property
    def words(self) -> Syntax:
        """The function words of the sentence's language."""
        return syntax(self.language)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The tokens' words without accents and capitals."""
        return tuple(map(fold, map(_TEXT, self.tokens)))

    @cached_property
    def present(self) -> frozenset[str]:
        """Every word of the sentence, casefolded and folded."""
        return self._words.union(map(str.casefold, map(_TEXT, self.tokens)))

    def once(self, find: Callable[[View], _Found]) -> _Found:
        """Return what ``find`` finds in this sentence, looked for at the first call only."""
        known: _Found | object = self._found.get(find, _NOTHING)
        if known is _NOTHING:
            known = self._found[find] = find(self)
        return known  # type: ignore[return-value]  # what is kept under ``find`` is what it found

    def once_at(self, find: Callable[[View, int], _Found], index: int) -> _Found:
        """Return what ``find`` finds at the token, looked for at the first call only."""
        known: _Found | object = self._found_at.get((find, index), _NOTHING)
        if known is _NOTHING:
            known = self._found_at[find, index] = find(self, index)
        return known  # type: ignore[return-value]  # as above

    @cached_property
    def _places_of(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.folded):
            found.setdefault(word, []).append(index)
        return found

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self.folded)

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(pairwise(self.folded))

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token.index)
        return tuple(tuple(children) for children in found)

    def children(self, index: int, *deps: str) -> tuple[int, ...]:
        """Return dependents of the token, those with one of ``deps`` (a bare label covers its subtypes) if given."""
        below = self._children[index]
        if not deps or not below:
            return below
        labels = self._labels
        # Most of what is asked for is not there: one look at all labels tells.
        if self._labels_below[index].isdisjoint(deps):
            return ()
        return tuple([child for child in below if not labels[child].isdisjoint(deps)])

    @cached_property
    def _labels(self) -> list[frozenset[str]]:
        """Each token's label, and the same without its subtype where it has one."""
        return [_with_bare(token.dep) for token in self.tokens]

    @cached_property
    def _labels_below(self) -> list[frozenset[str]]:
        """The labels of each token's dependents."""
        labels = self._labels
        return [
            _NO_LABELS.union(*[labels[child] for child in below]) if below else _NO_LABELS for below in self._children
        ]

    def subtree(self, index: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """Return the token and all below it in text order, leaving out branches whose label is in ``without``."""
        found, stack, seen = [index], [index], {index}
        while stack:
            for child in self._children[stack.pop()]:
                if child not in seen and self.tokens[child].dep not in without:
                    seen.add(child)
                    found.append(child)
                    stack.append(child)
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads above the token, nearest first."""
        seen = {index}
        while self.tokens[index].head not in seen:
            index = self.tokens[index].head
            seen.add(index)
            yield index

    def case_of(self, index: int) -> str:
        """Return the folded preposition or preposition phrase before a noun ("of", "a manos de"), "" if none.

        Those of a number are not the noun's: "el asesinato de por lo menos cuatro" is of four.
        """
        return self.once_at(View._read_case, index)

    def _read_case(self, index: int) -> str:
        marks = [i for i in self.children(index, "case", "mark") if i < index and not self._in_numeral(i)]
        if not marks and self.tokens[index].pos == "PROPN":
            # "the arrest of Ana Ruiz Mora": the parser may hang "of" on the first of the names.
            names = self.children(index, "compound")
            marks = [i for name in names for i in self.children(name, "case") if i < index]
            marks = [i for i in marks if self.tokens[i].pos == "ADP"]
        words = [w for i in marks for w in (self.folded[i], *(self.folded[j] for j in self._fixed(i)))]
        return " ".join(words)

    def _fixed(self, index: int) -> list[int]:
        """ "a al menos doce": what goes on with the preposition is the number's."""
        return [i for i in self.children(index, "fixed") if not self._in_numeral(i)]

    def _in_numeral(self, index: int) -> bool:
        span = self.tokens[index].span
        return any(n.span.covers(span) and n.span != n.core for n in self.numerals)

    def span(self, first: int, last: int | None = None) -> Span:
        """Return the characters from token ``first`` to token ``last``, both included."""
        return self.tokens[first].span.to(self.tokens[first if last is None else last].span)

    def at(self, offset: int) -> int | None:
        """Return the token that covers the character, or None."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.tokens[index].span.end else None

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple([token.span.start for token in self.tokens])

    def inside(self, span: Span) -> list[int]:
        """Return the tokens that overlap ``span``."""
        starts, start = self._starts, span.start
        first = bisect_right(starts, start)
        if first and self.tokens[first - 1].span.end > start:
            first -= 1
        return list(range(first, bisect_left(starts, span.end, first)))

    def numeral_at(self, index: int) -> Numeral | None:
        """Return the numeral whose number covers the token, or None."""
        return self._numeral_at.get(index) if self.numerals else None

    @property
    def counted(self) -> KeysView[int]:
        """The tokens that a numeral's number covers."""
        return self._numeral_at.keys()

    @cached_property
    def _numeral_at(self) -> dict[int, Numeral]:
        at = {index: numeral for numeral in reversed(self.numerals) for index in self.inside(numeral.core)}
        return {index: numeral for index, numeral in at.items() if not self._joins_several(index)}

    def _joins_several(self, index: int) -> bool:
        """Tell whether a word for two only joins kinds of things or people: "both FALs and AR-15s" are not two."""
        if self.tokens[index].dep != "cc:preconj" or index + 2 >= len(self.tokens):
            return False
        first = self.tokens[index + 1]
        joined = any(t.head == first.index and t.dep == "conj" for t in self.tokens[first.index + 1 :])
        return first.pos in NOMINAL and first.has("Number=Plur") and joined

    def find(self, run: tuple[str, ...], start: int, end: int) -> int | None:
        """Return where the run of folded words begins in tokens[start:end], or None."""
        indexes = self._places_of.get(run[0])
        if indexes is None:
            return None
        last = min(end, len(self.folded)) - len(run)
        for index in indexes:
            if start <= index <= last and (len(run) == 1 or self.folded[index : index + len(run)] == run):
                return index
        return None

    def standing(self, runs: Runs) -> tuple[tuple[str, ...], ...]:
        """Return those of the runs that stand in the sentence, in their order."""
        found = self._standing.get(runs)
        if found is None:
            begun, end = runs.begun_by(self._words, self._pairs), len(self.folded)
            found = tuple(run for run in begun if len(run) < 3 or self.find(run, 0, end) is not None)
            self._standing[runs] = found
        return found

    def has_any(self, runs: Runs, start: int, end: int) -> bool:
        """Tell whether any of the runs stands in tokens[start:end]."""
        if runs.signs.isdisjoint(self._words):
            return False  # as most are not: not worth remembering
        standing = self.standing(runs)
        return bool(standing) and any(self.find(run, start, end) is not None for run in standing)


@lru_cache(maxsize=1024)
def _with_bare(dep: str) -> frozenset[str]:
    return frozenset({dep, dep.partition(":")[0]})


def views(annotations: Annotations) -> Iterator[View]:
    """Yield a view of every parsed sentence, in text order."""
    text = annotations.text
    plain = text.isascii()
    known = _people_in(annotations)
    about = topics_in(text, annotations.language)
    parsed = [sentence for sentence in annotations.sentences if sentence.tokens]
    numerals, dates = _by_sentence(parsed, annotations.numerals), _by_sentence(parsed, annotations.dates)
    places, names = _by_sentence(parsed, annotations.places), _by_sentence(parsed, annotations.names)
    for number, sentence in enumerate(parsed):
        yield View(
            text=text,
            language=annotations.language,
            sentence=sentence,
            numerals=tuple(numerals[number]),
            dates=tuple(dates[number]),
            places=tuple(places[number]),
            names=tuple(names[number]),
            plain=plain or sentence.span.of(text).isupper(),
            published=annotations.document.published_on,
            headline=annotations.field == "title",
            known_people=known,
            topics=about,
        )


def _by_sentence(sentences: Sequence[Sentence], found: Iterable[_Spanned]) -> list[list[_Spanned]]:
    """Return, for each sentence, those of the findings that overlap it, in their order."""
    starts = [sentence.span.start for sentence in sentences]
    sorted_out: list[list[_Spanned]] = [[] for _ in sentences]
    for one in found:
        at = bisect_left(starts, one.span.end) - 1
        while at >= 0 and sentences[at].span.end > one.span.start:
            sorted_out[at].append(one)
            at -= 1
    return sorted_out


def _people_in(annotations: Annotations) -> frozenset[str]:
    words = (name.span.of(annotations.text).split() for name in annotations.names if name.kind == "person")
    return frozenset(fold(word) for full in words if len(full) > 1 for word in full if len(word) > 3)
