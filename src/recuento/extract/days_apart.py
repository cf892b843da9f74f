"""Figures of one verb that each have a day beside them: "mataron el lunes a cuatro y el martes a tres"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.gapped import begins_at
from recuento.extract.view import View
from recuento.model.annotation import DateMention

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["with_days_apart"]


def with_days_apart(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts; of several that one verb counts, those behind a day of their own have that day."""
    if len(view.dates) < 2:
        return list(drafts)  # as in most sentences
    counted: dict[tuple[int, int], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.figure is not None and draft.scope != "part":
            counted[draft.trigger.start, draft.trigger.end].append(draft)
    days = {
        id(draft): day
        for each in counted.values()
        if len(each) > 1
        for draft in each
        if (day := _day_right_before(view, draft)) is not None
    }
    return [structs.replace(d, date=days[id(d)]) if id(d) in days else d for d in drafts]


def _day_right_before(view: View, draft: Draft) -> DateMention | None:
    """Return the single day whose words end right before the figure, behind a word that joins it to what is before."""
    if draft.figure is None:
        return None
    first = begins_at(view, draft.figure.span)
    for day in view.dates:
        inside = view.inside(day.span)
        if len(day.ranges) != 1 or day.ranges[0].days != 1 or not inside or inside[-1] != first - 1:
            continue
        before = inside[0] - 1
        if before > 0 and view.folded[before] in view.words.joints:
            return day
    return None
