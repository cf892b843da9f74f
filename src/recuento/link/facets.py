"""What of an account is compared, worked out once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from itertools import islice
from sys import intern

from recuento.lexicon.common import band
from recuento.lexicon.fold import fold
from recuento.link.weights import Kinds
from recuento.model import Account, Claim, DayRange, Mark, Passage, Place
from recuento.model.document import Language

__all__ = ["VIOLENT", "Facets", "FigureSaid", "Wording", "facets", "names_in", "wording"]

_FOREMOST = 8
_RAREST = 5
_SAYS_ENOUGH = 12  # words of a report: with fewer, two of one kind may read alike
_COMPARED = 32  # of the heaviest words: of those after them a number more or less moves some out
_USUAL = 2  # band from which a word finds no report again

VIOLENT = frozenset({"captivity", "harm", "property"})
"""Kinds of what somebody suffers; of what an account is about they come first."""

_PARTIES = frozenset({"perpetrator", "target", "beneficiary"})
_NAME = re.compile(r"[^\W\d_a-z]\w*[^\W\d_](?:[ ](?:de|del|la|las|los|el|al|of|the|y|and)?[ ]?[^\W\d_a-z]\w*)*")


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """One figure: tally, side and the least number it commits to."""

    tally: str
    side: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words with their weights, and the sum of the squares of these.

    ``names_only`` is what is left for a comparison with a report in another language; None: all of them are names.
    """

    weights: Mapping[str, int]
    mass: int
    names_only: Wording | None = None


