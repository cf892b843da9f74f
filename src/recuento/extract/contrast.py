""" "Another" may tell somebody from who did it, not from others counted before: "charged with killing another teen"."""

from __future__ import annotations

from functools import cache

from recuento.extract.arguments import Arguments
from recuento.extract.crimes import acts_of_the_law
from recuento.extract.figures import Counting
from recuento.extract.view import View
from recuento.lexicon.fold import fold
from recuento.lexicon.minors import minor_words

__all__ = ["is_other_than_the_doer"]


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
    alike = _young() if own in _young() else frozenset({own})
    before = {i for i in range(inside[0] - 1) if view.folded[i] in alike}
    if not _he_or_she(view).isdisjoint(args.agents):
        return True
    if not before:
        return False
    return not before.isdisjoint(args.agents) or bool(acts_of_the_law(view))


def _he_or_she(view: View) -> set[int]:
    pronouns = view.words.he | view.words.she
    return {token.index for token in view.tokens if view.folded[token.index] in pronouns}


@cache
def _young() -> frozenset[str]:
    return frozenset(fold(noun) for noun in minor_words().nouns)
