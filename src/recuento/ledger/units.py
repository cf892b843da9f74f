"""What the unit of a figure says about whom it counts; its words stand in ``tally.toml``."""

from __future__ import annotations

from functools import cache

from recuento.lexicon.fold import fold
from recuento.lexicon.toml import Table, read_toml
from recuento.model import Claim, Span

__all__ = [
    "THINGS",
    "counts_victims",
    "describes",
    "in_one_list",
    "is_generic",
    "is_of_any_age",
    "is_oneself",
    "says_hit",
    "says_others",
    "steps_on",
    "unit_key",
]

THINGS = frozenset({"seized", "deployed"})
"""Tallies that count things and troops, kind by kind."""


class _Words(Table, frozen=True, kw_only=True):
    generic: tuple[str, ...]
    describing: tuple[str, ...]
    households: tuple[str, ...]
    more: tuple[str, ...]
    alike: dict[str, str]
    oneself: tuple[str, ...]
    others: tuple[str, ...]
    victims: tuple[str, ...]
    joints: tuple[str, ...]
    articles: tuple[str, ...]
    steps: tuple[str, ...]
    ageless: tuple[str, ...]
    hit: tuple[str, ...]
    lived: tuple[str, ...]


@cache
def _words() -> _Words:
    return read_toml("shared", "tally.toml", _Words)


def is_generic(unit: str | None) -> bool:
    """Tell whether the unit names anybody ("people", "víctima"); no unit does as well."""
    return unit is None or any(word in _words().generic for word in _singular(unit))


def describes(unit: str | None) -> bool:
    """Tell whether the unit says no more of one person than age, sex or kin, if that ("teenager", "hijo")."""
    return is_generic(unit) or any(word in _words().describing for word in _singular(unit or ""))


def is_of_any_age(unit: str | None) -> bool:
    """Tell whether the unit tells a man from a woman but no grown one from a child ("brother", "hija")."""
    return any(word in _words().ageless for word in _singular(unit or ""))


def is_oneself(unit: str | None) -> bool:
    """Tell whether whoever is counted did it ("shot himself")."""
    return unit is not None and any(word in _words().oneself for word in fold(unit).split())


def unit_key(tally: str, unit: str | None) -> str:
    """Return the kind of thing a figure counts: "people", "families", or the unit itself for things and troops."""
    if unit is None:
        return "unknown" if tally in THINGS else "people"
    if tally in THINGS:
        said = " ".join(w for w in unit.casefold().split() if fold(w) not in _words().more) or unit.casefold()
        return _words().alike.get(said, said)
    return "families" if any(word in _words().households for word in _singular(unit)) else "people"


def in_one_list(text: str, first: Span, second: Span) -> bool:
    """Tell whether "and" alone joins two people: "a man and a minor"; "a teacher and activist" is one.

    The second has an article or a preposition of its own, or neither has ("Woman and boy found dead").
    """
    between = fold(text[first.end : second.start]).split()
    if not between or between[0] not in _words().joints or not set(between[1:]) <= set(_words().articles):
        return False
    own = between[1:] + fold(second.of(text)).split()[:1]
    before = fold(text[: first.start]).split()[-1:] + fold(first.of(text)).split()[:1]
    articles = set(_words().articles)
    return not articles.isdisjoint(own) or articles.isdisjoint(before)


def says_hit(claim: Claim) -> bool:
    """Tell whether a figure of wounded is of people attacked with a weapon of whom its words do not say that they live.

    "Five were shot", "four were hit by bullets"; not "wounded", nor "grazed".
    """
    if claim.tally != "wounded":
        return False
    if claim.event == "attack" or claim.trigger is None:
        return claim.event == "attack"
    told = {word.strip(",.;:") for word in fold(claim.quote.text).split()}
    return not set(fold(claim.trigger.text).split()).isdisjoint(_words().hit) and told.isdisjoint(_words().lived)


def says_others(claim: Claim) -> bool:
    """Tell whether a figure is of others ("three others", "otros tres") rather than of more."""
    if claim.figure is None:
        return False
    at = claim.figure.span.start - claim.quote.span.start
    before, after = claim.quote.text[:at].split()[-1:], claim.quote.text[at + len(claim.figure.span) :].split()[:2]
    return any(fold(word).strip(",.;") in _words().others for word in (*before, *after))


def counts_victims(tally: str) -> bool:
    """Tell whether a tally counts victims only, so that their side need not be said."""
    return tally in _words().victims


def steps_on(tally: str | None) -> bool:
    """Tell whether a tally counts what is done again and again within one incident, as arrests are."""
    return tally in _words().steps


def _singular(unit: str) -> tuple[str, ...]:
    words = fold(unit).split()
    return (*words, *(word.removesuffix("s") for word in words))
