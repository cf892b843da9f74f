"""Who is named as an actor: groups and forces that the registry knows, and persons by their full names. Pure.

Persons to whom violence was done are not listed: their names are nobody's to look up. Nor is one whom a report tells to
be under age.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from recuento.lexicon.actors import registry
from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import speech
from recuento.lexicon.people import people
from recuento.lexicon.persons import no_names
from recuento.model import Claim

__all__ = ["CASE", "Actor", "ActorKind", "actor_key", "actors_named", "person_key", "persons_in"]

ActorKind = Literal["group", "person"]

CASE = (
    "arrest", "charge", "extradition", "plea", "trial", "conviction", "acquittal", "sentence", "prison_release",
    "sanction", "reward_offer", "escape",
)  # fmt: skip
"""Events of a case, in the usual order."""

_PART_OF_NAME = re.compile(r"[A-ZÁÉÍÓÚÜÑ][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?")
_LINKS = frozenset({"de", "del", "la", "las", "los", "y", "da", "do", "dos", "van", "von", "al", "bin"})
_ARTICLES = frozenset({"el", "la", "los", "las", "the"})  # what they begin is a nickname or a body
_BETWEEN = re.compile(r"\s*[,;()“”\"«»]\s*|\s+(?:and|y|e|alias|aka|AKA|a\.k\.a\.)\s+")
_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor in one incident. ``key``: the registry's id, or "p-" and the words of a person's name.

    ``parts`` are the roles taken, as claims name them; ``claims`` how many claims name the actor.
    """

    key: str
    kind: ActorKind
    name: str
    parts: tuple[str, ...]
    claims: int


def actors_named(claims: Iterable[Claim]) -> tuple[Actor, ...]:
    """Return the actors whom these claims name, by key; a group by its registered name, a person by the longest."""
    names: dict[str, str] = {}
    parts: dict[str, set[str]] = {}
    told: dict[str, set[str]] = {}
    for claim in claims:
        for key, name, part in _named_in(claim):
            names[key] = max(names.get(key, ""), name, key=lambda words: (len(words), words))
            parts.setdefault(key, set()).add(part)
            told.setdefault(key, set()).add(claim.id)
    return tuple(
        Actor(
            key=key,
            kind="person" if key.startswith("p-") else "group",
            name=names[key],
            parts=tuple(sorted(parts[key])),
            claims=len(told[key]),
        )
        for key in sorted(names)
    )


def _named_in(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Yield key, name and role of each actor that one claim names."""
    for role in claim.roles:
        if role.role == "instrument":
            continue
        if role.actor is not None:
            known = registry().actors.get(role.actor)
            yield role.actor, (known.name if known else None) or role.text, role.role
        elif _is_open(claim, role.role):
            yield from ((person_key(name), name, role.role) for name in persons_in(role.text))


def _is_open(claim: Claim, role: str) -> bool:
    """Tell whether a person in this role may be listed: not one to whom violence was done, nor a minor."""
    if claim.counted.age_group == "minor":
        return False
    if role in {"target", "beneficiary"}:
        return claim.event in CASE or event_of(claim.event).family == "justice" or claim.counted.side == "armed_group"
    return True


def persons_in(words: str) -> Iterator[str]:
    """Yield the full names of persons in a phrase, without their offices: at least two words, none of a body's name.

    >>> list(persons_in("former governor Elmer Quiroz and the state police"))
    ['Elmer Quiroz']
    """
    for phrase in _BETWEEN.split(words):
        said = phrase.split()
        while said and (not _PART_OF_NAME.fullmatch(said[0]) or fold(said[0]) in _nouns()):
            said = said[1:]
        while said and fold(said[-1]) in _LINKS:
            said = said[:-1]
        capitals = [word for word in said if fold(word) not in _LINKS]
        if (
            2 <= len(capitals) <= _MOST
            and fold(said[0]) not in _ARTICLES
            and all(_PART_OF_NAME.fullmatch(word) for word in capitals)
            and not any(
                fold(word) in _nouns() or (len(word) > 1 and word.isupper() and not words.isupper())
                for word in capitals
            )
        ):
            yield " ".join(said)


def person_key(name: str) -> str:
    """Return the key of a person: "p-" and the folded words of the name."""
    return "p-" + "-".join(re.findall(r"[a-z0-9]+", fold(name)))


def actor_key(words: str) -> str | None:
    """Return the key of the actor that the words of a relation name; None where they name nobody in particular."""
    return next((person_key(name) for name in persons_in(words)), None)


@cache
def _nouns() -> frozenset[str]:
    """Return words that are offices, bodies and walks of life, and so no part of a name."""
    found = set(no_names())
    for language in ("en", "es"):
        found.update(fold(word) for word in people(language))
        said = speech(language)
        found.update(fold(word) for each in said.speaker for word in each.words)
        found.update(fold(word) for word in (*said.outlets, *said.institutions, *said.holders, *said.wires))
    return frozenset(found - _LINKS)