def wording(marks: Iterable[Mark]) -> Wording:
    """Return marks as they are compared."""
    marks = tuple(marks)
    names = [mark for mark in marks if mark.name]
    return Wording(
        weights={intern(mark.word): mark.weight for mark in marks},  # thousands of accounts have the same words
        mass=sum(mark.weight**2 for mark in marks),
        names_only=wording(names) if len(names) < len(marks) else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """An account seen by linking.

    Attributes:
        days: days it can mean; empty when it says none.
        place: None when it says none.
        kinds: what it is about (``link.toml``): violence before what police did about it, then the most frequent first.
        people: proper names of more than one word of those who did it or suffered it, folded.
        pairs: names of more than one word anywhere in the passage that tells it.
        venues: names of venues in that passage ("el bar Palomar"), but not the name of the town itself.
        dated: its own sentences give the day; else the day is that of the report's news, lent to it.
        passage, report: the uncommon words of the sentences that tell it, and of its whole report.
        foremost: the words that the passage comes back to most, but not those of the town's name, which all tell there.
        rarest: the heaviest rare words of the report, names of places left out for the same reason.
        language: None where no passage was kept.
        digest: the same for two accounts of which nothing that is compared differs but numbers in the wording, such as
            that of an edition; None where that would say too little.
    """

    id: str
    document: str
    published_on: date
    days: tuple[DayRange, ...]
    place: Place | None
    kinds: tuple[str, ...]
    people: frozenset[str]
    pairs: frozenset[str]
    venues: frozenset[str]
    dated: bool
    figures: tuple[FigureSaid, ...]
    passage: Wording
    report: Wording
    foremost: tuple[str, ...]
    rarest: tuple[str, ...]
    language: Language | None
    background: bool
    aggregate: bool
    digest: str | None = None


def facets(account: Account, kinds: Kinds) -> Facets:
    """Return what is compared of ``account``; claims it only recalls are left out."""
    claims = [c for c in account.claims if c.background == account.background]
    # What was only tried or planned says less of what the account is about than what happened.
    done = [c for c in claims if c.status in {"occurred", "ongoing"}]
    about = Counter(kind for c in (done or claims) if (kind := kinds.of(c.event)) is not None)
    passage = account.passage or Passage(language="en")
    towns = _towns(account, claims)
    own = wording(passage.own)
    seen = Facets(
        id=account.id,
        document=account.document,
        published_on=account.published_on,
        days=_days(account, claims),
        place=_place(account, claims),
        kinds=tuple(sorted(about, key=lambda kind: (kind not in VIOLENT, -about[kind], kind))),
        people=frozenset(
            name
            for c in claims
            for role in c.roles
            if role.role in _PARTIES
            for name in names_in(role.text)
            if " " in name
        ),
        pairs=frozenset(passage.pairs),
        venues=frozenset(venue for venue in passage.venues if not towns >= set(venue.split())),
        dated=any(c.when is not None and not c.when.inherited for c in claims),
        figures=_figures(claims),
        passage=own,
        report=own if passage.report == passage.own else wording(passage.report),
        foremost=tuple(intern(word) for word in _foremost(passage.own) if word not in towns),
        rarest=tuple(map(intern, _rarest(passage.report, towns | _regions(account, claims)))),
        language=account.passage.language if account.passage else None,
        background=account.background,
        aggregate=account.aggregate,
    )
    return replace(seen, digest=_digest(seen))


def _digest(seen: Facets) -> str | None:
    """Return a digest of what is compared, if the wording says enough and has rare words, by which copies are found."""
    words = _words_of(seen.report)
    if seen.aggregate or len(words) < _SAYS_ENOUGH or len(seen.rarest) < 2:
        return None
    compared = (
        seen.published_on.toordinal(),
        [(r.first.toordinal(), r.after.toordinal()) for r in seen.days],
        seen.place,
        seen.kinds,
        *(sorted(names) for names in (seen.people, seen.pairs, seen.venues)),
        [(f.tally, f.side, f.number) for f in seen.figures],
        *(told[:_COMPARED] for told in (words, _words_of(seen.passage))),
        (seen.foremost, seen.rarest, seen.language, seen.dated, seen.background),
    )
    return blake2b(repr(compared).encode(), digest_size=16).hexdigest()


def _words_of(said: Wording) -> list[tuple[str, int]]:
    return [(word, weight) for word, weight in said.weights.items() if word.isalpha()]


def _foremost(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(mark.word for mark in marks if mark.word.isalpha() and band(mark.word) < _USUAL)[:_FOREMOST]


def _rarest(marks: Iterable[Mark], places: set[str]) -> Iterator[str]:
    rare = (mark.word for mark in marks if mark.word.isalpha() and not band(mark.word) and mark.word not in places)
    return islice(rare, _RAREST)


def _days(account: Account, claims: list[Claim]) -> tuple[DayRange, ...]:
    own = set(account.when.ranges) if account.when else set()
    told = {r for c in claims if c.when is not None and not c.when.inherited for r in c.when.ranges}
    return tuple(sorted(own | told))


def _place(account: Account, claims: list[Claim]) -> Place | None:
    if account.where is not None:
        return account.where.place
    return next((c.where.place for c in claims if c.where is not None), None)


def _towns(account: Account, claims: list[Claim]) -> set[str]:
    """Return the words for where it happened: of "Rancho Arenal", a town, the venue "arenal" would tell no more."""
    wheres = [account.where, *(c.where for c in claims)]
    return {word for where in wheres if where is not None for word in fold(f"{where.place.name} {where.text}").split()}


def _regions(account: Account, claims: list[Claim]) -> set[str]:
    """Return the words for the state and the country around."""
    places = [where.place for where in (account.where, *(c.where for c in claims)) if where is not None]
    return {word for place in places for word in fold(f"{place.admin1 or ''} {place.country or ''}").split()}


def names_in(text: str) -> list[str]:
    """Return the proper names in a text, folded."""
    return [fold(name) for name in _NAME.findall(text) if len(name) > 3]


def _figures(claims: list[Claim]) -> tuple[FigureSaid, ...]:
    fit = (c for c in claims if c.tally and c.figure and not c.retired and c.scope != "aggregate")
    said = {FigureSaid(c.tally or "", c.counted.side, c.figure.count.at_least) for c in fit if c.figure}
    return tuple(sorted(said, key=lambda f: (f.tally, f.side, f.number)))
