"""Drop what a report says again: the same figure of the same tally, or "the victim" for one already counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from recuento.extract.drafts import Draft
from recuento.model.claim import Figure

__all__ = ["without_repeats"]

_BACK = 4  # paragraphs


def without_repeats(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts that say something new; ``part_of`` is renumbered to what is left before it.

    A definite singular ("the officer was killed") points back when the same tally was counted before. An event
    without a figure is told once a paragraph.
    """
    kept = _Kept()
    for draft in drafts:
        new = kept.without_figure(draft)
        if not kept.says_again(new):
            kept.add(new)
            yield new


class _Kept:
    """What was told so far, found by what a further draft may share with it: a long report has thousands."""

    def __init__(self) -> None:
        self._figures: dict[tuple[str | None, Figure], list[Draft]] = {}
        self._alike: dict[tuple[object, ...], list[Draft]] = {}

    def add(self, draft: Draft) -> None:
        """Keep what the report tells."""
        if draft.figure is not None:
            self._figures.setdefault((draft.tally, draft.figure), []).append(draft)
        for key in _shared(draft):
            self._alike.setdefault(key, []).append(draft)

    def without_figure(self, draft: Draft) -> Draft:
        """Return a sentence of those whom its conviction counts as an event: "found guilty and given 19 years"."""
        if draft.tally != "sentenced" or draft.figure is None:
            return draft
        counted = self._figures.get((draft.tally, draft.figure), ())
        told = any(before.event != draft.event and before.sentence == draft.sentence for before in counted)
        return replace(draft, figure=None, tally=None, scope=None, unit=None) if told else draft

    def says_again(self, draft: Draft) -> bool:
        """Tell whether something kept says what the draft says."""
        if draft.figure is None:
            told = self._alike.get(("in", draft.event, draft.status, draft.sentence), ())
            # Each thing seized is a fact of its own, numbered or not.
            here = draft.event != "seizure" and any(_same_roles(draft, before) for before in told)
            return here or ("as", draft.event, draft.status, draft.quote) in self._alike
        if (draft.tally, draft.figure) in self._figures:
            return True
        if ("by", draft.event, draft.status, draft.trigger, draft.figure) in self._alike:
            return True
        return draft.definite and draft.figure.basis == "singular" and self._points_back(draft, draft.figure)

    def _points_back(self, draft: Draft, figure: Figure) -> bool:
        same = self._alike.get(("of", draft.event, draft.status, draft.tally, draft.recalled), ())
        return any(
            before.paragraph >= draft.paragraph - _BACK
            # "the gunman who killed two guards" points at nobody
            and before.figure is not None and before.figure.span.start < figure.span.start
            for before in reversed(same)
        )  # fmt: skip


def _shared(draft: Draft) -> Iterator[tuple[object, ...]]:
    """Yield what a draft that says the same shares with this one."""
    if draft.figure is None:
        yield "in", draft.event, draft.status, draft.sentence
        yield "as", draft.event, draft.status, draft.quote
    else:
        yield "by", draft.event, draft.status, draft.trigger, draft.figure
        yield "of", draft.event, draft.status, draft.tally, draft.recalled


def _same_roles(a: Draft, b: Draft) -> bool:
    mine, theirs = {(r.role, r.text) for r in a.roles}, {(r.role, r.text) for r in b.roles}
    return mine <= theirs or theirs <= mine
