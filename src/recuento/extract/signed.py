"""Whose message it is that claims or accuses: "banners hung from bridges and signed by the Vipers took credit"."""

from __future__ import annotations

from functools import cache

from recuento.extract.naming import party_side
from recuento.extract.phrases import is_name, noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.grammar import speech
from recuento.lexicon.runs import Runs
from recuento.lexicon.syntax import syntax

__all__ = ["author_of", "author_of_opening"]

_PHRASE = 5  # tokens from the words before a name to the last of it: "signed by the so-called Black Vipers"
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "VERB", "ADV"})


def author_of(view: View, message: int, until: int) -> int | None:
    """Return who put out an English message, named behind it and before ``until``; None where nobody is.

    "A video posted by the gang" by the tree, "leaflets left in the market and signed by the Vipers" by the words.
    """
    if view.language != "en" or not _is_message(view, message):
        return None
    below = [message, *view.children(message, "acl")]
    named = [i for h in below for i in view.children(h, "obl", "nmod", "obl:agent") if i > message]
    by = (i for i in named if view.case_of(i) in view.words.agent_case | view.words.of | view.words.away_from)
    found = next((i for i in by if _is_author(view, i)), None)
    return found if found is not None else _signed(view, message, until)


def author_of_opening(view: View, match: Match) -> int | None:
    """Return whose message opens the sentence in which nobody else is told to claim or accuse."""
    if view.language != "en" or view.headline:
        return None
    message = next((i for i in range(match.head) if _is_message(view, i)), None)
    return None if message is None else author_of(view, message, match.head)


def _is_message(view: View, index: int) -> bool:
    token = view.tokens[index]
    words = {view.folded[index], token.lemma.casefold()}
    return token.pos in {"NOUN", "PROPN"} and not words.isdisjoint(speech(view.language).nouns)


def _signed(view: View, message: int, until: int) -> int | None:
    for run in view.standing(_signs()):
        at = view.find(run, message, until)
        if at is None:
            continue
        for index in range(at + len(run), min(until, at + len(run) + _PHRASE)):
            token = view.tokens[index]
            if token.pos not in _INSIDE:
                break
            following = view.tokens[index + 1].pos if index + 1 < len(view.tokens) else "PUNCT"
            if token.pos in {"NOUN", "PROPN"} and following not in {"NOUN", "PROPN"}:
                return index if _is_author(view, index) else None
    return None


def _is_author(view: View, index: int) -> bool:
    """Tell whether a word can be of whoever claims a deed: people or a name, and none of the state."""
    someone = noun_of(view, index) is not None or is_name(view, index) or view.tokens[index].text[:1].isupper()
    placed = any(place.span.overlaps(view.tokens[index].span) for place in view.places)
    return (someone and not placed and party_side(view, index) != "state") or party_side(view, index) == "armed_group"


@cache
def _signs() -> Runs:
    return Runs.of(syntax("en").signed_by)
