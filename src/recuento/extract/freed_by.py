"""Who freed people whom one sentence tells home and the next brings out: "Nine are back. Police found them."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["with_rescuers"]

_THEM = frozenset({"them", "him", "her"})


def with_rescuers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a report, a figure of those home made a rescue where the words after it say who freed them.

    What says so is told in the same paragraph, counts nobody itself, and is left out then.
    """
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        if before is not None and _tells_of(before, draft):
            hands = tuple(role for role in draft.roles if role.role == "authority")
            kept[-1] = replace(before, event="rescue", roles=(*hands, *before.roles), match=before.match)
        else:
            kept.append(draft)
    return kept


def _tells_of(home: Draft, freed: Draft) -> bool:
    acted = any(role.role in {"perpetrator", "authority"} for role in home.roles)
    # The rules for "found them" and "brought them out" count nobody: a pronoun is their object.
    them = freed.match.rule.tally == "" or any(role.text.casefold() in _THEM for role in freed.roles)
    return (
        home.event == "release"
        and home.figure is not None
        and not acted
        and freed.event == "rescue"
        and freed.figure is None
        and them
        and home.paragraph == freed.paragraph
    )
