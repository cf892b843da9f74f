"""Who stands by a verb of saying that closes a sentence: the parser gets it wrong after a long clause."""

from __future__ import annotations

from recuento.extract.phrases import noun_of
from recuento.extract.view import VERBAL, View
from recuento.model.span import Span

__all__ = ["beside_verb"]

_LONGEST = 14
_MARKS = frozenset({",", "”", '"', "»"})


def beside_verb(view: View, index: int) -> Span | None:
    """Return the phrase beside the verb at ``index``, or None where the verb does not close a statement.

    English has it before the verb (", the ministry said on Sunday."), Spanish after it.
    """
    return _before(view, index) if view.language == "en" else _after(view, index)


def _before(view: View, index: int) -> Span | None:
    if view.tokens[index - 1].text == ",":
        return _with_aside(view, index)
    start = next((i for i in range(index - 1, max(-1, index - _LONGEST), -1) if view.tokens[i].text in _MARKS), None)
    if start is None or start < 2 or start + 1 >= index or not _closes(view, index):
        return None
    words = [view.tokens[i] for i in range(start + 1, index)]
    asked = next((w.index for w in words if view.folded[w.index] in view.words.relative), None)
    if asked is not None and asked > start + 2:  # "an official who asked not to be named said"
        words = [w for w in words if w.index < asked]
        index = asked
    if words[0].pos == "ADP" or any(w.pos in VERBAL | {"SCONJ", "CCONJ"} and w.dep != "amod" for w in words):
        return None
    return view.span(start + 1, index - 1)


def _with_aside(view: View, index: int) -> Span | None:
    """Return a speaker whose name stands between commas: ", the interior minister, Ana Ruiz, told reporters."."""
    commas = [i for i in range(index - 1, max(-1, index - _LONGEST), -1) if view.tokens[i].text in _MARKS][:3]
    if len(commas) < 3 or commas[2] < 2 or not _closes(view, index):
        return None
    name, title = range(commas[1] + 1, commas[0]), range(commas[2] + 1, commas[1])
    named = bool(name) and all(view.tokens[i].pos == "PROPN" or view.tokens[i].text == "-" for i in name)
    plain = bool(title) and not any(view.tokens[i].pos in VERBAL | {"SCONJ", "CCONJ", "PRON"} for i in title)
    return view.span(title[0], name[-1]) if named and plain and view.tokens[title[0]].pos != "ADP" else None


def _closes(view: View, index: int) -> bool:
    """Tell whether nothing but when, where and to whom it was said follows the verb."""
    if index + 1 >= len(view.tokens) or view.tokens[index + 1].text in {".", ","}:
        return True
    following = view.tokens[index + 1]
    if view.tokens[index - 1].text == "," and view.folded[index + 1] in view.words.that:
        return False  # "the mayor, Ana Ruiz, said that": it opens a statement
    return following.pos in {"ADP", "PROPN", "NOUN", "ADV"} and not view.children(index, "ccomp")


def _after(view: View, index: int) -> Span | None:
    if index < 3 or view.tokens[index - 1].text not in _MARKS:
        return None
    start = _past_dates(view, index + 1)
    if start < len(view.tokens) and view.tokens[start].pos == "ADP":
        return None  # "la alcaldesa, en cambio, habló de 16 muertos"
    end = start
    while end < len(view.tokens) and end - start < _LONGEST and not _ends(view, end):
        end += 1
    named = any(view.tokens[i].pos in {"NOUN", "PROPN"} or noun_of(view, i) is not None for i in range(start, end))
    return view.span(start, end - 1) if named else None


def _past_dates(view: View, at: int) -> int:
    dated = [d.span for d in view.dates]
    while at < len(view.tokens) and (
        view.tokens[at].pos == "ADV" or any(d.overlaps(view.tokens[at].span) for d in dated)
    ):
        at += 1
    return at


def _ends(view: View, at: int) -> bool:
    token = view.tokens[at]
    if token.pos == "ADP":
        return view.folded[at] not in view.words.of
    if token.text == ",":
        # "el secretario de Seguridad, Gerardo Mérida, …" keeps the name.
        named = at + 1 < len(view.tokens) and view.tokens[at + 1].pos == "PROPN"
        return not named
    return token.pos in VERBAL | {"PUNCT", "SCONJ", "CCONJ"} and token.text not in {"-", "’", "'"}
