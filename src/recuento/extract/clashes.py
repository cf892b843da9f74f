"""The sides of a clash: both did it, whichever of them the sentence makes its subject."""

from __future__ import annotations

from collections.abc import Iterator

from recuento.extract.naming import party_side
from recuento.extract.phrases import coordinated, is_name, noun_of
from recuento.extract.triggers import Match
from recuento.extract.verbs import objects, subjects
from recuento.extract.view import VERBAL, View

__all__ = ["sides_of_clash"]


def sides_of_clash(view: View, match: Match, agents: tuple[int, ...]) -> tuple[int, ...]:
    """Return the heads of both sides: "soldiers clashed with gunmen", "un choque entre marinos y sicarios"."""
    heads = [*(agents or _fighters(view, match)), *_opponents(view, match)]
    found = [i for head in heads for i in coordinated(view, head)]
    return tuple(i for i in dict.fromkeys(found) if _can_fight(view, i))


def _fighters(view: View, match: Match) -> tuple[int, ...]:
    """Return whoever had the clash that a noun names ("los agentes sostuvieron otro enfrentamiento")."""
    token = view.tokens[match.head]
    above = token.head
    if token.dep not in {"obj", "obl"} or view.tokens[above].pos not in VERBAL:
        return ()
    return subjects(view, above) if token.dep == "obj" else ()


def _opponents(view: View, match: Match) -> Iterator[int]:
    for head in dict.fromkeys((match.head, match.last)):
        for child in view.children(head, "nmod", "obl"):
            if child > head and view.case_of(child) in view.words.opponent_case:
                yield child
                yield from _other_side(view, child)
    if "noun" not in match.kinds:
        yield from (i for i in objects(view, match) if not match.head <= i <= match.last)


def _other_side(view: View, first: int) -> Iterator[int]:
    """Yield the noun after the "and" of "between A and B", which the parser hangs on an adjective of A now and then."""
    joint = next((i for i in range(first + 1, min(first + 8, len(view.tokens))) if view.tokens[i].pos == "CCONJ"), None)
    if joint is None:
        return
    for at in range(joint + 1, min(joint + 4, len(view.tokens))):
        if view.tokens[at].pos in {"NOUN", "PROPN"}:
            yield at
            return


def _can_fight(view: View, index: int) -> bool:
    if noun_of(view, index) is not None or is_name(view, index):
        return True
    return party_side(view, index) in {"state", "armed_group"}
