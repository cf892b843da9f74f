"""Two crimes that one report tells one after the other: "At 3:40 a.m. today, a 31-year-old man was shot dead"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recuento.extract.addresses import addresses_in, quarters_in
from recuento.extract.drafts import Draft
from recuento.lexicon.fold import fold, fold_text
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Annotations, DateMention
from recuento.model.document import Language
from recuento.model.lookup import begun_within, paragraph_of

__all__ = ["HARMED", "is_another_victim"]

HARMED = frozenset({"killed", "bodies", "wounded"})
_DEAD = frozenset({"killed", "bodies"})
_OPENING = 45  # characters of a sentence in which it says when
_PARTS = 2  # the total, and one part before the last
_CLOCK = re.compile(r"\b(?:\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\b|\d{1,2}:\d\d\b)")
_AGE = re.compile(r"\b(\d{1,2})(?:-| )(?:year|ano)s?\b")


def is_another_victim(told: Sequence[Draft], when: DateMention | None, draft: Draft, annotations: Annotations) -> bool:
    """Tell whether a paragraph sets in anew with the day or the hour of another person's death or wounds.

    ``told``: what the telling holds, ``when``: its day. Each has one victim; both have ages, and these differ, or both
    died on days of which none is shared. A lead and the paragraph that tells it at length name one age. Or they were
    hurt at two addresses or, in two paragraphs, in two quarters, however many; but of "ten bodies … seven in one
    quarter … three in another" the ten are one sum, which the three complete.
    """
    if draft.tally not in HARMED or draft.figure is None:
        return False
    harm = [d for d in told if d.tally in HARMED and d.figure is not None]
    elsewhere = bool(harm) and (
        _at_another_address(harm, draft, annotations) or _in_another_quarter(harm, draft, annotations)
    )
    if elsewhere:
        return not _completes_a_sum(harm, draft)
    if not harm or not _is_one_new_person(draft, annotations.language) or not _sets_in_anew(harm, draft, annotations):
        return False
    if any(d.figure is not None and d.figure.count.exact != 1 for d in harm):
        return False
    mine, theirs = _ages([draft]), _ages(harm)
    if mine and theirs:
        return mine.isdisjoint(theirs)
    died = draft.tally in _DEAD and any(d.tally in _DEAD for d in harm)
    return died and draft.date is not None and when is not None and _are_apart(draft.date, when)


def _completes_a_sum(harm: Sequence[Draft], draft: Draft) -> bool:
    """Tell whether a total told before is what the others and the draft's make together."""
    known = [d.figure.count.at_least for d in harm if d.tally == draft.tally and d.figure is not None]
    mine = draft.figure.count.at_least if draft.figure is not None else None
    if mine is None or len(known) < _PARTS:
        return False
    total = max(known)
    rest = list(known)
    rest.remove(total)
    return sum(rest) + mine == total


def _at_another_address(harm: Sequence[Draft], draft: Draft, annotations: Annotations) -> bool:
    """Tell whether people told of for the first time were harmed at an address at which nobody was so far."""
    here = addresses_in(draft.sentence.of(annotations.text), annotations.language)
    if not here or _is_known(draft, annotations):
        return False
    sentences = {d.sentence for d in harm if d.sentence != draft.sentence}
    there = [addresses_in(sentence.of(annotations.text), annotations.language) for sentence in sentences]
    return any(there) and all(here.isdisjoint(found) for found in there)


def _in_another_quarter(harm: Sequence[Draft], draft: Draft, annotations: Annotations) -> bool:
    """Tell whether a paragraph begins with people harmed in a quarter in which nobody was so far."""
    here = _quarters(draft, annotations)
    if not here or _is_known(draft, annotations) or not _opens_paragraph(draft, annotations):
        return False
    there = [quarters for d in harm if (quarters := _quarters(d, annotations))]
    return bool(there) and all(here.isdisjoint(quarters) for quarters in there)


def _quarters(draft: Draft, annotations: Annotations) -> frozenset[str]:
    """Return the folded names of the quarters in which the draft's sentence sets it."""
    named = quarters_in(draft.sentence.of(annotations.text), annotations.language)
    place = draft.place.place if draft.place is not None else None
    return named or (frozenset({fold(place.name)}) if place is not None and place.precision == "exact" else frozenset())


def _is_known(draft: Draft, annotations: Annotations) -> bool:
    """Tell whether an article says that those harmed were told of before: "los dos hombres"."""
    words = syntax(annotations.language).definite | syntax(annotations.language).definite_plural
    targets = [role.span for role in draft.roles if role.role == "target"]
    first = [target.of(annotations.text).split()[0] for target in targets]
    before = [annotations.text[draft.sentence.start : target.start].split()[-1:] for target in targets]
    return draft.definite or any(fold(word) in words for word in (*first, *(w for some in before for w in some)))


def _opens_paragraph(draft: Draft, annotations: Annotations) -> bool:
    return draft.sentence == next((s.span for s in paragraph_of(annotations, draft.paragraph)), None)


def _is_one_new_person(draft: Draft, language: Language) -> bool:
    if draft.figure is None or draft.figure.count.exact != 1:
        return False
    targets = (fold_text(role.text).split() for role in draft.roles if role.role == "target")
    return any(words and words[0] in syntax(language).indefinite for words in targets)


def _sets_in_anew(harm: Sequence[Draft], draft: Draft, annotations: Annotations) -> bool:
    """Tell whether the draft's sentence is the first of a later paragraph and opens with its day or hour."""
    if not _opens_paragraph(draft, annotations):
        return False
    start = draft.sentence.start
    dated = bool(begun_within(annotations.dates, start, start + _OPENING // 3))
    timed = dated or _CLOCK.search(draft.sentence.of(annotations.text)[:_OPENING]) is not None
    return timed and all(d.paragraph < draft.paragraph for d in harm)


def _ages(drafts: Sequence[Draft]) -> set[str]:
    return {age for d in drafts for r in d.roles if r.role == "target" for age in _AGE.findall(fold_text(r.text))}


def _are_apart(one: DateMention, other: DateMention) -> bool:
    return not any(a.first < b.after and b.first < a.after for a in one.ranges for b in other.ranges)
