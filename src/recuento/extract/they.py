"""Who "they" and "it" are that open a sentence: "Marines came by boat before dawn. They arrested seven men."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.naming import party_span
from recuento.extract.openings import opening_name, opening_people
from recuento.extract.phrases import noun_of
from recuento.extract.sides import side_of
from recuento.extract.speakers import kind_of
from recuento.extract.taken_by_gangs import is_group
from recuento.extract.verbs import subjects
from recuento.extract.view import VERBAL, View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import saying_verbs
from recuento.lexicon.people import people
from recuento.model.annotation import Sentence
from recuento.model.claim import Role, Side
from recuento.model.span import Span

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["told_of_them"]

_QUOTED = frozenset({'"', "“", "‘", "'"})
_OPENS = 3  # tokens: "Later they", "On arrival they"
_OF_THE_STATE = frozenset({"arrest", "seizure", "rescue", "operation", "deployment"})
_DOERS = frozenset({"perpetrator", "authority", "claimant"})


def told_of_them(view: View, drafts: Sequence[Draft], before: View | Sentence | None) -> list[Draft]:
    """Return the drafts of a sentence; what an opening "they" or "it" did was done by the subject of the one before.

    So it is where that subject is people or a body of their number, and can have done it. The role is inherited.
    ``before`` is a `Sentence` where it was not parsed, and None where it stands in another paragraph.
    """
    pronoun = _opening_pronoun(view)
    if pronoun is None or before is None:
        return list(drafts)
    span = _subject_of(before, view, plural=view.folded[pronoun] in view.words.they)
    if span is None:
        return list(drafts)
    party = Role(role="perpetrator", text=span.of(view.text), span=span, inherited=True)
    return [_done_by(view, draft, pronoun, party) for draft in drafts]


def _subject_of(before: View | Sentence, view: View, *, plural: bool) -> Span | None:
    if isinstance(before, View):
        subject = _main_subject(before, plural=plural)
        return None if subject is None else party_span(before, subject)
    return opening_people(view.text, before.span) if plural else opening_name(view.text, before.span)


def _opening_pronoun(view: View) -> int | None:
    if view.language != "en" or view.headline or view.tokens[0].text in _QUOTED:
        return None
    stands_for = view.words.they | view.words.it
    found = (i for i in range(min(_OPENS, len(view.tokens))) if view.folded[i] in stands_for)
    return next((i for i in found if view.tokens[i].dep == "nsubj"), None)


def _main_subject(view: View, *, plural: bool) -> int | None:
    """Return the subject of the sentence's main verb if it is several people, a force or a group; else None."""
    root = next((t.index for t in view.tokens if t.dep == "ROOT"), None)
    if root is None or view.tokens[root].pos not in VERBAL or view.children(root, "nsubj:pass"):
        return None
    if view.folded[root] in saying_verbs(view.language):
        return None  # who tells of it did not do it
    clauses = [root, *(i for i in view.children(root, "conj") if view.tokens[i].pos in VERBAL)]
    last = next(i for i in reversed(clauses) if i == root or view.children(i, "nsubj"))
    own = [i for i in view.children(last, "nsubj") if i < last and view.tokens[i].pos in {"NOUN", "PROPN"}]
    if len(own) != 1:
        return None
    noun, many = noun_of(view, own[0]), view.tokens[own[0]].has("Number=Plur")
    body = _side(party_span(view, own[0]).of(view.text)) in {"state", "armed_group"}
    if not plural:
        return own[0] if body and not many else None
    force = kind_of(view.tokens[own[0]].text, "en") == "security_force" or (noun is not None and noun.force)
    of_several = many and (noun is not None or body)
    return own[0] if of_several or (body and force) else None


def _done_by(view: View, draft: Draft, pronoun: int, party: Role) -> Draft:
    """Return the draft with the party as its doer, where the pronoun is its verb's subject and nobody else did it."""
    words = range(draft.match.head, draft.match.last + 1)
    verb = next((i for i in words if view.tokens[i].pos == "VERB"), draft.match.head)
    if any(role.role in _DOERS for role in draft.roles) or pronoun not in subjects(view, verb):
        return draft
    if draft.match.rule.form in {"intransitive", "nominal"} or view.children(verb, "aux:pass"):
        return draft
    side = _side(party.text)
    draft = _as_told(draft, side)
    agent = event_of(draft.event).agent
    fits = side == "state" if agent == "authority" else agent != "claimant" or side != "state"
    return draft if not fits else structs.replace(draft, roles=(replace(party, role=agent), *draft.roles))


def _as_told(draft: Draft, side: Side) -> Draft:
    """Return the draft as what it is when its doer is of that side: soldiers rescue people, a gang arrests nobody."""
    if draft.event == "release" and side == "state":
        return structs.replace(draft, event="rescue")
    if draft.event == "arrest" and side == "armed_group" and draft.tally in {"arrested", None}:
        return structs.replace(draft, event="abduction", tally="abducted" if draft.tally else None)
    return draft


def _side(words: str) -> Side:
    """Return the side that the words tell, by their last word where only that does: "Navy infantrymen", "forces"."""
    known = side_of(words, "en")
    if is_group(words):
        return "armed_group"
    noun = people("en").get(fold(words.rsplit(maxsplit=1)[-1]))
    return noun.side if known == "unknown" and noun is not None else known
