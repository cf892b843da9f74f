"""Spanish verbs of finding that only say where something lies: "una bodega ubicada en", "que se encuentra en"."""

from __future__ import annotations

from recuento.extract.view import NOMINAL, View

__all__ = ["only_lies"]

_AHEAD = frozenset({"PRON", "NOUN", "PROPN", "ADV", "PUNCT", "NUM"})


def only_lies(view: View, index: int) -> bool:
    """Tell whether nothing was found: a thing is said to lie somewhere, and the verb tells where.

    "Se encuentran" before its subject may still tell of a find: "en el patio se encuentran tres fusiles".
    """
    if view.language != "es" or view.headline:
        return False
    word = view.folded[index]
    if word in view.words.lying:
        return _is_beside_its_noun(view, index)
    return word in view.words.lies and _has_subject_before(view, index)


def _is_beside_its_noun(view: View, index: int) -> bool:
    """Tell whether a participle describes a noun that it follows, one set somewhere unless the verb can do no else."""
    token = view.tokens[index]
    if token.dep not in {"acl", "amod"} or token.head > index or view.children(index, "aux"):
        return False
    always = view.folded[index] in view.words.situated
    return always or view.case_of(token.head) in view.words.where_case


def _has_subject_before(view: View, index: int) -> bool:
    """Tell whether "se" stands between a subject, or what points back to one, and the verb."""
    if index < 2 or view.folded[index - 1] != "se" or view.tokens[index - 2].pos not in _AHEAD:
        return False
    subjects = view.children(index, "nsubj")
    return any(i < index and view.tokens[i].pos in NOMINAL for i in subjects)
