"""What a clause only weighs: "that they would take so many at once may show a change of method"."""

from __future__ import annotations

from recuento.extract.triggers import Match
from recuento.extract.view import View

__all__ = ["is_pondered"]

_OPENS = 3  # tokens: "That", "The fact that"


def is_pondered(view: View, match: Match) -> bool:
    """Tell whether an English "that" opens the sentence, and a modal says what what would be done may mean."""
    opens = next((i for i in range(min(_OPENS, len(view.tokens))) if view.folded[i] in view.words.that), None)
    if view.language != "en" or opens is None or view.tokens[opens].dep == "det" or opens > match.head:
        return False
    would = any(view.folded[i] in view.words.would for i in view.children(match.head, "aux"))
    return would and not view.words.modal.isdisjoint(view.folded[match.last + 1 :])
