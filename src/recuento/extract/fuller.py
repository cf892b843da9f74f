"""One body under two names: who acts as "elementos de Marina" is also shown as "Secretaría de Marina (Semar)"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, lru_cache

from recuento.extract.naming import SHORT_FORM
from recuento.lexicon.actors import Registry
from recuento.lexicon.fold import fold
from recuento.model.claim import Account, Claim, Role
from recuento.model.span import Span

__all__ = ["with_fuller_names"]

_DOERS = frozenset({"perpetrator", "authority", "claimant"})
_SHORT_FORM = re.compile(SHORT_FORM)
_WORD = re.compile(r"\w+")


def with_fuller_names(accounts: list[Account], text: str, known: Registry) -> list[Account]:
    """Return the accounts; who did it, if named more fully elsewhere in ``text``, is also named in those words.

    The second role follows the first, marked as inherited. The fullest name is the longest of the actor's own names
    that the report writes out, with the short form in brackets behind it; nothing is added where it brings no new word.
    Names that forces of several countries bear ("the army") are no fuller than any other words.
    """
    fullest = _Fullest(text, known)
    return [
        replace(account, claims=tuple(_named(claim, fullest) for claim in account.claims))
        if any(claim.quote.field == "text" for claim in account.claims)
        else account
        for account in accounts
    ]


class _Fullest:
    """Where one text names each actor most fully, looked for once."""

    def __init__(self, text: str, known: Registry) -> None:
        self._text = text
        self._known = known
        self._found: dict[str, Span | None] = {}

    @cached_property
    def _plain(self) -> str:
        return _plain(self._text)

    def of(self, actor: str) -> Span | None:
        if actor not in self._found:
            self._found[actor] = max(self._spans(actor), key=lambda span: (len(span), -span.start), default=None)
        return self._found[actor]

    def words(self, span: Span) -> str:
        return span.of(self._text)

    def _spans(self, actor: str) -> Iterator[Span]:
        entry = self._known.actors[actor]
        names = {fold(name) for name in (entry.name, *entry.aliases) if name is not None}
        for name in names - {fold(name) for name in entry.local}:
            words = r"[\s-]+".join(re.escape(word) for word in re.findall(r"[^\s-]+", name))
            for match in re.finditer(rf"(?<!\w){words}(?!\w)", self._plain):
                behind = _SHORT_FORM.match(self._text, match.end())
                yield Span(match.start(), behind.end() if behind else match.end())


def _plain(text: str) -> str:
    """Return the text without accents and capitals, of the same length."""
    return "".join(_bare(c) for c in text)


@lru_cache(maxsize=1024)
def _bare(character: str) -> str:
    plain = unicodedata.normalize("NFD", character)[0].casefold()
    return plain if len(plain) == 1 else character


def _named(claim: Claim, fullest: _Fullest) -> Claim:
    if claim.quote.field != "text":
        return claim
    roles = tuple(each for role in claim.roles for each in _with_fuller(role, claim, fullest))
    return claim if len(roles) == len(claim.roles) else replace(claim, roles=roles)


def _with_fuller(role: Role, claim: Claim, fullest: _Fullest) -> list[Role]:
    span = fullest.of(role.actor) if role.role in _DOERS and role.actor is not None else None
    if span is None:
        return [role]
    said = {word for other in claim.roles if other.role == role.role for word in _words(other.text)}
    if _words(fullest.words(span)) <= said:
        return [role]
    return [role, replace(role, text=fullest.words(span), span=span, inherited=True)]


def _words(text: str) -> set[str]:
    return {fold(word) for word in _WORD.findall(text)}
