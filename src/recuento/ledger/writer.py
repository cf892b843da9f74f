"""Write facts, decisions and what follows from them, inside one transaction (`Ledger.writing`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from recuento.ledger import tables as t
from recuento.ledger.check import check
from recuento.ledger.corrections import (
    Fix,
    any_fixes,
    corrected_accounts,
    corrected_entries,
    corrected_incident,
    fixes_of,
    fixes_on,
)
from recuento.ledger.decisions import undone
from recuento.ledger.history import close_incidents, held_by, move, with_old_names
from recuento.ledger.listed import LISTED
from recuento.ledger.recall import Live, Recall
from recuento.ledger.records import AccountTie, Reported
from recuento.ledger.relisting import Reports, list_new, unlist
from recuento.ledger.rows import (
    THESE,
    account_row,
    accounts_where,
    batches,
    claim_row,
    document_row,
    documents_in,
    each_batch,
    entry_row,
    incident_row,
    judgement_from,
    judgement_row,
    reported,
)
from recuento.ledger.searching import index
from recuento.ledger.sources import set_sources, sources_of
from recuento.ledger.standing import left_out, versions_of
from recuento.ledger.steps import keep_keyed_by, keyed_by, reading_number
from recuento.ledger.tally import current, tally
from recuento.ledger.vicinity import Originals, Vicinity, judged_by_persons, live_accounts, mates
from recuento.ledger.wire import encode, instant
from recuento.lexicon.sources import Register
from recuento.model import Account, Coding, Entry, Incident, Judgement

__all__ = ["Writer"]

_LIVE = select(t.account).where(t.account.c.retired_at.is_(None))
_LIVE_IDS = select(t.account.c.id).where(t.account.c.retired_at.is_(None)).order_by(t.account.c.id)
_SHARING = select(t.account_key.c.account).where(t.account_key.c.key.in_(THESE)).distinct()
_HOLDERS = select(t.incident_account.c.incident).where(t.incident_account.c.account.in_(THESE)).distinct()
_STANDING = select(t.incident.c.id).where(t.incident.c.id.in_(THESE))
_OPEN = select(t.entry.c.id, t.entry.c.body).where(t.entry.c.incident.in_(THESE), t.entry.c.recorded_to.is_(None))
_FORGET = [
    *(delete(table).where(table.c.incident.in_(THESE)) for table in (t.incident_alias, t.incident_account)),
    delete(t.incident).where(t.incident.c.id.in_(THESE)),
]


class Writer:
    """One transaction of the ledger. Everything is written at ``at``, or nothing is."""

    def __init__(self, connection: Connection, at: datetime, cause: str, recall: Recall | None = None) -> None:
        self._connection = connection
        self._at = at
        self._cause = cause
        self._off = undone(connection)
        self._fixed = True  # a person corrected something: to be asked before figures are counted
        recall = recall or Recall()
        self._read, self._documents, self._pasts = recall.accounts, recall.documents, recall.pasts
        self._links, self._live_now = recall.links, recall.live

    @cached_property
    def _sources(self) -> Register:
        return sources_of(self._connection)

    @property
    def at(self) -> datetime:
        """The instant of this transaction, UTC; never before that of an earlier one."""
        return self._at

    def add(self, coding: Coding) -> bool:
        """Add a report with all that was read in it; False if the ledger holds it already, and then nothing happens.

        Raises:
            LedgerError: the coding contradicts itself (a defect of the reader, never of the report).
        """
        if self._has(coding.document.id):
            return False
        check(coding)
        run = self._connection.execute
        run(insert(t.document), document_row(coding.document, self._at))
        if coding.accounts:
            run(insert(t.account), [account_row(account, position) for position, account in enumerate(coding.accounts)])
        self._write_claims(coding)
        index(self._connection, coding.document, coding.claims)
        # Just as they will be read: the claims in their order.
        told = {account.id: tuple(c for c in coding.claims if c.account == account.id) for account in coding.accounts}
        self._meet(replace(account, claims=told[account.id]) for account in coding.accounts)
        self._documents[coding.document.id] = coding.document
        self._links.begin(told)
        return True

    def _write_claims(self, coding: Coding) -> None:
        run = self._connection.execute
        claims = [claim_row(claim, position) for position, claim in enumerate(coding.claims)]
        if claims:
            run(insert(t.claim), claims)
        for position, tie in enumerate(coding.relations):
            words = {"subject": tie.subject, "tie": tie.tie, "object": tie.object, "body": encode(tie)}
            run(insert(t.relation), {"document": coding.document.id, "position": position, **words})
        for position, unread in enumerate(coding.unread):
            words = {"reason": unread.reason, "body": encode(unread)}
            run(insert(t.unread), {"document": coding.document.id, "position": position, **words})

    def add_keys(self, keys: Mapping[str, Iterable[str]]) -> None:
        """Keep the keys under which linking will find each account again."""
        rows = [{"key": key, "account": account} for account, mine in keys.items() for key in sorted(set(mine))]
        if rows:
            self._connection.execute(insert(t.account_key), rows)

    @property
    def keyed_by(self) -> str | None:
        """By which rules the accounts are found again; None if that is not known or they have none."""
        return keyed_by(self._connection)

    def renew_keys(self, keys: Callable[[Account], Iterable[str]], *, by: str) -> None:
        """Keep for all accounts what ``keys`` gives, by the rules named, in place of all keys that are kept."""
        self._connection.execute(delete(t.account_key))
        ids = self._connection.execute(_LIVE_IDS).scalars().all()
        for some in batches(ids):  # not all at once: an archive would not fit into memory
            these = accounts_where(self._connection, _LIVE.where(t.account.c.id.in_(some)))
            self.add_keys({account.id: keys(account) for account in these})
        keep_keyed_by(self._connection, by)

    def add_ties(self, ties: Iterable[AccountTie]) -> None:
        """Keep ties between accounts."""
        c = t.account_tie.c
        for tie in ties:
            same = (c.subject == tie.subject) & (c.tie == tie.tie) & (c.object == tie.object)
            told = {"reason": tie.reason, "void_at": None}
            if self._connection.execute(update(t.account_tie).where(same).values(told)).rowcount == 0:
                row = {"subject": tie.subject, "tie": tie.tie, "object": tie.object, "recorded_at": instant(self._at)}
                self._connection.execute(insert(t.account_tie), told | row)

    def add_judgements(self, judgements: Iterable[Judgement], *, by_person: bool = False) -> None:
        """Append decisions. The machine's decision on a pair under the same weights is kept once."""
        rows = [judgement_row(judgement, by_person=by_person) for judgement in judgements]
        names = {row["decided_by"] for row in rows}
        again: list[dict[str, Any]] = []
        if by_person or len(names) > 1:
            self._links.clear()
        for name in names:
            self._links.under(name)
        if not by_person:
            rows, again = self._unknown(rows)
        if rows:
            self._connection.execute(insert(t.judgement), rows)
        self._links.added([] if by_person else [*rows, *again], new=len(rows))

    def _unknown(self, rows: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Return the rows of judgements that are not in force already, and those that are again from now on."""
        new = [row for row in rows if self._links.knows(row["a"], row["b"]) is False]
        unsure = [row for row in rows if self._links.knows(row["a"], row["b"]) is None]
        if not unsure:
            return new, []
        known, voided = set(), set()
        again: list[dict[str, Any]] = []
        c = t.judgement.c
        for some in batches(sorted({row["a"] for row in unsure})):
            query = select(c.a, c.b, c.decided_by, c.decided_at, c.void_at).where(c.a.in_(some), c.by_person.is_(False))
            for held in self._connection.execute(query):
                pair = (held.a, held.b, held.decided_by)
                if held.void_at is None:
                    known.add(pair)
                else:
                    voided.add((*pair, held.decided_at))
        for row in unsure:
            pair = (row["a"], row["b"], row["decided_by"])
            if pair in known:
                continue
            if (*pair, row["decided_at"]) in voided:
                # Made, voided and made again at one instant: the row is there, and says what was thought first.
                same = (c.a == row["a"]) & (c.b == row["b"]) & (c.decided_by == row["decided_by"])
                held_now = update(t.judgement).where(same, c.decided_at == row["decided_at"])
                self._connection.execute(held_now.values(row | {"void_at": None}))
                again.append(row)
            else:
                new.append(row)
        return new, again

    def accounts(self, ids: Iterable[str] | None = None) -> tuple[Account, ...]:
        """Return the accounts with these ids, or all, by publication day and id."""
        if ids is None:
            self._read = {}
            self._meet(accounts_where(self._connection, _LIVE))
            return tuple(self._read.values())
        wanted = set(ids)
        # Not by taking the one set from the other: that looks at all that was ever read.
        for some in batches(sorted(name for name in wanted if name not in self._read)):
            self._meet(accounts_where(self._connection, _LIVE.where(t.account.c.id.in_(some))))
        known = [self._read[name] for name in wanted if name in self._read]
        return tuple(sorted(known, key=lambda a: (a.published_on, a.id)))

    def sharing(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the accounts that share at least one key, sorted."""
        return tuple(sorted({row.account for row in each_batch(self._connection, _SHARING, keys)}))

    def vicinity(self, *, decided_by: str, originals: Originals) -> Vicinity:
        """Return an empty vicinity; judgements of the machine count in it if made under the weights named."""
        self._links.under(decided_by)
        return Vicinity(self._connection, self._off, originals, self._live_now, self._links)

    def judged_by_persons(self, accounts: Iterable[str]) -> set[str]:
        """Return those of these accounts on which a judgement of a person is in force."""
        return judged_by_persons(self._connection, accounts, self._off)

    @property
    def reading(self) -> int:
        """A number that grows whenever a report is read again: what was worked out of accounts before may be wrong."""
        return reading_number(self._connection)

    def decisions(self, accounts: Iterable[str]) -> tuple[Judgement, ...]:
        """Return what persons have decided on pairs of these accounts and nobody has undone, oldest first."""
        ids = sorted(set(accounts))
        c = t.judgement.c
        rows = [
            row
            for some in batches(ids)
            for row in self._connection.execute(select(t.judgement).where(c.by_person, c.a.in_(some)).order_by(c.id))
        ]
        known = set(ids)
        # A decision that was carried over to accounts read again keeps its place among the decisions.
        held = [row for row in rows if row.b in known and row.decision not in self._off]
        return tuple(judgement_from(row) for row in sorted(held, key=lambda row: (row.decision or 0, row.id)))

    def replace_incidents(self, incidents: Sequence[Incident]) -> int:
        """Put these in place of every incident that held one of their accounts; return how many entries were written.

        Their accounts must cover those of the replaced ones: clustering is by whole components.
        """
        accounts = [account for incident in incidents for account in incident.accounts]
        before = held_by(self._connection, accounts)  # what they were in also after the derived tables were dropped
        for some in batches(sorted(self._holders(accounts))):
            self._forget(some)
        self._fixed = any_fixes(self._connection)
        fixes = fixes_on(self._connection, accounts) if self._fixed else {}
        incidents = [corrected_incident(each, fixes_of(each, fixes)) for each in incidents]
        incidents = with_old_names(self._connection, incidents)
        self._put(incidents)
        move(self._connection, incidents, self._at, self._cause)
        self.close_gone(before)
        reports = self._reports(accounts)
        series = {each.id: self._counted(each, fixes_of(each, fixes), reports) for each in incidents}
        written = sum(self._enter(name, entries) for name, entries in series.items())
        told = {each.id: [c for a in self.accounts(each.accounts) for c in a.claims] for each in incidents}
        held = {name: current(entries) for name, entries in series.items()}
        list_new(self._connection, told, held, reports, self._sources)
        return written

    def set_sources(self, own: str | None) -> None:
        """Keep the user's part of the register of sources; counting afresh is the caller's next step."""
        set_sources(self._connection, own)
        self.__dict__.pop("_sources", None)

    def close_gone(self, incidents: Iterable[str]) -> None:
        """End what is held of those of these incidents that no account tells of any more."""
        before = set(incidents)
        left = before - self._standing(before)
        for incident_id in sorted(left):
            self._close(incident_id, keep=())
        close_incidents(self._connection, left, self._at)

    def accounts_of(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the accounts that these reports tell."""
        return self._live(t.account.c.document.in_(sorted(set(documents))))

    def accounts_beside(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of all accounts of the incidents that hold these, and of these themselves."""
        mine = set(accounts)
        beside = {account for group in mates(self._connection, mine) for account in group}
        return tuple(row.id for row in live_accounts(self._connection, sorted(mine | beside)))

    def versions(self, document: str) -> tuple[str, ...]:
        """Return the ids of all versions of a report, itself included."""
        return versions_of(self._connection, document) or (document,)

    def forget_incidents(self) -> None:
        """Drop all that is derived. Facts, decisions and entries stay."""
        for table in (*LISTED, *t.DERIVED):
            self._connection.execute(delete(table))

    def _meet(self, accounts: Iterable[Account]) -> None:
        for account in accounts:
            self._read[account.id] = account
            self._live_now[account.id] = Live(account.id, account.document, account.aggregate)

    def _has(self, document: str) -> bool:
        return self._connection.execute(select(t.document.c.id).where(t.document.c.id == document)).first() is not None

    def _live(self, which: ColumnElement[bool]) -> tuple[str, ...]:
        c = t.account.c
        live = select(c.id).where(which, c.retired_at.is_(None)).order_by(c.id)
        return tuple(self._connection.execute(live).scalars())

    def _holders(self, accounts: Sequence[str]) -> set[str]:
        return {row.incident for row in each_batch(self._connection, _HOLDERS, accounts)}

    def _standing(self, incidents: set[str]) -> set[str]:
        return {row.id for row in each_batch(self._connection, _STANDING, incidents)}

    def _forget(self, incidents: Sequence[str]) -> None:
        unlist(self._connection, incidents)
        for statement in _FORGET:
            self._connection.execute(statement, {"these": incidents})

    def _put(self, incidents: Sequence[Incident]) -> None:
        if not incidents:
            return
        run = self._connection.execute
        run(insert(t.incident), [incident_row(each, self.accounts(each.accounts)) for each in incidents])
        held = [{"account": account, "incident": each.id} for each in incidents for account in each.accounts]
        run(insert(t.incident_account), held)
        aliases = [{"alias": name, "incident": each.id} for each in incidents for name in sorted(_names(each))]
        run(insert(t.incident_alias), aliases)

    def _counted(self, incident: Incident, fixes: Sequence[Fix], reports: Reports) -> tuple[Entry, ...]:
        """Return what the tally says of an incident, day by day, with persons' figures in place of the machine's."""
        past = self._pasts.of(incident.id)
        return corrected_entries(incident.id, tally(incident.id, self._reported(incident, reports), past), fixes)

    def _enter(self, incident: str, series: Sequence[Entry]) -> int:
        """Append what the tally now says and close what it no longer says; return how many were appended."""
        bodies = self._pasts.of(incident).bodies(series, encode)
        live = self._close(incident, keep=bodies)
        fresh = [
            entry_row(e, instant(self._at), self._cause)
            for e, body in zip(series, bodies, strict=True)
            if body not in live
        ]
        if fresh:
            self._connection.execute(insert(t.entry), fresh)
        return len(fresh)

    def _close(self, incident: str, keep: Sequence[str]) -> frozenset[str]:
        """Close the live entries of an incident whose text is not in ``keep``; return the texts that stay."""
        c = t.entry.c
        rows = each_batch(self._connection, _OPEN, [incident])
        wanted = set(keep)
        for row in rows:
            if row.body not in wanted:
                closed = update(t.entry).where(c.id == row.id).values(recorded_to=instant(self._at))
                self._connection.execute(closed)
        return frozenset(row.body for row in rows if row.body in wanted)

    def _reports(self, accounts: Iterable[str]) -> Reports:
        wanted = {account.document for account in self.accounts(accounts)}
        missing = [name for name in wanted if name not in self._documents]
        self._documents.update((document.id, document) for document in documents_in(self._connection, missing))
        documents = tuple(sorted((self._documents[name] for name in wanted), key=lambda d: (d.published_on, d.id)))
        return Reports(documents, left_out(self._connection, sorted(wanted)))

    def _reported(self, incident: Incident, reports: Reports) -> list[Reported]:
        accounts = self.accounts(incident.accounts)
        if self._fixed:
            accounts = corrected_accounts(self._connection, accounts)
        return reported(accounts, reports.documents, reports.gone, self._sources)


def _names(incident: Incident) -> set[str]:
    """Return all names that lead to an incident: its aliases, its accounts, and the accounts that its aliases name."""
    return {*incident.aliases, *incident.accounts, *(f"k-{alias[2:]}" for alias in incident.aliases)}
