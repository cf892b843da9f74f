"""What moved since a past moment, and why: new incidents, figures, joins and splits, persons' decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, and_, or_, select

from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.corrections import corrected_claim, fixes_on
from recuento.ledger.decisions import decisions
from recuento.ledger.findings import Changes, FigureMoved, IncidentMoved, Moved
from recuento.ledger.history import held_at, incident_at
from recuento.ledger.past import entries_at
from recuento.ledger.rows import batches, documents_in, entries_where
from recuento.ledger.tally import current
from recuento.ledger.wire import decode, instant
from recuento.model import Claim, Entry, Incident

__all__ = ["changes_held", "changes_published"]


def changes_held(connection: Connection, since: datetime, by: str | None = None) -> Changes:
    """Return what this ledger learned after ``since``: by reports, by persons, by new rules; or by the step ``by``."""
    moved = []
    for incident in _incidents(connection, _touched(connection, since)):
        names = sorted({*incident.accounts, *(f"k-{alias[2:]}" for alias in incident.aliases)})
        then = sorted(set(held_at(connection, names, since).values()))
        before = [e for name in then for e in current(entries_at(connection, name, since, None))]
        one = _Compared(incident, then, before, _live(connection, incident.id), since=instant(since))
        moved.append(_moved(connection, one, _split_from(connection, incident, then, since)))
    if by is not None:
        moved = [one for one in moved if any(by in figure.causes for figure in one.figures) or one.kind != "changed"]
    known = tuple(one for one in decisions(connection) if one.at > since and by is None)
    return Changes(
        since=since, day=None, incidents=_worth_telling(moved), gone=_gone(connection, since), decisions=known
    )


def changes_published(connection: Connection, day: date) -> Changes:
    """Return what reports published on ``day`` or later changed, under today's judgements, whenever they were read."""
    held = t.incident_account.c
    query = select(held.incident).join(t.account, t.account.c.id == held.account)
    names = connection.execute(query.where(t.account.c.published_on >= day.isoformat()).distinct()).scalars()
    moved = []
    for incident in _incidents(connection, set(names)):
        series = _live(connection, incident.id)
        before = current(series, day - timedelta(days=1))
        known = [incident.id] if incident.first_published < day else []
        one = _Compared(incident, known, before, series, since=None, published=day)
        moved.append(_moved(connection, one, ()))
    since = datetime.combine(day, datetime.min.time(), UTC)
    return Changes(since=since, day=day, incidents=_worth_telling(moved), gone=(), decisions=())


@dataclass(frozen=True, slots=True)
class _Compared:
    """One incident, the incidents it was then, what those held, and every day's entries now."""

    incident: Incident
    then: Sequence[str]
    before: Sequence[Entry]
    series: Sequence[Entry]
    since: str | None
    published: date | None = None


def _touched(connection: Connection, since: datetime) -> set[str]:
    """Return the incidents of today whose accounts, heading or figures were written after an instant."""
    told = instant(since)
    names: set[str] = set()
    for table in (k.account_history, k.incident_history, t.entry):
        c = table.c
        late = or_(c.recorded_from > told, c.recorded_to > told)
        names |= set(connection.execute(select(c.incident).where(late).distinct()).scalars())
    return names


def _incidents(connection: Connection, names: Iterable[str]) -> Iterator[Incident]:
    c = t.incident.c
    for some in batches(sorted(names)):
        for row in connection.execute(select(c.body).where(c.id.in_(some)).order_by(c.first_published, c.id)):
            yield decode(row.body, Incident)


def _live(connection: Connection, incident: str) -> tuple[Entry, ...]:
    c = t.entry.c
    return entries_where(connection, and_(c.incident == incident, c.recorded_to.is_(None)))


