"""Who did what was done by somebody's order: "por orden del Ministerio de Defensa fueron enviados 300 soldados"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recuento.extract.speakers import kind_of
from recuento.extract.triggers import Match
from recuento.extract.view import View

__all__ = ["past_orders"]


def past_orders(view: View, match: Match, agents: Iterable[int]) -> Iterator[int]:
    """Yield the agents, of an order whoever gave it: nothing is done by the order itself.

    Nobody where it is a court's, or an arrest: who orders an arrest does not make it.
    """
    for index in agents:
        if view.folded[index] not in view.words.orders or view.case_of(index) not in view.words.agent_case:
            yield index
        elif match.rule.event != "arrest":
            whose = (i for i in view.children(index, "nmod") if i > index and view.case_of(i) in view.words.of)
            yield from (i for i in whose if kind_of(view.tokens[i].text, view.language) != "court")
