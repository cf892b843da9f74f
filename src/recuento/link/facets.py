"""What of an account is compared, worked out once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from recuento.lexicon.fold import fold
from recuento.link.weights import Kinds
from recuento.model import Account, Claim, DayRange, Place

__all__ = ["Facets", "FigureSaid", "facets"]

_VIOLENT = frozenset({"captivity", "harm", "property"})
_PARTIES = frozenset({"perpetrator", "target", "beneficiary"})
_WORD = re.compile(r"[^\W\d_]{5,}")
_NAME = re.compile(r"[^\W\d_a-z]\w*[^\W\d_](?:[ ](?:de|del|la|las|los|el|al|of|the|y|and)?[ ]?[^\W\d_a-z]\w*)*")


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """One figure: tally, side and the least number it commits to."""

    tally: str
    side: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """An account seen by linking.

    Attributes:
        days: days it can mean; empty when it says none.
        place: None when it says none.
        kinds: what it is about (``link.toml``): violence before what police did about it, then the most frequent first.
        names: proper names of those who took part, folded.
        people: those of them that are of more than one word and did it or suffered it.
        words: longer words of its quotes, folded.
    """

    id: str
    document: str
    published_on: date
    days: tuple[DayRange, ...]
    place: Place | None
    kinds: tuple[str, ...]
    names: frozenset[str]
    people: frozenset[str]
    figures: tuple[FigureSaid, ...]
    words: frozenset[str]
    background: bool
    aggregate: bool


def facets(account: Account, kinds: Kinds) -> Facets:
    """Return what is compared of ``account``; claims it only recalls are left out."""
    claims = [c for c in account.claims if c.background == account.background]
    # What was only tried or planned says less of what the account is about than what happened.
    done = [c for c in claims if c.status in {"occurred", "ongoing"}]
    about = Counter(kind for c in (done or claims) if (kind := kinds.of(c.event)) is not None)
    return Facets(
        id=account.id,
        document=account.document,
        published_on=account.published_on,
        days=_days(account, claims),
        place=_place(account, claims),
        kinds=tuple(sorted(about, key=lambda kind: (kind not in _VIOLENT, -about[kind], kind))),
        names=frozenset(name for c in claims for role in c.roles for name in _names(role.text)),
        people=frozenset(
            name
            for c in claims
            for role in c.roles
            if role.role in _PARTIES
            for name in _names(role.text)
            if " " in name
        ),
        figures=_figures(claims),
        words=frozenset(word for c in claims for word in _WORD.findall(fold(c.quote.text))),
        background=account.background,
        aggregate=account.aggregate,
    )


def _days(account: Account, claims: list[Claim]) -> tuple[DayRange, ...]:
    own = set(account.when.ranges) if account.when else set()
    told = {r for c in claims if c.when is not None and not c.when.inherited for r in c.when.ranges}
    return tuple(sorted(own | told))


def _place(account: Account, claims: list[Claim]) -> Place | None:
    if account.where is not None:
        return account.where.place
    return next((c.where.place for c in claims if c.where is not None), None)


def _names(text: str) -> list[str]:
    return [fold(name) for name in _NAME.findall(text) if len(name) > 3]


def _figures(claims: list[Claim]) -> tuple[FigureSaid, ...]:
    fit = (c for c in claims if c.tally and c.figure and not c.retired and c.scope != "aggregate")
    said = {FigureSaid(c.tally or "", c.counted.side, c.figure.count.at_least) for c in fit if c.figure}
    return tuple(sorted(said, key=lambda f: (f.tally, f.side, f.number)))
