"""Who acts in a report without a word of any rule: armed men who get out of a van, a patrol, a court."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recuento.extract.naming import party_side, party_span
from recuento.extract.phrases import noun_of
from recuento.extract.sides import force_in
from recuento.extract.speakers import kind_of
from recuento.extract.triggers import find_triggers
from recuento.extract.view import View
from recuento.lexicon.grammar import saying_verbs
from recuento.model.claim import Role, RoleName

__all__ = ["Seen", "actors_in"]

Sort = Literal["armed", "force", "court"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Somebody as the subject of a verb, as the role that he would have, and his paragraph."""

    sort: Sort
    role: Role
    paragraph: int


def actors_in(view: View) -> Iterator[Seen]:
    """Yield the armed people, forces and courts that do something in the sentence.

    Those whom something befell are left out, and so are those who only speak, and groups by name: "the Cobos split from
    the Robles cartel" tells of no incident.
    """
    befell = {match.head for matches in find_triggers(view) for match in matches}
    for token in view.tokens:
        acts = token.dep == "nsubj" and token.pos in {"NOUN", "PROPN"} and token.head not in befell
        acts = acts and token.index not in befell and view.folded[token.head] not in saying_verbs(view.language)
        sort = _sort(view, token.index) if acts and not view.children(token.head, "aux:pass", "cop") else None
        if sort is not None:
            span = party_span(view, token.index)
            role: RoleName = "perpetrator" if sort == "armed" else "authority"
            found = Role(role=role, text=span.of(view.text), span=span, inherited=True)
            yield Seen(sort=sort, role=found, paragraph=view.sentence.paragraph)


def _sort(view: View, index: int) -> Sort | None:
    if kind_of(view.tokens[index].text, view.language) == "court":
        return "court"
    if noun_of(view, index) is None and kind_of(view.tokens[index].text, view.language) == "other":
        return None  # "la detención de los delincuentes" does nothing
    side = party_side(view, index)
    words = party_span(view, index).of(view.text)
    if side == "armed_group":
        noun = noun_of(view, index)
        by_name = any(word[:1].isupper() for word in words.split()[1:])
        return None if by_name or (noun is not None and noun.side == "armed_group" and noun.unit) else "armed"
    return "force" if side == "state" and force_in(words, view.language) else None
