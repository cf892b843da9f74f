"""Who took part in an incident, in few words: each party once, in the fullest words that the reports have for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from recuento.ledger.units import is_generic
from recuento.lexicon.fold import fold
from recuento.lexicon.syntax import syntax
from recuento.model import Claim, Entry, Role

__all__ = ["PARTS", "Part", "Party", "part_of", "parties"]

Part = Literal[
    "perpetrator", "target", "authority", "claimant", "instrument", "beneficiary",
    "claimant of accusation", "target of accusation", "claimant of denial", "claimant of demand",
]  # fmt: skip
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who took part, by the first claim that names them; its status and certainty are theirs."""

    role: Role
    claim: Claim


# Things that were seized and forces that were sent have lines of their own among the figures; they are no victims.
_NO_VICTIMS = frozenset({"seized", "deployed"})
# Figures on people who are among those taken.
_AMONG_TAKEN = frozenset({"freed", "missing"})


def parties(claims: Sequence[Claim], entries: Sequence[Entry]) -> Iterator[tuple[Part, tuple[Party, ...]]]:
    """Yield each part that somebody took, in the order of `PARTS`, with those who took it, in order of the text."""
    found: dict[Part, dict[str, Party]] = {part: {} for part in PARTS}
    for claim, role in _told(claims, _leading(claims, entries)):
        named = found[part_of(role.role, claim.event)]
        named.setdefault(" ".join(_core(role.text)), Party(role=role, claim=claim))
    for part, phrases in found.items():
        kept = tuple(party for core, party in phrases.items() if core and not _within_another(core, phrases))
        if kept:
            yield part, kept


def part_of(role: str, event: str) -> Part:
    """Return what part somebody took: a role, or in an act of speech one of its own ("claimant of accusation")."""
    named = (role, f"{role} of {event}")
    return next(part for part in reversed(PARTS) if part in named)  # those of speech stand last


def _told(claims: Iterable[Claim], leading: frozenset[tuple[str, str]]) -> Iterator[tuple[Claim, Role]]:
    """Yield the parties worth naming: of those with a number only the ones that lead a figure held."""
    for claim in claims:
        for role in claim.roles:
            unarmed = role.role == "target" and claim.tally in _NO_VICTIMS
            if not unarmed and (not _is_numbered(role, claim) or (claim.id, role.text) in leading):
                yield claim, role


def _is_numbered(role: Role, claim: Claim) -> bool:
    """Tell whether a party's words hold the claim's own figure, as a number."""
    figure = claim.figure
    return figure is not None and figure.basis == "numeral" and role.span.covers(figure.span)


def _leading(claims: Sequence[Claim], entries: Sequence[Entry]) -> frozenset[tuple[str, str]]:
    """Return, for each figure held, the claim and words that name the people it counts most fully."""
    taken = any(entry.tally == "abducted" for entry in entries)
    found = set()
    for entry in entries:
        if taken and entry.tally in _AMONG_TAKEN:
            continue
        named = [
            (claim, role)
            for claim in claims
            if claim.id in entry.rests_on and claim.scope not in {"part", "increment"}
            for role in claim.roles
            if _is_numbered(role, claim)
        ]
        if named:
            claim, role = max(named, key=lambda each: (_says_side(each[0]), len(_core(each[1].text)), each[0].id))
            found.add((claim.id, role.text))
    return frozenset(found)


def _says_side(claim: Claim) -> bool:
    return claim.counted.side != "unknown"


def _core(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase without the articles it begins with."""
    said = fold(text).split()
    while said and said[0] in _DETERMINERS:
        said = said[1:]
    return tuple(said)


_DETERMINERS = frozenset(
    word for each in (syntax("en"), syntax("es")) for word in (*each.definite, *each.definite_plural, *each.indefinite)
)


def _within_another(core: str, phrases: Mapping[str, Party]) -> bool:
    """Tell whether other words say it more fully; "people" is said more fully by any other words."""
    anybody = " " not in core and is_generic(core)
    return any(anybody or f" {core} " in f" {other} " for other in phrases if other != core)
