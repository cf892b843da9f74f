"""Part of the pipeline: a coding becomes incidents and entries. Linking decides, the ledger keeps, as one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from recuento.ledger.records import AccountTie, Recorded
from recuento.ledger.store import Ledger
from recuento.ledger.writer import Writer
from recuento.lexicon.sources import register_with
from recuento.link import Linker, ties_within
from recuento.model import Account, Coding, Incident

__all__ = ["link_accounts", "record_coding", "relink", "replay", "use_sources"]


def record_coding(
    ledger: Ledger, coding: Coding, *, at: datetime | None = None, linker: Linker | None = None
) -> Recorded:
    """Add one report with its incidents and entries: all of it, or nothing if the process dies on the way.

    A report that the ledger holds already changes nothing. ``at`` is when the ledger learns it, now by default.

    Raises:
        LedgerError: the coding contradicts itself, or the ledger cannot be written.
    """
    linker = linker or Linker()
    with ledger.writing(at, cause=f"report:{coding.document.id}") as writer:
        if not writer.add(coding):
            return Recorded(document=coding.document.id, added=False)
        for account in coding.accounts:
            writer.add_keys(account.id, linker.keys(account).kept)
        writer.add_ties(
            AccountTie(subject=tie.subject, tie=tie.tie, object=tie.object, reason=tie.reason)
            for tie in ties_within(coding.accounts, linker.weights)
        )
        incidents, entries = link_accounts(writer, linker, coding.accounts)
        older = writer.accounts_of(set(writer.versions(coding.document.id)) - {coding.document.id})
        if older:  # versions of this page that it may replace: their incidents are counted without them
            incidents = tuple(sorted({*incidents, *relink(writer, linker, older)}))
        return Recorded(
            document=coding.document.id,
            added=True,
            claims=len(coding.claims),
            incidents=incidents,
            entries=entries,
        )


def replay(ledger: Ledger, *, at: datetime | None = None, linker: Linker | None = None) -> int:
    """Drop all that is derived and build it again from facts and decisions; return how many entries were written.

    Without a change of rules or decisions every table ends with the same bytes, and no entry is written.
    """
    linker = linker or Linker()
    with ledger.writing(at, cause="replay") as writer:
        writer.forget_incidents()
        _, entries = link_accounts(writer, linker, writer.accounts())
        return entries


def use_sources(ledger: Ledger, own: str | None, *, at: datetime | None = None, linker: Linker | None = None) -> int:
    """Let a user's register of sources (TOML; None for none) count in this ledger; return how many entries that wrote.

    Raises:
        LexiconError: it is malformed, or one name stands for two outlets.
    """
    register_with(own, "--sources")
    if own == ledger.own_sources():
        return 0
    linker = linker or Linker()
    with ledger.writing(at, cause="sources") as writer:
        writer.set_sources(own)
        return cluster_accounts(writer, linker, writer.accounts())[1]


def link_accounts(writer: Writer, linker: Linker, accounts: Sequence[Account]) -> tuple[tuple[str, ...], int]:
    """Judge the accounts against all they may be one incident with, and cluster every component they touch."""
    for account in accounts:
        near = writer.sharing(linker.keys(account).sought)
        writer.add_judgements(linker.judgements(account, near, writer.at))
    return cluster_accounts(writer, linker, accounts)


def relink(writer: Writer, linker: Linker, accounts: Iterable[str]) -> tuple[str, ...]:
    """Cluster and count afresh the incidents of these accounts, all they hold; return what they are now.

    Nothing is judged again: it is for what a person decided, or for a report that no longer stands.
    """
    return cluster_accounts(writer, linker, writer.accounts(writer.accounts_beside(accounts)))[0]


def cluster_accounts(writer: Writer, linker: Linker, accounts: Sequence[Account]) -> tuple[tuple[str, ...], int]:
    found: list[Incident] = []
    entries = 0
    done: set[str] = set()
    for account in accounts:
        if account.id in done:
            continue
        # One component at a time: what it becomes must not depend on which others happen to be touched with it.
        component = writer.reachable([account.id], decided_by=linker.name)
        incidents = linker.incidents(component, writer.decisions(one.id for one in component))
        entries += writer.replace_incidents(incidents)
        found += incidents
        done |= {one.id for one in component}
    return tuple(sorted(incident.id for incident in found)), entries
