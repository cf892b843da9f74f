"""Who gives a Spanish balance or figure that is named before: "el balance lo entregó la gobernadora: son 39 libres".

By the order of the words: the parser takes the balance for who speaks, or whoever gives it for who did what is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.view import VERBAL, View
from recuento.lexicon.grammar import saying_verbs, speech, verb_set
from recuento.model.claim import Role, Speaker
from recuento.model.span import Span

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["Giving", "covers_given", "givings", "without_givers"]

_REACH = 9
_INSIDE = frozenset({"ADJ", "ADP", "DET", "NOUN", "PROPN", "ADV", "NUM"})
_BEFORE = frozenset({"DET", "ADJ", "ADP", "NUM"})
_DID = frozenset({"perpetrator", "authority"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Giving:
    """What is given, the verb, and the token at which whoever gives it begins."""

    noun: int
    verb: int
    start: int


def givings(view: View) -> tuple[Giving, ...]:
    """Return the balances and figures of the sentence that somebody named behind the verb gives; () in English."""
    return view.once(_givings)


def _givings(view: View) -> tuple[Giving, ...]:
    told = speech(view.language).told
    if view.language != "es" or view.headline:
        return ()
    counted = [i for i, word in enumerate(view.folded) if word in told] if not told.isdisjoint(view.present) else []
    opening = [] if view.words.clitics.isdisjoint(view.present) else _opening_nouns(view)
    found = [_given(view, noun, counts=noun in counted) for noun in sorted({*counted, *opening})]
    return tuple(giving for giving in found if giving is not None and giving.start < len(view.tokens))


def _opening_nouns(view: View) -> list[int]:
    """Return the first noun of the sentence where nothing but articles and the like stands before it."""
    first = next((t.index for t in view.tokens if t.pos not in _BEFORE - {"ADP"}), None)
    return [] if first is None or view.tokens[first].pos != "NOUN" else [first]


def _given(view: View, noun: int, *, counts: bool) -> Giving | None:
    """Return who gives the noun, by a verb of giving where it ``counts``, else by one of saying."""
    verbs = verb_set(speech(view.language).gives_told, view.language)
    gives = verbs if counts else verbs & saying_verbs(view.language)
    verb = _verb_behind(view, noun, gives)
    if verb is None:
        return _given_before(view, noun, gives) if counts else None
    before, start = view.folded[verb - 1], verb + 1
    while view.folded[start : start + 2] == ("a", "conocer"):  # "lo dio a conocer el fiscal"
        start += 2
    if before in view.words.be:
        by = start < len(view.tokens) and view.folded[start] in view.words.agent_case
        return Giving(noun=noun, verb=verb, start=start + 1) if by and counts else None
    opens = all(view.tokens[i].pos in _BEFORE for i in range(_clause_start(view, noun), noun))
    if (before in view.words.clitics and opens) or (before in view.words.relative and counts):
        return Giving(noun=noun, verb=verb, start=start)
    return None


def _given_before(view: View, noun: int, gives: frozenset[str]) -> Giving | None:
    """Return who gives a figure before a colon: "el gobernador hizo el recuento: 14 muertos"."""
    verb = next((i for i in range(noun - 1, max(0, noun - 4), -1) if view.tokens[i].pos in VERBAL), None)
    closed = noun + 1 < len(view.tokens) and view.tokens[noun + 1].text == ":"
    if verb is None or not closed or view.folded[verb] not in gives:
        return None
    start = _clause_start(view, verb)
    return Giving(noun=noun, verb=verb, start=start) if start < verb else None


def _clause_start(view: View, noun: int) -> int:
    at = noun
    while at > 0 and view.tokens[at - 1].pos not in {"PUNCT", "CCONJ", "SCONJ"} | VERBAL:
        at -= 1
    return at


def _verb_behind(view: View, noun: int, gives: frozenset[str]) -> int | None:
    """Return the verb of giving behind the noun and its own words, with its pronoun, "que" or "fue" right before it."""
    for at in range(noun + 2, min(len(view.tokens) - 1, noun + _REACH)):
        led = view.folded[at - 1] in view.words.clitics | view.words.relative | view.words.be
        if led and view.folded[at] in gives and view.tokens[at].pos in VERBAL:
            return at
        if view.tokens[at - 1].pos not in _INSIDE and not led:
            return None
    return None


def without_givers(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of the sentence; who only gives a figure, and the figure, did nothing of what it counts."""
    named = [view.tokens[i].span for giving in givings(view) for i in (giving.noun, giving.start)]
    drafts = [_without_counter(view, draft) for draft in drafts]
    if not named:
        return drafts
    return [
        structs.replace(draft, roles=tuple(r for r in draft.roles if not _only_gives(r, named))) for draft in drafts
    ]


def _without_counter(view: View, draft: Draft) -> Draft:
    """Leave out who puts a figure at so many: "el ministro cifró en 28 las personas liberadas"."""
    counts = view.folded[draft.match.head] in view.words.gives_figures & saying_verbs(view.language)
    if view.language != "es" or not counts or draft.figure is None:
        return draft
    return structs.replace(draft, roles=tuple(r for r in draft.roles if r.role not in _DID))


def _only_gives(role: Role, named: Sequence[Span]) -> bool:
    return role.role in _DID and any(role.span.overlaps(span) for span in named)


def covers_given(view: View, speaker: Speaker) -> bool:
    """Tell whether a speaker is only what somebody gives: "según el balance que dio el fiscal"."""
    return any(speaker.span.overlaps(view.tokens[giving.noun].span) for giving in givings(view))
