"""What an English verb's form tells of how many its subject is: "was" has one, "a male and female officer were" two."""

from __future__ import annotations

from recuento.extract.view import View
from recuento.model.annotation import Token

__all__ = ["has_one", "is_one_of_each"]

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def has_one(view: View, head: int) -> bool:
    """Tell whether the phrase is the subject of an English verb that has one subject: "Ruiz was", "Mora has"."""
    return view.language == "en" and any(t.has("Number=Sing") for t in _verbs(view, head))


def is_one_of_each(view: View, head: int) -> bool:
    """Tell whether two adjectives share an article and the verb has several: "a male and female guard were hurt"."""
    if view.language != "en" or not any(t.has("Number=Plur") for t in _verbs(view, head)):
        return False
    kinds = [i for i in view.children(head, "amod", "compound") if i < head]
    return any(view.tokens[i].pos in {"ADJ", "NOUN"} for kind in kinds for i in view.children(kind, "conj") if i < head)


def _verbs(view: View, head: int) -> list[Token]:
    """Return the finite auxiliaries of the verb whose subject the phrase is."""
    token = view.tokens[head]
    if token.dep not in _SUBJECTS:
        return []
    auxiliaries = [view.tokens[i] for i in view.children(token.head, "aux", "aux:pass", "cop")]
    return [one for one in auxiliaries if one.has("VerbForm=Fin")]
