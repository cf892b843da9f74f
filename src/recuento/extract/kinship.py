"""Who "the cartel's leader" is: ties that name a person by a role are resolved by the ties that name him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recuento.lexicon.fold import fold
from recuento.model.claim import Relation

__all__ = ["resolve_relations"]

_ROLE = re.compile(
    r"^(?:the|el|la|al|del)\s+(?P<group>cartel|gang|group|organi[sz]ation|mafia|clan|crew|cartel|cártel|grupo|banda|organización)?(?:’s|'s)?\s*"
    r"(?P<role>leader|boss|kingpin|chief|head|founder|capo|líder|jefe|cabecilla|fundador)(?:\s+del?\s+(?:la\s+)?(?P<de>cártel|grupo|banda|organización))?$",
    re.IGNORECASE,
)
# "X is the son of Y" and "Y is the father of X" are one tie told from both ends.
_PARENT = frozenset({"father", "mother", "padre", "madre"})
_CHILD = frozenset({"son", "daughter", "hijo", "hija", "sons", "daughters", "hijos", "hijas"})


def resolve_relations(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Return the ties of one report, each once, with a role such as "the cartel's leader" replaced by whom it names.

    A role is resolved only where the report says it twice: "X, son of the cartel's leader" and "X's father, Y". The
    leader then leads the last group that the report named before the role.
    """
    named = _role_bearer(relations)
    if named is None:
        return _once(relations)
    role, person = named
    resolved = [_with(r, role, person) for r in relations]
    return _once([*resolved, *_leads(relations, role, person)])


def _role_bearer(relations: Sequence[Relation]) -> tuple[Relation, str] | None:
    for tie in relations:
        if tie.tie == "kin" and _ROLE.match(tie.object) and tie.detail in _CHILD:
            for other in relations:
                if other.tie == "kin" and other.detail in _PARENT and _same_person(other.object, tie.subject):
                    return tie, other.subject
    return None


def _same_person(short: str, full: str) -> bool:
    """Tell whether ``short`` is the full name or its surname."""
    return fold(short) == fold(full) or fold(short) in fold(full).split()


def _with(relation: Relation, role: Relation, person: str) -> Relation:
    if relation.tie == "kin" and _ROLE.match(relation.object):
        return replace(relation, object=person)
    if relation.tie == "kin" and relation.detail in _PARENT and relation.subject == person:
        # told from the other end: keep one, with the full name of the child
        return replace(relation, subject=role.subject, detail=role.detail, object=person)
    return relation


def _leads(relations: Sequence[Relation], role: Relation, person: str) -> Iterator[Relation]:
    groups = [
        r for r in relations if r.tie in {"member_of", "faction_of"} and r.quote.span.start <= role.quote.span.start
    ]
    if groups:
        yield replace(role, subject=person, tie="leads", object=groups[-1].object, detail="leader")


def _once(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    seen: dict[tuple[str, str, str], Relation] = {}
    for relation in relations:
        seen.setdefault((fold(relation.subject), relation.tie, _plain(relation.object)), relation)
    return tuple(seen.values())


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ").removeprefix("el ").removeprefix("la ")
