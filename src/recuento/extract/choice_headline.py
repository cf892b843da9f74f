"""Who is counted in a headline, where the parser ties phrases to the wrong verb."""

from __future__ import annotations

from recuento.extract.figures import Counting
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View

__all__ = ["follows_another_verb", "of_headline"]


def follows_another_verb(view: View, counting: Counting, match: Match) -> bool:
    """Tell whether the phrase belongs to a headline's second verb ("Hitmen kill man and injure son"), or looks on.

    The parser gives the son to the first verb.
    """
    verb = view.inside(counting.span)[0] - 1
    if view.tokens[verb].pos == "CCONJ" and _looks_on(view, match.last, verb):
        return True
    if verb - 1 <= match.last or view.tokens[verb - 1].pos != "CCONJ":
        return False
    return any(m.head == verb and m.rule.form == "transitive" for ms in find_triggers(view) for m in ms)


def of_headline(view: View, found: list[Counting]) -> list[Counting | None]:
    """Return the figures, none where kin without a number belong to them, nor one for who a name is said to be.

    "They kill a father and his children"; "They kill “El Toro”, an alleged member of a gang".
    """
    if any(c.figure is None and _is_kin(view, c) for c in found):
        return [None]
    named = {c.head for c in found if c.figure is not None and c.figure.basis == "named"}
    return [
        c
        for c in found
        if c.figure is not None
        and not (view.tokens[c.head].dep == "appos" and view.tokens[c.head].head in named and c.numeral is None)
    ]


def _is_kin(view: View, counting: Counting) -> bool:
    """Tell whether those counted are somebody's, named in the same list: "and his children"."""
    owners = view.children(counting.head, "nmod:poss", "det")
    joined = view.tokens[counting.head].dep == "conj"
    return joined and any(view.folded[i] in view.words.possessive for i in owners)


def _looks_on(view: View, start: int, end: int) -> bool:
    """Tell whether tokens[start:end] hold before whom it was done: "in front of his wife and son".

    "In front of shop and farmer in field" is two places: who looks on belongs to somebody.
    """
    at = next((i for i in range(start, end) if view.folded[i] in view.words.presence), None)
    return at is not None and any(view.folded[i] in view.words.possessive for i in range(at, end))
