"""Crimes that a sentence only names to say what else was going on, or what a place had seen before.

"Shots were fired at the funeral of a man killed on Friday", "the block was the scene of another shooting last week":
those dead are none of the attack that is told. A funeral told for itself tells whose it is.
"""

from __future__ import annotations

from functools import cache

from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View
from recuento.lexicon.grammar import stance
from recuento.lexicon.runs import Runs
from recuento.model.document import Language

__all__ = ["is_named_beside"]

_HARM = frozenset({"killing", "wounding", "attack", "bombing", "clash", "body_found"})
_REACH = 24  # tokens from "the scene of" to who died there
_FATES = frozenset({"killing", "body_found", "wounding", "attack"})


@cache
def _runs(language: Language, name: str) -> Runs:
    words: tuple[str, ...] = getattr(stance(language), name)
    return Runs.of(words)


def is_named_beside(view: View, match: Match) -> bool:
    """Tell whether it is the crime of those mourned where another happens, or an earlier one of the place."""
    return match.rule.event in _FATES and (_is_mourned(view, match) or _is_of_the_place(view, match))


def _is_mourned(view: View, match: Match) -> bool:
    mourning = _runs(view.language, "mourning").singles
    if view.present.isdisjoint(mourning):
        return False
    chain = [match.head, *view.ancestors(match.head)]
    above = next((at for at in range(1, len(chain)) if view.folded[chain[at]] in mourning), None)
    if above is None:
        return False
    # Under "gathered" the attack stands in a clause of its own, under "funeral" it stands anywhere else.
    top = chain[above - 1] if view.tokens[chain[above]].pos == "VERB" else chain[above]
    own = {top, *view.subtree(top)}
    return any(ms[0].rule.event in _HARM and ms[0].head not in own for ms in find_triggers(view))


def _is_of_the_place(view: View, match: Match) -> bool:
    """Tell whether "the scene of" stands a few words before it, with a word for another time behind that."""
    scene, start = _runs(view.language, "scene_of"), max(0, match.head - _REACH)
    at = next((i for i in range(start, match.head) if view.has_any(scene, i, i + 2)), None)
    return at is not None and view.has_any(_runs(view.language, "another_time"), at, match.last + _REACH)
