""" "Another" may tell somebody from who did it, not from others counted before: "charged with killing another teen"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from recuento.extract.arguments import Arguments
from recuento.extract.crimes import acts_of_the_law
from recuento.extract.figures import Counting
from recuento.extract.view import View
from recuento.lexicon.fold import fold
from recuento.lexicon.minors import minor_words

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["is_other_than_the_doer", "without_contrasts"]

_FATES = {"killed": "dead", "bodies": "dead", "wounded": "hurt"}


def is_other_than_the_doer(view: View, args: Arguments, counting: Counting) -> bool:
    """Tell whether one more of a kind is only another than who did it, or is held for it, in the same sentence.

    Both are called by one noun ("a driver stabbed another driver") or are both under age; whoever is "he" is any man.
    """
    if counting.figure is None or counting.figure.count.exact != 1:
        return False
    inside = view.inside(counting.span)
    if not inside or not any(view.folded[i] in view.words.another for i in range(max(0, inside[0] - 1), inside[0] + 1)):
        return False
    own = view.folded[counting.head]
    if not _he_or_she(view).isdisjoint(args.agents):
        return True
    alike = _young() if own in _young() else frozenset({own})
    before = {i for i in range(inside[0] - 1) if view.folded[i] in alike}
    return bool(before) and (not before.isdisjoint(args.agents) or bool(acts_of_the_law(view)))


def without_contrasts(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a sentence; "another" who met another fate is on top of no figure told before.

    "Killing one guard and wounding another": one was wounded, and not one more than were known.
    """
    return [replace(d, scope=None) if d.scope == "increment" and _is_contrast(view, d, drafts) else d for d in drafts]


def _is_contrast(view: View, draft: Draft, drafts: Sequence[Draft]) -> bool:
    if draft.figure is None or draft.tally not in _FATES:
        return False
    inside = view.inside(draft.figure.span)
    beside = range(max(0, inside[0] - 1), min(inside[-1] + 2, len(view.tokens))) if inside else ()
    if not any(view.folded[i] in view.words.another | view.words.more for i in beside):
        return False
    start = draft.figure.span.start
    before = {_FATES.get(d.tally or "") for d in drafts if d.figure is not None and d.figure.span.start < start}
    return not before <= {None} and _FATES[draft.tally] not in before


def _he_or_she(view: View) -> set[int]:
    pronouns = view.words.he | view.words.she
    return {token.index for token in view.tokens if view.folded[token.index] in pronouns}


@cache
def _young() -> frozenset[str]:
    return frozenset(fold(noun) for noun in minor_words().nouns)
