"""The ledger while a person decides: what they name is found, the decision is logged, and what it binds is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import insert, or_, select

from recuento.errors import LedgerError
from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.asking import incident_id_of, incident_record
from recuento.ledger.corrections import fixes_on
from recuento.ledger.decisions import New, append, check_seen, decision_of, in_force, undone
from recuento.ledger.naming import claim_named, document_named
from recuento.ledger.pairing import named_accounts
from recuento.ledger.records import IncidentRecord
from recuento.ledger.relisting import relist
from recuento.ledger.rows import batches
from recuento.ledger.standing import versions_of
from recuento.ledger.wire import encode, instant
from recuento.ledger.writer import Writer
from recuento.model import Claim, Document
from recuento.model.decision import Accepted, Correction, Decision, Judged, Undone, Withdrawn

__all__ = ["Decider"]


class Decider(Writer):
    """One transaction in which a person decides: the decision and all that follows from it, or nothing."""

    def record(self, name: str) -> IncidentRecord:
        """Return the incident of this name.

        Raises:
            UnknownId: none bears it, or several do.
        """
        return incident_record(self._connection, name)

    def claim(self, name: str) -> Claim:
        """Return the claim of this name, as it is corrected now.

        Raises:
            UnknownId: none bears it, or several do.
        """
        return claim_named(self._connection, name)

    def document(self, name: str) -> Document:
        """Return the report of this name.

        Raises:
            UnknownId: none bears it, or several do.
        """
        return document_named(self._connection, name)

    def accounts_named(self, name: str) -> tuple[str, ...]:
        """Return the accounts that a name stands for: an incident's, a report's, or the one account of that id.

        Raises:
            UnknownId: none bears it, or several do.
        """
        return named_accounts(self._connection, name)

    def alias_accounts(self, name: str) -> tuple[str, ...]:
        """Return the one account from which an incident's id or alias is made: the telling that it was first seen in.

        Raises:
            UnknownId: none bears it, or several do.
        """
        incident = incident_id_of(self._connection, name)
        accounts = self.record(incident).incident.accounts
        own = tuple(account for account in accounts if f"i-{account[2:]}".startswith((name, f"i-{name}")))
        return own[:1] if len(own) == 1 else (f"k-{incident[2:]}",)

    def decide(self, new: New) -> Decision:
        """Log a decision, keep what it binds, and return it; linking and counting afresh is the caller's next step.

        Raises:
            StaleDecision: somebody else has decided on this meanwhile; the message says what.
            LedgerError: no name or reason, or it is decided so already.
        """
        held = self._held_on(new)
        self._refuse_twice(new, held)
        check_seen(new, held)
        made = append(self._connection, new, self._at)
        self._cause = f"decision:{made.id}"
        self._off = undone(self._connection)
        if isinstance(made.what, Judged):
            self._bind(made, made.what)
        if isinstance(made.what, Correction):
            self._fix(made, made.what)
        relist(self._connection, self._accepted_of(made))
        return made

    def touched(self, decision: Decision) -> tuple[str, ...]:
        """Return the accounts whose incidents a decision, or its undoing, may change."""
        what = decision.what
        match what:
            case Judged():
                named = {account for pair in what.pairs for account in pair}
                return self._live_of(self._carried(named))
            case Correction():
                return self._live_of(self._targets(decision.id))
            case Accepted():
                return ()
            case Withdrawn():
                return self.accounts_of(versions_of(self._connection, what.document) or (what.document,))
            case Undone():
                return self.touched(decision_of(self._connection, what.decision))

    def decision(self, number: int) -> Decision:
        """Return one decision.

        Raises:
            UnknownId: there is none of this number.
        """
        return decision_of(self._connection, number)

    def _accepted_of(self, decision: Decision) -> tuple[str, ...]:
        """Return the incident of which a decision accepts a figure, or undoes that: nothing else of it moves."""
        what = decision.what
        if isinstance(what, Undone):
            return self._accepted_of(decision_of(self._connection, what.decision))
        return (f"i-{what.account[2:]}",) if isinstance(what, Accepted) else ()

    def _held_on(self, new: New) -> Decision | None:
        """Return the latest decision in force on what a new one decides."""
        what = new.what
        if isinstance(what, Judged):
            number = max((n for n in self._judged(what.pairs) if n not in self._off), default=None)
        elif isinstance(what, Correction):
            fixes = fixes_on(self._connection, what.targets)
            place = (what.field, what.tally, what.counted_side, what.unit)
            number = max((f.decision for fs in fixes.values() for f in fs if f.place_in[1:] == place), default=None)
        else:
            return in_force(self._connection, new.subject)
        return decision_of(self._connection, number) if number is not None else None

    def _refuse_twice(self, new: New, held: Decision | None) -> None:
        if isinstance(new.what, Withdrawn) and held is not None:
            raise LedgerError(f"{new.what.document} is withdrawn already (decision {held.id} by {held.by}: {held.why})")
        if isinstance(new.what, Undone):
            old = decision_of(self._connection, new.what.decision)
            if old.undone_by is not None:
                raise LedgerError(f"decision {old.id} is undone already, by decision {old.undone_by}")

    def _judged(self, pairs: Sequence[tuple[str, str]]) -> set[int]:
        c = t.judgement.c
        wanted = set(pairs)
        firsts = sorted({a for a, _ in pairs})
        return {
            row.decision
            for some in batches(firsts)
            for row in self._connection.execute(
                select(c.a, c.b, c.decision).where(c.a.in_(some), c.decision.is_not(None))
            )
            if (row.a, row.b) in wanted
        }

    def _bind(self, made: Decision, what: Judged) -> None:
        rows = [
            {
                "a": a, "b": b, "verdict": what.verdict, "score": 0.0, "parts": "[]", "decided_by": made.by,
                "decided_at": instant(made.at), "by_person": True, "decision": made.id,
            }
            for a, b in what.pairs
        ]  # fmt: skip
        self._connection.execute(insert(t.judgement), rows)
        self._links.clear()

    def _fix(self, made: Decision, what: Correction) -> None:
        rows = [
            {
                "decision": made.id, "target": target, "field": what.field, "body": encode(what),
                "recorded_at": instant(made.at),
            }
            for target in what.targets
        ]  # fmt: skip
        self._connection.execute(insert(k.correction), rows)

    def _targets(self, decision: int) -> set[str]:
        """Return the accounts that a correction is on, or whose claims it is on, also after they were read again."""
        targets = self._connection.execute(
            select(k.correction.c.target).where(k.correction.c.decision == decision)
        ).scalars()
        names = set(targets)
        c = t.claim.c
        claims = select(c.account).where(c.id.in_(names))
        return {name for name in names if name.startswith("k-")} | set(self._connection.execute(claims).scalars())

    def _carried(self, accounts: set[str]) -> set[str]:
        """Return these accounts and all that took their place when their reports were read again."""
        found, new = set(accounts), set(accounts)
        while new:
            c = k.account_map.c
            query = select(c.new).where(or_(*(c.old.in_(some) for some in batches(sorted(new)))))
            new = set(self._connection.execute(query).scalars()) - found
            found |= new
        return found

    def _live_of(self, accounts: Iterable[str]) -> tuple[str, ...]:
        return tuple(account.id for account in self.accounts(accounts))
