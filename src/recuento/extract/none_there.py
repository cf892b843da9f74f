"""A count of nobody said by a verb: "no hubo heridos", "no se reportan muertos", "there were no deaths"."""

from __future__ import annotations

from recuento.extract.figures import Counting
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.model.claim import Figure
from recuento.model.count import Count

__all__ = ["none_there"]

_PEOPLE = frozenset({"killed", "wounded", "abducted", "arrested", "missing"})


def none_there(view: View, match: Match) -> Counting | None:
    """Return a count of 0 where the words before a bare plural say that there is nobody of the kind, else None.

    "No hubo heridos graves" leaves open whether anybody was hurt.
    """
    rule = match.rule
    if rule.form != "state" or rule.counts not in _PEOPLE or match.last != match.head or _is_narrowed(view, match):
        return None
    first = _denial_before(view, match.head)
    if first is None:
        return None
    span = view.span(first, match.head)
    return Counting(head=match.head, span=span, figure=Figure(count=Count.exactly(0), basis="singular", span=span))


def _is_narrowed(view: View, match: Match) -> bool:
    following = match.last + 1
    return following < len(view.tokens) and view.tokens[following].pos in {"ADJ", "NOUN", "NUM"}


def _denial_before(view: View, head: int) -> int | None:
    """Return the token of "no" that a verb of being there parts from the word; "ni" hands it on ("muertos ni heridos").

    None where anything else stands between.
    """
    at = head - 1
    while at >= 2 and view.folded[at] in view.words.nor:
        at -= 2
    if at < 1 or view.folded[at] not in view.words.exists:
        return None
    at -= 1
    while at >= 0 and view.folded[at] in view.words.reflexive | view.words.have:
        at -= 1
    return at if at >= 0 and view.folded[at] == view.words.no else None
