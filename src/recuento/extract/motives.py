"""Why, where the report says it of the event itself: stated retaliation and revenge."""

from __future__ import annotations

from functools import cache

from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.grammar import scope_words
from recuento.lexicon.runs import Runs
from recuento.model.claim import Motive
from recuento.model.document import Language

__all__ = ["motive_of"]

_REACH = 25


@cache
def _runs(language: Language) -> Runs:
    return Runs.of(scope_words(language).motive)


def motive_of(view: View, match: Match) -> Motive | None:
    """Return the words of the motive that follow or introduce the trigger in its sentence, or None.

    Only those who do violence, or say that they did, have a motive: a deployment "in response to" is none.
    """
    if event_of(match.rule.event).agent not in {"perpetrator", "claimant"}:
        return None
    start, end = max(0, match.head - _REACH), min(len(view.tokens), match.last + _REACH)
    for run in view.standing(_runs(view.language)):
        at = view.find(run, start, end)
        if at is not None:
            stop = at + len(run)
            while (
                stop < len(view.tokens)
                and stop - at < 20
                and view.tokens[stop].text not in {",", ".", ";", "—", ")", ":"}
            ):
                stop += 1
            if stop > at + len(run):
                span = view.span(at, stop - 1)
                return Motive(text=span.of(view.text), span=span)
    return None
