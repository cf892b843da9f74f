"""Where a report turns to another event: "Separately, marines captured 19", or to the arrest of somebody long held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from recuento.extract.drafts import Draft
from recuento.lexicon.fold import fold, fold_text
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Annotations, DateMention
from recuento.model.document import Language

__all__ = ["hurt_before", "is_another_arrest", "is_earlier_arrest", "names_shared", "turns"]

_NEWS_DAYS = 8
_OPENING = 40  # characters of a sentence in which it turns


def turns(annotations: Annotations) -> dict[int, int]:
    """Return, by paragraph, where its first sentence begins that turns to another event."""
    heads = _heads(annotations.language)
    found: dict[int, int] = {}
    for sentence in annotations.sentences:
        said = fold_text(sentence.span.of(annotations.text)[:_OPENING]).lstrip("“\"'«–— ")
        if sentence.paragraph not in found and said.startswith(heads):
            found[sentence.paragraph] = sentence.span.start
    return found


@cache
def _heads(language: Language) -> tuple[str, ...]:
    words = sorted(syntax(language).turns_to_another)
    return tuple(f"{phrase}{end}" for phrase in words for end in (" ", ","))


def is_earlier_arrest(when: DateMention | None, told: Sequence[Draft], draft: Draft, published: date) -> bool:
    """Tell whether an arrest of over a week ago is another than the undated one of the news ``told`` so far.

    Somebody named in both is one person: "Lugo, who was arrested on 1 September, was charged" goes on with him.
    """
    days = draft.date.ranges if draft.event == "arrest" and draft.date is not None else ()
    if when is not None or not days or any(r.after > published - timedelta(days=_NEWS_DAYS) for r in days):
        return False
    arrests = [d for d in told if d.event == "arrest" and d.date is None]
    return bool(_held(draft) and arrests) and not names_shared(arrests, draft)


def hurt_before(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return how somebody who died was hurt, if the same sentence dates that: "shot on 3 May, she died on Saturday"."""
    if draft.event != "killing" or draft.date is None:
        return None
    dead = {role.span for role in draft.roles if role.role == "target"}
    return next(
        (
            other for other in drafts
            if other.tally == "wounded" and other.sentence == draft.sentence and other.date not in {None, draft.date}
            and any(role.span in dead for role in other.roles)
        ),
        None,
    )  # fmt: skip


def is_another_arrest(told: Sequence[Draft], draft: Draft, annotations: Annotations) -> bool:
    """Tell whether as many again were held besides: "Marines captured eight men. … They also captured 12 of the gang".

    Both are counted by a number and neither is a part, a total or so many more; the second stands in a later paragraph.
    """
    if not _is_batch(draft) or draft.figure is None:
        return False
    words = fold_text(draft.sentence.of(annotations.text)).split()
    if syntax(annotations.language).also.isdisjoint(words):
        return False
    batches = [d for d in told if _is_batch(d) and d.paragraph < draft.paragraph]
    return bool(batches) and all(d.figure is not None and d.figure.count != draft.figure.count for d in batches)


def _is_batch(draft: Draft) -> bool:
    counted = draft.event == "arrest" and draft.scope is None and draft.figure is not None
    return counted and draft.figure is not None and draft.figure.basis == "numeral" and draft.figure.count.at_least > 1


def names_shared(told: Sequence[Draft], draft: Draft) -> bool:
    """Tell whether the draft names somebody who is held in one of those told."""
    mine = _held(draft)
    return any(mine & _held(other) for other in told)


def _held(draft: Draft) -> frozenset[str]:
    """Return the words with a capital of whom the arrest names."""
    names = [role.text for role in draft.roles if role.role == "target"]
    return frozenset(fold(word.strip(",.;")) for name in names for word in name.split() if word[:1].isupper())
