"""Sums that the reports let a reader notice: 42 + 16 = 58 = 36 + 22; 66 taken - 58 freed = 8 unaccounted for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from recuento.ledger.records import Remark, Reported
from recuento.ledger.tally import why_unfit
from recuento.ledger.units import unit_key
from recuento.model import Claim, Count, Entry

__all__ = ["arithmetic"]


def arithmetic(reported: Iterable[Reported], entries: Sequence[Entry], day: date | None = None) -> tuple[Remark, ...]:
    """Return what adds up, and what does not, among the claims and the ``entries`` in force, on ``day`` or by now."""
    fit = sorted(
        (one for one in reported if one.claim.figure is not None and why_unfit(one, day) is None),
        key=lambda r: (r.document.published_on, r.document.id, r.claim.quote.span),
    )
    claims = [one.claim for one in fit]
    published = {one.claim.id: one.document.published_on for one in fit}
    remarks = [remark for entry in entries if entry.unit == "people" for remark in _sums(claims, entry, published)]
    return (*remarks, *_captives(entries))


def _sums(claims: Sequence[Claim], entry: Entry, published: Mapping[str, date]) -> tuple[Remark, ...]:
    """Return one remark on how increments and parts make the total held, and a warning where parts exceed it."""
    total = entry.best.exact
    if total is None:
        return ()
    mine = [c for c in claims if c.tally == entry.tally and _same_people(c, entry)]
    steps = _adding_up([c for c in mine if c.scope in {"increment", None}], total) or _on_top(mine, total, published)
    parts = _adding_up([c for c in mine if _is_part(c)], total)
    remarks = []
    if steps or parts:
        chain = [" + ".join(str(_number(c)) for c in group) for group in (steps, parts) if group]
        text = " = ".join([chain[0], str(total), *chain[1:]]) if steps else f"{total} = {chain[0]}"
        used = (*steps, *(c for c in mine if _number(c) == total), *parts)
        ids = tuple(dict.fromkeys(c.id for c in used))
        remarks.append(Remark(kind="sum", text=text, claims=ids, count=Count.exactly(total)))
    return (*remarks, *_over(mine, entry))


def _same_people(claim: Claim, entry: Entry) -> bool:
    sides = {claim.counted.side, entry.side}
    return (len(sides) == 1 or "unknown" in sides) and unit_key(entry.tally, claim.unit) == entry.unit


def _is_part(claim: Claim) -> bool:
    return claim.scope == "part" or claim.part_of is not None


def _number(claim: Claim) -> int:
    return claim.figure.count.at_least if claim.figure else 0


def _adding_up(claims: Sequence[Claim], total: int) -> tuple[Claim, ...]:
    """Return two to four claims of different figures in one report that make ``total`` exactly, in text order."""
    for document in dict.fromkeys(c.document for c in claims):
        said = {(_number(c), c.unit): c for c in reversed(claims) if c.document == document and _exact(c)}
        mine = sorted(said.values(), key=lambda c: (c.quote.span, c.id))[:12]
        for size in (2, 3, 4):
            for group in combinations(mine, size):
                if sum(_number(c) for c in group) == total:
                    return tuple(sorted(group, key=lambda c: (-_number(c), c.id)))
    return ()


def _on_top(claims: Sequence[Claim], total: int, published: Mapping[str, date]) -> tuple[Claim, ...]:
    """Return an earlier day's figure and the increment that makes the total of it, the earliest such pair."""
    whole = [c for c in claims if not _is_part(c) and c.scope != "increment" and _exact(c)]
    for more in (c for c in claims if c.scope == "increment" and _exact(c)):
        for base in whole:
            if published[base.id] < published[more.id] and _number(base) + _number(more) == total:
                return (base, more)
    return ()


def _exact(claim: Claim) -> bool:
    return claim.figure is not None and bool(claim.figure.count.exact)


def _over(claims: Sequence[Claim], entry: Entry) -> tuple[Remark, ...]:
    """Warn of each part that is larger than the total held."""
    top = entry.best.at_most
    if top is None:
        return ()
    return tuple(
        Remark(
            kind="parts_over_total",
            text=f"a part of {_number(claim)} ({claim.unit}) is more than the total of {entry.best}",
            claims=(claim.id, *entry.rests_on),
        )
        for claim in claims
        if _is_part(claim) and _number(claim) > top
    )


def _captives(entries: Sequence[Entry]) -> tuple[Remark, ...]:
    """Return how many of the taken are unaccounted for, or warn if more were freed than taken."""
    taken = _of("abducted", entries)
    freed = _of("freed", entries)
    if taken is None or freed is None:
        return ()
    ids = tuple(dict.fromkeys((*taken.rests_on, *freed.rests_on)))
    if taken.best.at_most is not None and freed.best.at_least > taken.best.at_most:
        return (Remark(kind="freed_over_taken", text=f"{freed.best} freed, but only {taken.best} taken", claims=ids),)
    best = taken.best.minus(freed.best)
    dead = _of("killed", entries, side=taken.side)
    # The dead of the victims' side may be captives or not: they lower the least figure, never the stated one.
    low = max(0, taken.low - (freed.best.at_least if freed.high is None else freed.high))
    low = max(0, low - (dead.best.at_least if dead else 0))
    high = None if taken.high is None else max(0, taken.high - freed.low)
    text = f"{taken.best} taken − {freed.best} freed = {best} unaccounted for"
    if (low, high) != (best.at_least, best.at_most):
        text += f" (between {low} and {'more' if high is None else high})"
    return (Remark(kind="unaccounted_for", text=text, claims=ids, count=best),)


def _of(name: str, entries: Sequence[Entry], side: str | None = None) -> Entry | None:
    """Return the entry on people of the victims' side: civilians before a side that is not said, then the state's."""
    mine = [e for e in entries if e.tally == name and e.unit == "people" and side in {None, e.side}]
    order = ("civilian", "unknown", "state")
    return min((e for e in mine if e.side in order), key=lambda e: order.index(e.side), default=None)
