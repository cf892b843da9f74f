"""Which of several figures the event is about: "18 of the 25 people", "42, 24 adults and 18 minors"."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from recuento.extract.figures import Counting
from recuento.extract.view import View
from recuento.model.annotation import Numeral

__all__ = ["the_whole", "without_listed", "without_parts", "without_wholes"]


def without_wholes(view: View, found: list[Counting], *, state: int | None = None) -> list[Counting]:
    """Return the countings with a share in place of its whole: of "18 of the 25 people were freed", 18.

    A whole that opens the clause ("Of the 66 people taken, 58 are free") is left out. ``state`` is the word for what
    became of them where it is a noun: the whole is dead in "diez de los doce muertos eran jóvenes" (Spanish).
    """
    kept: list[Counting] = []
    for counting in found:
        before = _before(view, counting)
        if before is None or (before >= 0 and counting.head == state and view.language == "es"):
            kept.append(counting)
            continue
        share = view.numeral_at(before) if before >= 0 else None
        if share is not None and share.sense == "number" and counting.figure is not None:
            span = share.span.to(counting.span)
            figure = replace(counting.figure, count=share.count, span=share.span)
            kept.append(structs.replace(counting, figure=figure, span=span, numeral=share))
    return kept


def the_whole(view: View, counting: Counting) -> Counting:
    """Return the counting with the whole in place of its share: of "ocho de los once que se llevaron", eleven."""
    if counting.numeral is None or counting.figure is None:
        return counting
    at = view.inside(counting.numeral.span)[-1] + 1
    of_the = view.folded[at : at + 2]
    if len(of_the) < 2 or of_the[0] not in view.words.of or of_the[1] not in view.words.definite_plural:
        return counting
    whole = view.numeral_at(at + 2) if at + 2 < len(view.tokens) else None
    if whole is None or whole.sense != "number":
        return counting
    figure = replace(counting.figure, count=whole.count, span=whole.span)
    return structs.replace(counting, figure=figure, span=whole.span.to(counting.span), numeral=whole)


def _before(view: View, counting: Counting) -> int | None:
    """Return the token before "of the" and the figure, -1 where a clause begins there, None where there is none."""
    if counting.numeral is None:
        return None
    at = view.inside(counting.numeral.span)[0] - 1
    if at < 0 or view.folded[at] not in view.words.definite_plural:
        return None
    at -= 1
    if at < 0 or view.folded[at] not in view.words.of:
        return None
    at -= at > 0 and view.folded[at - 1] == "out"
    if at == 0 or view.tokens[at - 1].pos in {"PUNCT", "CCONJ"}:
        return -1
    return at - 1 if view.numeral_at(at - 1) is not None else None


def without_listed(found: list[Counting]) -> list[Counting]:
    """Return the countings without those whom a list among them counts: "the owners, Ana Ruiz and Luis Mora,"."""
    lists = [c for c in found if c.figure is not None and c.figure.basis == "listed"]
    return [c for c in found if not any(c is not one and one.figure.span.covers(c.span) for one in lists if one.figure)]


def without_parts(found: list[Counting]) -> list[Counting]:
    """Return the countings without those that add up to the first: they are its parts, told in apposition."""
    once = _each_once(found)
    exact = [_number(c.numeral) for c in once]
    if len(once) < 3 or any(number is None for number in exact):
        return found
    numbers = [number for number in exact if number is not None]
    for size in range(3, len(once) + 1):
        if sum(numbers[1:size]) == numbers[0]:
            return [once[0], *once[size:]]
    if sum(numbers[:-1]) == numbers[-1]:
        return [once[-1]]  # "27 adults and 13 children, 40 people in all"
    return found


def _each_once(found: list[Counting]) -> list[Counting]:
    """Return the countings without a bare number whose phrase is there too: "y ocho menores" is found as both."""
    longer = {c.numeral.span: len(c.span) for c in sorted(found, key=lambda c: len(c.span)) if c.numeral is not None}
    return [c for c in found if c.numeral is None or len(c.span) == longer[c.numeral.span]]


def _number(numeral: Numeral | None) -> int | None:
    return numeral.count.at_least if numeral is not None else None
