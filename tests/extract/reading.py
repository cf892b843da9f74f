"""Sentences read by the whole reader, and short questions about what it found in them.

Everyone named in the sentences of this folder is invented. All reports are of Tuesday 26 March 2024.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from recuento.model import Claim, Coding
from recuento.pipeline import code_text

__all__ = ["PUBLISHED", "claims", "doers", "figures", "read", "the_claim", "the_figure", "touching"]

PUBLISHED = date(2024, 3, 26)


@cache
def read(text: str, title: str | None = None) -> Coding:
    """Return what a report with these words says."""
    return code_text(text, published_on=PUBLISHED, title=title)


def claims(text: str, *, event: str | None = None, tally: str | None = None) -> list[Claim]:
    """Return the claims of ``text`` in text order, of one event or for one tally if given."""
    found = read(text).claims
    return [c for c in found if event in {None, c.event} and tally in {None, c.tally}]


def the_claim(text: str, *, event: str | None = None, tally: str | None = None) -> Claim:
    """Return the only claim of that kind; fail naming all that was read."""
    found = claims(text, event=event, tally=tally)
    assert len(found) == 1, f"{len(found)} claims of {event or tally} in {told(text)}"
    return found[0]


def the_figure(text: str, tally: str) -> tuple[int, int | None]:
    """Return the bounds of the only figure that feeds ``tally``."""
    figure = the_claim(text, tally=tally).figure
    assert figure is not None, f"no figure in {told(text)}"
    return figure.count.at_least, figure.count.at_most


def figures(text: str) -> list[tuple[str, int]]:
    """Return (tally, lower bound) of every figure, in text order."""
    return [(c.tally or c.event, c.figure.count.at_least) for c in read(text).claims if c.figure is not None]


def doers(text: str) -> list[str]:
    """Return the words for whoever did violence, of every claim, in text order."""
    return [role.text for claim in claims(text) for role in claim.roles if role.role == "perpetrator"]


def touching(text: str, words: str) -> list[Claim]:
    """Return the claims whose quote shares a word with ``words``, which must stand in ``text``."""
    start = text.index(words)
    end = start + len(words)
    return [c for c in read(text).claims if c.quote.span.start < end and start < c.quote.span.end]


def told(text: str) -> list[str]:
    """Return every claim in a few words, for the message of a failing test."""
    return [f"{c.event}/{c.tally}/{c.figure.count if c.figure else '-'}: {c.quote.text}" for c in read(text).claims]
