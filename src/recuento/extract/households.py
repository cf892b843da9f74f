"""How many people a number of families are, where the report says both: "40 families, some 180 people"."""

from __future__ import annotations

from msgspec.structs import replace

from recuento.extract.figures import Counting, count_phrase
from recuento.extract.nearness import counted_by
from recuento.extract.phrases import noun_of
from recuento.extract.view import View

__all__ = ["as_people"]

_ASIDE = frozenset({",", "(", "-", "–", "—"})


def as_people(view: View, counting: Counting) -> Counting:
    """Return the people in apposition to a number of bodies of people, the phrase itself where none stand there."""
    noun = noun_of(view, counting.head)
    if noun is None or not noun.unit or counting.numeral is None:
        return counting
    at = view.inside(counting.span)[-1] + 1
    if at >= len(view.tokens) or view.tokens[at].text not in _ASIDE:
        return counting
    for index in range(at + 1, min(at + 5, len(view.tokens))):
        numeral = view.numeral_at(index)
        if numeral is None:
            continue
        head = counted_by(view, view.inside(numeral.core)[-1])
        people = noun_of(view, head)
        if numeral.sense != "number" or people is None or people.unit or _is_part(numeral.count.at_least, counting):
            return counting
        found = count_phrase(view, head)
        return replace(found, head=head) if found.numeral is numeral else counting
    return counting


def _is_part(people: int, counting: Counting) -> bool:
    """Tell whether there are too few people for the families to be they: "12 families, three children among them"."""
    return counting.numeral is not None and people <= counting.numeral.count.at_least
