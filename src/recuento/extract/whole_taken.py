"""How many were taken in all, where the report tells how many of them are free or still held."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from recuento.extract.accounts import Telling
from recuento.extract.drafts import Draft

__all__ = ["with_wholes_taken"]

_LEFT = frozenset({"freed", "missing"})


def with_wholes_taken(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings; of an abduction whose captives are partly free or still missing the figure is a total.

    "Gunmen took 44 villagers on Sunday. By Tuesday 32 were home." The largest figure taken is meant, and none of a
    telling of long ago or of a period.
    """
    for telling in tellings:
        if telling.background or telling.aggregate:
            continue
        taken = [draft for draft in telling.drafts if _number(draft, "abducted") > 1]
        most = max((_number(draft, "abducted") for draft in taken), default=0)
        left = max((_number(draft, tally) for draft in telling.drafts for tally in _LEFT), default=0)
        if 0 < left < most:
            telling.drafts = [_total(draft, most) for draft in telling.drafts]
    return list(tellings)


def _number(draft: Draft, tally: str) -> int:
    """Return how many the draft counts under the tally, 0 where it counts none that happened."""
    counts = draft.tally == tally and draft.figure is not None and draft.status == "occurred" and not draft.retired
    return draft.figure.count.at_least or 0 if counts and draft.figure is not None else 0


def _total(draft: Draft, most: int) -> Draft:
    unsaid = draft.scope is None and draft.part_of is None and _number(draft, "abducted") == most
    return replace(draft, scope="total") if unsaid else draft
