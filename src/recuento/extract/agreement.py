"""What an English verb's form tells of how many its subject is: "was" has one, "a male and female officer were" two."""

from __future__ import annotations

from recuento.extract.view import View
from recuento.model.annotation import Token

__all__ = ["begins_clause", "does_otherwise", "has_one", "is_one_of_each"]

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def has_one(view: View, head: int) -> bool:
    """Tell whether the phrase is the subject of an English verb that has one subject: "Ruiz was", "Mora has"."""
    return view.language == "en" and any(view.folded[t.index] in view.words.one_is for t in _verbs(view, head))


def is_one_of_each(view: View, head: int) -> bool:
    """Tell whether two adjectives share an article and the verb has several: "a male and female guard were hurt"."""
    if view.language != "en" or not any(t.has("Number=Plur") for t in _verbs(view, head)):
        return False
    kinds = [i for i in view.children(head, "amod", "compound") if i < head]
    return any(view.tokens[i].pos in {"ADJ", "NOUN"} for kind in kinds for i in view.children(kind, "conj") if i < head)


def does_otherwise(view: View, head: int, verb: int) -> bool:
    """Tell whether a later English verb than ``verb`` has the phrase as its subject: "nine died, and six were hurt"."""
    token = view.tokens[head]
    ahead = token.head > head and token.head > verb
    return view.language == "en" and token.dep in _SUBJECTS and ahead


def begins_clause(view: View, head: int, first: int) -> bool:
    """Tell whether the phrase follows a comma as the subject of a verb: "including a guard, 14 others are hurt"."""
    return first > 0 and view.tokens[first - 1].text == "," and does_otherwise(view, head, head)


def _verbs(view: View, head: int) -> list[Token]:
    """Return the finite auxiliaries of the verb whose subject the phrase is."""
    token = view.tokens[head]
    if token.dep not in _SUBJECTS:
        return []
    auxiliaries = [view.tokens[i] for i in view.children(token.head, "aux", "aux:pass", "cop")]
    return [one for one in auxiliaries if one.has("VerbForm=Fin")]
