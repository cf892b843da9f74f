"""Figures whose period stands in the next sentence: "601 people were killed. That is up from 560 last year"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from recuento.extract.drafts import Draft
from recuento.lexicon.fold import fold, fold_text
from recuento.lexicon.grammar import scope_words
from recuento.model.annotation import Annotations, Sentence
from recuento.model.document import Language

__all__ = ["with_periods"]

_COUNTED = frozenset({"killed", "wounded", "abducted", "missing", "bodies"})
_OPENING = 40


def with_periods(drafts: Sequence[Draft], annotations: Annotations) -> list[Draft]:
    """Return the drafts, those as aggregates whose figure the next sentence compares with another period's.

    A figure with a day or a place of its own keeps its scope, and so does one person.
    """
    following = _sentences_after(annotations)
    return [
        replace(d, scope="aggregate")
        if _may_be_one(d)
        and (after := following.get(d.sentence.start)) is not None
        and _speaks_of_a_period(after.span.of(annotations.text), annotations.language)
        else d
        for d in drafts
    ]


def _sentences_after(annotations: Annotations) -> dict[int, Sentence]:
    """Return, by where a sentence begins, the next one of its paragraph or the first of the paragraph behind it."""
    pairs = zip(annotations.sentences, annotations.sentences[1:], strict=False)
    return {one.span.start: other for one, other in pairs if other.paragraph - one.paragraph <= 1}


def _may_be_one(draft: Draft) -> bool:
    figure = draft.figure
    if figure is None or draft.tally not in _COUNTED or figure.basis != "numeral" or figure.count.at_least <= 1:
        return False
    return draft.scope in {None, "total"} and draft.date is None and draft.part_of is None


def _speaks_of_a_period(sentence: str, language: Language) -> bool:
    said = f" {fold_text(sentence)} "
    refers, periods = _runs(language)
    return any(f" {run} " in said[:_OPENING] for run in refers) and any(f" {run}" in said for run in periods)


@cache
def _runs(language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = scope_words(language)
    return tuple(map(fold, words.refers)), tuple(map(fold, (*words.periods, *words.aggregate)))
