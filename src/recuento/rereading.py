"""Read the stored reports again, by the rules as they are now; what moved by that is told apart from news."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from recuento.ledger import Changes, Ledger
from recuento.link import Linker
from recuento.model import Coding, Document, Rejected
from recuento.pipeline import Coder, code_each
from recuento.recording import keep_keys_and_ties, link_accounts

__all__ = ["Reread", "reread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What reading again did.

    Attributes:
        documents, changed: how many reports were looked at, and how many are read otherwise now.
        claims_before, claims_after: claims of those that changed.
        carried: corrections that found their words again.
        lost: decisions that correct words which give no claim any more; they are kept, and hold again if those do.
        rejected: reports that cannot be read any more; what was read in them stays.
        changes: what moved because of the rules.
    """

    documents: int
    changed: int
    claims_before: int
    claims_after: int
    carried: int
    lost: tuple[int, ...]
    rejected: tuple[Rejected, ...]
    changes: Changes


def reread(
    ledger: Ledger,
    *,
    code: Coder = code_each,
    linker: Linker | None = None,
    at: datetime | None = None,
    on_progress: Callable[[], None] = lambda: None,
) -> Reread:
    """Code every stored report anew, and link and count what came out otherwise.

    Each report is one transaction: a run that is cut short is finished by the next.
    """
    work = _Work(ledger, linker or Linker(), at)
    for coding in code(_documents(ledger)):
        work.take(coding)
        on_progress()
    return work.done()


def _documents(ledger: Ledger) -> Iterator[tuple[str, Document]]:
    for name in ledger.document_ids():
        document = ledger.document(name)
        yield document.source_path or document.id, document


def _read(coding: Coding) -> tuple[object, ...]:
    """Return what was read in a report; an account's claims have no order of their own."""
    accounts = [(replace(a, claims=()), frozenset(claim.id for claim in a.claims)) for a in coding.accounts]
    return coding.claims, accounts, coding.relations, coding.unread


class _Work:
    """One run of reading again."""

    def __init__(self, ledger: Ledger, linker: Linker, at: datetime | None) -> None:
        self._ledger, self._linker, self._at = ledger, linker, at
        self._began = ledger.last_recorded()
        self._cause = f"reread:{ledger.next_reading()}"
        self._documents = self._changed = self._before = self._after = self._carried = 0
        self._lost: set[int] = set()
        self._rejected: list[Rejected] = []

    def take(self, coding: Coding | Rejected) -> None:
        """Put one report's new coding in the place of the old, if it is another."""
        self._documents += 1
        if isinstance(coding, Rejected):
            self._rejected.append(coding)
            return
        old = self._ledger.coding(coding.document.id)
        if _read(old) != _read(coding):
            self._replace(old, coding)

    def _replace(self, old: Coding, new: Coding) -> None:
        with self._ledger.rereading(self._at, cause=self._cause) as writer:
            replaced = writer.replace(old, new)
            self._linker.forget(account.id for account in (*old.accounts, *new.accounts))
            keep_keys_and_ties(writer, self._linker, new.accounts)
            link_accounts(writer, self._linker, writer.accounts(replaced.touched))
            writer.close_gone(replaced.before)
        self._changed += 1
        self._before += len(old.claims)
        self._after += len(new.claims)
        self._carried += replaced.carried
        self._lost |= set(replaced.lost)

    def done(self) -> Reread:
        """Return what the run did."""
        return Reread(
            documents=self._documents,
            changed=self._changed,
            claims_before=self._before,
            claims_after=self._after,
            carried=self._carried,
            lost=tuple(sorted(self._lost)),
            rejected=tuple(self._rejected),
            changes=self._ledger.changes(self._began, by=self._cause),
        )
