"""Whom Spanish puts at the head of a deed, or behind it: "al frente de los asaltantes iban policías"."""

from __future__ import annotations

from collections.abc import Iterator

from recuento.extract.naming import party_side
from recuento.extract.phrases import noun_of
from recuento.extract.triggers import Match
from recuento.extract.verbs import subjects
from recuento.extract.view import View

__all__ = ["carried_out_past_aside", "is_of_state", "put_at_the_head", "said_to_be"]

_AHEAD = 16  # tokens: "al frente de los asaltantes, según la banda, iban policías"
_PARTICIPLE = 6
_ASIDE = 10
_BESIDE = 4


def is_of_state(view: View, index: int) -> bool:
    """Tell whether a word is a force or an official of the state."""
    noun = noun_of(view, index)
    return party_side(view, index) == "state" or (noun is not None and noun.side == "state")


def put_at_the_head(view: View, match: Match) -> tuple[int, ...]:
    """Return the force that stands behind "detrás de esos asaltos", without a preposition, else the verb's subject."""
    if view.language != "es" or view.tokens[match.head].pos == "VERB":
        return ()
    behind = range(match.last + 1, min(len(view.tokens), match.last + _AHEAD))
    after = (i for i in behind if view.tokens[i].pos in {"NOUN", "PROPN"} and not _has_case(view, i))
    before = (i for verb in (match.head, view.tokens[match.head].head) for i in subjects(view, verb))
    return next(((i,) for i in (*after, *before) if is_of_state(view, i)), ())


def _has_case(view: View, index: int) -> bool:
    """Tell whether a preposition stands with the word, by the tree or right before its article."""
    at = index - 1
    while at > 0 and view.tokens[at].pos in {"DET", "ADJ", "NUM"}:
        at -= 1
    return bool(view.case_of(index)) or view.tokens[at].pos == "ADP"


def said_to_be(view: View, verb: int) -> Iterator[int]:
    """Yield who "los que dirigían a los ladrones eran policías" says that they were."""
    yield from (i for i in view.ancestors(verb) if view.children(i, "cop"))


def carried_out_past_aside(view: View, match: Match) -> Iterator[int]:
    """Yield who stands "por" a participle and an aside: "asaltos a viviendas cometidos, según él, por policías"."""
    if view.language != "es" or match.rule.form != "nominal":
        return
    near = range(match.last + 1, min(len(view.tokens) - 1, match.last + _PARTICIPLE))
    did = next((i for i in near if view.folded[i] in view.words.carries_out), None)
    if did is None or view.tokens[did].has("VerbForm=Fin") or view.tokens[did + 1].text != ",":
        return
    close = next((i for i in range(did + 2, min(len(view.tokens), did + _ASIDE)) if view.tokens[i].text == ","), None)
    if close is None or close + 2 >= len(view.tokens) or view.folded[close + 1] not in view.words.agent_case:
        return
    beside = range(close + 2, min(len(view.tokens), close + 2 + _BESIDE))
    yield from [i for i in beside if noun_of(view, i) is not None or view.tokens[i].pos == "PROPN"][:1]
