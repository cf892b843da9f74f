"""The log of decisions: append-only, each row's hash over the one before, the latest on a subject holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

import msgspec
from sqlalchemy import Connection, Row, insert, select

from recuento.errors import LedgerError, StaleDecision, UnknownId
from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.rows import THESE, batches, each_batch
from recuento.ledger.wire import decode, encode, instant, moment
from recuento.model import Account, Entry
from recuento.model.decision import Accepted, Correction, Decision, DecisionKind, Judged, Undone, Withdrawn

__all__ = [
    "New",
    "accept_subject",
    "accepted",
    "append",
    "audit",
    "check_head",
    "check_seen",
    "decision_of",
    "decisions",
    "decisions_on",
    "in_force",
    "is_what_was_accepted",
    "told",
    "undone",
    "value_words",
]

What = Judged | Correction | Accepted | Withdrawn | Undone
_BODIES: Mapping[str, type[What]] = {
    "judge": Judged, "correct": Correction, "accept": Accepted, "withdraw": Withdrawn, "undo": Undone,
}  # fmt: skip
_FIRST = "0" * 64
_ACCEPTANCES = select(k.decision).where(k.decision.c.kind == "accept").order_by(k.decision.c.id)
_ACCEPTANCES_OF = _ACCEPTANCES.where(k.decision.c.subject.in_(THESE))
_SUBJECT = 160  # characters: ids are short, the unit of an incident's figure may not be


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A decision to be. ``seen`` is the latest decision on its subject that the person had before them, if any."""

    kind: DecisionKind
    subject: str
    what: What
    by: str
    why: str
    seen: int | None = None


def append(connection: Connection, new: New, at: datetime) -> Decision:
    """Add a decision to the log; the caller holds the write lock, and carries it out in the same transaction.

    Raises:
        LedgerError: no name, or no reason.
    """
    _check_words(new)
    last = connection.execute(select(k.decision).order_by(k.decision.c.id.desc()).limit(1)).first()
    row: dict[str, Any] = {
        "id": last.id + 1 if last else 1,
        "kind": new.kind,
        "subject": new.subject[:_SUBJECT],
        "body": encode(new.what),
        "decided_by": new.by.strip(),
        "why": new.why.strip(),
        "decided_at": instant(at),
        "undoes": new.what.decision if isinstance(new.what, Undone) else None,
        "before": last.hash if last else _FIRST,
    }
    row["hash"] = _hash(row)
    connection.execute(insert(k.decision), row)
    return decision_of(connection, row["id"])


def check_seen(new: New, held: Decision | None) -> None:
    """Refuse a decision made without sight of another person's on the same subject.

    Raises:
        StaleDecision: with what that person decided.
    """
    if held is None or held.by == new.by.strip() or (new.seen is not None and new.seen >= held.id):
        return
    raise StaleDecision(
        f"{held.by} decided on this before you ({told(held)}; decision {held.id}, {held.at:%Y-%m-%d %H:%M} UTC:"
        f" {held.why}); to decide otherwise, say that you saw it: --seen {held.id}"
    )


def told(decision: Decision) -> str:
    """Return what was decided, in few words."""
    what = decision.what
    match what:
        case Judged():
            return f"{what.names[0]} and {what.names[1]}: {what.verdict}"
        case Correction():
            return f"{what.field} of {what.named}: {what.was} → {value_words(what)}"
        case Accepted():
            return f"{what.tally} of {what.named} accepted: {what.best}"
        case Withdrawn():
            return f"{what.document} withdrawn"
        case Undone():
            return f"decision {what.decision} undone"


def value_words(what: Correction) -> str:
    """Return what a correction says the field should be."""
    if what.count is not None:
        return str(what.count)
    if what.place is not None:
        return ", ".join(part for part in (what.place.name, what.place.admin1, what.place.country) if part)
    if what.when:
        return " or ".join(f"{day.first}/{day.after}" for day in what.when)
    return what.status or what.side or ("no figure" if what.field == "figure" else "not said")


def accepted(
    connection: Connection, figures: Iterable[tuple[str, str, str, str]] | None = None
) -> dict[tuple[str, str, str, str], Decision]:
    """Return the latest acceptance in force of each figure, by the seed account, tally, side and unit it named.

    ``figures`` are those to look for, so named; None looks for all.
    """
    if figures is None:
        rows = connection.execute(_ACCEPTANCES).all()
    else:
        rows = each_batch(connection, _ACCEPTANCES_OF, {accept_subject(*figure) for figure in figures})
    off = undone(connection) if rows else {}
    found: dict[tuple[str, str, str, str], Decision] = {}
    for row in rows:
        if row.id not in off:
            made = _decision(row, off)
            if isinstance(made.what, Accepted):
                found[made.what.account, made.what.tally, made.what.counted_side, made.what.unit] = made
    return found


def accept_subject(account: str, tally: str, side: str, unit: str) -> str:
    """Return the subject of a decision that accepts a figure of the incident whose seed account this is."""
    return f"{account} accept {tally} {side} {unit}"[:_SUBJECT]


def is_what_was_accepted(entry: Entry, what: Accepted) -> bool:
    """Tell whether a figure is still the one that was accepted."""
    now = (entry.best, entry.low, entry.high, entry.rests_on)
    return now == (what.best, what.low, what.high, what.rests_on)


