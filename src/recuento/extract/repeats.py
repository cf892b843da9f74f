"""Drop what a report says again: the same figure of the same tally, or "the victim" for one already counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from recuento.extract.drafts import Draft

__all__ = ["without_repeats"]


def without_repeats(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts that say something new; ``part_of`` is renumbered to what is left before it.

    A definite singular ("the officer was killed") points back when the same tally was counted before. An event
    without a figure is told once a paragraph.
    """
    kept: list[Draft] = []
    for draft in drafts:
        new = _without_figure(draft, kept)
        if not any(_says_again(new, before) for before in kept):
            kept.append(new)
            yield new


def _without_figure(draft: Draft, kept: Sequence[Draft]) -> Draft:
    """Return a sentence of those whom its conviction counts as an event alone: "found guilty and given 19 years"."""
    counted = (b for b in kept if b.tally == draft.tally == "sentenced" and b.figure == draft.figure)
    told = any(before.event != draft.event and before.sentence == draft.sentence for before in counted)
    return replace(draft, figure=None, tally=None, scope=None, unit=None) if told else draft


def _says_again(draft: Draft, before: Draft) -> bool:
    if draft.figure is not None and draft.tally == before.tally and draft.figure == before.figure:
        return True
    if draft.event != before.event or draft.status != before.status:
        return False
    if draft.trigger == before.trigger and draft.figure == before.figure is not None:
        return True
    if draft.figure is None and before.figure is None:
        told = draft.sentence == before.sentence and _same_roles(draft, before)
        # Each thing seized is a fact of its own, numbered or not.
        return draft.quote == before.quote or (told and draft.event != "seizure")
    if draft.figure is None or before.figure is None:
        return False
    return (
        draft.definite
        and draft.figure.basis == "singular"
        and draft.tally == before.tally
        and before.paragraph >= draft.paragraph - 4
        and before.recalled == draft.recalled
        and before.figure.span.start < draft.figure.span.start  # "the gunman who killed two guards" points at nobody
    )


def _same_roles(a: Draft, b: Draft) -> bool:
    mine, theirs = {(r.role, r.text) for r in a.roles}, {(r.role, r.text) for r in b.roles}
    return mine <= theirs or theirs <= mine
