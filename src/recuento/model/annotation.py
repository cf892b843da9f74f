"""What `annotate` finds in a text before anything is claimed.

Offsets of every span count from the start of the annotated field (text or title), not of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Literal

from recuento.model.count import Count
from recuento.model.days import DayRange
from recuento.model.document import Document, Field, Language
from recuento.model.place import Place
from recuento.model.span import Span

__all__ = [
    "Annotations",
    "DateMention",
    "Name",
    "NameKind",
    "Numeral",
    "NumeralSense",
    "PlaceMention",
    "Sentence",
    "SentenceKind",
    "Token",
]

SentenceKind = Literal["prose", "heading", "related", "embed", "caption"]
NameKind = Literal["person", "organisation", "location"]
NumeralSense = Literal[
    "number", "ordinal", "year", "date", "clock", "age", "duration", "money", "percent", "distance", "weight", "speed",
    "model", "address", "phone", "score", "identifier", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, init=False)
class Token:
    """One word with its syntax: Universal Dependencies tags, lower-case lemma, ``head`` an index into the sentence.

    ``feats`` is the UD feature string ("Number=Plur|VerbForm=Part"); the root has ``head == index``.
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    feats: str
    dep: str
    head: int

    def __init__(
        self, *, index: int, span: Span, text: str, lemma: str, pos: str, feats: str, dep: str, head: int
    ) -> None:
        _set_index(self, index)
        _set_span(self, span)
        _set_text(self, text)
        _set_lemma(self, lemma)
        _set_pos(self, pos)
        _set_feats(self, feats)
        _set_dep(self, dep)
        _set_head(self, head)

    @classmethod
    def row(
        cls,
        spans: Sequence[Span],
        texts: Sequence[str],
        lemmas: Sequence[str],
        tags: Sequence[str],
        feats: Sequence[str],
        deps: Sequence[str],
        heads: Sequence[int],
    ) -> tuple[Token, ...]:
        """Return the tokens of a sentence from their columns: made together, they take half the time."""
        made = []
        columns = zip(spans, texts, lemmas, tags, feats, deps, heads, strict=True)
        for index, (span, text, lemma, tag, feat, dep, head) in enumerate(columns):
            token = object.__new__(cls)
            _set_index(token, index)
            _set_span(token, span)
            _set_text(token, text)
            _set_lemma(token, lemma)
            _set_pos(token, tag)
            _set_feats(token, feat)
            _set_dep(token, dep)
            _set_head(token, head)
            made.append(token)
        return tuple(made)

    def has(self, feature: str) -> bool:
        """Tell whether the UD feature ("VerbForm=Part") is set."""
        return feature in _features(self.feats)


@lru_cache(maxsize=4096)
def _features(feats: str) -> frozenset[str]:
    return frozenset(feats.split("|"))


# Set through its slots a frozen token is made in a third of the time, and a report has hundreds.
_set_index, _set_span, _set_text, _set_lemma, _set_pos, _set_feats, _set_dep, _set_head = (
    Token.__dict__[field.name].__set__ for field in fields(Token)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence or heading. ``tokens`` is empty where the sentence was not parsed."""

    span: Span
    kind: SentenceKind
    paragraph: int
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number in digits or words, with its modifier.

    Attributes:
        span: the whole expression ("at least 12", "más de una veintena", "mil 500").
        core: the number itself ("12", "veintena", "mil 500").
        count: what it commits to; "about 20" has a stated spread, "dozens" is (24, None).
        sense: "number" can count people or things; every other sense never does.
        vague: the words give no exact number ("dozens", "varios", "about 20").
        whole: of a share told with its whole ("la mitad de los doce") the number of all.
    """

    span: Span
    core: Span
    count: Count
    sense: NumeralSense
    vague: bool = False
    whole: Numeral | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date expression and the days it can mean.

    Attributes:
        ranges: one or more candidates, earliest first; empty when the words give no day ("recently").
        value: TIMEX3 value ("2024-03-24", "2024-W12", "PAST_REF"), None where TIMEX3 has none.
        relative_to: what it was counted from: "nothing" (absolute), "publication", "dateline", "mention" (a date
            said before: "the day before", "dos días después").
        is_counted_back: it is the day of what the news came after ("three days after the attack").
    """

    span: Span
    ranges: tuple[DayRange, ...]
    value: str | None = None
    relative_to: Literal["nothing", "publication", "dateline", "mention"] = "nothing"
    is_counted_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place name in the text.

    Attributes:
        place: what it resolves to in this report's context; a bare name where the gazetteer has none.
        locative: the words put something there ("in Culiacán", "en la colonia X", a dateline), rather than name a
            speaker, an institution or an origin ("Washington said", "the Sinaloa Cartel", "de Sonora").
        dateline: stands at the head of the report ("CULIACÁN, Sin.–").
        filed_from: of a capital in the dateline, its country: what is filed there happened somewhere in the country.
    """

    span: Span
    place: Place
    locative: bool = False
    dateline: bool = False
    filed_from: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name as the statistical model marks it."""

    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that is known of one field of one document before extraction, in text order."""

    document: Document
    field: Field
    language: Language
    sentences: tuple[Sentence, ...]
    numerals: tuple[Numeral, ...] = ()
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    names: tuple[Name, ...] = ()

    @property
    def text(self) -> str:
        return self.document.words(self.field)
