"""Whom a headline's verb is about, where the parser misses it: a number right behind, a pronoun or person before."""

from __future__ import annotations

from recuento.extract.nearness import counted_by, someone_before
from recuento.extract.phrases import fits
from recuento.extract.triggers import Match
from recuento.extract.view import View

__all__ = ["numbered_object", "told_before"]


def numbered_object(view: View, match: Match) -> tuple[int, ...]:
    """ "They kill four and two are hurt": the number right after a headline's verb, whatever the parser makes of it."""
    at = match.last + 1
    numeral = view.numeral_at(at) if view.headline and at < len(view.tokens) else None
    if numeral is None or numeral.sense != "number" or view.children(match.head, "obj") == (counted_by(view, at),):
        return ()
    return (counted_by(view, at),)


def told_before(view: View, match: Match) -> tuple[int, ...]:
    """Return the pronoun or the person before a headline's verb: "Lo matan", "Balean a hombre; muere"."""
    if not view.headline:
        return ()
    at = match.head - 1
    while at > 0 and view.tokens[at].pos == "AUX":
        at -= 1
    if match.rule.form == "transitive":
        if at >= 2 and view.tokens[at].pos == "CCONJ" and view.folded[at - 2] in view.words.clitics:
            at -= 2  # "lo alcanza y mata"
        plural = at >= 0 and view.folded[at] in view.words.clitics and view.folded[at].endswith("s")
        if plural:
            return _those_before(view, at)
        return (at,) if at >= 0 and view.folded[at] in view.words.clitics else ()
    someone = someone_before(view, match) if match.rule.form == "intransitive" else None
    return (someone,) if someone is not None else ()


def _those_before(view: View, pronoun: int) -> tuple[int, ...]:
    """Return the counted people whom a plural pronoun takes up: "persiguen a dos conductores y los asesinan"."""
    told = [n for i in range(pronoun) if (n := view.numeral_at(i)) is not None and n.sense == "number"]
    heads = {counted_by(view, view.inside(n.core)[-1]) for n in told}
    people = tuple(i for i in heads if fits(view, i, "person"))
    return people if len(people) == 1 else ()
