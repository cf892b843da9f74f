"""Which reports no longer stand: withdrawn by a person, or replaced by a later version of the same page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from recuento.errors import LedgerError
from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.decisions import undone
from recuento.ledger.records import Clocks, LeftOut
from recuento.ledger.rows import THESE, each_batch, text_hash
from recuento.ledger.wire import decode, instant
from recuento.lexicon.fold import fold
from recuento.model.decision import Withdrawn

__all__ = ["audit_reports", "is_gone", "left_out", "versions_of", "withdrawal_of"]

# A page whose later text keeps less than this share of the earlier one's words is another article at a reused address.
_KEPT_WORDS = 0.5
# So many texts at one address are a section's page or a feed, not versions of one article.
_MOST_VERSIONS = 40
_WITHDRAWALS = select(k.decision).where(k.decision.c.kind == "withdraw").order_by(k.decision.c.id)
_WITHDRAWALS_OF = _WITHDRAWALS.where(k.decision.c.subject.in_(THESE))
_PAGES = select(t.document.c.address).where(t.document.c.id.in_(THESE), t.document.c.address.is_not(None)).distinct()
_WORD = re.compile(r"[^\W\d_]{4,}")


def left_out(
    connection: Connection, documents: Iterable[str] | None = None, at: datetime | None = None
) -> dict[str, LeftOut]:
    """Return the reports, of these or of all, that no longer stand, now or ``at`` an instant."""
    ids = None if documents is None else sorted(set(documents))
    found = _replaced(connection, ids, at)
    found.update(_withdrawn(connection, ids, at))
    return found


def is_gone(one: LeftOut, clocks: Clocks) -> bool:
    """Tell whether a report no longer stood on the day asked: a version published later had not replaced it yet."""
    return one.since is None or clocks.as_of is None or one.since <= clocks.as_of


def versions_of(connection: Connection, document: str) -> tuple[str, ...]:
    """Return the ids of all reports at the address of this one, itself included."""
    c = t.document.c
    where = select(c.address).where(c.id == document).scalar_subquery()
    return tuple(connection.execute(select(c.id).where(c.address == where).order_by(c.id)).scalars())


def withdrawal_of(connection: Connection, document: str, sha256: str, source: str | None) -> LeftOut | None:
    """Return why a report that is to be read was withdrawn before: by its id, or by its text from the same source."""
    c = t.document.c
    for one in _withdrawn(connection, None, None).values():
        if one.document == document:
            return one
        known = connection.execute(select(c.sha256, c.publisher, c.source).where(c.id == one.document)).first()
        if known is not None and known.sha256 == sha256 and source == (known.publisher or known.source):
            return one
    return None


def audit_reports(connection: Connection) -> int:
    """Return how many reports there are, once each text is found to be what was read.

    Raises:
        LedgerError: a text was changed; the message names the report.
    """
    number = 0
    c = t.document.c
    for row in connection.execute(select(c.id, c.text, c.sha256)):
        number += 1
        if text_hash(row.text) != row.sha256:
            raise LedgerError(f"report {row.id} is not as it was read: its text was changed in the ledger")
    return number


def _withdrawn(connection: Connection, ids: Iterable[str] | None, at: datetime | None) -> dict[str, LeftOut]:
    rows = connection.execute(_WITHDRAWALS).all() if ids is None else each_batch(connection, _WITHDRAWALS_OF, ids)
    if at is not None:
        rows = [row for row in rows if row.decided_at <= instant(at)]
    off = undone(connection, at) if rows else {}
    return {row.subject: _tombstone(row) for row in rows if row.id not in off}


def _tombstone(row: Row[Any]) -> LeftOut:
    return LeftOut(
        document=decode(row.body, Withdrawn).document,
        since=None,
        reason=f"withdrawn by {row.decided_by} ({row.why}; decision {row.id})",
        decision=row.id,
    )


def _replaced(connection: Connection, ids: list[str] | None, at: datetime | None) -> dict[str, LeftOut]:
    c = t.document.c
    if ids is None:
        shared = select(c.address).where(c.address.is_not(None)).group_by(c.address).having(func.count() > 1)
        pages = list(connection.execute(shared).scalars())
    else:
        pages = [row.address for row in each_batch(connection, _PAGES, ids)]
    wanted = None if ids is None else set(ids)
    standing = _withdrawn(connection, None, at) if pages else {}
    found = {}
    for page in sorted(set(pages)):
        for one in _chain(connection.execute(_versions(page, at)).all(), standing):
            if wanted is None or one.document in wanted:
                found[one.document] = one
    return found


def _versions(page: str, at: datetime | None) -> Select[Any]:
    c = t.document.c
    order = (c.published_on, func.coalesce(c.fetched_at, ""), c.recorded_at, c.id)
    query = select(c.id, c.published_on, c.text).where(c.address == page).order_by(*order).limit(_MOST_VERSIONS + 1)
    return query if at is None else query.where(c.recorded_at <= instant(at))


def _chain(rows: Iterable[Row[Any]], withdrawn: Mapping[str, LeftOut]) -> Iterable[LeftOut]:
    """Yield each version that a later one replaces, with the day on which that one was published."""
    versions = [row for row in rows if row.id not in withdrawn]
    if len(versions) > _MOST_VERSIONS:
        return
    for place, old in enumerate(versions):
        new = next((row for row in versions[place + 1 :] if _is_version(old.text, row.text)), None)
        if new is not None:
            day = date.fromisoformat(new.published_on)
            yield LeftOut(
                document=old.id, since=day, reason=f"replaced by a later version of the page ({new.id})", decision=None
            )


def _is_version(old: str, new: str) -> bool:
    words, others = set(_WORD.findall(fold(old))), set(_WORD.findall(fold(new)))
    return not words or len(words & others) >= _KEPT_WORDS * min(len(words), len(others))
