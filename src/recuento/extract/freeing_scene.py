"""Where what cost the freeing of captives was, and where all who are free by now were taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from recuento.extract.drafts import Draft
from recuento.extract.in_operation import in_operation
from recuento.model.annotation import Annotations, PlaceMention

__all__ = ["scene_of_freeing"]

_HARMED = frozenset({"killed", "wounded"})
_FREEING = frozenset({"release", "rescue"})


def scene_of_freeing(
    draft: Draft, known: Iterable[Draft], scene: PlaceMention | None, annotations: Annotations
) -> PlaceMention | None:
    """Return where those last freed nearby were, if the draft is of what it cost; None for anything else.

    "Nine were let go in Leon, and eleven rescued in Celaya. A marine died in the operation." All who are free so far
    were freed in no one place: of them it is the report's own ``scene``. ``known`` are the drafts before, told.
    """
    if draft.tally == "freed" and draft.scope == "total":
        return scene
    if draft.tally not in _HARMED or not in_operation(draft.sentence.of(annotations.text), annotations.language):
        return None
    near = (d for d in known if d.event in _FREEING and not d.aside and draft.paragraph - d.paragraph <= 1)
    last = max(near, key=_first_day, default=None)
    return last.told_where if last is not None else None


def _first_day(draft: Draft) -> date:
    when = draft.told_when
    return when.ranges[0].first if when is not None and when.ranges else date.min
