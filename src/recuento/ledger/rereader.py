"""The ledger while reports are read again: the new reading takes the place of the old, which is kept with its times.

Persons' words are carried over to what lies on the same words of the report: corrections from claim to claim, and
judgements and incidents' corrections from account to account. The map of old accounts to new ones is kept, so that
every id that was ever shown leads somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, or_, select, update

from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.check import check
from recuento.ledger.rows import account_row, batches
from recuento.ledger.searching import forget_claims, index
from recuento.ledger.wire import encode, instant
from recuento.ledger.writer import Writer
from recuento.model import Account, Claim, Coding, Span

__all__ = ["Replaced", "Rereader", "likeness"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What one report's new reading changed.

    Attributes:
        touched: accounts whose incidents may change, the new ones among them.
        before: incidents that held an account of the old reading.
        carried, lost: how many corrections found their words again, and the decisions whose words give no claim now.
    """

    touched: tuple[str, ...]
    before: tuple[str, ...]
    carried: int
    lost: tuple[int, ...]


class Rereader(Writer):
    """One transaction in which a report's reading is replaced."""

    def replace(self, old: Coding, new: Coding) -> Replaced:
        """Put a new reading of a report in the place of the old one; linking afresh is the caller's next step.

        Raises:
            LedgerError: the coding contradicts itself.
        """
        check(new)
        accounts = [account.id for account in old.accounts]
        before = tuple(sorted(self._holders(accounts)))
        beside = self.accounts_beside(accounts)
        kept = {account.id for account in new.accounts}
        gone = [account for account in accounts if account not in kept]
        self._archive(old)
        self._void(accounts)
        self._retire(gone, before)
        self._write(new)
        self._read.clear()  # what was read before of these accounts
        self._live_now.clear()
        map_of = _accounts_map([a for a in old.accounts if a.id in gone], new.accounts)
        self._keep_map(map_of)
        self._carry_judgements(map_of)
        self._links.clear()
        carried, lost = self._carry_corrections(old, new, map_of)
        live = self.accounts({*beside, *kept})
        return Replaced(touched=tuple(a.id for a in live), before=before, carried=carried, lost=lost)

    def _archive(self, old: Coding) -> None:
        c = k.reading.c
        last = select(c.recorded_to).where(c.document == old.document.id).order_by(c.id.desc()).limit(1)
        first = select(t.document.c.recorded_at).where(t.document.c.id == old.document.id)
        since = self._connection.execute(last).scalar() or self._connection.execute(first).scalar_one()
        row = {"document": old.document.id, "body": encode(old), "recorded_from": since}
        self._connection.execute(insert(k.reading), row | {"recorded_to": instant(self._at)})

    def _void(self, accounts: Sequence[str]) -> None:
        """Take the machine's judgements and ties of the old reading out of force; a person's stay."""
        now = instant(self._at)
        j, tie = t.judgement.c, t.account_tie.c
        for some in batches(accounts):
            mine = or_(j.a.in_(some), j.b.in_(some)) & j.by_person.is_(False) & j.void_at.is_(None)
            self._connection.execute(update(t.judgement).where(mine).values(void_at=now))
            told = or_(tie.subject.in_(some), tie.object.in_(some)) & tie.void_at.is_(None)
            self._connection.execute(update(t.account_tie).where(told).values(void_at=now))
            self._connection.execute(delete(t.account_key).where(t.account_key.c.account.in_(some)))

    def _retire(self, gone: Sequence[str], holders: Sequence[str]) -> None:
        now = instant(self._at)
        self._forget(holders)
        for some in batches(gone):
            self._connection.execute(update(t.account).where(t.account.c.id.in_(some)).values(retired_at=now))
            alive = k.account_history.c.account.in_(some) & k.account_history.c.recorded_to.is_(None)
            self._connection.execute(update(k.account_history).where(alive).values(recorded_to=now))

    def _write(self, new: Coding) -> None:
        run, document = self._connection.execute, new.document.id
        forget_claims(self._connection, document)
        for table in (t.claim, t.relation, t.unread):
            run(delete(table).where(table.c.document == document))
        for position, account in enumerate(new.accounts):
            row = account_row(account, position) | {"retired_at": None}
            if run(update(t.account).where(t.account.c.id == account.id).values(row)).rowcount == 0:
                run(insert(t.account), row)
        self._write_claims(new)
        index(self._connection, None, new.claims)

    def _keep_map(self, map_of: Mapping[str, str]) -> None:
        for old, new in sorted(map_of.items()):
            self._connection.execute(delete(k.account_map).where(k.account_map.c.old == old))
            self._connection.execute(insert(k.account_map), {"old": old, "new": new, "recorded_at": instant(self._at)})

    def _carry_judgements(self, map_of: Mapping[str, str]) -> None:
        """Judge the new accounts as persons judged those whose place they took."""
        c = t.judgement.c
        held: set[tuple[Any, ...]] = set()
        for some in batches(sorted(map_of)):
            rows = self._connection.execute(
                select(t.judgement).where(c.by_person, or_(c.a.in_(some), c.b.in_(some))).order_by(c.id)
            ).all()
            for row in rows:
                a, b = sorted((map_of.get(row.a, row.a), map_of.get(row.b, row.b)))
                key = (a, b, row.decided_by, row.decided_at)
                if a != b and key not in held and not self._is_judged(key):
                    held.add(key)
                    values = {name: value for name, value in row._asdict().items() if name != "id"}
                    self._connection.execute(insert(t.judgement), values | {"a": a, "b": b})

    def _is_judged(self, key: tuple[str, str, str, str]) -> bool:
        c = t.judgement.c
        same = (c.a == key[0]) & (c.b == key[1]) & (c.decided_by == key[2]) & (c.decided_at == key[3])
        return self._connection.execute(select(c.id).where(same)).first() is not None

    def _carry_corrections(self, old: Coding, new: Coding, map_of: Mapping[str, str]) -> tuple[int, tuple[int, ...]]:
        """Correct what took the place of what was corrected; return how many, and the decisions that found nothing."""
        present = {claim.id for claim in new.claims}
        targets = {claim.id: _like(claim, new.claims) for claim in old.claims if claim.id not in present}
        moved: dict[str, str | None] = {**targets, **map_of}
        moved |= {a.id: None for a in old.accounts if a.id not in map_of and a.id not in {x.id for x in new.accounts}}
        carried, lost = 0, set()
        for row in self._corrections_on(sorted(moved)):
            target = moved[row.target]
            if target is None:
                lost.add(row.decision)
            elif not self._is_corrected(row.decision, target):
                values = {"decision": row.decision, "target": target, "field": row.field, "body": row.body}
                self._connection.execute(insert(k.correction), values | {"recorded_at": instant(self._at)})
                carried += 1
        return carried, tuple(sorted(lost - set(self._off)))

    def _corrections_on(self, targets: Sequence[str]) -> Iterable[Any]:
        c = k.correction.c
        return [
            row
            for some in batches(targets)
            for row in self._connection.execute(select(k.correction).where(c.target.in_(some)).order_by(c.id))
        ]

    def _is_corrected(self, decision: int, target: str) -> bool:
        c = k.correction.c
        same = (c.decision == decision) & (c.target == target)
        return self._connection.execute(select(c.id).where(same)).first() is not None


def _accounts_map(old: Sequence[Account], new: Sequence[Account]) -> dict[str, str]:
    """Return for each account that is no more the one that lies most on its words; none where nothing does."""
    found = {}
    for account in old:
        spans = [claim.quote.span for claim in account.claims]
        scores = [(likeness(spans, [claim.quote.span for claim in other.claims]), other.id) for other in new]
        best = max(scores, default=(0, ""))
        if best[0]:
            found[account.id] = best[1]
    return found


def likeness(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return how many characters two sets of spans share, each pair counted."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _like(claim: Claim, others: Sequence[Claim]) -> str | None:
    """Return the claim that took the place of one: on the same words, on the same figure, of the same tally first."""
    near = [
        other
        for other in others
        if other.quote.field == claim.quote.field
        and other.quote.span.overlaps(claim.quote.span)
        and (other.event == claim.event or (claim.tally is not None and other.tally == claim.tally))
    ]
    if claim.figure is not None:
        near = [other for other in near if other.figure is not None and other.figure.span.overlaps(claim.figure.span)]
    best = max(near, key=lambda other: (likeness([claim.quote.span], [other.quote.span]), other.id), default=None)
    return best.id if best else None
