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
    if _of_group(view, at):
        return at
    if view.folded[at] not in view.words.relative:
        return None
    at -= 1
    at -= view.folded[at] in view.words.definite_plural
    if view.folded[at] not in view.words.of:
        return None
    return at - 1 if view.numeral_at(at - 1) is not None or view.folded[at - 1] in view.words.one else None


def _of_group(view: View, at: int) -> bool:
    """Tell whether the number right before a verb is a share of what opens the clause: "de los 20, doce fueron …"."""
    numeral = view.numeral_at(at)
    if numeral is None or numeral.sense != "number" or view.tokens[view.inside(numeral.span)[0] - 1].text != ",":
        return False
    first = next((i + 1 for i in range(at - 2, -1, -1) if view.tokens[i].pos == "PUNCT"), 0)
    opened = view.folded[first] in view.words.among and view.folded[first + 1] in view.words.definite_plural
    return opened and first + 1 < at