def in_force(connection: Connection, subject: str, at: datetime | None = None) -> Decision | None:
    """Return the latest decision on a subject that nobody has undone, now or ``at`` an instant."""
    off = undone(connection, at)
    c = k.decision.c
    query = select(k.decision).where(c.subject == subject, c.kind != "undo").order_by(c.id.desc())
    rows = connection.execute(query if at is None else query.where(c.decided_at <= instant(at)))
    return next((_decision(row, off) for row in rows if row.id not in off), None)


def undone(connection: Connection, at: datetime | None = None) -> Mapping[int, int]:
    """Return each decision that no longer holds, with the one that undid it. What undid may itself be undone."""
    c = k.decision.c
    query = select(c.id, c.undoes).where(c.kind == "undo").order_by(c.id.desc())
    rows = connection.execute(query if at is None else query.where(c.decided_at <= instant(at)))
    off: dict[int, int] = {}
    for row in rows:  # latest first: whether an undoing holds is known before what it undoes is looked at
        if row.id not in off:
            off.setdefault(row.undoes, row.id)
    return off


def decision_of(connection: Connection, number: int) -> Decision:
    """Return one decision.

    Raises:
        UnknownId: there is none of this number.
    """
    row = connection.execute(select(k.decision).where(k.decision.c.id == number)).first()
    if row is None:
        raise UnknownId(f"{number}: no decision bears this number; 'recuento log' lists them")
    return _decision(row, undone(connection))


def decisions(connection: Connection) -> tuple[Decision, ...]:
    """Return the whole log, oldest first."""
    off = undone(connection)
    return tuple(_decision(row, off) for row in connection.execute(select(k.decision).order_by(k.decision.c.id)))


def decisions_on(
    connection: Connection, accounts: Sequence[Account], at: datetime | None = None
) -> tuple[Decision, ...]:
    """Return what persons decided on these accounts, their claims and reports, oldest first; also what was undone."""
    names = {name for a in accounts for name in (a.id, a.document, *(claim.id for claim in a.claims))}
    numbers: set[int] = set()
    for some in batches(sorted(names)):
        for query in (
            select(k.correction.c.decision).where(k.correction.c.target.in_(some)),
            select(t.judgement.c.decision).where(t.judgement.c.a.in_(some), t.judgement.c.decision.is_not(None)),
            select(t.judgement.c.decision).where(t.judgement.c.b.in_(some), t.judgement.c.decision.is_not(None)),
            select(k.decision.c.id).where(k.decision.c.kind == "withdraw", k.decision.c.subject.in_(some)),
        ):
            numbers |= set(connection.execute(query).scalars())
    seen = select(k.decision.c.id, k.decision.c.subject).where(k.decision.c.kind == "accept")
    numbers |= {row.id for row in connection.execute(seen) if row.subject.split()[0] in names}
    off = undone(connection, at)
    c = k.decision.c
    rows = connection.execute(select(k.decision).where(c.id.in_(sorted(numbers))).order_by(c.id))
    return tuple(_decision(row, off) for row in rows if at is None or moment(row.decided_at) <= at)


def audit(connection: Connection) -> tuple[int, str]:
    """Return how many decisions there are and the hash of the last, once every row's hash is found right.

    Raises:
        LedgerError: a decision was changed or taken out; the message names it.
    """
    before, number = _FIRST, 0
    for number, row in enumerate(connection.execute(select(k.decision).order_by(k.decision.c.id)), start=1):
        if row.id != number:
            raise LedgerError(f"decision {number} was taken out of the log: after {number - 1} comes {row.id}")
        if row.before != before or row.hash != _hash(row._asdict()):
            raise LedgerError(f"decision {row.id} ({row.kind} by {row.decided_by}) is not as it was written")
        before = row.hash
    return number, before


def check_head(connection: Connection, expect: str) -> None:
    """Refuse a log that no longer runs through a head noted down before ("12:9f3a…").

    Raises:
        LedgerError: it does not, or ``expect`` is no head.
    """
    number, _, head = expect.strip().partition(":")
    if not number.isdecimal() or not head:
        raise LedgerError(
            f"--expect: {expect!r} is no head of a log; it looks like 12:9f3a… ('recuento audit' prints it)"
        )
    found = connection.execute(select(k.decision.c.hash).where(k.decision.c.id == int(number))).scalar()
    now = found if found is not None else _FIRST if int(number) == 0 else ""
    if not now or not now.startswith(head):
        raise LedgerError(f"the log does not run through {expect}: decisions up to {number} were changed since")


def _hash(row: Mapping[str, Any]) -> str:
    names = ("before", "id", "kind", "subject", "body", "decided_by", "why", "decided_at", "undoes")
    return hashlib.sha256(msgspec.json.encode([row[name] for name in names])).hexdigest()


def _check_words(new: New) -> None:
    for option, given in (("--by", new.by), ("--why", new.why)):
        if not given.strip():
            raise LedgerError(f"{option} is empty: a decision needs a name and a reason")


def _decision(row: Row[Any], off: Mapping[int, int]) -> Decision:
    kinds: tuple[DecisionKind, ...] = get_args(DecisionKind)
    kind = next((one for one in kinds if one == row.kind), None)
    if kind is None:
        raise LedgerError(f"decision {row.id} is a {row.kind!r}, unknown to this Recuento: upgrade it")
    return Decision(
        id=row.id,
        kind=kind,
        subject=row.subject,
        what=decode(row.body, _BODIES[kind]),
        by=row.decided_by,
        why=row.why,
        at=moment(row.decided_at),
        before=row.before,
        hash=row.hash,
        undone_by=off.get(row.id),
    )
