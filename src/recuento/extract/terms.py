"""A prison term without its noun: "condenó a 90 años a Ana Ruiz, y a 60 a su hijo" sentences no sixty."""

from __future__ import annotations

from collections.abc import Sequence

from recuento.extract.figures import Counting
from recuento.extract.triggers import Match
from recuento.extract.view import View

__all__ = ["without_terms"]

_SENTENCED = frozenset({"sentence", "conviction"})


def without_terms(view: View, match: Match, counted: Sequence[Counting]) -> list[Counting]:
    """Return what a sentence counts without bare numbers between two Spanish "a": they are years."""
    if view.language != "es" or match.rule.event not in _SENTENCED:
        return list(counted)
    return [counting for counting in counted if not _is_term(view, counting.head)]


def _is_term(view: View, index: int) -> bool:
    marks, after = view.words.object_mark, index + 1
    bare = view.tokens[index].pos == "NUM" and after < len(view.tokens) and view.folded[after] in marks
    return bare and index > 0 and view.folded[index - 1] in marks
