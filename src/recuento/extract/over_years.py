"""Figures larger than any one incident has had: "the war on the gangs has left 41,000 people dead"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from recuento.extract.drafts import Draft
from recuento.lexicon.codebook import tally_of

__all__ = ["with_years_apart"]

_THOUSAND = 1000


def with_years_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those as aggregates whose figure only years of violence add up to.

    How large that is the codebook says of each tally. What the sentence says of a war or a period need not be known.
    Thousands beside it that are not counted, and have no day of their own, are of the same years: "50,000 dead,
    thousands of displaced". Fewer are the news: "killed 60 in a conflict that has left 50,000 dead".
    """
    sums = [draft for draft in drafts if _is_of_years(draft)]
    dated = {(draft.sentence, day) for draft in sums for day in (draft.date, None)}
    return [
        replace(draft, scope="aggregate")
        if draft in sums or ((draft.sentence, draft.date) in dated and _are_uncounted_thousands(draft))
        else draft
        for draft in drafts
    ]


def _is_of_years(draft: Draft) -> bool:
    most = tally_of(draft.tally).most if draft.tally is not None else None
    return most is not None and draft.figure is not None and draft.figure.count.at_least >= most


def _are_uncounted_thousands(draft: Draft) -> bool:
    if draft.tally is None or draft.figure is None or tally_of(draft.tally).of != "people":
        return False
    return draft.figure.count.at_most is None and draft.figure.count.at_least >= _THOUSAND
