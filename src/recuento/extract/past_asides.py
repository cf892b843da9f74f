"""Whom a Spanish verb befell, behind an aside: "detuvieron en mayo, tras una balacera, a Juan Solís"."""

from __future__ import annotations

from recuento.extract.phrases import fits, is_name
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.triggers import OF_PEOPLE

__all__ = ["object_past_asides"]

_REACH = 20  # tokens from the verb to whom it befell


def object_past_asides(view: View, match: Match) -> tuple[int, ...]:
    """Return the head of a person who stands with "a" right behind a comma, () where another verb stands between.

    Between the verb and that comma only when, where and after what it was can stand, which another comma opens.
    """
    if view.language != "es" or view.headline or match.rule.patient not in OF_PEOPLE:
        return ()
    commas = 0
    for at in range(match.last + 1, min(len(view.tokens) - 2, match.last + _REACH)):
        token = view.tokens[at]
        if token.text != ",":
            if token.has("VerbForm=Fin") or token.pos == "CCONJ" or token.text in {";", ":", "(", '"', "“", "«"}:
                return ()
            continue
        commas += 1
        if view.folded[at + 1] in view.words.object_mark and commas > 1:
            whom = next((i for i in range(at + 2, at + 5) if i < len(view.tokens) and _is_head(view, i)), None)
            return (whom,) if whom is not None and (is_name(view, whom) or fits(view, whom, "person")) else ()
    return ()


def _is_head(view: View, index: int) -> bool:
    return view.tokens[index].pos in {"NOUN", "PROPN"}