def _moved(connection: Connection, one: _Compared, split_from: tuple[str, ...]) -> IncidentMoved:
    joined = tuple(name for name in one.then) if len(one.then) > 1 else ()
    kind: Moved = "new" if not one.then else "joined" if joined else "split" if split_from else "changed"
    figures = tuple(_figures(connection, one))
    return IncidentMoved(incident=one.incident, kind=kind, joined=joined, split_from=split_from, figures=figures)


def _figures(connection: Connection, one: _Compared) -> Iterator[FigureMoved]:
    after = {(e.tally, e.side, e.unit): e for e in current(one.series)}
    before: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in one.before:
        before.setdefault((entry.tally, entry.side, entry.unit), []).append(entry)
    for key in sorted({*after, *before}):
        now, then = after.get(key), before.get(key, [])
        if now is not None and [(e.best, e.low, e.high) for e in then] == [(now.best, now.low, now.high)]:
            continue
        old = {claim for entry in then for claim in entry.rests_on}
        fresh = [claim for claim in (now.rests_on if now else ()) if claim not in old]
        told = _claims(connection, fresh)
        documents = documents_in(connection, {claim.document for claim in told})
        order = {document.id: place for place, document in enumerate(documents)}
        claims = tuple(sorted(told, key=lambda claim: order[claim.document]))
        yield FigureMoved(
            tally=key[0],
            side=key[1],
            unit=key[2],
            before=tuple(entry.best for entry in then),
            after=now.best if now else None,
            rule=now.rule if now else "no report that still stands gives a figure",
            claims=claims,
            documents=documents,
            causes=_causes(connection, one, key),
        )


def _causes(connection: Connection, one: _Compared, key: tuple[str, str, str]) -> tuple[str, ...]:
    """Return the steps that wrote a figure since, oldest first; of publication days, none: reports alone count."""
    if one.since is None:
        return ()
    c = t.entry.c
    mine = (c.incident == one.incident.id, c.tally == key[0], c.side == key[1], c.unit == key[2])
    rows = connection.execute(select(c.cause).where(*mine, c.recorded_from > one.since).order_by(c.id)).scalars()
    return tuple(dict.fromkeys(cause for cause in rows if cause))


def _claims(connection: Connection, ids: Sequence[str]) -> tuple[Claim, ...]:
    c = t.claim.c
    fixes = fixes_on(connection, ids)
    found = [
        corrected_claim(decode(row.body, Claim), fixes.get(row.id, ()))
        for some in batches(ids)
        for row in connection.execute(select(c.id, c.body).where(c.id.in_(some)).order_by(c.document, c.position))
    ]
    return tuple(found)


def _split_from(connection: Connection, incident: Incident, then: Sequence[str], since: datetime) -> tuple[str, ...]:
    """Return the former incidents of which only a part is in this one; the rest is in another today."""
    c = t.incident_alias.c
    found = []
    for name in then:
        past = incident_at(connection, name, since)
        accounts = past.accounts if past else ()
        holders: set[str] = set()
        for some in batches(accounts):  # by their aliases: accounts that were read again go by other ids now
            holders |= set(connection.execute(select(c.incident).where(c.alias.in_(some)).distinct()).scalars())
        if holders - {incident.id}:
            found.append(name)
    return tuple(found)


def _gone(connection: Connection, since: datetime) -> tuple[str, ...]:
    """Return the ids that were shown then and lead nowhere now: no report is read to tell of them any more."""
    c = k.incident_history.c
    ended = set(connection.execute(select(c.incident).where(c.recorded_to > instant(since))).scalars())
    known = {name for name in ended if incident_at(connection, name, since) is not None}
    alias = t.incident_alias.c
    left: set[str] = set()
    for some in batches(sorted(known)):
        left |= set(connection.execute(select(alias.alias).where(alias.alias.in_(some))).scalars())
    return tuple(sorted(known - left))


def _worth_telling(moved: Iterable[IncidentMoved]) -> tuple[IncidentMoved, ...]:
    return tuple(one for one in moved if one.kind != "changed" or one.figures)
