"""A round-up of many crimes opens with their sum: "Three people were killed and 16 wounded over the weekend"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from recuento.extract.accounts import Telling
from recuento.extract.addresses import addresses_in, quarters_in
from recuento.extract.drafts import Draft
from recuento.extract.victims_apart import HARMED
from recuento.model.annotation import Annotations

__all__ = ["with_sums_apart"]

_ROUNDUP = 3  # crimes, each at an address or in a quarter of its own


def with_sums_apart(tellings: Sequence[Telling], annotations: Annotations) -> list[Telling]:
    """Return the tellings; what a round-up counts before its first scene, without one itself, adds up its crimes.

    It is an aggregate then. Fewer than three crimes with an address or a quarter make no round-up.
    """
    told = [draft for telling in tellings if not telling.background for draft in telling.drafts]
    scenes = {scene: draft.paragraph for draft in reversed(told) if (scene := _scene(draft, annotations)) is not None}
    if len(scenes) < _ROUNDUP:
        return list(tellings)
    sums: list[Draft] = []
    first = min(scenes.values())
    for telling in tellings:
        if telling.background:
            continue
        found = [draft for draft in telling.drafts if _is_sum(draft, first, annotations)]
        if found:
            telling.drafts = [draft for draft in telling.drafts if draft not in found]
        sums += [replace(draft, scope="aggregate") for draft in found]
    kept = [telling for telling in tellings if telling.drafts]
    if not sums:
        return kept
    whole = Telling(stream="violence", background=True, aggregate=True, part=annotations.field, drafts=sums)
    whole.when = sums[0].told_when
    return [whole, *kept]


def _scene(draft: Draft, annotations: Annotations) -> str | None:
    """Return the address, else the quarter, at which people were harmed; None where the sentence gives none."""
    if draft.tally not in HARMED or draft.figure is None:
        return None
    sentence = draft.sentence.of(annotations.text)
    found = addresses_in(sentence, annotations.language) or quarters_in(sentence, annotations.language)
    return min(found, default=None)


def _is_sum(draft: Draft, first: int, annotations: Annotations) -> bool:
    several = draft.figure is not None and draft.figure.basis == "numeral" and draft.figure.count.at_least > 1
    return draft.tally in HARMED and several and draft.paragraph < first and _scene(draft, annotations) is None
