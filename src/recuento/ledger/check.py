"""What the ledger refuses: a coding that contradicts itself is a defect of the reader, never of the report."""

from __future__ import annotations

from recuento.errors import LedgerError
from recuento.model import Claim, Coding, Document

__all__ = ["check"]


def check(coding: Coding) -> None:
    """Refuse a quote that is not the report's words, a claim without its account, an id used twice.

    Raises:
        LedgerError: with the claim and what is wrong.
    """
    accounts = {account.id for account in coding.accounts}
    for claim in coding.claims:
        if claim.account not in accounts:
            raise LedgerError(f"claim {claim.id} belongs to {claim.account}, which its report does not have")
        _check_quote(claim, coding.document)
    told = sorted(claim.id for account in coding.accounts for claim in account.claims)
    if told != sorted(claim.id for claim in coding.claims):
        raise LedgerError(f"report {coding.document.id}: its claims are not those of its accounts")
    if len(set(told)) != len(told):
        raise LedgerError(f"report {coding.document.id}: two claims bear one id")


def _check_quote(claim: Claim, document: Document) -> None:
    words = document.words(claim.quote.field)[claim.quote.span.start : claim.quote.span.end]
    if words != claim.quote.text:
        raise LedgerError(f"claim {claim.id} quotes {claim.quote.text!r}, but the report says {words!r} there")
