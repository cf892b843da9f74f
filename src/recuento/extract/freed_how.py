"""Who freed people that Spanish first tells home: "volvieron nueve: los soltaron sus captores"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.naming import party_side, party_span
from recuento.extract.phrases import noun_of
from recuento.extract.preverbal import behind_clitic
from recuento.extract.triggers import Match
from recuento.extract.verbs import subjects
from recuento.extract.view import View
from recuento.model.annotation import Sentence
from recuento.model.claim import Role, Side

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["freed_how", "with_finders"]

_DEATHS = frozenset({"killing", "body_found"})
_BEFORE_VERB = 3  # tokens: "los había por fin hallado"


def freed_how(view: View, match: Match) -> Iterator[int]:
    """Yield who let those of a release go or brought them out, where a clause behind it says so with a pronoun."""
    if match.rule.event == "release" and match.rule.counts == "freed":
        yield from _who_freed(view, match.last + 1)


def with_finders(view: View, drafts: list[Draft], here: Sequence[Draft], before: View | Sentence | None) -> list[Draft]:
    """Return the drafts so far; of those told home in the sentence before, by whom this one says that they were found.

    ``here`` are its own drafts: it counts nobody else. Nobody else is said to have freed them, and both sentences stand
    in one paragraph.
    """
    last = drafts[-1] if drafts else None
    if last is None or before is None or not _is_unexplained(last):
        return drafts
    sentence = before.sentence if isinstance(before, View) else before
    others = any(d.figure is not None or d.event in _DEATHS for d in here)  # "a dos los hallaron muertos"
    freed = next(_who_freed(view, 0), None) if sentence.span == last.sentence and not others else None
    if freed is None:
        return drafts
    span, state = party_span(view, freed), _side(view, freed) == "state"
    role = Role(role="authority" if state else "perpetrator", text=span.of(view.text), span=span, inherited=True)
    event = "rescue" if state else last.event
    return [*drafts[:-1], structs.replace(last, event=event, roles=(role, *last.roles))]


def _is_unexplained(draft: Draft) -> bool:
    told = any(role.role in {"perpetrator", "authority"} for role in draft.roles)
    return draft.event == "release" and draft.figure is not None and not told


def _who_freed(view: View, start: int) -> Iterator[int]:
    if view.language != "es" or view.headline:
        return
    for at in range(start, len(view.tokens) - 1):
        verb = _verb_behind(view, at) if view.folded[at] in view.words.clitics else None
        doers: Sequence[int] = () if verb is None else (*subjects(view, verb), *behind_clitic(view, verb))
        yield from (i for i in doers if _side(view, i) in {"state", "armed_group"})


def _verb_behind(view: View, pronoun: int) -> int | None:
    """Return the verb of finding or letting go that has the pronoun for its object, None where another stands there."""
    for at in range(pronoun + 1, min(len(view.tokens), pronoun + 1 + _BEFORE_VERB)):
        if view.folded[at] in view.words.lets_go:
            return at
        if view.tokens[at].pos not in {"AUX", "ADV"}:
            return None
    return None


def _side(view: View, index: int) -> Side:
    noun, told = noun_of(view, index), party_side(view, index)
    return noun.side if told == "unknown" and noun is not None else told
