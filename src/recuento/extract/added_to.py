"""Those counted before, to whom a sentence adds its own: "liberaron a 16, que se suman a las 42 del domingo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from recuento.extract.figures import is_several
from recuento.extract.view import View
from recuento.model.annotation import DateMention, Numeral
from recuento.model.claim import Figure

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["told_before"]

_PEOPLE = frozenset({"killed", "wounded", "abducted", "freed", "missing", "arrested", "bodies"})
_BESIDE = 16  # characters from the number to its day


def told_before(view: View, draft: Draft, used: set[int]) -> Draft | None:
    """Return the claim of those before, None where none are told of or another word says what befell them.

    They are of the same fate and have a day of their own, or none.
    """
    if draft.figure is None or draft.tally not in _PEOPLE or not view.words.adds_to & view.present:
        return None
    numeral = next((n for n in view.numerals if n.span.start > draft.figure.span.end and _is_added_to(view, n)), None)
    if numeral is None or set(view.inside(numeral.core)) & used:
        return None
    used |= set(view.inside(numeral.core))
    return replace(
        draft,
        figure=Figure(count=numeral.count, basis="numeral", span=numeral.span),
        scope=None,
        roles=tuple(role for role in draft.roles if role.role not in {"target", "beneficiary"}),
        quote=draft.quote.to(numeral.span),
        date=_day_of(view, numeral),
        definite=False,
        retired=False,
        read_by=f"{draft.read_by}+before",
    )


def _is_added_to(view: View, numeral: Numeral) -> bool:
    """Tell whether "se suman a las" stands before a number without a noun: "las 42 de ayer", "los 42 anteriores"."""
    if numeral.sense != "number" or is_several(numeral):
        return False
    inside = view.inside(numeral.core)
    first, after = inside[0], inside[-1] + 1
    if first < 3 or view.folded[first - 1] not in view.words.definite_plural:
        return False
    led = view.folded[first - 2] in view.words.object_mark and view.folded[first - 3] in view.words.adds_to
    return led and (after >= len(view.tokens) or view.tokens[after].pos in {"ADP", "PUNCT", "ADJ"})


def _day_of(view: View, numeral: Numeral) -> DateMention | None:
    """Return the day said right behind the number."""
    behind = (d for d in view.dates if d.ranges and 0 <= d.span.start - numeral.span.end <= _BESIDE)
    return next(behind, None)
