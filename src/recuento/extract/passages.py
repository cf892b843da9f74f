"""Which words tell each account: those of its own sentences, and of those after them up to the next account's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import log

from msgspec import Struct

from recuento.extract.venues import venues_in
from recuento.lexicon.common import band
from recuento.lexicon.fold import fold
from recuento.model.annotation import Annotations, Sentence
from recuento.model.claim import Account
from recuento.model.lookup import begun_within, overlapping
from recuento.model.passage import Mark, Passage
from recuento.model.span import Span

__all__ = ["with_passages"]

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_RUN = re.compile(r"[^\W\d_a-z][\w'’-]+(?:[ ](?:(?:de|del|la|las|los|el|of|the)[ ])?[^\W\d_a-z][\w'’-]+)+")
_SHORTEST = 3
_MOST = 48  # marks; what comes after them weighs little
_MOST_PAIRS = 12
_HEADLINE = 2  # a headline tells in ten words what the report is about
_RARE = (30.0, 15.0, 7.0)  # by band of the word: a rare one weighs most
_NAME = 2.0
_TOLD = ("prose", "embed", "caption")


class _Said(Struct, frozen=True):
    """The telling words of a sentence, those of them that look like names, and its names of two words and more."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    pairs: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> _Said:
        said = _TOKEN.findall(text)
        telling = [word for word in map(_telling, said) if word is not None]
        words = tuple([word for word, _ in telling])
        if text.isupper():
            return cls(words, tuple([word for word in words if word[0].isdigit()]), ())
        names = [word for word, like_a_name in telling if like_a_name]
        if names and _telling(said[0]) == (names[0], True) and not names[0][0].isdigit():
            del names[0]  # any word has a capital where a sentence begins
        return cls(words, tuple(names), tuple(_runs(text)))


@lru_cache(maxsize=65536)
def _telling(said: str) -> tuple[str, bool] | None:
    """Return the word folded, with whether digits or a capital make it look like a name.

    None if it is too short or too common to tell anything.
    """
    word = fold(said).removesuffix("'s")
    if len(word) < _SHORTEST or band(word) == len(_RARE):
        return None
    return word, word[0].isdigit() or said[0].isupper()


@dataclass(slots=True)
class _Words:
    """How often each word and name was met."""

    words: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    pairs: dict[str, None] = field(default_factory=dict)

    def add(self, said: _Said, times: int = 1) -> None:
        self.pairs.update(dict.fromkeys(said.pairs))
        for _ in range(times):
            self.words.update(said.words)
            self.names.update(said.names)

    def marks(self) -> tuple[Mark, ...]:
        """Return the heaviest words."""
        named = self.names.get
        found = sorted(
            [(-_weight(count, band(word), 2 * named(word, 0) >= count), word) for word, count in self.words.items()]
        )
        return tuple([_mark(word, -less, 2 * named(word, 0) >= self.words[word]) for less, word in found[:_MOST]])


@lru_cache(maxsize=32768)
def _mark(word: str, weight: int, is_name: bool) -> Mark:
    return Mark(word=word, weight=weight, name=is_name)


@lru_cache(maxsize=4096)
def _weight(count: int, commonness: int, is_name: bool) -> int:
    return round((1 + log(count)) * _RARE[commonness] * (_NAME if is_name else 1.0))


def with_passages(accounts: Sequence[Account], text: Annotations, title: str | None) -> list[Account]:
    """Return the accounts of one report, each with the wording that tells it; the headline is the first one's."""
    if not accounts:
        return []
    # What tells the only account is all that the report says.
    whole, own = _Words(), {account.id: _Words() for account in accounts if len(accounts) > 1}
    if title:
        for told in (whole, *(own[name] for name in own if name == accounts[0].id)):
            told.add(_Said.of(title), times=_HEADLINE)
    for sentence, tellers in _tellers(accounts, text):
        said = _Said.of(sentence.span.of(text.text))
        for told in (whole, *(own[name] for name in sorted(own.keys() & tellers))):
            told.add(said)
    report, named = whole.marks(), _venues(text)
    return [
        replace(
            account,
            passage=Passage(
                language=text.language,
                own=own[account.id].marks() if own else report,
                report=report,
                pairs=tuple(sorted(list(own.get(account.id, whole).pairs)[:_MOST_PAIRS])),
                venues=_venues_of(account, text, named),
            ),
        )
        for account in accounts
    ]


def _venues_of(account: Account, text: Annotations, named: Mapping[int, Sequence[str]]) -> tuple[str, ...]:
    """Return the venues that the sentences of the account's claims name; for the news, else, the report's only one."""
    if not named:
        return ()
    own = {venue for place in _sentences_of(account, text) for venue in named.get(place, ())}
    everywhere = {venue for venues in named.values() for venue in venues}
    return tuple(sorted(own or (everywhere if len(everywhere) == 1 and not account.background else ())))


def _venues(text: Annotations) -> dict[int, list[str]]:
    """Return the venues that sentences name, by the sentence's place."""
    found: dict[int, list[str]] = {}
    for place, sentence in enumerate(text.sentences):
        if sentence.kind in _TOLD:
            start, end = sentence.span.start, sentence.span.end
            inside = (p.span for p in begun_within(text.places, start, end) if sentence.span.covers(p.span))
            towns = (Span(span.start - start, span.end - start) for span in inside)
            if venues := list(venues_in(sentence.span.of(text.text), text.language, towns)):
                found[place] = venues
    return found


def _tellers(accounts: Sequence[Account], text: Annotations) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """Yield each sentence with the accounts that it tells: those with a claim in it, else those told last."""
    told: dict[int, set[str]] = {}
    for account in accounts:
        for place in _sentences_of(account, text):
            told.setdefault(place, set()).add(account.id)
    last = frozenset({accounts[0].id})
    for place, sentence in enumerate(text.sentences):
        if sentence.kind in _TOLD:
            last = frozenset(told.get(place, ())) or last
            yield sentence, last


def _sentences_of(account: Account, text: Annotations) -> set[int]:
    """Return the places of the sentences that the account's claims quote."""
    spans = (c.quote.span for c in account.claims if c.quote.field == text.field)
    return {place for span in spans for place in overlapping(text.sentences, span)}


def _runs(text: str) -> Iterable[str]:
    """Return names of two words and more, unless every word of them is common."""
    runs = (fold(run) for run in _RUN.findall(text))
    return [run for run in runs if any(not band(word) for word in run.split())]
