"""Parts told in a sentence of their own: "Fifty-eight are free. Thirty-six adults, 22 children."."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from recuento.extract.drafts import Draft
from recuento.extract.figures import Counting, count_phrase
from recuento.extract.parties import counted, unit_of
from recuento.extract.phrases import fits
from recuento.extract.some_of import some_of
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.model.claim import Role, Speaker

__all__ = ["itemise"]


def itemise(view: View, before: Sequence[Draft], speakers: tuple[Speaker, ...] = ()) -> list[Draft]:
    """Return the parts that the sentence gives of a figure told just before: people who add up to it exactly, or some
    whom it tells apart ("Two of the dead were minors").

    They are said by the sentence's own ``speakers``, else by whoever gave the figure.
    """
    counted_here = _people(view)
    for whole in reversed(before[-6:]):
        parts = _without(counted_here, whole)
        total = sum(c.figure.count.at_least for c in parts if c.figure is not None)
        near = view.sentence.paragraph - whole.paragraph <= 1
        if (
            whole.figure is not None
            and whole.tally is not None
            and near
            and whole.figure.count.exact == total
            and len(parts) > 1
        ):
            return [replace(_part(view, whole, part), speakers=speakers or whole.speakers) for part in parts]
    some = some_of(view, before)
    if some is not None:
        return [replace(_part(view, some[0], part), speakers=speakers or some[0].speakers) for part in some[1]]
    return []


def _without(parts: list[Counting], whole: Draft) -> list[Counting]:
    """Return the parts without the whole itself, told again: "Of the 45, 28 are adults and 17 are minors"."""
    again = whole.figure.count if whole.figure is not None else None
    return [c for at, c in enumerate(parts) if at or c.figure is None or c.figure.count != again]


def _people(view: View) -> list[Counting]:
    found: list[Counting] = []
    for numeral in view.numerals:
        if numeral.sense != "number":
            continue
        last = view.inside(numeral.core)[-1]
        token = view.tokens[last]
        head = token.head if token.dep in {"nummod", "compound"} and token.head > last else last
        counting = count_phrase(view, head)
        if counting.numeral is numeral and fits(view, counting.head, "person"):
            found.append(counting)
    return found


def _part(view: View, whole: Draft, part: Counting) -> Draft:
    role = event_of(whole.event).patient
    return replace(
        whole,
        figure=part.figure,
        unit=unit_of(view, part.head, part.span),
        counted=counted(view, part.head, part.span, whole.match.rule),
        roles=(
            *(r for r in whole.roles if r.role != role),
            Role(role=role, text=part.span.of(view.text), span=part.span),
        ),
        scope="part",
        part_of=0,
        quote=part.span,
        trigger=part.span,
        sentence=view.sentence.span,
        paragraph=view.sentence.paragraph,
        definite=False,
        retired=False,
        motive=None,
        read_by=f"{whole.read_by}+itemised",
    )
