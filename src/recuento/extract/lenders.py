"""The events of an account that may lend another their agent, by where they stand: a long report has thousands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["Lenders"]

# How far an agent is taken from, in paragraphs.
_BEFORE = 5
_AFTER = 2
_DOERS = frozenset({"perpetrator", "authority"})


class Lenders:
    """``drafts`` are those of one account, or of several that may name each other's agents, in text order."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts

    @cached_property
    def _paragraphs(self) -> dict[int, list[tuple[int, Draft]]]:
        found: dict[int, list[tuple[int, Draft]]] = {}
        for place, draft in enumerate(self.drafts):
            found.setdefault(draft.paragraph, []).append((place, draft))
        return found

    def _between(self, first: int, last: int) -> list[Draft]:
        found = [one for paragraph in range(first, last + 1) for one in self._paragraphs.get(paragraph, ())]
        return [draft for _, draft in sorted(found, key=_place)]

    def nearest_first(self, draft: Draft) -> Iterator[Draft]:
        """Yield the other drafts: those before it nearby, the last first, then those soon after it."""
        before = self._between(draft.paragraph - _BEFORE, draft.paragraph)
        yield from (d for d in reversed(before) if d.trigger.start < draft.trigger.start)
        after = self._between(draft.paragraph, draft.paragraph + _AFTER)
        yield from (d for d in after if d.trigger.start > draft.trigger.start)

    def below(self, draft: Draft) -> list[Draft]:
        """Return what is told in the paragraphs below the draft's own."""
        return self._between(draft.paragraph + 1, draft.paragraph + _BEFORE)

    @cached_property
    def has_one_party(self) -> bool:
        """Whether all that they tell was done by somebody called by the same words."""
        return len({role.text for d in self.drafts for role in d.roles if role.role in _DOERS}) == 1


def _place(one: tuple[int, Draft]) -> int:
    return one[0]
