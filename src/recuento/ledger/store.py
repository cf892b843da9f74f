"""The ledger: one SQLite file, or a database by URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import select

from recuento.errors import UnknownId
from recuento.ledger import tables as t
from recuento.ledger.asking import document_ids, held, incident_id_of, incident_record, standing_claims
from recuento.ledger.changing import changes_held, changes_published
from recuento.ledger.codings import coding_of
from recuento.ledger.connect import engine_for, reading, writing
from recuento.ledger.decider import Decider
from recuento.ledger.decisions import accepted, audit, check_head, decisions
from recuento.ledger.findings import Changes, Found, SourceRow
from recuento.ledger.history import held_at
from recuento.ledger.logbook import decisions_about
from recuento.ledger.naming import claim_named, document_named
from recuento.ledger.pairing import Near, Pairing, named_accounts, near, pairing
from recuento.ledger.past import coding_at
from recuento.ledger.recall import Recall
from recuento.ledger.records import (
    NOW,
    Audited,
    Clocks,
    Heading,
    IncidentRecord,
    LeftOut,
)
from recuento.ledger.rereader import Rereader
from recuento.ledger.rows import text_hash
from recuento.ledger.schema import upgrade
from recuento.ledger.searching import search
from recuento.ledger.sources import own_sources, source_rows
from recuento.ledger.standing import audit_reports, left_out, withdrawal_of
from recuento.ledger.steps import keyed_by, last_numbers, last_recorded, next_reading, not_before_last
from recuento.ledger.views import Views
from recuento.ledger.wire import decode
from recuento.ledger.writer import Writer
from recuento.model import Claim, Coding, Decision, Document, Entry, Unread

__all__ = ["Ledger"]


class Ledger(Views):
    """What the reports said, what follows, and since when this ledger has held it."""

    @cached_property
    def _recall(self) -> Recall:
        return Recall()

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """Open the ledger at a path, ":memory:" or a database URL, and bring its tables up to date.

        Raises:
            LedgerError: not a ledger, written by a newer Recuento, or missing while ``create`` is False.
        """
        engine = engine_for(where, create=create)
        upgrade(engine)
        return cls(engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back the file."""
        self._engine.dispose()

    @contextmanager
    def writing(self, at: datetime | None = None, *, cause: str = "step") -> Iterator[Writer]:
        """Hold the ledger for one step: all of it is kept at its end, or nothing if it fails.

        ``at`` is when the ledger learns it, now by default; never before the last step, whatever the clock says.
        ``cause`` names the step ("report:d-…"), and is kept with all that it changes.
        """
        try:
            with writing(self._engine) as connection:
                now = not_before_last(connection, at or datetime.now(UTC))
                yield Writer(connection, now, cause, self._recall.as_of(*last_numbers(connection)))
        except BaseException:
            self._recall.forget()
            raise

    @contextmanager
    def deciding(self, at: datetime | None = None) -> Iterator[Decider]:
        """Hold the ledger while a person decides: the decision and all that follows is kept, or nothing."""
        with writing(self._engine) as connection:
            yield Decider(connection, not_before_last(connection, at or datetime.now(UTC)), "decision")

    def search(self, asked: str, *, limit: int = 20) -> Found:
        """Return the reports and claims that hold all words asked, accents and capitals aside, the best first.

        Raises:
            OptionError: there is no word to search for.
        """
        with reading(self._engine) as connection:
            return search(connection, asked, limit=limit)

    def changes(self, since: datetime, *, by: str | None = None) -> Changes:
        """Return what this ledger learned after an instant, and why; ``by`` keeps to what one step moved."""
        with reading(self._engine) as connection:
            return changes_held(connection, since, by)

    def changes_published(self, day: date) -> Changes:
        """Return what reports published on a day or later changed, whenever they were read."""
        with reading(self._engine) as connection:
            return changes_published(connection, day)

    @contextmanager
    def rereading(self, at: datetime | None = None, *, cause: str) -> Iterator[Rereader]:
        """Hold the ledger while one report's reading is replaced."""
        with writing(self._engine) as connection:
            yield Rereader(connection, not_before_last(connection, at or datetime.now(UTC)), cause)

    def next_reading(self) -> int:
        """Return the number of the next reading again, 1 for the first; it is given once."""
        with writing(self._engine) as connection:
            return next_reading(connection)

    def keyed_by(self) -> str | None:
        """Return by which rules linking finds the accounts again; None if that is not known or there are none."""
        with reading(self._engine) as connection:
            return keyed_by(connection)

    def last_recorded(self) -> datetime:
        """Return the instant of the last step; of an empty ledger, the beginning of time."""
        with reading(self._engine) as connection:
            return last_recorded(connection)

    def document_ids(self) -> tuple[str, ...]:
        """Return the ids of all reports, by publication day and id."""
        with reading(self._engine) as connection:
            return document_ids(connection, NOW)

    def sources(self) -> tuple[SourceRow, ...]:
        """Return who published the ledger's reports, those with most reports first."""
        with reading(self._engine) as connection:
            return source_rows(connection)

    def own_sources(self) -> str | None:
        """Return the user's part of the register of sources, as TOML; None where there is none."""
        with reading(self._engine) as connection:
            return own_sources(connection)

    def decisions(self, of: str | None = None) -> tuple[Decision, ...]:
        """Return the whole log of decisions, oldest first; or what was decided on one incident, claim or report.

        Raises:
            UnknownId: nothing bears the name ``of``.
        """
        with reading(self._engine) as connection:
            return decisions(connection) if of is None else decisions_about(connection, of)

    def accepted(self) -> dict[tuple[str, str, str, str], Decision]:
        """Return the latest acceptance in force of each figure, by the seed account, tally, side and unit it named."""
        with reading(self._engine) as connection:
            return accepted(connection)

    def audit(self, expect: str | None = None) -> Audited:
        """Return what was found sound: every decision is as it was written, every report as it was read.

        ``expect`` is a head noted down before ("12:9f3a…"): the log must still run through it.

        Raises:
            LedgerError: something was changed or taken out; the message names it.
        """
        with reading(self._engine) as connection:
            number, head = audit(connection)
            if expect is not None:
                check_head(connection, expect)
            return Audited(decisions=number, head=head, reports=audit_reports(connection))

    def withdrawal(self, report: Document) -> LeftOut | None:
        """Return why a report that is to be read was withdrawn before; None if it was not."""
        with reading(self._engine) as connection:
            return withdrawal_of(connection, report.id, text_hash(report.text), report.publisher or report.source)

    def incident(
        self,
        name: str,
        *,
        as_of: date | None = None,
        ledger_as_of: datetime | None = None,
        heading: Heading | None = None,
    ) -> IncidentRecord:
        """Return one incident by its id, any id it ever had, an account's id, or the unique beginning of one.

        ``as_of`` keeps to reports published by that day, under today's judgements; ``heading`` says what those tell
        together, else the heading stays today's. ``ledger_as_of`` keeps to what this ledger held at that instant.

        Raises:
            UnknownId: none bears it, or several do.
        """
        clocks = Clocks(as_of=as_of, ledger_as_of=ledger_as_of)
        with reading(self._engine) as connection:
            return incident_record(connection, name, clocks, heading)

    def held(self, name: str, clocks: Clocks = NOW) -> tuple[Entry, ...]:
        """Return the figures of one incident alone, as of ``clocks``: quick, however long its story is.

        Raises:
            UnknownId: no incident bears the name, or several do.
        """
        with reading(self._engine) as connection:
            return held(connection, name, clocks)

    def claim(self, name: str) -> Claim:
        """Return one claim, as persons have corrected it, by its id or the unique beginning of it.

        Raises:
            UnknownId: none bears it, or several do.
        """
        with reading(self._engine) as connection:
            return claim_named(connection, name)

    def incident_of(self, account: str, *, at: datetime | None = None) -> str:
        """Return the id of the incident that holds an account now, or held it ``at`` an instant.

        Raises:
            UnknownId: there is no such account, or was none then.
        """
        with reading(self._engine) as connection:
            if at is None:
                return incident_id_of(connection, account)
            held = held_at(connection, [account], at)
        if account not in held:
            raise UnknownId(f"{account}: no incident held it then")
        return held[account]

    def accounts_named(self, name: str) -> tuple[str, ...]:
        """Return the ids of the accounts that a name stands for: a report's, an incident's, or the one of that id.

        Raises:
            UnknownId: none bears it, or several do.
        """
        with reading(self._engine) as connection:
            return named_accounts(connection, name)

    def pairing(self, one: Sequence[str], other: Sequence[str], *, decided_by: str) -> Pairing:
        """Return what is held of two sets of accounts; of the machine's judgements those under the weights named."""
        with reading(self._engine) as connection:
            return pairing(connection, one, other, decided_by)

    def near(self, incident: str, *, decided_by: str, most: int = 8) -> tuple[Near, ...]:
        """Return the incidents that share a link in force with this one and stand apart from it, strongest first."""
        with reading(self._engine) as connection:
            return near(connection, incident, decided_by, most=most)

    def left_out(self, report: str) -> LeftOut | None:
        """Return why a report no longer stands: a person withdrew it, or a later version replaced it; else None."""
        with reading(self._engine) as connection:
            return left_out(connection, [report]).get(report)

    def document(self, name: str) -> Document:
        """Return one report by its id or the unique beginning of it.

        Raises:
            UnknownId: none bears it, or several do.
        """
        with reading(self._engine) as connection:
            return document_named(connection, name)

    def has_document(self, name: str) -> bool:
        """Tell whether the ledger holds the report."""
        with reading(self._engine) as connection:
            return connection.execute(select(t.document.c.id).where(t.document.c.id == name)).first() is not None

    def codings(self, clocks: Clocks = NOW) -> Iterator[Coding]:
        """Yield every report with all that was read in it, by publication day and id.

        Past clocks leave out reports published or recorded later, and give what had been read in a report then.
        """
        with reading(self._engine) as connection:
            ids = document_ids(connection, clocks)
        for name in ids:
            yield self.coding(name, at=clocks.ledger_as_of)

    def claims(self, clocks: Clocks = NOW) -> Iterator[tuple[Claim, Document]]:
        """Yield every claim of a report that stands, as persons have corrected it, with its report, in their order."""
        for coding in self.codings(clocks):
            with reading(self._engine) as connection:
                standing = standing_claims(connection, coding, clocks)
            yield from ((claim, coding.document) for claim in standing)

    def coding(self, name: str, *, at: datetime | None = None) -> Coding:
        """Return one report with all that was read in it, or had been read in it ``at`` an instant.

        Raises:
            UnknownId: no report bears this id.
        """
        if not self.has_document(name):
            raise UnknownId(f"{name}: no report bears this id")
        with reading(self._engine) as connection:
            earlier = coding_at(connection, name, at) if at else None
            return earlier or coding_of(connection, name)

    def unread(self) -> tuple[Unread, ...]:
        """Return every sentence that speaks of violence and gave no claim, by report and place in it."""
        c = t.unread.c
        with reading(self._engine) as connection:
            rows = connection.execute(select(c.body).order_by(c.document, c.position))
            return tuple(decode(row.body, Unread) for row in rows)
