"""Whom an armed group captures is taken, not arrested: "the front said it had captured six soldiers"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.sides import side_of
from recuento.extract.speakers import kind_of
from recuento.model.claim import Role
from recuento.model.document import Language

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["as_taken", "is_group"]


def as_taken(drafts: Sequence[Draft], language: Language) -> list[Draft]:
    """Return the drafts of an English sentence, an arrest by nobody but an armed group as an abduction."""
    return [_taken(draft) if language == "en" and _is_by_group(draft) else draft for draft in drafts]


def is_group(words: str) -> bool:
    """Tell whether English words name an armed group: by its side, or by a word for one ("the faction")."""
    side = side_of(words, "en")
    return side == "armed_group" or (side == "unknown" and kind_of(words, "en") == "group")


def _is_by_group(draft: Draft) -> bool:
    if draft.event != "arrest" or draft.tally not in {"arrested", None} or draft.match.rule.form != "transitive":
        return False
    doers = [role for role in draft.roles if role.role in {"perpetrator", "authority"}]
    return bool(doers) and all(_took(role) for role in doers) and draft.counted.side != "armed_group"


def _took(role: Role) -> bool:
    return role.role == "perpetrator" and is_group(role.text)


def _taken(draft: Draft) -> Draft:
    return structs.replace(draft, event="abduction", tally="abducted" if draft.tally else None)
