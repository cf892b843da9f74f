"""Names for things, computed from what they are: the same report read again gets the same ids."""

from __future__ import annotations

import hashlib
from datetime import date

from recuento.model.span import Span

__all__ = ["account_id", "claim_id", "document_id", "incident_id"]

# 80 bits: a billion claims collide with a chance below one in a million.
_LETTERS = 16


def _digest(prefix: str, *parts: str) -> str:
    # A length before each part, so that ("ab", "c") and ("a", "bc") differ.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    number = int.from_bytes(hashlib.sha256(joined.encode("utf-8")).digest()[:10], "big")
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
    return prefix + "".join(alphabet[(number >> 5 * i) & 31] for i in reversed(range(_LETTERS)))


def document_id(source: str | None, published_on: date, text: str) -> str:
    """Return "d-…" from publisher or URL, day and text; never from the path."""
    return _digest("d-", source or "", published_on.isoformat(), text)


def account_id(document: str, family: str, first_sentence: int) -> str:
    """Return "k-…" from the document, the event family and the start of the account's first sentence."""
    return _digest("k-", document, family, str(first_sentence))


def claim_id(document: str, field: str, quote_start: int, event: str, tally: str | None, figure: Span | None) -> str:
    """Return "c-…" from the document, the quote's start, event, tally and the span of the figure."""
    where = f"{figure.start}-{figure.end}" if figure else ""
    return _digest("c-", document, field, str(quote_start), event, tally or "", where)


def incident_id(seed_account: str) -> str:
    """Return "i-…" for the incident whose seed account this is: the account's id under another prefix.

    Every account id thus names, by its alias, the incident that holds it.
    """
    return "i-" + seed_account.removeprefix("k-")
