"""All that one report gave."""

from __future__ import annotations

from dataclasses import dataclass

from recuento.model.claim import Account, Claim, Relation
from recuento.model.document import Document, Field
from recuento.model.span import Span

__all__ = ["Coding", "Unread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A sentence that speaks of violence and gave no claim, with the reason in words."""

    document: str
    field: Field
    span: Span
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One document with its claims (text order), accounts, ties between actors, and what was left unread.

    ``document.language`` is set. Every claim's ``account`` is the id of one of ``accounts``.
    """

    document: Document
    claims: tuple[Claim, ...]
    accounts: tuple[Account, ...]
    relations: tuple[Relation, ...]
    unread: tuple[Unread, ...]
