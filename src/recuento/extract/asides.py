"""What only says who somebody is that is told of already: "Ali Noor, 51, a grandfather of five, was killed"."""

from __future__ import annotations

from collections.abc import Sequence

from recuento.extract.agreement import has_one
from recuento.extract.figures import Counting
from recuento.extract.triggers import Match
from recuento.extract.view import VERBAL, View

__all__ = ["only_says_who", "without_renamings", "without_set_apart"]

_DASHES = frozenset({"—", "–"})
_PAIR = 2


def only_says_who(view: View, counting: Counting, match: Match) -> bool:
    """Tell whether a bare noun behind a comma explains a definite plural that opens its sentence."""
    if match.rule.form != "state" or match.last != match.head or match.head != 1 or counting.head <= match.last:
        return False
    definite = view.folded[0] in view.words.definite_plural
    bare = counting.numeral is None and not view.children(counting.head, "det")
    return definite and bare and view.tokens[match.last + 1].text == ","


def without_set_apart(view: View, match: Match, found: Sequence[Counting]) -> list[Counting]:
    """Return the phrases without those between dashes behind the first: "52 people — 38 men and 14 women — are safe".

    They are its parts, and stand before the verb.
    """
    first = next((c for c in found if c.numeral is not None), None)
    if first is None or view.language != "en":
        return list(found)
    start = view.inside(first.span)[0]
    dashes = [i for i in range(start + 1, match.head) if view.tokens[i].text in _DASHES]
    near = view.inside(first.span)[-1] + 1
    if len(dashes) < _PAIR or dashes[0] > near:
        return list(found)
    return [c for c in found if c is first or not dashes[0] < c.head < dashes[-1]]


def without_renamings(view: View, found: Sequence[Counting]) -> list[Counting]:
    """Return the phrases without those that say more of one person counted: nobody else is "a father of three".

    So does the second of two bare nouns whose verb has one subject: "The lawyer and activist was shot dead".
    An "and" behind it makes it an item of a list: "a nurse, a baker and two boys".
    """
    single = {c.head for c in found if c.figure is not None and c.figure.count.exact == 1 and c.numeral is None}
    return [c for c in found if not (c.head in single and _renames(view, c, single))]


def _renames(view: View, counting: Counting, single: set[int]) -> bool:
    token = view.tokens[counting.head]
    if token.dep == "conj" and token.head in single and token.head < counting.head:
        bare = not view.children(counting.head, "det", "nmod:poss", "nummod")
        return bare and (has_one(view, token.head) or _is_parent_of_some(view, counting.head))
    if token.dep != "appos" or token.head not in single or token.head > counting.head:
        return False
    if view.children(counting.head, "conj"):
        return False
    after = max(view.subtree(counting.head)) + 1
    after += after < len(view.tokens) and view.tokens[after].text == ","
    rest = view.tokens[after : after + 2]
    return not (len(rest) > 1 and rest[0].pos == "CCONJ" and rest[1].pos not in VERBAL)


def _is_parent_of_some(view: View, head: int) -> bool:
    """Tell whether a number of children says more of somebody: "a lawyer and father-of-two died" is of one."""
    behind = [i for i in range(head + 1, min(head + 5, len(view.tokens))) if view.tokens[i].text != "-"]
    led = len(behind) > 1 and view.folded[behind[0]] in view.words.of and view.numeral_at(behind[1]) is not None
    return view.language == "en" and led and view.folded[head] in view.words.parents_of
