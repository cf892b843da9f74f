"""What was read of a report whose capitals were undone, in the words of the report as it was written."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from recuento.model.claim import Account, Claim, Motive, Quote, Role, Speaker, TriggerWords, When, Where
from recuento.model.coding import Coding, Unread
from recuento.model.document import Document

__all__ = ["as_written"]

_Worded = TypeVar("_Worded", Motive, Quote, Role, Speaker, TriggerWords, Unread, When, Where)


def as_written(coding: Coding, report: Document) -> Coding:
    """Return the coding with every piece of evidence in the words of ``report``, whose text has the same length.

    Names of ties stay as they were read: they have no place of their own in the text. The ids stay too.
    """
    read, written = coding.document.text, report.text
    return replace(
        coding,
        document=replace(coding.document, text=written),
        claims=tuple(_claim(claim, read, written) for claim in coding.claims),
        accounts=tuple(_account(account, read, written) for account in coding.accounts),
        relations=tuple(replace(tie, quote=_quote(tie.quote, written)) for tie in coding.relations),
        unread=tuple(_worded(each, read, written) if each.field == "text" else each for each in coding.unread),
    )


def _account(account: Account, read: str, written: str) -> Account:
    return replace(
        account,
        claims=tuple(_claim(claim, read, written) for claim in account.claims),
        when=account.when and _worded(account.when, read, written),
        where=account.where and _worded(account.where, read, written),
    )


def _claim(claim: Claim, read: str, written: str) -> Claim:
    """Return the claim in the report's words; one from the headline is in them already."""
    if claim.quote.field != "text":
        return claim
    return replace(
        claim,
        quote=_quote(claim.quote, written),
        roles=tuple(_worded(role, read, written) for role in claim.roles),
        when=claim.when and _worded(claim.when, read, written),
        where=claim.where and _worded(claim.where, read, written),
        said_by=tuple(_worded(speaker, read, written) for speaker in claim.said_by),
        motive=claim.motive and _worded(claim.motive, read, written),
        trigger=claim.trigger and _worded(claim.trigger, read, written),
    )


def _quote(quote: Quote, written: str) -> Quote:
    return replace(quote, text=quote.span.of(written)) if quote.field == "text" else quote


def _worded(thing: _Worded, read: str, written: str) -> _Worded:
    """Return the thing in the written words of its span; one named more fully elsewhere keeps that name."""
    return replace(thing, text=thing.span.of(written)) if thing.span.of(read) == thing.text else thing
