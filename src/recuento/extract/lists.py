"""Lists that syntax loses: the counted items that follow one another after commas and "and"."""

from __future__ import annotations

from recuento.extract.view import NOMINAL, VERBAL, View

__all__ = ["items_after"]

_LONGEST_LIST = 14


def items_after(view: View, head: int) -> list[int]:
    """Return the heads of the counted phrases that continue the list in which ``head`` stands, in order.

    An item begins with a number or an indefinite article right after a comma or "and"; a phrase with a verb of its own
    ("and six others were wounded") ends the list.
    """
    found: list[int] = []
    at = _end_of_item(view, head)
    while at is not None and len(found) < _LONGEST_LIST:
        start = _next_item(view, at)
        if start is None:
            break
        item = _head_of_item(view, start)
        if item is None or _has_own_verb(view, item):
            break
        found.append(item)
        at = _end_of_item(view, item)
    return found


def _next_item(view: View, end: int) -> int | None:
    """Return where the next item begins: the first token after the joints, if it counts; None if the list ends."""
    at = end + 1
    joined = False
    while at < len(view.tokens) and view.folded[at] in view.words.joints and at - end <= 4:
        joined = joined or view.folded[at] in {",", "y", "e", "and", ";"}
        at += 1
    return at if joined and at < len(view.tokens) and _begins_item(view, at) else None


def _begins_item(view: View, at: int) -> bool:
    numeral = view.numeral_at(at)
    if numeral is not None:
        return numeral.sense in {"number", "weight", "money"}
    return view.folded[at] in view.words.begins_item


def _head_of_item(view: View, start: int) -> int | None:
    """Return the first noun after the number or article."""
    for at in range(start, min(len(view.tokens), start + 6)):
        token = view.tokens[at]
        counted = view.numeral_at(at) is not None
        if token.pos in {"NOUN", "PROPN"} and not counted:
            return _last_of_compound(view, at)
        if token.pos in VERBAL or token.text in {",", ";", "."} or view.folded[at] in {"y", "and"}:
            return at - 1 if at > start and view.tokens[at - 1].pos in NOMINAL else None
    return None


def _last_of_compound(view: View, at: int) -> int:
    while view.language == "en" and at + 1 < len(view.tokens) and view.tokens[at + 1].pos == "NOUN":
        at += 1
    return at


def _end_of_item(view: View, head: int) -> int | None:
    """Return the last token before the next comma or conjunction, None where a verb or a full stop comes first."""
    for at in range(head, min(len(view.tokens), head + 12)):
        following = at + 1
        if following >= len(view.tokens):
            return None
        if view.tokens[following].text in {",", ";"} or view.tokens[following].pos == "CCONJ":
            return at
        if view.tokens[following].pos == "VERB" and view.tokens[following].dep not in {"acl", "amod"}:
            return None
        if view.tokens[following].text in {".", ":", "(", "—"}:
            return None
    return None


def _has_own_verb(view: View, item: int) -> bool:
    for at in range(item + 1, min(len(view.tokens), item + 4)):
        if view.tokens[at].pos in {"VERB", "AUX"} and view.tokens[at].dep not in {"acl", "amod"}:
            return True
        if view.tokens[at].text in {",", ";", "."} or view.tokens[at].pos == "CCONJ":
            return False
    return False
