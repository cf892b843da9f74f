"""Those of the hit who died of it, told by an adverb alone: "three people were shot, one of them fatally"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.model.claim import Counted, Figure, Role
from recuento.model.count import Count

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["fatally"]

_REACH = 3  # "two of the victims fatally"


def fatally(view: View, drafts: Sequence[Draft], used: set[int]) -> list[Draft]:
    """Return the drafts with one claim of killed for each number that an adverb makes the dead among those hit before.

    Where the number was read as a part of the hit, the claim takes its place.
    """
    found = list(drafts)
    for at in range(1, len(view.tokens)):
        if view.folded[at] not in view.words.fatally:
            continue
        figure = _number_before(view, at)
        hit = [d for d in drafts if figure is not None and d.scope != "part" and _may_hold(d, figure)]
        if figure is None or not hit:
            continue
        killed = _told_so(view, hit[-1], figure, at)
        part = next((i for i, d in enumerate(found) if d.scope == "part" and _is_of(d, figure)), None)
        if part is not None:
            found[part] = killed
        elif not used & {*view.inside(figure.span)}:
            found.append(killed)
    return found


def _is_of(draft: Draft, figure: Figure) -> bool:
    return draft.tally == "wounded" and draft.figure is not None and draft.figure.span.overlaps(figure.span)


def _number_before(view: View, adverb: int) -> Figure | None:
    """Return the bare number shortly before the adverb, "of them" and the like between; None if a verb stands there."""
    for at in range(adverb - 1, max(0, adverb - 2 - _REACH), -1):
        if view.tokens[at].pos in {"VERB", "AUX", "PUNCT"}:
            return None
        numeral = view.numeral_at(at)
        if numeral is not None and numeral.sense == "number":
            return Figure(count=numeral.count, basis="numeral", span=numeral.span)
        if view.folded[at] in view.words.one:
            return Figure(count=Count.exactly(1), basis="singular", span=view.span(at))
    return None


def _may_hold(draft: Draft, figure: Figure) -> bool:
    hit = draft.figure
    if hit is None or draft.event != "attack" or draft.tally != "wounded" or draft.status != "occurred":
        return False
    return hit.span.end <= figure.span.start and figure.count.at_least <= hit.count.at_least


def _told_so(view: View, hit: Draft, figure: Figure, adverb: int) -> Draft:
    quote = figure.span.to(view.span(adverb))
    patient = event_of("killing").patient
    return structs.replace(
        hit,
        event="killing",
        tally="killed",
        figure=figure,
        counted=replace(Counted(), side=hit.counted.side, role=hit.counted.role),
        roles=(
            *(r for r in hit.roles if r.role != patient),
            Role(role=patient, text=figure.span.of(view.text), span=figure.span),
        ),
        scope=None,
        part_of=None,
        quote=quote,
        trigger=view.span(adverb),
        definite=False,
        retired=False,
        read_by=f"{hit.read_by}+fatally",
    )
