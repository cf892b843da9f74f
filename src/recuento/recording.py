"""Part of the pipeline: a coding becomes incidents and entries. Linking decides, the ledger keeps, as one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from recuento.ledger.records import AccountTie, Recorded
from recuento.ledger.store import Ledger
from recuento.ledger.writer import Writer
from recuento.lexicon.sources import register_with
from recuento.link import Linker, person_keys, ties_within
from recuento.model import Account, Coding, Incident, Judgement

__all__ = [
    "has_older_keys",
    "keep_keys_and_ties",
    "link_accounts",
    "record_coding",
    "relink",
    "renew_keys",
    "replay",
    "use_sources",
]

_AT_ONCE = 64  # incidents put in place, or judgements added


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
        keep_keys_and_ties(writer, linker, coding.accounts)
        incidents, entries = link_accounts(writer, linker, coding.accounts)
        others = set(writer.versions(coding.document.id)) - {coding.document.id}
        if others and (
            older := writer.accounts_of(others)
        ):  # versions of this page that it may replace: their incidents are counted without them
            incidents = tuple(sorted({*incidents, *relink(writer, linker, older)}))
        return Recorded(
            document=coding.document.id,
            added=True,
            claims=len(coding.claims),
            incidents=incidents,
            entries=entries,
        )


def keep_keys_and_ties(writer: Writer, linker: Linker, accounts: Sequence[Account]) -> None:
    """Keep the keys by which a new report's accounts are found, and their ties, to one another and to others'.

    Where the ledger's keys are of other rules all accounts are given new ones, once: else what a new report tells would
    not be found among what was read before.
    """
    weights = linker.weights
    persons = {account.id: person_keys(account, weights) for account in accounts}
    if writer.keyed_by == linker.keyed_by:
        writer.add_keys({account.id: linker.keys(account).kept | persons[account.id].kept for account in accounts})
    else:
        _renew_keys(writer, linker)
    found = list(ties_within(accounts, weights))
    sought = {account.id: keys.sought for account in accounts if (keys := persons[account.id]).sought}
    if sought:
        linker.as_of_reading(writer.reading)
    for account in accounts:
        if account.id in sought:
            found += linker.ties(account, writer.accounts(writer.sharing(sought[account.id])))
    writer.add_ties(AccountTie(subject=t.subject, tie=t.tie, object=t.object, reason=t.reason) for t in found)


def replay(ledger: Ledger, *, at: datetime | None = None, linker: Linker | None = None) -> int:
    """Drop all that is derived and build it again from facts and decisions; return how many entries were written.

    Accounts are found by the keys of these rules from now on. Without a change of rules or decisions every table ends
    with the same bytes, and no entry is written.
    """
    linker = linker or Linker()
    with ledger.writing(at, cause="replay") as writer:
        writer.forget_incidents()
        _renew_keys(writer, linker)
        _, entries = link_accounts(writer, linker, writer.accounts())
        return entries


def has_older_keys(ledger: Ledger) -> bool:
    """Tell whether reports are found in this ledger by other rules than these: `renew_keys` mends that."""
    return ledger.keyed_by() != Linker().keyed_by and bool(ledger.document_ids())


def renew_keys(ledger: Ledger, *, at: datetime | None = None) -> None:
    """Have all reports found by these rules from now on: some two seconds for a thousand. Nothing else changes.

    Else the next report that is recorded does the same.
    """
    with ledger.writing(at, cause="keys") as writer:
        _renew_keys(writer, Linker())


def _renew_keys(writer: Writer, linker: Linker) -> None:
    linker.as_of_reading(writer.reading)

    def kept(account: Account) -> frozenset[str]:
        return linker.keys(account).kept | person_keys(account, linker.weights).kept

    writer.renew_keys(kept, by=linker.keyed_by)


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
    linker.as_of_reading(writer.reading)
    _judge(writer, linker, accounts)
    return _clustered(writer, linker, accounts)


def _judge(writer: Writer, linker: Linker, accounts: Sequence[Account]) -> None:
    found: dict[tuple[str, str], Judgement] = {}
    for account in accounts:
        near = [name for name in writer.sharing(linker.keys(account).sought) if name != account.id]
        judged = linker.judged(account, near, writer.accounts, writer.at, own=writer.judged_by_persons)
        found |= {(one.a, one.b): one for one in judged}
        if len(found) >= _AT_ONCE:
            writer.add_judgements(found.values())
            found.clear()
    writer.add_judgements(found.values())


def relink(writer: Writer, linker: Linker, accounts: Iterable[str]) -> tuple[str, ...]:
    """Cluster and count afresh the incidents of these accounts, all they hold; return what they are now.

    It is for what a person decided, or for a report that no longer stands. Nothing is judged again but accounts that
    have copies: one that a person has judged is a copy no more, and its copies may have another original.
    """
    linker.as_of_reading(writer.reading)
    beside = writer.accounts(writer.accounts_beside(accounts))
    _judge(writer, linker, linker.copied(accounts, beside, writer.judged_by_persons))
    return _clustered(writer, linker, beside)[0]


def cluster_accounts(writer: Writer, linker: Linker, accounts: Sequence[Account]) -> tuple[tuple[str, ...], int]:
    """Cluster what these accounts touch; return the incidents that changed or hold one of them, and how many entries.

    An incident that stands already and holds none of them is as it was: it is not counted again.
    """
    linker.as_of_reading(writer.reading)
    return _clustered(writer, linker, accounts)


def _clustered(writer: Writer, linker: Linker, accounts: Sequence[Account]) -> tuple[tuple[str, ...], int]:
    """Cluster around each account that no group found so far holds; incidents are put in place many at once.

    Those not yet in place are found again where another account reaches them, just as they are: groups are a matter of
    what is judged, not of what stands.
    """
    touched = {account.id for account in accounts}
    found: set[str] = set()
    waiting: dict[str, Incident] = {}
    entries = 0
    done: set[str] = set()
    seen: set[tuple[str, ...]] = set()
    for account in accounts:
        if account.id not in done:
            groups = _groups_around(writer, linker, account.id, touched)
            if any(group not in seen and not done.isdisjoint(group) for group in groups):
                # Seen from here something waiting came out otherwise: it is put in place first, and all seen afresh.
                entries += _put_in_place(writer, waiting)
                found |= waiting.keys()
                waiting.clear()
                groups = _groups_around(writer, linker, account.id, touched)
            incidents = [linker.incident(writer.accounts(group)) for group in groups]
            waiting |= {incident.id: incident for incident in incidents}
            done |= {name for group in groups for name in group}
            seen |= set(groups)
        if len(waiting) >= _AT_ONCE:
            entries += _put_in_place(writer, waiting)
            found |= waiting.keys()
            waiting.clear()
    return tuple(sorted(found | waiting.keys())), entries + _put_in_place(writer, waiting)


def _put_in_place(writer: Writer, incidents: Mapping[str, Incident]) -> int:
    return writer.replace_incidents([incidents[name] for name in sorted(incidents)]) if incidents else 0


def _groups_around(writer: Writer, linker: Linker, start: str, touched: set[str]) -> list[tuple[str, ...]]:
    """Return the groups, as accounts, that are new or hold a touched account, from ``start`` on as far as they reach.

    What judgements join into one component is clustered as a whole, but not all of it has to be looked at: a group that
    comes out as it stood was never joined to a part of another, so all that lies beyond it comes out as it stood. Only
    the neighbours of groups that change must be there, and accounts that may have been in a group with those that are
    there (`Vicinity.entangled`); if one of them is not, it is taken in and all is done again.
    """
    here = writer.vicinity(
        decided_by=linker.name, originals=lambda ids, own: linker.originals(ids, writer.accounts, own)
    )
    here.take_in({start})
    # What ``start`` is judged near must be there in any case: there is no need to cluster it alone first.
    wanted = here.beyond({start}) | here.entangled()
    while True:
        while wanted:
            here.take_in(wanted)
            wanted = here.entangled()
        decisions = writer.decisions(here.accounts) if here.by_person else ()
        kept = [group for group in here.standing if touched.isdisjoint(group)]
        groups = [
            *linker.groups(here.documents, here.near, decisions, writer.accounts, here.judged, kept),
            *((name,) for name in here.aggregates),
        ]
        fresh = [group for group in groups if group not in here.standing or not touched.isdisjoint(group)]
        # Whoever is new and near one inside may change what stands there, though no group that changed reaches it yet.
        new = here.beyond(here.accounts) & touched
        wanted = here.beyond(account for group in fresh for account in group) | new
        if not wanted:
            return fresh
