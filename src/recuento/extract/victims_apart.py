"""Two crimes that one report tells one after the other: "At 1:25 a.m. today, a 26-year-old man was shot dead"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recuento.extract.drafts import Draft
from recuento.lexicon.fold import fold_text
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Annotations, DateMention
from recuento.model.document import Language

__all__ = ["is_another_victim"]

_HARMED = frozenset({"killed", "bodies", "wounded"})
_DEAD = frozenset({"killed", "bodies"})
_OPENING = 45  # characters of a sentence in which it says when
_CLOCK = re.compile(r"\b(?:\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\b|\d{1,2}:\d\d\b)")
_AGE = re.compile(r"\b(\d{1,2})(?:-| )(?:year|ano)s?\b")


def is_another_victim(told: Sequence[Draft], when: DateMention | None, draft: Draft, annotations: Annotations) -> bool:
    """Tell whether a paragraph sets in anew with the day or the hour of another person's death or wounds.

    ``told``: what the telling holds, ``when``: its day. Each has one victim; both have ages, and these differ, or both
    died on days of which none is shared. A lead and the paragraph that tells it at length name one age.
    """
    harm = [d for d in told if d.tally in _HARMED and d.figure is not None]
    if not harm or not _is_one_new_person(draft, annotations.language) or not _sets_in_anew(harm, draft, annotations):
        return False
    if any(d.figure is not None and d.figure.count.exact != 1 for d in harm):
        return False
    mine, theirs = _ages([draft]), _ages(harm)
    if mine and theirs:
        return mine.isdisjoint(theirs)
    died = draft.tally in _DEAD and any(d.tally in _DEAD for d in harm)
    return died and draft.date is not None and when is not None and _are_apart(draft.date, when)


def _is_one_new_person(draft: Draft, language: Language) -> bool:
    if draft.tally not in _HARMED or draft.figure is None or draft.figure.count.exact != 1:
        return False
    articles = syntax(language).indefinite
    return any(
        fold_text(r.text).split()[:1] in ([word] for word in articles) for r in draft.roles if r.role == "target"
    )


def _sets_in_anew(harm: Sequence[Draft], draft: Draft, annotations: Annotations) -> bool:
    """Tell whether the draft's sentence is the first of a later paragraph and opens with its day or hour."""
    first = next((s.span for s in annotations.sentences if s.paragraph == draft.paragraph), None)
    if first != draft.sentence or any(d.paragraph >= draft.paragraph for d in harm):
        return False
    opening = draft.sentence.of(annotations.text)[:_OPENING]
    dated = any(0 <= d.span.start - draft.sentence.start < _OPENING // 3 for d in annotations.dates)
    return dated or _CLOCK.search(opening) is not None


def _ages(drafts: Sequence[Draft]) -> set[str]:
    return {age for d in drafts for r in d.roles if r.role == "target" for age in _AGE.findall(fold_text(r.text))}


def _are_apart(one: DateMention, other: DateMention) -> bool:
    return not any(a.first < b.after and b.first < a.after for a in one.ranges for b in other.ranges)
