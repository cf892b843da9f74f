"""A person's word laid over the machine's reading: what is stored stays; what is shown and counted is corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Connection, select

from recuento.ledger import kept as k
from recuento.ledger.decisions import undone
from recuento.ledger.rows import THESE, each_batch, entry_order
from recuento.ledger.wire import decode, instant
from recuento.model import Account, Claim, Entry, Incident, SetAside, When, Where
from recuento.model.decision import Correction

__all__ = [
    "Fix",
    "any_fixes",
    "corrected_accounts",
    "corrected_claim",
    "corrected_entries",
    "corrected_incident",
    "fixes_of",
    "fixes_on",
]

_c, _d = k.correction.c, k.decision.c
_ON_THESE = (
    select(_c.target, _c.body, _c.decision, _c.recorded_at, _d.decided_by, _d.why)
    .join(k.decision, _d.id == _c.decision)
    .where(_c.target.in_(THESE))
    .order_by(_c.decision, _c.id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One correction in force on one claim or account, with who decided it and why."""

    target: str
    decision: int
    by: str
    why: str
    what: Correction

    @property
    def place_in(self) -> tuple[str | None, ...]:
        """Return what it corrects of its target: the latest fix of one place holds."""
        what = self.what
        return (self.target, what.field, what.tally, what.counted_side, what.unit)


def any_fixes(connection: Connection) -> bool:
    """Tell whether anything was ever corrected here: in most ledgers nothing has to be looked for."""
    return connection.execute(select(_c.id).limit(1)).first() is not None


def fixes_on(connection: Connection, targets: Iterable[str], at: datetime | None = None) -> dict[str, tuple[Fix, ...]]:
    """Return the corrections in force on each of these claims and accounts, now or ``at`` an instant."""
    rows = each_batch(connection, _ON_THESE, targets)
    off = undone(connection, at) if rows else {}
    latest: dict[tuple[str | None, ...], Fix] = {}
    for row in rows:
        if row.decision not in off and (at is None or row.recorded_at <= instant(at)):
            what = decode(row.body, Correction)
            fix = Fix(target=row.target, decision=row.decision, by=row.decided_by, why=row.why, what=what)
            latest[fix.place_in] = fix
    found: dict[str, tuple[Fix, ...]] = {}
    for fix in latest.values():
        found[fix.target] = (*found.get(fix.target, ()), fix)
    return found


def fixes_of(incident: Incident, fixes: Mapping[str, tuple[Fix, ...]]) -> tuple[Fix, ...]:
    """Return the corrections of an incident: those on any of its accounts, in order of decision."""
    mine = (fix for account in incident.accounts for fix in fixes.get(account, ()))
    return tuple(sorted(mine, key=lambda fix: fix.decision))


def corrected_accounts(
    connection: Connection, accounts: Sequence[Account], at: datetime | None = None
) -> tuple[Account, ...]:
    """Return the accounts with their claims corrected."""
    fixes = fixes_on(connection, (claim.id for account in accounts for claim in account.claims), at)
    if not fixes:
        return tuple(accounts)
    return tuple(
        replace(account, claims=tuple(corrected_claim(c, fixes.get(c.id, ())) for c in account.claims))
        for account in accounts
    )


def corrected_claim(claim: Claim, fixes: Iterable[Fix]) -> Claim:
    """Return a claim as persons have corrected it; its quote and its figure's place in it stay."""
    for fix in fixes:
        what = fix.what
        if what.field == "figure" and claim.figure is not None:
            claim = replace(claim, figure=replace(claim.figure, count=what.count) if what.count else None)
        if what.status is not None:
            claim = replace(claim, status=what.status)
        if what.side is not None:
            claim = replace(claim, counted=replace(claim.counted, side=what.side))
        if what.place is not None:
            span = claim.where.span if claim.where else claim.quote.span
            said = claim.where.text if claim.where else ""
            claim = replace(claim, where=Where(place=what.place, text=said, span=span))
        if what.when:
            span = claim.when.span if claim.when else claim.quote.span
            said = claim.when.text if claim.when else ""
            claim = replace(claim, when=When(ranges=what.when, text=said, span=span))
    return claim


def corrected_incident(incident: Incident, fixes: Iterable[Fix]) -> Incident:
    """Return an incident with the place and days that persons gave it."""
    for fix in fixes:
        if fix.what.place is not None:
            incident = replace(incident, place=fix.what.place)
        if fix.what.when:
            incident = replace(incident, when=fix.what.when)
    return incident


def corrected_entries(incident: str, series: Sequence[Entry], fixes: Iterable[Fix]) -> tuple[Entry, ...]:
    """Return the entries with a person's figure in place of the machine's, from the day on that the person named."""
    days = {day: tuple(entries) for day, entries in groupby(series, key=lambda entry: entry.as_of)}
    for fix in sorted((fix for fix in fixes if fix.what.field == "figure"), key=lambda fix: fix.decision):
        first = fix.what.from_day or min(days, default=date.min)
        if first not in days:
            earlier = max((day for day in days if day < first), default=None)
            days[first] = tuple(replace(e, as_of=first) for e in days[earlier]) if earlier else ()
        days = {day: _with(incident, day, days[day], fix) if day >= first else days[day] for day in sorted(days)}
    return tuple(entry for day in sorted(days) for entry in sorted(days[day], key=entry_order))


def _with(incident: str, day: date, entries: tuple[Entry, ...], fix: Fix) -> tuple[Entry, ...]:
    what = fix.what
    if what.count is None:
        return entries
    key = (what.tally, what.counted_side, what.unit)
    replaced = next((entry for entry in entries if (entry.tally, entry.side, entry.unit) == key), None)
    reason = f"{fix.by} corrected the figure (decision {fix.decision})"
    aside = [SetAside(claim=claim, reason=reason) for claim in (replaced.rests_on if replaced else ())]
    word = Entry(
        incident=incident,
        tally=what.tally or "",
        side=what.counted_side or "unknown",
        unit=what.unit or "people",
        as_of=day,
        best=what.count,
        low=what.count.at_least,
        high=what.count.at_most,
        rests_on=(),
        set_aside=tuple(sorted((*aside, *(replaced.set_aside if replaced else ())), key=lambda one: one.claim)),
        rule=f"{fix.by}'s word (decision {fix.decision}): {fix.why}",
        sources=0,
    )
    return (*(entry for entry in entries if entry is not replaced), word)
