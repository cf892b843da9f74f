"""A share of a group as the subject: "two, one of whom died", "de los 20, doce fueron liberados"."""

from __future__ import annotations

from recuento.extract.view import View

__all__ = ["share_before"]


def share_before(view: View, head: int) -> int | None:
    """Return the number of those before a relative clause: of "dos, una de las cuales murió", "una"."""
    at = head - 1
    while at > 0 and view.tokens[at].pos in {"AUX", "ADV"}:
        at -= 1
    if at < 2:
        return None
    if _of_group(view, at) or _alone(view, at, head):
        return at
    if view.folded[at] not in view.words.relative:
        return None
    at -= 1
    at -= view.folded[at] in view.words.definite_plural
    if view.folded[at] not in view.words.of:
        return None
    return at - 1 if view.numeral_at(at - 1) is not None or view.folded[at - 1] in view.words.one else None


def _alone(view: View, at: int, head: int) -> bool:
    """Tell whether a Spanish clause opens with a bare number: "murieron tres sicarios y dos más fueron detenidos".

    The parser takes it for one more item of the list before it.
    """
    numeral = view.numeral_at(at)
    several = numeral is not None and numeral.sense == "number"
    one = view.folded[at] in view.words.one and any(view.folded[i] in view.words.more for i in range(at + 1, head))
    if view.language != "es" or not (several or one) or not _is_verb(view, at, head):
        return False
    first = view.inside(numeral.span)[0] if numeral is not None else at
    return first > 1 and (view.tokens[first - 1].pos == "CCONJ" or view.tokens[first - 1].text == ";")


def _is_verb(view: View, at: int, head: int) -> bool:
    """Tell whether the word is a finite verb, or a participle with its auxiliary between."""
    auxiliary = any(view.tokens[i].pos == "AUX" for i in range(at + 1, head))
    return auxiliary or view.tokens[head].has("VerbForm=Fin")


def _of_group(view: View, at: int) -> bool:
    """Tell whether the number right before a verb is a share of what opens the clause: "de los 20, doce fueron …"."""
    numeral = view.numeral_at(at)
    if numeral is None or numeral.sense != "number" or view.tokens[view.inside(numeral.span)[0] - 1].text != ",":
        return False
    first = next((i + 1 for i in range(at - 2, -1, -1) if view.tokens[i].pos == "PUNCT"), 0)
    opened = view.folded[first] in view.words.among and view.folded[first + 1] in view.words.definite_plural
    return opened and first + 1 < at
