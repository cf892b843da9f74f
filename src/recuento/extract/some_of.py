"""Parts told in a sentence of their own that names no event: "Two of the dead were minors"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from recuento.extract.drafts import Draft
from recuento.extract.figures import Counting, count_phrase
from recuento.extract.phrases import fits, noun_of
from recuento.extract.view import View
from recuento.lexicon.grammar import scope_words
from recuento.lexicon.runs import Runs

__all__ = ["some_of"]

_OPENS = 3  # tokens before the number
_PREDICATE = 4  # tokens from "were" to what they were
_BACK = 6  # drafts
_PEOPLE = frozenset({"killed", "wounded", "abducted", "freed", "missing", "arrested", "bodies"})


def some_of(view: View, before: Sequence[Draft]) -> tuple[Draft, list[Counting]] | None:
    """Return the figure told just before and those of its people that the sentence tells apart, None if it does not."""
    if not before or view.headline:
        return None
    kinds, parts = _shares(view) or _included(view) or (frozenset(), [])
    if not parts:
        return None
    whole = next((d for d in reversed(before[-_BACK:]) if _is_whole(d, view, kinds)), None)
    figure = whole.figure if whole is not None else None
    if whole is None or figure is None:
        return None
    smaller = [p for p in parts if p.figure is not None and p.figure.count.at_least < figure.count.at_least]
    return (whole, smaller) if len(smaller) == len(parts) else None


def _is_whole(draft: Draft, view: View, kinds: frozenset[str]) -> bool:
    near = 0 <= view.sentence.paragraph - draft.paragraph <= 1 and draft.scope not in {"part", "aggregate"}
    counted = draft.figure is not None and draft.tally in kinds and draft.status == "occurred"
    return near and counted and draft.figure is not None and draft.figure.count.exact is not None


def _kinds(view: View, at: int) -> tuple[frozenset[str], int] | None:
    """Return the tallies that "of the dead", "the victims" at ``at`` can mean, and the token after the words."""
    for tally, runs in scope_words(view.language).groups.items():
        for run in view.standing(_runs(runs)):
            if tuple(view.folded[at : at + len(run)]) == run:
                return (_PEOPLE if tally == "any" else frozenset({tally})), at + len(run)
    return None


@cache
def _runs(words: tuple[str, ...]) -> Runs:
    return Runs.of(words)


def _shares(view: View) -> tuple[frozenset[str], list[Counting]] | None:
    """Read "Two of the dead were minors": a number, whose it is, and what they were."""
    for numeral in view.numerals:
        inside = view.inside(numeral.core)
        if numeral.sense != "number" or not inside or inside[0] > _OPENS:
            continue
        last = inside[-1]
        if last + 2 >= len(view.tokens) or view.folded[last + 1] not in view.words.of:
            return None
        group = _kinds(view, last + 2)
        if group is None or group[1] >= len(view.tokens) or view.folded[group[1]] not in view.words.be:
            return None
        told = range(group[1] + 1, min(group[1] + 1 + _PREDICATE, len(view.tokens)))
        who = next((i for i in told if noun_of(view, i) is not None), None)
        if who is None or any(view.tokens[i].pos in {"VERB", "PUNCT"} for i in range(told.start, who)):
            return None
        counting = count_phrase(view, last)
        return (group[0], [counting]) if counting.numeral is numeral else None
    return None


def _included(view: View) -> tuple[frozenset[str], list[Counting]] | None:
    """Read "The victims include two minors and a nurse"."""
    group = _kinds(view, 0)
    if group is None or group[1] + 1 >= len(view.tokens) or view.folded[group[1]] not in _includes(view):
        return None
    parts = []
    for numeral in view.numerals:
        inside = view.inside(numeral.core)
        if numeral.sense != "number" or not inside or inside[0] <= group[1]:
            continue
        head = view.tokens[inside[-1]].head
        counting = count_phrase(view, head if head > inside[-1] else inside[-1])
        if counting.numeral is numeral and fits(view, counting.head, "person"):
            parts.append(counting)
    return (group[0], parts) if parts else None


def _includes(view: View) -> frozenset[str]:
    return frozenset(scope_words(view.language).includes)
